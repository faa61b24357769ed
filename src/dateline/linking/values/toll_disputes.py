"""Toll disputes: two originals' tolls that cannot both be right.

No disagreement: ranges that meet ("dozens" and 34, "at least 14" and 20); a toll of some (the civilians, one side's)
beside that of all, while it is no higher; a toll that grew from one day to the next, for a fortnight; a lower number in
an outlet's own words of the same day, which is an earlier count; a report's own words beside whom it quotes; what comes
on top of another number ("20 others"); tolls of days that lie apart, which are two acts'; one original's own revisions;
figures that run on.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dateline.linking.values.stands import Stand
from dateline.linking.values.tolls import Rows, adds
from dateline.model import Dispute, Loss, Side, Statement

GROWS = timedelta(days=14)
"""How long after a first count a higher one is taken for a later count."""
_OPEN = 10**9
Span = tuple[int, int]


def toll_disputes(loss: str, stands: Sequence[Stand], told: Sequence[tuple[int, Statement]]) -> Iterator[Dispute]:
    """The dispute on one kind of loss, if there is one: a side for each figure, the most supported first."""
    fighting = {
        stand.original: stand
        for stand in stands
        if any(other.original != stand.original and conflict(stand, other) for other in stands)
    }
    sides: dict[str, list[str]] = {}
    for name, stand in fighting.items():
        sides.setdefault(_figure(loss, stand), []).append(name)
    if len(sides) < 2:
        return
    ranked = sorted(sides.items(), key=lambda side: (-len(side[1]), side[0]))
    yield Dispute(
        matter="toll",
        sides=tuple(
            Side(value=value, statements=_statements([fighting[name] for name in names], told))
            for value, names in ranked
        ),
        note=" against ".join(f"{value} ({', '.join(sorted(names))})" for value, names in ranked),
    )


def conflict(one: Stand, other: Stand) -> bool:
    """Whether two originals' tolls of one kind of loss cannot both be right."""
    if any(
        _grew(a, b) or _counted_before(a, b) or _beside(a, b) or _on_top(a) for a, b in ((one, other), (other, one))
    ):
        return False
    if _of_other_days(one, other):
        return False
    shared = one.groups & other.groups
    if shared:
        return any(_lie_apart(_span(_of(one, group)), _span(_of(other, group))) for group in shared)
    for whole, part in ((one, other), (other, one)):
        if whole.groups == {"unknown"}:
            return _span(part.rows)[0] > _span(whole.rows)[1]
    return False


def _of_other_days(one: Stand, other: Stand) -> bool:
    """Whether all the days told for one lie more than a day from all those of the other: two acts, wrongly joined."""
    gaps = [max((b[0] - a[1]).days, (a[0] - b[1]).days) for a in one.days for b in other.days]
    return bool(gaps) and min(gaps) > 1


def _grew(earlier: Stand, later: Stand) -> bool:
    if earlier.published is None or later.published is None:
        return False
    return timedelta(0) < later.published - earlier.published <= GROWS and later.total >= earlier.total


def _counted_before(own: Stand, other: Stand) -> bool:
    """Whether an outlet's own words, of the same day or earlier, tell less than another."""
    if own.named or own.published is None or other.published is None:
        return False
    return own.published <= other.published and own.total <= other.total


def _beside(own: Stand, quoted: Stand) -> bool:
    """Whether an outlet's own words stand in the reports that quote the other, and nowhere else."""
    return not own.named and own.reports <= quoted.reports


def _on_top(stand: Stand) -> bool:
    """Whether all the rows count others than some number before them."""
    return all(adds(row) for row in stand.told)


def _of(stand: Stand, group: str) -> Rows:
    return tuple(row for row in stand.rows if row.group == group)


def _span(rows: Rows) -> Span:
    """The lowest and highest that the rows allow; a number that is not told allows any.

    Several rows may add up or tell one number twice, so the highest low counts, and the sum of the highs.
    """
    lows = [row.low if row.low is not None else (0 if row.high is not None else row.best or 0) for row in rows]
    highs = [_OPEN if row.high is None else row.high for row in rows]
    return max(lows, default=0), sum(highs)


def _lie_apart(one: Span, other: Span) -> bool:
    return one[0] > other[1] or other[0] > one[1]


def _figure(loss: str, stand: Stand) -> str:
    low, high = _span(stand.rows)
    number = str(low) if low == high else f"at least {low}" if high >= _OPEN else f"{low}-{high}"
    groups = sorted(stand.groups - {"unknown"})
    return f"{loss} {number}" + (f" ({', '.join(groups)})" if groups else "")


def _statements(stands: Sequence[Stand], told: Sequence[tuple[int, Statement]]) -> tuple[int, ...]:
    """The statements that tell these originals' rows."""
    rows = {(stand.original, _key(row)) for stand in stands for row in stand.told}
    return tuple(
        number
        for number, statement in told
        if isinstance(statement.mention, Loss)
        and statement.claim.stance == "asserts"
        and (statement.original, _key(statement.mention)) in rows
    )


def _key(row: Loss) -> tuple[str, str, int | None, int | None, int | None, str]:
    return row.loss, row.group, row.low, row.best, row.high, row.scope
