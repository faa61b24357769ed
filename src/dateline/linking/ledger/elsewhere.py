"""Elsewhere: figures that another report tells of the same occurrence, so that many reports count it once.

Which incidents of two reports are one is what linking across reports says (`joined`). Of reports that it was not asked
about, figures are taken for one where number, kind of loss, place (a town or finer) and days agree; that joins too
little rather than too much.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.linking.ledger.containing import counts_among, overlaps
from dateline.linking.sameness import AREAS, one_place
from dateline.model import Figure, JoinedIncident

Occurrence = tuple[str, str | None]
"""A report and one of its incidents."""
_DAYS = 7
"""A figure of more days than this is of no one occurrence."""


def told_elsewhere(figures: Sequence[Figure], joined: Iterable[JoinedIncident] = ()) -> list[Figure]:
    """The figures in their order, those of an occurrence that another report tells more fully marked as repetitions."""
    groups = {(m.report, m.incident): incident.id for incident in joined for m in incident.members}
    told: dict[tuple[str, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        group = groups.get((figure.report, figure.incident or ""))
        if figure.counts and group is not None:
            told[group, figure.loss][figure.report].append(figure)
    twins: dict[str, str] = {}
    for by_report in told.values():
        standing = max(by_report, key=lambda report: (sum(f.best or 0 for f in by_report[report]), report))
        for report, others in by_report.items():
            twins |= {f.id: by_report[standing][0].id for f in others if report != standing}
    marked = [f.model_copy(update={"repeats": twins[f.id]}) if f.id in twins else f for f in figures]
    return _by_likeness(marked, set(groups))


def _by_likeness(figures: Sequence[Figure], linked: set[Occurrence]) -> list[Figure]:
    """The figures, those that an earlier report tells alike marked, where linking has nothing to say of either."""
    seen: dict[tuple[str, int | None], list[Figure]] = defaultdict(list)
    found = []
    for figure in figures:
        if not figure.counts or (figure.report, figure.incident or "") in linked or not figure.best:
            found.append(figure)
            continue
        rivals = seen[figure.loss, figure.best]
        twin = next((rival for rival in rivals if _is_alike(figure, rival)), None)
        if twin is None:
            rivals.append(figure)
        found.append(figure if twin is None else figure.model_copy(update={"repeats": twin.id}))
    return found


def _is_alike(one: Figure, other: Figure) -> bool:
    if one.report == other.report or not (_is_dated(one) and _is_dated(other) and overlaps(one, other)):
        return False
    if one.place is None or other.place is None or {one.place.precision, other.place.precision} & AREAS:
        return False
    groups = counts_among(one.group, other.group) or counts_among(other.group, one.group)
    return groups and one_place(one.place, other.place) is True


def _is_dated(figure: Figure) -> bool:
    return figure.first is not None and figure.last is not None and (figure.last - figure.first).days <= _DAYS
