"""Settling: divisions that are known by name and id get a point, from the embedded gazetteer or from their towns."""

import sqlite3

from dateline.gazetteer.added import POINT
from dateline.gazetteer.divisions import middle, plain_name
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.rows import PlaceRow
from dateline.gazetteer.sqlite import SqliteGazetteer
from dateline.gazetteer.staging import Stage

Areas = dict[tuple[str | None, str | None, str | None], Entry]

_TOWNS = "SELECT lat, lon, population FROM entry WHERE country = ? AND code1 = ? AND cell IS NOT NULL"
_WANTING = (
    "SELECT d.country, d.code1, d.code2, d.name, d.id, a.name FROM division d LEFT JOIN entry e ON e.id = d.id"
    " LEFT JOIN division a ON a.country = d.country AND a.code1 = d.code1 AND a.code2 = ''"
    " WHERE d.id > 0 AND e.id IS NULL"
)


def areas_of(base: SqliteGazetteer) -> Areas:
    """The divisions and districts of the embedded gazetteer by country and names."""
    return {(area.country, area.admin1, area.admin2): area for area in base.areas()}


def settle_divisions(database: sqlite3.Connection, stage: Stage, base: SqliteGazetteer) -> int:
    """Give every division that has none a place of its own. How many stay without: nothing tells where they are."""
    stage.flush()
    wanting = database.execute(_WANTING).fetchall()
    areas = areas_of(base) if wanting else {}
    pointless = 0
    for country, code1, code2, name, identifier, first in wanting:
        known = areas.get((country, first, name if code2 else None))
        found = (known.lat, known.lon, known.radius_km, known.population) if known else None
        found = found or _from_towns(database, country, code1, code2)
        if found is None:
            pointless += 1
            continue
        lat, lon, km, population = found
        kind = "district" if code2 else "admin1"
        row = PlaceRow(identifier, name, kind, lat, lon, country, code1, code2, population, km, ())  # type: ignore[arg-type]
        stage.place(row, chosen=(plain_name(name),))
    return pointless


def _from_towns(
    database: sqlite3.Connection, country: str, code1: str, code2: str
) -> tuple[float, float, float, int] | None:
    query, values = (f"{_TOWNS} AND code2 = ?", (country, code1, code2)) if code2 else (_TOWNS, (country, code1))
    towns = database.execute(query, values).fetchall()
    if not towns:
        return None
    lat, lon, km = middle([(north / POINT, east / POINT) for north, east, _ in towns], 0.25)
    return lat, lon, km, sum(people for _, _, people in towns)
