"""The rule "latest": the newest standing toll.

Within one report and one day the rule "tolls.standing" holds (see `tolls`). A later day's toll takes the place of an
earlier one, for tolls are revised, up and down, as the dead are counted; the earlier number stays in its evidence.
It does not where the later telling says less: a vague or open number that the earlier one meets, or a part of it.
"""

from collections.abc import Sequence
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
        told = sorted(((t.report, number, rows) for t in day for number, rows in t.rows), key=lambda told: told[:2])
        of_day = merge_losses([rows for _, _, rows in told])
        standing = renewed(standing, of_day) if standing else of_day
    return standing


def renewed(standing: Rows, later: Rows) -> Rows:
    """What stands of two days' rows, kind of loss by kind, the perpetrators' own dead and what runs on apart."""
    kept: list[Loss] = []
    for sort in dict.fromkeys(_sort(row) for row in (*standing, *later)):
        before = tuple(row for row in standing if _sort(row) == sort)
        now = tuple(row for row in later if _sort(row) == sort)
        kept += _renewed(before, now)
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
    return (_instead(now[0], before), *now[1:])


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


def _instead(chosen: Loss, others: Rows) -> Loss:
    """The later row, with the earlier rows as the readings that lost."""
    lost = tuple(
        Alternative(value=f"{row.low}/{row.best}/{row.high} ({row.text})", score=0.4, why="an earlier day's toll")
        for row in others
    )
    old = chosen.evidence or Evidence(rule="tolls.latest")
    note = f"{old.note}; takes the place of an earlier toll".removeprefix("; ")
    update = old.model_copy(update={"note": note, "alternatives": (*old.alternatives, *lost)})
    return chosen.model_copy(update={"evidence": update})
