"""The rule "ucdp": best, low and high as the Uppsala Conflict Data Program reconciles reports.

After the UCDP GED Codebook ("best", "high", "low": the most likely, the highest and the lowest reliable estimate) and
UCDP's definitions: if reports differ, it is examined which source is most reliable; where that cannot be told, the
lower figure is taken; low and high are given beside it where they are deemed reasonable. An event of which nobody is
sure that anyone died has best 0.

So here: what a belligerent says counts only where nobody else tells a toll; a toll that a later day's has overtaken is
no estimate any more. Best is the figure that most originals tell, then that of a monitor or medic, then the lower. Low
and high are the lowest and highest figures of those. A vague number ("dozens") counts as the least that it can mean,
and as the most for high, unless another's exact number fits it.
"""

from collections import Counter
from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.linking.values.figures import Figures
from dateline.linking.values.stands import Stand, credible, exact_first, of_all, running, standing, stands_of
from dateline.linking.values.tolls import Rows
from dateline.model import Evidence, Loss

_CLOSE = frozenset({"monitor", "medic"})


def ucdp(figures: Sequence[Figures], _codebook: Codebook) -> Rows:
    """The rows by UCDP's rule."""
    rows: list[Loss] = []
    for _, stands in stands_of(figures):
        trusted = exact_first(of_all(standing(credible(stands))))
        best = _best(trusted)
        rows += [_row(row, best, trusted) for row in best.rows]
    return (*rows, *running(figures))


def _best(stands: Sequence[Stand]) -> Stand:
    agreement = Counter(stand.total for stand in stands)

    def worth(stand: Stand) -> tuple[int, bool, int, int, str]:
        told = sum(row.group != "unknown" for row in stand.rows)
        return agreement[stand.total], stand.position in _CLOSE, -stand.total, told, stand.original

    return max(stands, key=worth)


def _row(row: Loss, best: Stand, stands: Sequence[Stand]) -> Loss:
    """The row with the lowest and highest that the others tell of the same people."""
    alone = len(best.rows) == 1
    lows, highs, says = [], [], []
    for stand in stands:
        same = tuple(other for other in stand.rows if other.group == row.group)
        if not same and not (alone and (row.group == "unknown" or "unknown" in stand.groups)):
            continue
        of_them = stand if not same or alone else Stand(stand.original, same, None, None, 1.0)
        if alone and row.group == "unknown" and "unknown" not in stand.groups and of_them.most < (row.best or 0):
            continue  # some of the dead, no estimate of all
        lows.append(of_them.total)
        highs.append(of_them.most)
        says.append(f"{stand.original}: {of_them.total}")
    low = row.low if row.low is not None else row.best or 0
    lows.append(low)
    highs.append(max(low, row.high or row.best or low))
    note = "; ".join(sorted(set(says)))
    return row.model_copy(
        update={"low": min(lows), "best": low, "high": max(highs), "evidence": Evidence(rule="tolls.ucdp", note=note)}
    )
