"""Sharpening: "taken in August" and "taken on the 12th" are one taking, dated by the report that says more."""

from collections.abc import Sequence
from datetime import date

from dateline.linking.control.holders import holder_key, may_be_one
from dateline.model import Witness

Days = tuple[date, date]


def sharpened(witnesses: Sequence[Witness]) -> list[Witness]:
    """The witnesses in their order, changes that are dated vaguely with the days of a change that they can be.

    That is the narrowest, then the first, whose days lie within theirs and that tells the same change: the same holder
    gaining or losing, or the other side of it (what one gains another loses).
    """
    changes = [(witness, days) for witness in witnesses if (days := days_of(witness)) is not None]
    return [_sharp(witness, changes) for witness in witnesses]


def days_of(witness: Witness) -> Days | None:
    """The days on which a taking or a loss can have been; None for what tells of no change, or of no day."""
    if witness.told not in ("taken", "lost"):
        return None
    day = witness.first if witness.told == "taken" else witness.last
    return None if day is None else (min(witness.earliest or day, day), day)


def _sharp(witness: Witness, changes: Sequence[tuple[Witness, Days]]) -> Witness:
    own = days_of(witness)
    if own is None or own[0] == own[1]:
        return witness
    within = [
        days
        for other, days in changes
        if own[0] <= days[0] and days[1] <= own[1] and days != own and _is_the_same(witness, other)
    ]
    if not within:
        return witness
    earliest, day = min(within, key=lambda days: ((days[1] - days[0]).days, days))
    edge = "first" if witness.told == "taken" else "last"
    as_of = day if witness.as_of == own[1] else witness.as_of
    return witness.model_copy(update={edge: day, "earliest": earliest, "as_of": as_of})


def _is_the_same(one: Witness, other: Witness) -> bool:
    """Whether two changes of a site can be one."""
    same = may_be_one(holder_key(one.holder), holder_key(other.holder))
    return same if one.told == other.told else not same
