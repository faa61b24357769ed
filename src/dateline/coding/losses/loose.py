"""Loose figures: the rows of losses that belong to no event, with what their own sentence says of them.

A sentence that tells no occurrence can still count: what a war has cost so far, the year's dead by a ministry's
count. No event can hold such a figure without giving it a place and a day that it does not have.
"""

import re
from collections.abc import Iterator

from dateline.codebook import Codebook
from dateline.coding.attribution.sayings import Saying
from dateline.coding.losses.belonging import belongings
from dateline.coding.losses.rows import Row
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document, Sentence
from dateline.coding.times.resolve import Times
from dateline.coding.voices import claim_over
from dateline.model import Actor, LooseFigure, Place, Time

FEWEST = 2
"""One dead of no event is somebody's son or a man of the past, and no count."""
_UNREAL = re.compile(
    r"\b(?:may|might|could|would|will|should|shall|can|if|unless|cannot|never|fear|fears|feared|risk|risks|threatens?)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|across|throughout|inside|within|around)(?:\s+(?:the|all|[a-z-]+)){0,2}\s+$")


def find_loose_figures(
    document: Document,
    rows: tuple[Row, ...],
    frames: tuple[Frame, ...],
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    times: Times,
    sayings: tuple[Saying, ...],
    codebook: Codebook,
) -> tuple[LooseFigure, ...]:
    """The report's counts of losses that no event holds, in order of the text; none of what may or might come."""
    mentions = {actor.place_in_text: actor for actor in actors}
    return tuple(
        LooseFigure(
            **(row.loss.model_dump() | {"supersedes": None}),
            place=_place(document, sentence, row, places),
            time=_time(sentence, row, times),
            claim=claim_over(document, row.loss, sayings, mentions),
        )
        for row, sentence in _loose(document, rows, frames, codebook)
    )


def _loose(
    document: Document, rows: tuple[Row, ...], frames: tuple[Frame, ...], codebook: Codebook
) -> Iterator[tuple[Row, Sentence]]:
    for row, chosen in zip(rows, belongings(rows, frames, codebook), strict=True):
        sentence = document.sentences[row.sentence]
        told = document.text[sentence.start : max(row.word[1], row.loss.end)]
        if chosen is None and (row.loss.best or row.loss.low or 0) >= FEWEST and not _UNREAL.search(told):
            yield row, sentence


def _place(document: Document, sentence: Sentence, row: Row, places: tuple[Place, ...]) -> Place | None:
    """The place nearest to the loss that words like "in" or "across" lead to."""
    within = [
        place
        for place in places
        if sentence.start <= place.start
        and place.end <= sentence.end
        and _WITHIN.search(document.text, sentence.start, place.start)
    ]
    return min(within, key=lambda place: abs(place.start - row.word[0]), default=None)


def _time(sentence: Sentence, row: Row, times: Times) -> Time | None:
    """The time nearest to the loss; of a sum over months or years one of more days than one."""
    told = [
        time
        for time in times.mentions
        if time.start is not None
        and sentence.start <= time.start < sentence.end
        and (time.first or time.last)
        and (row.loss.scope != "cumulative" or time.first != time.last)
    ]
    return min(told, key=lambda time: abs((time.start or 0) - row.word[0]), default=None)
