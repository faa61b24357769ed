"""Relinking: the incidents that follow from what has moved, under ids that last.

A group of tellings keeps the id that most of its members had; where two groups want one id, the one with more of its
members has it. A group that nobody's id is left for gets back the id that its members had earlier, if that one had
been merged away (so a merge that is undone gives both ids back), else a new one. An id without a group is merged into
the incident that most of its tellings are in now, or it went.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from sqlalchemy import Connection

from dateline.linking.across.clustering import Name, clusters_of
from dateline.pipeline.project.enacting import Moved
from dateline.pipeline.project.making import Maker
from dateline.pipeline.project.shelf import Shelf
from dateline.store import codings, incidents, judgements, keys

DECIDED = 10**12
"""What a person's verdict scores, in thousandths: no sum of other scores outweighs it."""
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is relinked: when, in words, and in other words for tellings that came with it."""

    at: str
    words: str
    by_telling: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """Who was in which incident before, and how the groups are now: `before` has successors in their elders' place."""

    before: Mapping[int, str]
    groups: Sequence[tuple[int, ...]]
    retired: frozenset[int]


def relink(connection: Connection, shelf: Shelf, maker: Maker, moved: Moved, cause: Cause) -> int:
    """Work out the groups that what moved is in, and change incidents accordingly; gives the number of changes.

    No change is told to be earlier than the one before it: two writers' clocks may differ, and who waited for the other
    has looked at the clock before. Whoever has read the changes up to one misses none by asking from its time on.
    """
    cause = replace(cause, at=max(cause.at, incidents.last_time(connection)))
    sets = _connected_sets(connection, moved.touched - moved.successors.keys())
    groups = [group for found in sets for group in _groups(connection, shelf, found)]
    standing = _standing(connection, groups, moved)
    ids = _ids(connection, standing)
    return _Changer(connection, maker, moved, cause, standing).change(ids)


def _connected_sets(connection: Connection, touched: Iterable[int]) -> list[dict[int, set[int]]]:
    """The sets of tellings that links and people's joinings connect with these, each with its links."""
    links: dict[int, set[int]] = {}
    edge = set(touched)
    while edge:
        links |= {telling: set() for telling in edge}
        for one, other in keys.linked(connection, edge):
            links[one].add(other)
        for one, other, together in judgements.pairs_with(connection, edge):
            if together:
                links[one].add(other)
        edge = {other for telling in edge for other in links[telling]} - links.keys()
    found, left = [], set(links)
    while left:
        group, rest = set(), [left.pop()]
        while rest:
            one = rest.pop()
            group.add(one)
            more = (links[one] & left) - group
            left -= more
            rest += more
        found.append({telling: links[telling] for telling in group})
    return found


def _groups(connection: Connection, shelf: Shelf, links: Mapping[int, set[int]]) -> list[tuple[int, ...]]:
    """The groups of a connected set, as numbers of tellings."""
    if len(links) == 1:
        return [tuple(links)]
    traces = shelf.traces.of(connection, links)
    numbers = {trace.key: telling for telling, trace in traces.items()}
    given = judgements.pairs_with(connection, links)
    decided = {(one, other): together for one, other, together in given if other in links}

    def score(one: Name, other: Name) -> int:
        a, b = numbers[one], numbers[other]
        if (a, b) in decided:
            return DECIDED if decided[a, b] else -DECIDED
        return shelf.score((a, traces[a]), (b, traces[b]))

    beside = {traces[telling].key: {traces[other].key for other in others} for telling, others in links.items()}
    for one, other in decided:
        beside[traces[one].key].add(traces[other].key)
    found = clusters_of(sorted(numbers), beside, score, shelf.weights.join)
    return [tuple(numbers[name] for name in group) for group in found]


def _standing(connection: Connection, groups: Sequence[tuple[int, ...]], moved: Moved) -> Standing:
    now = {telling for group in groups for telling in group}
    before = incidents.incidents_of(connection, now | moved.successors.keys())
    for old, new in sorted(moved.successors.items()):
        incident = before.get(old)
        if incident is not None and new is not None:
            before.setdefault(new, incident)
    return Standing(before, groups, frozenset(moved.successors))


def _ids(connection: Connection, standing: Standing) -> dict[str, tuple[int, ...]]:
    """The group that has each id; ids of groups that are new are made."""
    groups = dict(enumerate(standing.groups))
    votes = {n: Counter(standing.before[t] for t in group if t in standing.before) for n, group in groups.items()}
    ages = incidents.ids_known(connection, {name for counted in votes.values() for name in counted})
    claimed = Counter(name for counted in votes.values() for name in counted)
    contested = {n: groups[n] for n, counted in votes.items() if any(claimed[name] > 1 for name in counted)}
    given = _former(connection, contested, {})
    for name in list(given):  # of those that want an id that is there, one takes it, even if it had another earlier
        own = votes[given[name]]
        if not any(n not in given.values() for wanted in own for n, counted in votes.items() if wanted in counted):
            del given[name]
    claims = sorted(
        (-count, ages[name][0], min(groups[n]), n, name)
        for n, counted in votes.items()
        for name, count in counted.items()
    )
    served = set(given.values())
    for _, _, _, n, name in claims:
        if name not in given and n not in served:
            given[name] = n
            served.add(n)
    given |= _former(connection, {n: group for n, group in groups.items() if n not in served}, given)
    served = set(given.values())
    given |= _new(connection, {n: group for n, group in groups.items() if n not in served}, given)
    return {name: groups[n] for name, n in given.items()}


def _former(connection: Connection, groups: Mapping[int, tuple[int, ...]], given: dict[str, int]) -> dict[str, int]:
    """Ids that were merged away, for the groups half or more of whose tellings had them."""
    had: dict[int, set[str]] = {}
    for telling, incident in incidents.once_in(connection, [t for group in groups.values() for t in group]):
        had.setdefault(telling, set()).add(incident)
    known = incidents.ids_known(connection, {name for names in had.values() for name in names})
    found: dict[str, int] = {}
    for n, group in groups.items():
        counted = Counter(name for telling in group for name in had.get(telling, ()))
        free = [(-count, known[name][0], name) for name, count in counted.items() if known[name][1] is None]
        fit = (name for count, _, name in sorted(free) if -2 * count >= len(group) and name not in given | found)
        if (name := next(fit, None)) is not None:
            found[name] = n
    return found


def _new(connection: Connection, groups: Mapping[int, tuple[int, ...]], given: Mapping[str, int]) -> dict[str, int]:
    """New ids, each made of what its group's first telling is, so that the same reports give the same ids."""
    rows = codings.telling_rows(connection, [telling for group in groups.values() for telling in group])
    first = {n: min((rows[t].report, rows[t].incident) for t in group) for n, group in groups.items()}
    found: dict[str, int] = {}
    left, again = sorted(groups), 0
    while left:
        wanted = {n: _name(*first[n], again) for n in left}
        taken = incidents.ids_known(connection, wanted.values()).keys() | given.keys()
        for n, name in wanted.items():
            if name not in taken and name not in found:
                found[name] = n
        served = set(found.values())
        left, again = [n for n in left if n not in served], again + 1
    return found


def _name(report: str, incident: str, again: int) -> str:
    """An "i" and ten letters: 50 bits of a hash."""
    number = int.from_bytes(sha256(f"{report}\n{incident}\n{again}".encode()).digest()[:8], "big")
    return "i" + "".join(_LETTERS[number >> (5 * n) & 31] for n in range(10))


class _Changer:
    """Works out what changes, then writes it all."""

    def __init__(self, connection: Connection, maker: Maker, moved: Moved, cause: Cause, standing: Standing) -> None:
        self._connection, self._maker, self._moved = connection, maker, moved
        self._cause, self._standing = cause, standing
        self._seq = incidents.last_change(connection)
        self._changes: list[incidents.Change] = []
        self._moves: list[tuple[int, str | None, int]] = []

    def change(self, ids: Mapping[str, tuple[int, ...]]) -> int:
        """Bring all incidents concerned to their new groups; gives the number of changes."""
        standing, connection = self._standing, self._connection
        concerned = {*ids, *standing.before.values()}
        states = incidents.ids_known(connection, concerned)
        members = incidents.members_of(connection, concerned)
        where = {telling: name for name, group in ids.items() for telling in group}
        wanted = [n for n in sorted(ids) if set(ids[n]) != members.get(n, set()) or self._moved.anew & set(ids[n])]
        stand: list[incidents.Standing] = []
        bodies: dict[str, bytes] = {}
        for name, made in zip(wanted, self._maker.make(connection, [ids[n] for n in wanted]), strict=True):
            if self._settle(name, ids, states.get(name, (0, None))[1], members.get(name, set()), made.state):
                stand.append(incidents.Standing(name, made.state, made.facets))
                if made.body is not None:
                    bodies[made.state] = made.body
        ended = {
            name: self._end(name, members.get(name, set()), states[name][1], where, ids)
            for name in sorted(set(standing.before.values()) - ids.keys())
        }
        incidents.put_states(connection, bodies)
        incidents.put_incidents(connection, stand, ids.keys() - states.keys(), self._cause.at)
        incidents.end_incidents(connection, ended, self._cause.at)
        incidents.note_changes(connection, self._changes)
        settled = {telling for group in members.values() for telling in group}
        incidents.move_members(connection, self._moves, settled)
        return len(self._changes)

    def _settle(
        self, name: str, ids: Mapping[str, tuple[int, ...]], before: str | None, had: set[int], state: str
    ) -> bool:
        """Note what becomes of an incident that goes on, or is new; gives whether it stands otherwise than before."""
        group, seq = ids[name], self._seq
        if state != before:
            parent = self._parent(name, group, ids) if before is None else None
            what: incidents.What = "changed" if before is not None else "split" if parent else "appeared"
            seq = self._note(name, what, before, state, parent, self._reason(group, had))
        self._moves += [(telling, name, seq) for telling in group if telling not in had]
        self._moves += [(telling, None, seq) for telling in sorted(had & self._standing.retired)]
        return state != before

    def _end(
        self,
        name: str,
        had: set[int],
        before: str | None,
        where: Mapping[int, str],
        ids: Mapping[str, tuple[int, ...]],
    ) -> str | None:
        """Note the end of an incident; gives the one that it was merged into."""
        heirs = Counter(where[t] for t, incident in self._standing.before.items() if incident == name and t in where)
        into = min(heirs, key=lambda heir: (-heirs[heir], heir), default=None)
        what: incidents.What = "went" if into is None else "merged"
        came = () if into is None else ids[into]
        seq = self._note(
            name, what, before, None, into, self._reason((*came, *sorted(had)), had - self._standing.retired)
        )
        self._moves += [(telling, None, seq) for telling in sorted(had & self._standing.retired)]
        return into

    def _parent(self, name: str, group: tuple[int, ...], ids: Mapping[str, tuple[int, ...]]) -> str | None:
        """The incident that most of a new one's tellings come from, where that one goes on."""
        came = Counter(self._standing.before[t] for t in group if t in self._standing.before)
        came.pop(name, None)
        return next((parent for parent, _ in came.most_common() if parent in ids), None)

    def _reason(self, group: tuple[int, ...], had: set[int]) -> str:
        told = (self._cause.by_telling.get(telling, "") for telling in group if telling not in had)
        return "; ".join(dict.fromkeys(words for words in told if words)) or self._cause.words

    def _note(
        self, name: str, what: incidents.What, before: str | None, after: str | None, other: str | None, reason: str
    ) -> int:
        self._seq += 1
        self._changes.append(incidents.Change(self._seq, self._cause.at, name, what, before, after, other, reason))
        return self._seq
