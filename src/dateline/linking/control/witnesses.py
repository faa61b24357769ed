"""Witnesses: what each report says of who held what, with the report named."""

from collections.abc import Iterable
from datetime import date

from dateline.codebook.originals import OriginalBook
from dateline.linking.control.holders import holder_key
from dateline.linking.control.sites import site_of
from dateline.linking.control.within import LEFT, TAKEN, TAKEN_FROM
from dateline.linking.values.originals import Voices
from dateline.model import Control, Event, Record, Told, Witness

_TOLD: dict[str, Told] = {
    TAKEN: "taken",
    LEFT: "lost",
    TAKEN_FROM: "lost",
    "control.enters": "entered",
    "control.fought": "fought",
}


def witnesses_of(record: Record, book: OriginalBook | None = None) -> tuple[Witness, ...]:
    """The control statements of a record, each as a witness of its own.

    Whose word each is goes by the codebook's `book` of originals, without one by that of the codebook that ships.
    """
    voices = Voices(record, book)
    return tuple(_witness(record, control, voices) for control in record.control)


def site_key(witness: Witness) -> str:
    """The site that it speaks of."""
    return site_of(witness.place, witness.part).id


def order_of(witness: Witness) -> tuple[str, ...]:
    """A key that puts witnesses in the same order whatever order they came in."""
    days = (witness.as_of, witness.first, witness.last)
    return (
        *("" if day is None else day.isoformat() for day in days),
        witness.report,
        f"{witness.span.start:09}",
        f"{witness.place.start:09}",
        holder_key(witness.holder),
        witness.level,
        witness.told,
    )


def in_order(witnesses: Iterable[Witness]) -> tuple[Witness, ...]:
    """Each witness once, in their order."""
    kept = {order_of(witness): witness for witness in witnesses}
    return tuple(kept[key] for key in sorted(kept))


def _witness(record: Record, control: Control, voices: Voices) -> Witness:
    event = record.event(control.event) if control.event else None
    told: Told = _TOLD.get(control.evidence.rule, "stated") if control.evidence else "stated"
    report = record.report
    original, quoted = voices.behind(control.claims)
    return Witness(
        report=report.id,
        published=report.published,
        place=control.place,
        holder=control.holder,
        span=control.span,
        part=control.part,
        told=told,
        event=control.event,
        first=control.first,
        last=control.last,
        earliest=_earliest(control, event),
        as_of=control.as_of,
        level=control.level,
        claims=control.claims,
        original=original.key,
        voice=original.name,
        quoted=quoted,
        sha256=report.sha256,
    )


def _earliest(control: Control, event: Event | None) -> date | None:
    """The first day that a taking or a loss can have been on, where the text dates it to more than a day."""
    time = event.time if event is not None else None
    if time is None or time.first is None or time.last is None or time.last not in (control.first, control.last):
        return None
    return time.first
