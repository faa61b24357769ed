"""Lookups: what stands around one incident or one report."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, select

from dateline.model import Report
from dateline.store.packing import in_parts
from dateline.store.tables import incidents, members, reports, tellings, versions
from dateline.store.texts import report_from


def reports_in_force(connection: Connection, names: Iterable[str]) -> dict[str, Report]:
    """These reports with their texts in force."""
    joined = reports.join(versions, (versions.c.report == reports.c.id) & (versions.c.number == reports.c.version))
    found: dict[str, Report] = {}
    for part in in_parts(names):
        query = select(reports.c.name, versions.c.text, versions.c.head).select_from(joined)
        rows = connection.execute(query.where(reports.c.name.in_(part)))
        found.update({row.name: report_from(row.name, row.text, row.head) for row in rows})
    return found


def incidents_in(connection: Connection, report: str) -> list[tuple[str, str]]:
    """The incidents that a report tells now: the id of each, and of the incident in the report's record."""
    joined = tellings.join(members, members.c.telling == tellings.c.id)
    query = select(members.c.incident, tellings.c.incident.label("own")).select_from(joined)
    query = query.where(tellings.c.report == report, tellings.c.live, members.c.until.is_(None))
    return [(row.incident, row.own) for row in connection.execute(query.order_by(tellings.c.id))]


def is_incident(connection: Connection, identifier: str) -> bool:
    """Whether that is the id of an incident, also of one that was merged or went."""
    return connection.execute(select(incidents.c.id).where(incidents.c.id == identifier)).first() is not None


def copies_among(held: Mapping[str, str]) -> dict[str, str]:
    """Of reports and the ones that stand for them those that are copies of another."""
    return {name: first for name, first in held.items() if name != first}
