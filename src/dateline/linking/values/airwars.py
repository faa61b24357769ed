"""The rule "airwars": the range of what is claimed, civilians apart, the belligerent's own count beside it.

After Airwars' methodology: every public claim of civilian harm is kept, an incident has the minimum and the maximum of
what its sources claim killed and injured, civilians apart from combatants, and stays open to later claims; the
belligerent's own assessment is put beside them. Published totals rest on the minimum, so that is `best`.
"""

from collections.abc import Iterator, Sequence

from dateline.codebook import Codebook
from dateline.linking.values.figures import Figures
from dateline.linking.values.stands import Stand, exact_first, running, stands_of
from dateline.linking.values.tolls import Rows
from dateline.model import Alternative, Evidence, Loss


def airwars(figures: Sequence[Figures], _codebook: Codebook) -> Rows:
    """The rows by Airwars' rule: for each group the lowest and the highest claim."""
    rows: list[Loss] = []
    for _, stands in stands_of(figures):
        public = exact_first([stand for stand in stands if stand.position != "belligerent"] or stands)
        own = [stand for stand in stands if stand not in public and stand.position == "belligerent"]
        groups = dict.fromkeys(row.group for stand in public for row in stand.rows)
        specific = [group for group in groups if group != "unknown"]
        rows += [_range(group, list(_claims(group, public)), own) for group in specific or ["unknown"]]
    return (*rows, *running(figures))


def _claims(group: str, stands: Sequence[Stand]) -> Iterator[tuple[Stand, Rows]]:
    """What each original claims of a group; civilians are also whom a toll means that does not say of whom."""
    for stand in stands:
        same = tuple(row for row in stand.rows if row.group == group)
        if not same and group == "civilians" and stand.groups == {"unknown"}:
            same = stand.rows
        if same:
            yield stand, same


def _range(group: str, claims: Sequence[tuple[Stand, Rows]], own: Sequence[Stand]) -> Loss:
    spans = [(Stand(s.original, rows, None, None, 1.0), rows) for s, rows in claims]
    lowest = min(spans, key=lambda span: (span[0].total, span[0].original))
    row = next((row for row in lowest[1] if row.group == group), lowest[1][0])
    low, high = lowest[0].total, max(stand.most for stand, _ in spans)
    note = "; ".join(f"{stand.original}: {stand.total}-{stand.most}" for stand, _ in spans)
    beside = tuple(
        Alternative(value=f"{s.original}: {s.total}", score=0.0, why="a belligerent's own count") for s in own
    )
    evidence = Evidence(rule="tolls.airwars", note=note, alternatives=beside)
    update = {"group": group, "low": low, "best": low, "high": high, "evidence": evidence, "of_which": ()}
    return row.model_copy(update=update)
