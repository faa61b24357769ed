"""Elsewhere: figures that another report tells of the same occurrence, so that many reports count it once.

Which incidents of two reports are one is what linking across reports says (`joined`). Of reports that it was not asked
about, figures are taken for one where number, kind of loss, place (a town or finer) and days agree; that joins too
little rather than too much.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.ledger.containing import counts_among, overlaps
from dateline.linking.sameness import AREAS, one_place
from dateline.model import Figure, JoinedIncident

Occurrence = tuple[str, str | None]
"""A report and one of its incidents."""
_DAYS = 7
"""A figure of more days than this is of no one occurrence."""


def told_elsewhere(figures: Sequence[Figure], joined: Iterable[JoinedIncident] = ()) -> list[Figure]:
    """The figures in their order, those of an occurrence that another report tells too marked as repetitions.

    Of an incident that several reports tell, the report counts whose figures come nearest to the tolls that stand for
    it, so that the ledger says what the incident says; where none stands, the one that tells most. A figure that one
    report has in a total of several incidents is in there for all reports.
    """
    incidents = list(joined)
    groups = {(m.report, m.incident): incident for incident in incidents for m in incident.members}
    told: dict[tuple[str, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        group = groups.get((figure.report, figure.incident or ""))
        if figure.counts and group is not None:
            told[group.id, figure.loss][figure.report].append(figure)
    stands = {(each.id, loss): toll for each in incidents for loss, toll in _tolls(each).items()}
    twins: dict[str, str] = {}
    for key, by_report in told.items():
        standing = _standing(by_report, stands.get(key))
        for report, others in by_report.items():
            twins |= {f.id: by_report[standing][0].id for f in others if report != standing}
    marked = [f.model_copy(update={"repeats": twins[f.id]}) if f.id in twins else f for f in figures]
    of = {identity: group.id for identity, group in groups.items()}
    return _by_likeness(_in_totals(marked, of), set(groups))


def _tolls(incident: JoinedIncident) -> dict[str, int]:
    """What stands for an incident, by kind of loss."""
    found: dict[str, int] = defaultdict(int)
    for row in incident.losses:
        if row.best is not None and row.scope != "cumulative":
            found[row.loss] += row.best
    return found


def _standing(by_report: Mapping[str, Sequence[Figure]], toll: int | None) -> str:
    """The report whose figures come nearest to a toll, of those the one that tells most."""
    sums = {report: sum(f.best or 0 for f in figures) for report, figures in by_report.items()}
    far = {report: 0 if toll is None else abs(total - toll) for report, total in sums.items()}
    return max(by_report, key=lambda report: (-far[report], sums[report], report))


def _in_totals(figures: Sequence[Figure], groups: Mapping[tuple[str, str], str]) -> list[Figure]:
    """The figures, those marked that another report has as a part of a total that counts, and that is no less."""
    known = {figure.id: figure for figure in figures}

    def group(figure: Figure) -> str | None:
        return groups.get((figure.report, figure.incident or ""))

    within: dict[tuple[str | None, str], tuple[Figure, Figure]] = {}
    for figure in figures:
        whole = known.get(figure.part_of or "")
        if whole is not None and whole.counts and figure.repeats is None and group(figure) not in (None, group(whole)):
            within.setdefault((group(figure), figure.loss), (figure, whole))
    found = []
    for figure in figures:
        part, whole = within.get((group(figure), figure.loss), (figure, figure))
        covered = figure.counts and part.report != figure.report and (figure.best or 0) <= (whole.best or 0)
        found.append(figure.model_copy(update={"repeats": part.id}) if covered else figure)
    return found


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
