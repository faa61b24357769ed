"""Releases: which incident stood in which state when a version was frozen, and how two versions differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, func, insert, literal, select

from dateline.store.packing import made_by
from dateline.store.tables import incidents, released, releases

Stage = Literal["candidate", "final"]
PAGE = 1000


@dataclass(frozen=True, slots=True)
class Release:
    """A frozen version: `seq` is the last change that it holds, `checksum` the hash of all ids with their states'
    hashes, `before` the name of the version that it follows."""

    id: int
    name: str
    at: str
    stage: Stage
    before: str | None
    checksum: str
    seq: int
    rows: int


def freeze(connection: Connection, name: str, at: str, stage: Stage, before: str | None, seq: int) -> Release:
    """Freeze all incidents as they stand under a name that is free."""
    values = {"name": name, "at": at, "stage": stage, "before": before, "checksum": "", "seq": seq}
    number = made_by(connection.execute(insert(releases).values(**values).returning(releases.c.id)).scalar())
    now = select(literal(number), incidents.c.id, incidents.c.state).where(incidents.c.state.is_not(None))
    connection.execute(insert(released).from_select(["release", "incident", "state"], now))
    checksum = checksum_of(connection, number)
    connection.execute(releases.update().where(releases.c.id == number).values(checksum=checksum))
    found = release_named(connection, name)
    assert found is not None  # noqa: S101 -- it was just made
    return found


def checksum_of(connection: Connection, number: int) -> str:
    """The hash of a release's ids and hashes of states, in the order of the ids: a line each, as in incidents.tsv."""
    whole = sha256()
    for incident, state in standing_in(connection, number):
        whole.update(f"{incident}\t{state}\n".encode())
    return whole.hexdigest()


def standing_in(connection: Connection, number: int) -> Iterator[tuple[str, str]]:
    """The incidents of a release with the hashes of their states, in the order of their ids."""
    after = ""
    while True:
        query = select(released.c.incident, released.c.state)
        query = query.where(released.c.release == number, released.c.incident > after)
        page = connection.execute(query.order_by(released.c.incident).limit(PAGE)).all()
        yield from ((row.incident, row.state) for row in page)
        if len(page) < PAGE:
            return
        after = page[-1].incident


def release_named(connection: Connection, name: str) -> Release | None:
    """The release of that name."""
    return next((each for each in all_releases(connection) if each.name == name), None)


def all_releases(connection: Connection) -> list[Release]:
    """All releases, the first first."""
    rows = select(released.c.release, func.count().label("rows")).group_by(released.c.release).subquery()
    query = select(releases, func.coalesce(rows.c.rows, 0).label("rows"))
    query = query.select_from(releases.outerjoin(rows, rows.c.release == releases.c.id)).order_by(releases.c.id)
    return [
        Release(row.id, row.name, row.at, row.stage, row.before, row.checksum, row.seq, row.rows)
        for row in connection.execute(query)
    ]


@dataclass(frozen=True, slots=True)
class Moved:
    """An incident that two releases differ in: the hashes of its states, None where it is in one of them only."""

    incident: str
    before: str | None
    after: str | None


def differing(connection: Connection, before: int | None, after: int) -> list[Moved]:
    """What differs between two releases, in the order of the ids; all of the second where there is no first."""
    new, old = released.alias("new"), released.alias("old")
    both = new.outerjoin(old, (old.c.incident == new.c.incident) & (old.c.release == before))
    query = select(new.c.incident, old.c.state.label("before"), new.c.state.label("after")).select_from(both)
    query = query.where(new.c.release == after, old.c.state.is_(None) | (old.c.state != new.c.state))
    found = [Moved(row.incident, row.before, row.after) for row in connection.execute(query)]
    there = select(new.c.incident).where(new.c.release == after, new.c.incident == old.c.incident)
    gone = select(old.c.incident, old.c.state).where(old.c.release == before, ~there.exists())
    found += [Moved(row.incident, row.state, None) for row in connection.execute(gone)]
    return sorted(found, key=lambda moved: moved.incident)
