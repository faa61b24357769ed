"""From time words to days."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from dateline.coding.text.document import Document
from dateline.coding.times.grammar import Found, find_time
from dateline.coding.times.intervals import bounded, joined
from dateline.coding.times.scene import Scene
from dateline.coding.times.words import fold
from dateline.frozen import frozen
from dateline.model import Basis, Evidence, Span, Time

if TYPE_CHECKING:
    from dateline.coding.times.values import Value


_SINCE = re.compile(r"\b(?:since|until|till) (?:the )?$")


@frozen
class Times:
    """All times that a report names, in order, and the day that relative ones count from.

    `anchor` is the day that the report prints of itself, else that of publication, else None; `anchor_basis` says
    which.
    """

    anchor: date | None = None
    anchor_basis: Basis = "publication"
    mentions: tuple[Time, ...] = ()


def resolve_times(document: Document) -> Times:
    """Find and resolve every time expression of a report."""
    printed = document.heading.day if document.heading else None
    anchor = printed or document.report.published
    folded = fold(document.text)
    mentions = [*_of_heading(document), *(_time(document.text, found) for found in _all(document, folded, anchor))]
    mentions.sort(key=lambda time: time.start or 0)
    return Times(anchor, "dateline" if printed else "publication", tuple(mentions))


def _of_heading(document: Document) -> Iterator[Time]:
    heading = document.heading
    if heading and heading.day and heading.day_span:
        words = Span.of(document.text, *heading.day_span)
        yield Time.model_validate({
            **words.model_dump(), "timex": heading.day.isoformat(), "first": heading.day, "last": heading.day,
            "granularity": "day", "basis": "dateline",
            "evidence": Evidence(rule="times.heading", note="the day that the report prints of itself"),
        })  # fmt: skip


def _all(document: Document, folded: str, anchor: date | None) -> Iterator[Found]:
    focus: Value | None = None
    period: Value | None = None
    for sentence in document.sentences:
        found: list[Found] = []
        at = sentence.start
        while one := find_time(Scene(document.text, folded, sentence, anchor, focus, period), at):
            found.append(one)
            at = one.end
            if (
                one.value.focus
                and one.value.first
                and not _SINCE.search(folded, max(sentence.start, one.start - 12), one.start)
            ):
                focus = one.value
                period = focus if focus.granularity == "quarter" else period
        yield from bounded(joined(found, folded), folded, sentence.start)


def _time(text: str, found: Found) -> Time:
    value = found.value
    words = Span.of(text, found.start, found.end)
    score = 1.0 if value.first and value.last else 0.5
    return Time.model_validate({
        **words.model_dump(), "type": value.type, "timex": value.timex, "first": value.first, "last": value.last,
        "granularity": value.granularity, "extent": value.extent, "basis": "text",
        "evidence": Evidence(rule=f"times.{found.rule}", score=score, note=value.note),
    })  # fmt: skip
