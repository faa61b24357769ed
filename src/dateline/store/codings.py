"""Codings: records of texts by coders, and the tellings and witnesses that they hold."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import Connection, insert, select, update

from dateline.model import Record
from dateline.store.incidents import put_states
from dateline.store.packing import as_json, in_parts, made_by, packed, unpacked
from dateline.store.tables import coders, codings, reports, tellings, versions, witnesses

Standing = Literal["current", "proposed", "past"]


@dataclass(frozen=True, slots=True)
class ReadyTelling:
    """One incident of a record, ready to be stored: see the table `tellings`. All of it is text or packed text."""

    incident: str
    trace: str
    keys: tuple[int, ...]
    anchors: str
    main: bool
    follow_ups: tuple[str, ...]
    alone: bytes
    alone_sha256: str
    facets: str


@dataclass(frozen=True, slots=True)
class Ready:
    """All that is stored of a coded report: its record, its print with its bands, tellings, witnesses (site, JSON)."""

    record: bytes
    print: str
    bands: tuple[int, ...]
    tellings: tuple[ReadyTelling, ...]
    witnesses: tuple[tuple[str, str], ...]


def coder_for(connection: Connection, fingerprint: str, described: Mapping[str, str], at: str) -> int:
    """The row of a coder, made where it is new."""
    row = connection.execute(select(coders.c.id).where(coders.c.fingerprint == fingerprint)).scalar()
    if row is not None:
        return int(row)
    values = {"fingerprint": fingerprint, "described": as_json(dict(described)), "at": at}
    made = connection.execute(insert(coders).values(**values).returning(coders.c.id)).scalar()
    return made_by(made)


def put_coding(
    connection: Connection, version: int, name: str, coder: int, ready: Ready, at: str, standing: Standing
) -> int:
    """Store a coding with its tellings and witnesses, live if it is the one in force."""
    live = standing == "current"
    values = {"version": version, "coder": coder, "standing": standing, "record": ready.record, "at": at}
    coding = made_by(connection.execute(insert(codings).values(**values).returning(codings.c.id)).scalar())
    if ready.tellings:
        put_states(connection, {each.alone_sha256: each.alone for each in ready.tellings})
        connection.execute(
            insert(tellings),
            [
                {
                    "coding": coding,
                    "report": name,
                    "incident": each.incident,
                    "live": live,
                    "trace": each.trace,
                    "anchors": each.anchors,
                    "main": each.main,
                    "follow_ups": as_json(each.follow_ups),
                    "alone": each.alone_sha256,
                    "facets": each.facets,
                }
                for each in ready.tellings
            ],
        )
    if ready.witnesses:
        rows = [{"coding": coding, "site": site, "live": live, "body": body} for site, body in ready.witnesses]
        connection.execute(insert(witnesses), rows)
    return coding


def coding_in_force(connection: Connection, report: int) -> int | None:
    """The coding in force of a report, by rows."""
    query = select(codings.c.id).join(versions, versions.c.id == codings.c.version)
    found = connection.execute(query.where(versions.c.report == report, codings.c.standing == "current")).scalar()
    return None if found is None else int(found)


def set_standing(connection: Connection, coding: int, standing: Standing) -> None:
    """Put a coding in force, or out of it; its tellings and witnesses are live or not accordingly."""
    live = standing == "current"
    connection.execute(update(codings).where(codings.c.id == coding).values(standing=standing))
    connection.execute(update(tellings).where(tellings.c.coding == coding).values(live=live))
    connection.execute(update(witnesses).where(witnesses.c.coding == coding).values(live=live))


def record_of(connection: Connection, name: str) -> Record | None:
    """The record in force of the report of that name; None where there is none."""
    joined = codings.join(versions, versions.c.id == codings.c.version).join(reports, reports.c.id == versions.c.report)
    query = select(codings.c.record).select_from(joined)
    data = connection.execute(query.where(reports.c.name == name, codings.c.standing == "current")).scalar()
    return None if data is None else Record.model_validate_json(unpacked(data))


def records_of(connection: Connection, ids: Iterable[int]) -> dict[int, Record]:
    """The records of these codings."""
    found: dict[int, Record] = {}
    for part in in_parts(ids):
        query = select(codings.c.id, codings.c.record).where(codings.c.id.in_(part))
        found.update({r.id: Record.model_validate_json(unpacked(r.record)) for r in connection.execute(query)})
    return found


def pack_record(record: Record) -> bytes:
    """A record as the store holds it."""
    return packed(record.model_dump_json(by_alias=True))


class Told(NamedTuple):
    """A telling of a coding: its trace and its anchors are text."""

    id: int
    incident: str
    trace: str
    anchors: str


def tellings_of(connection: Connection, coding: int) -> list[Told]:
    """The tellings of a coding, in the order of its incidents."""
    columns = (tellings.c.id, tellings.c.incident, tellings.c.trace, tellings.c.anchors)
    query = select(*columns).where(tellings.c.coding == coding).order_by(tellings.c.id)
    return [Told(*row) for row in connection.execute(query)]


def traces_in(connection: Connection, ids: Iterable[int]) -> dict[int, str]:
    """The traces (as text) of these tellings."""
    found = {}
    for part in in_parts(ids):
        query = select(tellings.c.id, tellings.c.trace).where(tellings.c.id.in_(part))
        found.update({row.id: row.trace for row in connection.execute(query)})
    return found


class Live(NamedTuple):
    """A live telling: its anchors, as text, and the hash of the report's text that they count in."""

    id: int
    report: str
    incident: str
    anchors: str
    sha256: str


def live_tellings(connection: Connection, names: Iterable[str]) -> list[Live]:
    """The live tellings of these reports."""
    joined = tellings.join(codings, codings.c.id == tellings.c.coding)
    joined = joined.join(versions, versions.c.id == codings.c.version)
    columns = (tellings.c.id, tellings.c.report, tellings.c.incident, tellings.c.anchors, versions.c.sha256)
    found: list[Live] = []
    for part in in_parts(names):
        query = select(*columns).select_from(joined).where(tellings.c.report.in_(part), tellings.c.live)
        found += [Live(*row) for row in connection.execute(query.order_by(tellings.c.id))]
    return found


@dataclass(frozen=True, slots=True)
class TellingRow:
    """A telling as the making of an incident wants it."""

    id: int
    coding: int
    report: str
    incident: str
    main: bool
    follow_ups: tuple[str, ...]
    alone: str
    facets: str


def telling_rows(connection: Connection, ids: Iterable[int]) -> dict[int, TellingRow]:
    """These tellings."""
    columns = (
        tellings.c.id,
        tellings.c.coding,
        tellings.c.report,
        tellings.c.incident,
        tellings.c.main,
        tellings.c.follow_ups,
        tellings.c.alone,
        tellings.c.facets,
    )
    found = {}
    for part in in_parts(ids):
        for row in connection.execute(select(*columns).where(tellings.c.id.in_(part))):
            identifier, coding, report, incident, main, follow_ups, alone, facets = row
            following = tuple(json.loads(follow_ups))
            found[identifier] = TellingRow(identifier, coding, report, incident, main, following, alone, facets)
    return found
