"""Figures: every row of losses of a report as an entry of the ledger."""

from collections.abc import Iterator
from datetime import date, timedelta

from dateline.linking.sameness import AREAS
from dateline.model import Event, Figure, Incident, Loss, Place, Record, Scope, Time

REAL = ("happened", "ongoing")
_RECENT = timedelta(days=45)
"""A period that ends so shortly before publication ended then; one that ends earlier was told as "since"."""


def figures_of(record: Record) -> tuple[Figure, ...]:
    """The figures of what a report tells as done, in order of the text, parts after their wholes."""
    incidents = {identifier: incident for incident in reversed(record.incidents) for identifier in incident.events}
    found: dict[str, Figure] = {}
    for event in record.events:
        if event.status not in REAL:
            continue
        for row in event.losses:
            for figure in _with_parts(record, event, incidents.get(event.id), row):
                found.setdefault(figure.id, figure)
    return tuple(sorted(found.values(), key=lambda f: (f.span.start, f.part_of is not None, f.id)))


def _with_parts(record: Record, event: Event, incident: Incident | None, row: Loss) -> Iterator[Figure]:
    whole = _figure(record, event, incident, row, None)
    yield whole
    for part in row.of_which:
        yield _figure(record, event, incident, part, whole)


def figure_id(report: str, event: str, row: Loss) -> str:
    """The id of a row's figure."""
    return f"{report}/{event}/{row.loss} {row.start}-{row.end}"


def _figure(record: Record, event: Event, incident: Incident | None, row: Loss, whole: Figure | None) -> Figure:
    time = event.time or (incident.time if incident else None)
    scope: Scope = "part" if whole is not None and row.scope != "cumulative" else row.scope
    since, first, last = _days(time, record.report.published, row.scope)
    source = event.claim.source
    return Figure(
        id=figure_id(record.report.id, event.id, row),
        report=record.report.id,
        event=event.id,
        incident=incident.id if incident else None,
        span={"start": row.start, "end": row.end, "text": row.text},
        loss=row.loss,
        group=row.group,
        low=row.low,
        best=row.best,
        high=row.high,
        place=_place(event, None if row.scope == "cumulative" else incident),
        first=first,
        last=last,
        since=since,
        scope=scope,
        part_of=whole.id if whole else None,
        original=(source.id or source.text) if source else record.report.publisher or record.report.id,
        claim=event.claim,
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
