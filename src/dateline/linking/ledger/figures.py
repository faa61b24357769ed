"""Figures: every row of losses of a report as an entry of the ledger, in an event or loose."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from dateline.codebook.originals import OriginalBook
from dateline.linking.sameness import AREAS
from dateline.linking.values.originals import Voices
from dateline.model import Event, Figure, Incident, Loss, Place, Record, Scope, Time

REAL = ("happened", "ongoing", "attempted")
"""Of what failed the losses told beside it are real: "an attack was repelled, 20 were killed"."""
LOOSE = "-"
"""Stands for the event in the id of a figure that has none."""
_RECENT = timedelta(days=45)
"""A period that ends so shortly before publication ended then; one that ends earlier was told as "since"."""


def figures_of(record: Record, book: OriginalBook | None = None) -> tuple[Figure, ...]:
    """The figures of what a report tells as done, in order of the text, parts after their wholes.

    Whose figure each is goes by the codebook's `book` of originals, without one by that of the codebook that ships.
    """
    voices = Voices(record, book)
    incidents = {identifier: incident for incident in reversed(record.incidents) for identifier in incident.events}
    found: dict[str, Figure] = {}
    for event in record.events:
        if event.status not in REAL:
            continue
        about = _about(event, incidents.get(event.id))
        for row in event.losses if event.status != "attempted" else _beside(event):
            place = _place(event, None if row.scope == "cumulative" else incidents.get(event.id))
            for figure in _with_parts(record, row, {**about, "place": place}, voices):
                found.setdefault(figure.id, figure)
    for loose in (each for each in record.figures if each.claim.stance == "asserts"):
        told = {"event": None, "incident": None, "place": loose.place, "time": loose.time, "claim": loose.claim}
        for figure in _with_parts(record, loose, told, voices):
            found.setdefault(figure.id, figure)
    return tuple(sorted(found.values(), key=lambda f: (f.span.start, f.part_of is not None, f.id)))


def _about(event: Event, incident: Incident | None) -> dict[str, Any]:
    """What an event tells of its figures, but for their place."""
    time = event.time or (incident.time if incident else None)
    return {"event": event.id, "incident": incident.id if incident else None, "time": time, "claim": event.claim}


def _beside(event: Event) -> Iterator[Loss]:
    """The losses of an event that other words tell than those that tell the event: of a failed killing none."""
    told = (event.trigger, *event.also)
    for row in event.losses:
        word = row.evidence
        if word is None or word.start is None or word.end is None:
            continue
        if not any(span.start < word.end and word.start < span.end for span in told):
            yield row


def one_event(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one event; loose ones are of none."""
    return one.event is not None and one.event == other.event


def one_incident(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one incident of a report; loose ones are of none."""
    return one.incident is not None and one.incident == other.incident


def _with_parts(record: Record, row: Loss, about: Mapping[str, Any], voices: Voices) -> Iterator[Figure]:
    whole = _figure(record, row, None, about, voices)
    yield whole
    for part in row.of_which:
        yield _figure(record, part, whole, about, voices)


def figure_id(report: str, event: str, row: Loss) -> str:
    """The id of a row's figure."""
    return f"{report}/{event}/{row.loss} {row.start}-{row.end}"


def _figure(record: Record, row: Loss, whole: Figure | None, about: Mapping[str, Any], voices: Voices) -> Figure:
    """The figure of a row that the report tells of this event, incident, place and time, by this claim."""
    since, first, last = _days(about["time"], record.report.published, row.scope)
    return Figure(
        id=figure_id(record.report.id, about["event"] or LOOSE, row),
        report=record.report.id,
        event=about["event"],
        incident=about["incident"],
        span={"start": row.start, "end": row.end, "text": row.text},
        loss=row.loss,
        group=row.group,
        low=row.low,
        best=row.best,
        high=row.high,
        place=about["place"],
        first=first,
        last=last,
        since=since,
        scope="part" if whole is not None and row.scope != "cumulative" else row.scope,
        part_of=whole.id if whole else None,
        original=voices.behind([about["claim"]])[0].name,
        claim=about["claim"],
    )


def _place(event: Event, incident: Incident | None) -> Place | None:
    """Where: the finest place of the event, else of its incident; no place that something comes from or goes to."""
    for places in (event.places, incident.places if incident else ()):
        at = [place for place in places if place.role in ("at", "area")]
        if at:
            return min(at, key=lambda place: (place.precision in AREAS, at.index(place)))
    return None


def _days(time: Time | None, published: date | None, scope: Scope) -> tuple[date | None, date | None, date | None]:
    """Since when, the first and the last day. What is told "since March" runs until publication; a single
    day says of a toll of months only when it was told.
    """
    if time is None or (scope == "cumulative" and (time.basis != "text" or time.first == time.last)):
        return None, None, published if scope == "cumulative" else None
    if scope != "cumulative":
        return None, time.first, time.last
    last = time.last
    if published is not None and (last is None or last < published - _RECENT):
        last = published
    return time.first, time.first, last
