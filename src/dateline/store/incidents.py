"""Incidents: their lasting ids, what each is and was, which tellings make it up, and all that changed."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from dateline.model import JoinedIncident
from dateline.store.packing import in_parts, unpacked
from dateline.store.tables import changes, incidents, members, parties, states, tellings

What = Literal["appeared", "changed", "merged", "split", "went", "reviewed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to an incident, at `at`; `before`/`after` are hashes of states, `other` the incident that
    it was merged into or split from."""

    seq: int
    at: str
    incident: str
    what: What
    before: str | None
    after: str | None
    other: str | None
    reason: str


def hash_of(body: str) -> str:
    """The hash that a state is kept under."""
    return sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def body_of(joined: JoinedIncident) -> str:
    """An incident's JSON as it is kept: without its id, so that the same incident is one state."""
    return joined.model_copy(update={"id": ""}).model_dump_json(by_alias=True)


def incident_from(identifier: str, body: str) -> JoinedIncident:
    """The incident of that id in that state."""
    return JoinedIncident.model_validate_json(body).model_copy(update={"id": identifier})


def put_states(connection: Connection, bodies: Mapping[str, bytes]) -> None:
    """Keep states, packed, by their hashes; those that are there stay."""
    there: set[str] = set()
    for part in in_parts(bodies):
        there.update(connection.execute(select(states.c.sha256).where(states.c.sha256.in_(part))).scalars())
    rows = [{"sha256": sha, "body": body} for sha, body in sorted(bodies.items()) if sha not in there]
    if rows:
        connection.execute(insert(states), rows)


def state_of(connection: Connection, sha: str) -> str | None:
    """The JSON of the state of that hash."""
    data = connection.execute(select(states.c.body).where(states.c.sha256 == sha)).scalar()
    return None if data is None else unpacked(data)


def states_of(connection: Connection, change: Change) -> tuple[str | None, str | None]:
    """The JSON of the states before and after a change."""
    before = None if change.before is None else state_of(connection, change.before)
    return before, None if change.after is None else state_of(connection, change.after)


def resolve(connection: Connection, identifier: str) -> str | None:
    """The incident that an id stands for now: itself, or the one that it was merged into, however often. None where
    there is no such id, or it went."""
    seen = set()
    while identifier not in seen:
        seen.add(identifier)
        row = connection.execute(
            select(incidents.c.state, incidents.c.into).where(incidents.c.id == identifier)
        ).first()
        if row is None or (row.state is None and row.into is None):
            return None
        if row.state is not None:
            return identifier
        identifier = row.into
    return None


def incident_of(connection: Connection, identifier: str) -> JoinedIncident | None:
    """The incident that an id stands for now (see `resolve`)."""
    known = resolve(connection, identifier)
    if known is None:
        return None
    query = select(states.c.body).join(incidents, incidents.c.state == states.c.sha256).where(incidents.c.id == known)
    data = connection.execute(query).scalar()
    return None if data is None else incident_from(known, unpacked(data))


def ids_after(connection: Connection, number: int, most: int) -> list[tuple[int, str]]:
    """The next incidents there are after that number: numbers and ids."""
    query = select(incidents.c.number, incidents.c.id).where(incidents.c.number > number)
    query = query.where(incidents.c.state.is_not(None)).order_by(incidents.c.number).limit(most)
    return [(row.number, row.id) for row in connection.execute(query)]


def incidents_after(connection: Connection, number: int, most: int) -> list[tuple[int, JoinedIncident]]:
    """The next incidents there are after that number, with their numbers."""
    query = select(incidents.c.number, incidents.c.id, states.c.body)
    query = query.join(states, states.c.sha256 == incidents.c.state).where(incidents.c.number > number)
    rows = connection.execute(query.order_by(incidents.c.number).limit(most))
    return [(row.number, incident_from(row.id, unpacked(row.body))) for row in rows]


def ids_known(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[int, str | None]]:
    """Of these ids those that are in use, or were, with their numbers and the hashes of their states."""
    found: dict[str, tuple[int, str | None]] = {}
    for part in in_parts(ids):
        query = select(incidents.c.id, incidents.c.number, incidents.c.state).where(incidents.c.id.in_(part))
        found.update({row.id: (row.number, row.state) for row in connection.execute(query)})
    return found


@dataclass(frozen=True, slots=True)
class Standing:
    """An incident as it is to stand: its state's hash, and its facets' JSON."""

    id: str
    state: str
    facets: str


def put_incidents(connection: Connection, standing: Sequence[Standing], new: Collection[str], at: str) -> None:
    """Let incidents stand so; the `new` ones get a row."""
    number = int(connection.execute(select(func.max(incidents.c.number))).scalar() or 0)
    fresh, known, rows = [], [], []
    for each in standing:
        facets = json.loads(each.facets)
        columns = {**facets["columns"], "state": each.state, "into": None, "changed_at": at}
        rows += [{"incident": each.id, **party} for party in facets["parties"]]
        if each.id in new:
            number += 1
            fresh.append({"id": each.id, "number": number, **columns})
        else:
            known.append({"which": each.id, **columns})
    _forget_parties(connection, [row["which"] for row in known])
    for statement, given in (
        (insert(incidents), fresh),
        (update(incidents).where(incidents.c.id == bindparam("which")), known),
        (insert(parties), rows),
    ):
        if given:
            connection.execute(statement, given)


def end_incidents(connection: Connection, ended: Mapping[str, str | None], at: str) -> None:
    """Let incidents be no more: each merged into another, or (None) gone with the words that told it."""
    _forget_parties(connection, ended)
    rows = [{"which": name, "into": into} for name, into in sorted(ended.items())]
    if rows:
        query = update(incidents).where(incidents.c.id == bindparam("which"))
        connection.execute(query.values(state=None, into=bindparam("into"), changed_at=at), rows)


def _forget_parties(connection: Connection, ids: Iterable[str]) -> None:
    for part in in_parts(ids):
        connection.execute(delete(parties).where(parties.c.incident.in_(part)))


def note_changes(connection: Connection, rows: Sequence[Change]) -> None:
    """Add to what happened; the numbers go on from the last one's."""
    if rows:
        connection.execute(insert(changes), [asdict(row) for row in rows])


def last_change(connection: Connection) -> int:
    """The number of the last change, 0 where nothing has happened."""
    return int(connection.execute(select(func.max(changes.c.seq))).scalar() or 0)


def last_time(connection: Connection) -> str:
    """When the last change was, empty where nothing has happened."""
    return connection.execute(select(changes.c.at).order_by(changes.c.seq.desc()).limit(1)).scalar() or ""


def changes_after(
    connection: Connection, number: int, most: int, *, since: str | None = None, incident: str | None = None
) -> list[Change]:
    """The next things that happened after that number: from a time on (ISO 8601, UTC), or to one incident; all of them
    where `most` is less than nothing."""
    query = select(changes).where(changes.c.seq > number).order_by(changes.c.seq)
    if most >= 0:
        query = query.limit(most)
    if since is not None:
        query = query.where(changes.c.at >= since)
    if incident is not None:
        query = query.where((changes.c.incident == incident) | (changes.c.other == incident))
    return [
        Change(row.seq, row.at, row.incident, row.what, row.before, row.after, row.other, row.reason)
        for row in connection.execute(query)
    ]


def incidents_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """The incident that each of these tellings is a member of."""
    found: dict[int, str] = {}
    for part in in_parts(numbers):
        query = select(members.c.telling, members.c.incident).where(members.c.telling.in_(part))
        found.update({row.telling: row.incident for row in connection.execute(query.where(members.c.until.is_(None)))})
    return found


def members_of(connection: Connection, ids: Iterable[str]) -> dict[str, set[int]]:
    """The tellings that make up each of these incidents."""
    found: dict[str, set[int]] = {}
    for part in in_parts(ids):
        query = select(members.c.telling, members.c.incident).where(members.c.incident.in_(part))
        for row in connection.execute(query.where(members.c.until.is_(None))):
            found.setdefault(row.incident, set()).add(row.telling)
    return found


def reports_of(connection: Connection, numbers: Iterable[int]) -> set[str]:
    """The reports that these tellings are of."""
    found: set[str] = set()
    for part in in_parts(numbers):
        found.update(connection.execute(select(tellings.c.report).where(tellings.c.id.in_(part))).scalars())
    return found


def once_in(connection: Connection, numbers: Iterable[int]) -> list[tuple[int, str]]:
    """The incidents that these tellings were members of and are no more: telling and incident, the latest first."""
    found = []
    for part in in_parts(numbers):
        query = select(members.c.telling, members.c.incident).where(members.c.telling.in_(part))
        query = query.where(members.c.until.is_not(None)).order_by(members.c.until.desc(), members.c.telling)
        found += [(row.telling, row.incident) for row in connection.execute(query)]
    return found


def move_members(
    connection: Connection, moves: Sequence[tuple[int, str | None, int]], settled: Collection[int]
) -> None:
    """From that change on, tellings make up that incident, or none: telling, incident, change. `settled` are those that
    make up another until then."""
    left = [{"which": telling, "seq": seq} for telling, _, seq in moves if telling in settled]
    if left:
        query = update(members).where(members.c.telling == bindparam("which"), members.c.until.is_(None))
        connection.execute(query.values(until=bindparam("seq")), left)
        for part in in_parts(row["which"] for row in left):  # what lasted from a change to the same change never was
            connection.execute(delete(members).where(members.c.telling.in_(part), members.c.since == members.c.until))
    rows = [{"telling": t, "incident": incident, "since": seq} for t, incident, seq in moves if incident is not None]
    if rows:
        connection.execute(insert(members), rows)
