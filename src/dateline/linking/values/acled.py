"""The rule "acled": one conservative figure, with fixed values for vague words.

After ACLED's codebook and its answers on how fatalities are coded: fatalities come from the most reliable sources, and
where reports differ or are vague the most conservative figure is taken, to be revised, up or down, when better
information comes; "tens" is 10, "dozens" 12, "hundreds" 100, and a number that is not told at all has a small default.
The values are in the codebook (`tolls.yaml`). ACLED counts the dead alone; other losses are treated alike here, and a
rulebook leaves them out.
"""

import re
from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.linking.values.figures import Figures
from dateline.linking.values.stands import Stand, exact_first, of_all, running, standing, stands_of
from dateline.linking.values.tolls import Rows
from dateline.model import Evidence, Loss


def acled(figures: Sequence[Figures], codebook: Codebook) -> Rows:
    """The rows by ACLED's rule: those of the lowest toll that stands."""
    rows: list[Loss] = []
    for _, stands in stands_of(figures):
        fixed = [_fixed(stand, codebook) for stand in exact_first(of_all(standing(stands)))]
        least = min(fixed, key=lambda stand: (stand.total, _vague(stand), stand.original))
        rows += least.rows
    return (*rows, *running(figures))


def _vague(stand: Stand) -> bool:
    return any("fixed" in (row.evidence.note if row.evidence else "") for row in stand.rows)


def _fixed(stand: Stand, codebook: Codebook) -> Stand:
    rows = tuple(_row(row, stand, codebook) for row in stand.rows)
    return Stand(stand.original, rows, stand.published, stand.position, stand.certainty)


def _row(row: Loss, stand: Stand, codebook: Codebook) -> Loss:
    number, why = figure(row, codebook)
    evidence = Evidence(rule="tolls.acled", note=f"{stand.original}: {why}".removeprefix(": "))
    return row.model_copy(update={"low": number, "best": number, "high": number, "evidence": evidence})


def figure(row: Loss, codebook: Codebook) -> tuple[int, str]:
    """One figure for a row, and why: the number told, the fixed value of its words, or the default."""
    if row.low is not None and row.low == row.best:
        return row.low, f"{row.low} told"
    words = row.text.casefold()
    fixed = [
        (len(phrase), value)
        for phrase, value in codebook.fixed_tolls.items()
        if re.search(rf"\b{re.escape(phrase)}\b", words)
    ]
    if fixed and row.high != row.best:
        return max(fixed)[1], f"the fixed value of {row.text!r}"
    if row.best is not None:
        least = row.best if row.low is None else row.low
        return least, f"the least that {row.text!r} says"
    return codebook.fixed_tolls["*"], f"the fixed value of a number not told ({row.text!r})"
