"""The rule "latest": the newest standing toll.

Within one report the rule "tolls.standing" holds (see `tolls`); of the reports of one day the larger toll stands. A
later day's toll takes the place of an earlier one, for tolls are revised, up and down, as the dead are counted; the
earlier number stays in its evidence. It does not where the later telling says less: a vague or open number that the
earlier one meets, or a part of it.
"""

from collections.abc import Sequence
from functools import reduce
from itertools import groupby

from dateline.codebook import Codebook
from dateline.linking.values.figures import Figures
from dateline.linking.values.tolls import Rows, merge_losses
from dateline.model import Alternative, Evidence, Loss


def latest(figures: Sequence[Figures], _codebook: Codebook) -> Rows:
    """The rows by this rule."""
    return newest(figures)


def newest(figures: Sequence[Figures]) -> Rows:
    """The rows that stand after the newest telling."""
    standing: Rows = ()
    for _, day in groupby(figures, key=lambda telling: telling.published):
        standing = renewed(standing, reduce(beside, _reports(list(day))))
    return standing


def _reports(figures: Sequence[Figures]) -> list[Rows]:
    """What stands in each report, event after event, the reports by their ids."""
    told = sorted(((t.report, number, rows) for t in figures for number, rows in t.rows), key=lambda told: told[:2])
    by_report = groupby(told, key=lambda told: told[0])
    return [merge_losses([rows for _, _, rows in group]) for _, group in by_report]


def beside(one: Rows, other: Rows) -> Rows:
    """What stands of two reports of one day: the larger toll, the more telling one, both where they count others."""
    kept: list[Loss] = []
    for sort in dict.fromkeys(_sort(row) for row in (*one, *other)):
        kept += _beside(_of_sort(one, sort), _of_sort(other, sort))
    return tuple(kept)


def _beside(one: Rows, other: Rows) -> Rows:
    if not one or not other:
        return one or other
    groups = {row.group for row in one}, {row.group for row in other}
    if not groups[0] & groups[1] and "unknown" not in groups[0] | groups[1]:
        return (*one, *other)
    if says_less(other, one):
        return one
    if says_less(one, other):
        return other
    if bounds(one)[0] == bounds(other)[0]:
        return max(one, other, key=lambda rows: (-sum(row.group == "unknown" for row in rows), rows is one))
    small, large = sorted((one, other), key=lambda rows: bounds(rows)[0] or 0)
    return (_instead(large[0], small, "smaller than another report's", "the larger of two reports'"), *large[1:])


def _of_sort(rows: Rows, sort: tuple[str, bool, bool]) -> Rows:
    return tuple(row for row in rows if _sort(row) == sort)


def renewed(standing: Rows, later: Rows) -> Rows:
    """What stands of two days' rows, kind of loss by kind, the perpetrators' own dead and what runs on apart."""
    kept: list[Loss] = []
    for sort in dict.fromkeys(_sort(row) for row in (*standing, *later)):
        kept += _renewed(_of_sort(standing, sort), _of_sort(later, sort))
    return tuple(kept)


def _sort(row: Loss) -> tuple[str, bool, bool]:
    return row.loss, row.group == "perpetrators", row.scope == "cumulative"


def _renewed(before: Rows, now: Rows) -> Rows:
    if not before or not now:
        return before or now
    if says_less(now, before):
        return before
    if bounds(before) == bounds(now) and len(now) <= len(before):
        return before
    return (_instead(now[0], before, "an earlier day's toll", "takes the place of an earlier toll"), *now[1:])


def says_less(now: Rows, before: Rows) -> bool:
    """Whether a later telling only repeats an earlier one in fewer words: vaguer, or some of its groups alone."""
    (low, high), (low_before, high_before) = bounds(now), bounds(before)
    if low is None:
        return True
    vague = high != low and low_before is not None and low <= low_before and (high is None or _meets(high_before, high))
    groups, groups_before = {row.group for row in now}, {row.group for row in before}
    part = "unknown" not in groups and groups != groups_before and (low_before or 0) >= low
    return vague or part


def _meets(high_before: int | None, high: int) -> bool:
    return high_before is not None and high_before <= high


def bounds(rows: Rows) -> tuple[int | None, int | None]:
    """The lowest and highest total of the rows; None where it is not said or open."""
    lows = [row.best if row.low is None else row.low for row in rows]
    known = [low for low in lows if low is not None]
    highs = [row.high for row in rows]
    total = sum(high for high in highs if high is not None)
    return (sum(known) if known else None), (None if None in highs else total)


def _instead(chosen: Loss, others: Rows, why: str, says: str) -> Loss:
    """A row, with the rows that it takes the place of as the readings that lost."""
    lost = tuple(
        Alternative(value=f"{row.low}/{row.best}/{row.high} ({row.text})", score=0.4, why=why) for row in others
    )
    old = chosen.evidence or Evidence(rule="tolls.latest")
    note = f"{old.note}; {says}".removeprefix("; ")
    update = old.model_copy(update={"note": note, "alternatives": (*old.alternatives, *lost)})
    return chosen.model_copy(update={"evidence": update})
