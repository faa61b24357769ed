"""Bodies: states of incidents as the JSON that they are kept as, for who passes them on unread."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dateline.store.packing import in_parts, unpacked
from dateline.store.tables import incidents, states


def bodies_now(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """What these incidents are now, without their ids; those that are no more are left out."""
    found: dict[str, str] = {}
    for part in in_parts(ids):
        query = select(incidents.c.id, states.c.body).join(states, states.c.sha256 == incidents.c.state)
        rows = connection.execute(query.where(incidents.c.id.in_(part)))
        found.update({row.id: unpacked(row.body) for row in rows})
    return found


def bodies_of(connection: Connection, hashes: Iterable[str]) -> dict[str, str]:
    """The states of these hashes."""
    found: dict[str, str] = {}
    for part in in_parts(set(hashes)):
        query = select(states.c.sha256, states.c.body).where(states.c.sha256.in_(part))
        found.update({row.sha256: unpacked(row.body) for row in connection.execute(query)})
    return found
