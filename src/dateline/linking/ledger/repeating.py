"""Repeating: which figures tell again what another one tells, so that nothing is counted twice.

Within a report: the rows that stand for the incident (`linking.values.tolls`) stand; the other tellings repeat them,
are parts of them, or are replaced. A figure told again in an incident of its own (a title, a summary at the
end) repeats the first one, if number, place, days and group can be the same. Of one text printed under two ids the
second repeats the first.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.linking.ledger.containing import counts_among, lies_in, overlaps
from dateline.linking.ledger.figures import one_event, one_incident
from dateline.linking.ledger.ranges import is_vague
from dateline.model import Figure, Incident, Loss, Record

FEW = 2
"""Up to so many are too few to be known again by their number alone."""


def settle(record: Record, figures: Sequence[Figure]) -> tuple[list[Figure], dict[str, str]]:
    """The figures of one report, repetitions and parts marked; and the rivals: told with another number than stands.

    A rival may be a part or a total of what stands (`totals`); what is neither is a repetition of it.
    """
    by_incident: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in figures:
        by_incident[figure.incident].append(figure)
    settled = list(by_incident.pop(None, []))
    rivals: dict[str, str] = {}
    for incident in record.incidents:
        marked, other = _within(incident, by_incident.pop(incident.id, []))
        settled += marked
        rivals |= other
    return _told_again(sorted(settled, key=lambda f: (f.span.start, f.part_of is not None, f.id))), rivals


def _within(incident: Incident, figures: Sequence[Figure]) -> tuple[list[Figure], dict[str, str]]:
    """One incident's figures, held against the rows that stand for it."""
    rows = {_key(row): row for row in incident.losses}
    wholes = {_key(part): _key(row) for row in incident.losses for part in row.of_which}
    standing = {_place_of(f): f for f in reversed(figures) if _place_of(f) in rows and f.part_of is None}
    found: list[Figure] = []
    rivals: dict[str, str] = {}
    for figure in figures:
        key = _place_of(figure)
        if figure.part_of is not None or (key in standing and standing[key].id == figure.id):
            found.append(figure)
            continue
        if key in wholes and wholes[key] in standing and is_vague(standing[wholes[key]]) and figure.best:
            rivals[figure.id] = standing[wholes[key]].id
            found.append(figure)
            continue
        if key in wholes and wholes[key] in standing:
            found.append(figure.model_copy(update={"part_of": standing[wholes[key]].id, "scope": "part"}))
            continue
        same = next((f for f in found if f.id in rivals and f.loss == figure.loss and f.best == figure.best), None)
        twin = same or _twin(figure, [s for s in standing.values() if s.loss == figure.loss and s.id != figure.id])
        if twin is not None and twin.best != figure.best and figure.best:
            rivals[figure.id] = twin.id
            twin = None
        found.append(figure if twin is None else figure.model_copy(update={"repeats": twin.id}))
    return _replacing(found, rows, rivals), rivals


def _twin(figure: Figure, standing: Sequence[Figure]) -> Figure | None:
    """What stands for the same: of the same number, else the largest."""
    fit = [s for s in standing if (s.scope == "cumulative") == (figure.scope == "cumulative")]
    same = [s for s in fit if s.best == figure.best]
    return same[0] if same else max(fit, key=lambda s: (s.best or 0, s.id), default=None)


def _replacing(
    figures: Sequence[Figure], rows: dict[tuple[str, int, int], Loss], rivals: dict[str, str]
) -> list[Figure]:
    """The figures, those whose row replaces an earlier toll naming it; what is replaced is no rival any more."""
    replaced: dict[str, str] = {}
    for figure in figures:
        row = rows.get(_place_of(figure))
        earlier = [f.id for f in figures if rivals.get(f.id) == figure.id and f.span.start < figure.span.start]
        if row is not None and row.supersedes is not None and earlier:
            replaced[figure.id] = earlier[-1]
    found = []
    for figure in figures:
        if figure.id in replaced:
            found.append(figure.model_copy(update={"supersedes": replaced[figure.id]}))
        elif figure.id in replaced.values():
            found.append(figure.model_copy(update={"repeats": rivals.pop(figure.id)}))
        else:
            found.append(figure)
    return found


def _key(row: Loss) -> tuple[str, int, int]:
    return row.loss, row.start, row.end


def _place_of(figure: Figure) -> tuple[str, int, int]:
    return figure.loss, figure.span.start, figure.span.end


def _told_again(figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a report in order of the text, those that an incident told apart tells again marked."""
    kept: list[Figure] = []
    for figure in figures:
        twin = next((k for k in kept if k.repeats is None and _is_again(figure, k)), None)
        again = twin is not None and figure.repeats is None
        kept.append(figure.model_copy(update={"repeats": twin.id}) if again and twin is not None else figure)
    return _under_what_stands([_yielding(figure, kept) for figure in kept])


def _yielding(figure: Figure, figures: Sequence[Figure]) -> Figure:
    """ "Dozens" yield to a number within them that is told of the same place and days ("dozens ... 30 wounded")."""
    if not figure.counts or not is_vague(figure) or figure.place is None:
        return figure
    numbers = (other for other in figures if other.counts and not is_vague(other) and other.place is not None)
    twin = next((other for other in numbers if _is_within(other, figure)), None)
    return figure if twin is None else figure.model_copy(update={"repeats": twin.id})


def _is_within(number: Figure, vague: Figure) -> bool:
    """Whether a number can be what a vague figure means."""
    if number.loss != vague.loss or one_event(number, vague) or not number.best:
        return False
    if not (vague.low or 0) <= number.best <= (vague.high or 0) or not overlaps(number, vague):
        return False
    groups = counts_among(number.group, vague.group) or counts_among(vague.group, number.group)
    return groups and (lies_in(number.place, vague.place) or lies_in(vague.place, number.place))


def _under_what_stands(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, parts of one that is told again put under the first telling; a part told there too repeats it."""
    known = {figure.id: figure for figure in figures}
    found: list[Figure] = []
    for figure in figures:
        whole = known.get(figure.part_of or "")
        if whole is None or whole.repeats is None or known[whole.repeats].best != whole.best:
            found.append(figure)
            continue
        twin = next((f for f in found if f.part_of == whole.repeats and f.best == figure.best), None)
        again = {"repeats": twin.id} if twin is not None and figure.repeats is None else {}
        found.append(figure.model_copy(update={"part_of": whole.repeats, **again}))
    return found


def _is_again(figure: Figure, first: Figure) -> bool:
    """Whether a figure can tell again what one before it told."""
    if one_event(figure, first) or figure.loss != first.loss or figure.best is None:
        return False
    if one_incident(figure, first) and _head(figure) != _head(first):
        return False
    if figure.best != first.best or (figure.scope == "cumulative") != (first.scope == "cumulative"):
        return False
    if figure.part_of is not None and first.part_of == figure.part_of:
        return False
    groups = counts_among(figure.group, first.group) or counts_among(first.group, figure.group)
    groups = groups or "unknown" in (figure.group, first.group) or _head(figure) == _head(first)
    near = lies_in(figure.place, first.place) or lies_in(first.place, figure.place)
    if not (groups and near and overlaps(figure, first)):
        return False
    alike = figure.span.text.casefold() == first.span.text.casefold()
    return figure.best > FEW or (alike and figure.place is not None and first.place is not None)


def _head(figure: Figure) -> str:
    """The last word of a figure: who is counted."""
    return figure.span.text.casefold().split()[-1]


def copies_marked(figures: Iterable[Figure], texts: Mapping[str, str]) -> list[Figure]:
    """The figures of many reports, those marked that a copy of the text tells (`texts`: report to what copies share).

    Nearly one text, printed by two outlets: the nth figure of one number, loss, group and wording is the nth.
    """
    first: dict[tuple[object, ...], Figure] = {}
    times: dict[tuple[object, ...], int] = defaultdict(int)
    found = []
    for figure in sorted(figures, key=lambda f: (f.report, f.span.start, f.part_of is not None, f.id)):
        words = figure.loss, figure.group, figure.low, figure.best, figure.high, figure.span.text.casefold()
        times[figure.report, words] += 1
        known = first.setdefault(
            (texts.get(figure.report) or figure.report, words, times[figure.report, words]), figure
        )
        found.append(figure if known is figure else figure.model_copy(update={"repeats": known.id}))
    return found
