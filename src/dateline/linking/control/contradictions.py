"""Contradictions: two holders of one site on one day. Both are kept, with both their claims."""

from collections.abc import Sequence
from datetime import date

from dateline.linking.control.holders import may_be_one
from dateline.linking.control.sites import PART
from dateline.model import Contradiction, Tenure

PERHAPS_ONE = "perhaps the same: no name tells whose rebels they are"
SAME_DAY = "on the day that it changed hands"
TWO_HOLDERS = "two holders"


def contradicted(tenures: Sequence[Tenure]) -> tuple[Tenure, ...]:
    """The tenures of one site, each with the others that have it on the same days.

    Only what is witnessed counts: from a tenure's first day to the last that it is told of. Of "a part of" two may hold
    one each; whoever only entered or fights there does not hold it.
    """
    found = []
    for one in tenures:
        clashes = [clash for other in tenures if (clash := _clash(one, other)) is not None]
        found.append(one.model_copy(update={"contradictions": tuple(clashes)}) if clashes else one)
    return tuple(found)


def witnessed(tenure: Tenure) -> tuple[date, date] | None:
    """The first and the last day that the tenure is told of or follows from what is told; None without a day."""
    begin = tenure.first or tenure.seen
    end = tenure.last or tenure.as_of
    return None if begin is None or end is None else (min(begin, end), end)


def _clash(one: Tenure, other: Tenure) -> Contradiction | None:
    if one.holder.id == other.holder.id or one.site.part == PART:
        return None
    if not {one.level, other.level} <= {"held", "claimed"}:
        return None
    a, b = witnessed(one), witnessed(other)
    if a is None or b is None:
        return None
    first, last = max(a[0], b[0]), min(a[1], b[1])
    if first > last:
        return None
    note = TWO_HOLDERS
    if may_be_one(one.holder.id, other.holder.id):
        note = PERHAPS_ONE
    elif first == last and (first == one.last == other.first or first == other.last == one.first):
        return None
    elif first == last and first in (one.first, other.first, one.last, other.last):
        note = SAME_DAY
    return Contradiction(tenure=other.id, holder=other.holder.name, first=first, last=last, note=note)
