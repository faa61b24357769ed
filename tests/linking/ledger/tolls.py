"""Records whose events tell of losses, made of a few words, for tests of the ledger."""

from collections.abc import Sequence
from datetime import date

from tests.linking.tellings import place

from dateline.linking.values.tolls import merge_losses
from dateline.model import Event, Incident, Loss, LossKind, Place, Record, ReportHead, Scope, Span, Time

SANGA = place("Sanga", 33.0, 40.0, name="Sanga", country="IQ", admin1="Sanga", precision="admin1")
TORIA = place("Toria", 33.5, 40.5, name="Toria", geonameid=1, country="IQ", admin1="Sanga", precision="town")
MINOR = place("Minor", 33.9, 41.5, name="Minor", geonameid=2, country="IQ", admin1="Sanga", precision="town")
FARAN = place("Faran", 30.0, 47.0, name="Faran", geonameid=3, country="IQ", admin1="Basra", precision="town")
FRIDAY = date(2017, 11, 3)


def row(at: int, best: int | None, *, scope: Scope = "new", loss: LossKind = "killed", **more: object) -> Loss:
    """A row of losses whose words start at this offset."""
    text = f"{best} people"
    values = {"low": best, "best": best, "high": best, **more}
    return Loss.model_validate(
        {"start": at, "end": at + len(text), "text": text, "loss": loss, "scope": scope, **values}
    )


def told(
    number: int, *rows: Loss, where: Place | None = TORIA, first: date = FRIDAY, last: date | None = FRIDAY
) -> Event:
    """An event of these rows, at a place and on days."""
    time = Time(start=0, end=6, text="Friday", first=first, last=last, granularity="day")
    at = rows[0].start if rows else 0
    places = () if where is None else (where,)
    trigger = Span(start=at, end=at + 6, text="killed")
    return Event(id=f"e{number}", kind="killing", trigger=trigger, losses=rows, places=places, time=time)


def report(name: str, *events: Event, together: Sequence[tuple[int, ...]] = (), text: str | None = None) -> Record:
    """A record of these events; `together` are the numbers of those that are one incident."""
    joined = {number for group in together for number in group}
    groups = [*together, *((n,) for n in range(1, len(events) + 1) if n not in joined)]
    incidents = []
    for number, group in enumerate(groups, 1):
        members = [events[n - 1] for n in group]
        incidents.append(
            Incident(
                id=f"i{number}",
                kind="killing",
                events=tuple(event.id for event in members),
                places=members[0].places,
                time=members[0].time,
                losses=merge_losses([event.losses for event in members]),
            )
        )
    head = ReportHead(id=name, publisher="outlet", published=FRIDAY, sha256=text or name)
    return Record(report=head, events=events, incidents=tuple(incidents))
