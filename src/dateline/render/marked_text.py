"""Marked text: a report's words with every span that the record points at, nested and overlapping ones too."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Attribution, Event, Record, Span, Time
from dateline.render.markup import tag, text

ROLES = ("trigger", "loss", "weapon", "time", "place", "target", "actor", "source")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text in a role, for an event or (event "") for none."""

    start: int
    end: int
    role: str
    event: str = ""


def marks_of(record: Record) -> tuple[Mark, ...]:
    """All stretches that the record points at."""
    found = [mark for event in record.events for mark in _of_event(event)]
    found += _spans(record.mentions.actors, "actor")
    found += _spans(record.mentions.places, "place")
    found += [mark for time in record.mentions.times for mark in _of_time(time, "")]
    found += [mark for attribution in record.attributions for mark in _of_attribution(attribution)]
    return tuple(dict.fromkeys(found))


def marked_text(report_text: str, marks: Iterable[Mark]) -> str:
    """The text as HTML, cut wherever a mark begins or ends.

    Each piece carries the role of its innermost mark (of an event, if any is) as class, and in `data-e` every event
    that a mark over it belongs to, with the role there ("e1:trigger e4:actor").
    """
    inside = [mark for mark in marks if 0 <= mark.start < mark.end <= len(report_text)]
    return "".join(_pieces(report_text, inside))


def _pieces(report_text: str, marks: list[Mark]) -> Iterator[str]:
    opening = sorted(marks, key=lambda mark: mark.start)
    cuts = sorted({0, len(report_text)} | {mark.start for mark in marks} | {mark.end for mark in marks})
    coming, open_marks = 0, list[Mark]()
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while coming < len(opening) and opening[coming].start == start:
            open_marks.append(opening[coming])
            coming += 1
        yield _piece(report_text[start:end], open_marks)


def _piece(words: str, over: list[Mark]) -> str:
    if not over:
        return text(words)
    innermost = min(over, key=lambda mark: (not mark.event, mark.end - mark.start, ROLES.index(mark.role)))
    told = " ".join(dict.fromkeys(f"{mark.event}:{mark.role}" for mark in over if mark.event))
    used = "" if told else " idle"
    return tag("span", text(words), class_=f"m {innermost.role}{used}", data_e=told or None)


def _of_event(event: Event) -> Iterator[Mark]:
    yield from _spans((event.trigger, *event.also), "trigger", event.id)
    yield from _spans(event.actors, "actor", event.id)
    yield from _spans(event.targets, "target", event.id)
    yield from _spans(event.places, "place", event.id)
    yield from _spans(event.weapons, "weapon", event.id)
    yield from _spans(event.losses, "loss", event.id)
    if event.time:
        yield from _of_time(event.time, event.id)
    for claim in (event.claim, *event.denials):
        yield from _spans([span for span in (claim.source, claim.cue) if span], "source", event.id)


def _of_time(time: Time, event: str) -> Iterator[Mark]:
    if time.start is not None and time.end is not None:
        yield Mark(time.start, time.end, "time", event)


def _of_attribution(attribution: Attribution) -> Iterator[Mark]:
    yield from _spans([span for span in (attribution.source, attribution.cue) if span], "source")


def _spans(spans: Iterable[Span], role: str, event: str = "") -> Iterator[Mark]:
    for span in spans:
        yield Mark(span.start, span.end, role, event)
