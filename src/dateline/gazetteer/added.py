"""Added places: what the user's own files brought, in one SQLite file beside the embedded gazetteer, read here.

It is written by `adding`; a name there may lead to a place of the embedded gazetteer, and a place there takes the place
of the embedded one of the same GeoNames id or of the same division.
"""

import contextlib
import math
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import GazetteerError
from dateline.gazetteer.entry import Entry, Fame, Match, distance_km
from dateline.gazetteer.files import Content
from dateline.gazetteer.fold import KEYS
from dateline.gazetteer.sounds import skeleton
from dateline.gazetteer.standing import KINDS, fame_of, way_of

ADDED_SCHEMA = f"1-{KEYS}"
FILE = "added.sqlite"
TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE file (number INTEGER PRIMARY KEY, label TEXT, path TEXT, content TEXT, sha256 TEXT, rows INTEGER,
  kept INTEGER, added TEXT);
CREATE TABLE tally (source INTEGER, kind TEXT, places INTEGER);
CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, kind INTEGER, lat INTEGER, lon INTEGER, country TEXT, code1 TEXT,
  code2 TEXT, population INTEGER, radius INTEGER, capital INTEGER, cell INTEGER, source INTEGER);
CREATE TABLE division (country TEXT, code1 TEXT, code2 TEXT, name TEXT, id INTEGER, source INTEGER,
  PRIMARY KEY (country, code1, code2)) WITHOUT ROWID;
CREATE TABLE name (key TEXT, standing INTEGER, entry INTEGER, country TEXT, source INTEGER,
  PRIMARY KEY (key, standing, entry)) WITHOUT ROWID;
CREATE TABLE sound (skeleton TEXT, country TEXT, sound TEXT, entry INTEGER, source INTEGER,
  PRIMARY KEY (skeleton, country, sound, entry)) WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS entry_cell ON entry (cell) WHERE cell IS NOT NULL;
CREATE INDEX IF NOT EXISTS entry_home ON entry (country, code1, code2) WHERE cell IS NOT NULL;
"""
POINT = 100_000  # a degree, in the units of lat and lon (about a metre)
CELLS = 10  # cells to a degree; only towns have one
_ROW = "SELECT e.id, e.name, e.kind, e.lat, e.lon, e.country, e.code1, e.code2, e.population, e.radius, e.capital"
_ENTRIES = _ROW + " FROM entry e WHERE "
_TOWNS = _ENTRIES + "e.cell IS NOT NULL AND e.country = ?"
_NAMED = _ROW + ", n.entry, n.standing FROM name n LEFT JOIN entry e ON e.id = n.entry WHERE n.key = ?"
_SOUNDED = _ROW + ", s.entry FROM sound s LEFT JOIN entry e ON e.id = s.entry WHERE s.skeleton = ?"
_AREAS = _ROW + " FROM division d JOIN entry e ON e.id = d.id WHERE d.country = ? AND d.id > 0"
_MOST = 100  # bearers of one name that are looked at, the best known first; the rest by country
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class AddedFile:
    """A file that was added: the name it goes by, where it lay, what it held, its hash, how many rows it had and how
    many were kept, and the day on which it was added.
    """

    number: int
    label: str
    path: str
    content: Content
    sha256: str
    rows: int
    kept: int
    added: str


def cell_of(lat: float, lon: float) -> int:
    """The number of the cell that a point lies in: 0.1 degrees wide and high, counted row by row."""
    return math.floor((lat + 90) * CELLS) * 360 * CELLS + math.floor((lon + 180) * CELLS)


class AddedPlaces:
    """The added places, opened read-only; `known` gives the embedded entry of an id.

    Raises GazetteerError if the file is broken or of another version.
    """

    def __init__(self, path: Path, known: Callable[[int], Entry | None]) -> None:
        self.path, self._known = path, known
        try:
            self._database = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            about = dict(self._database.execute("SELECT key, value FROM about").fetchall())
        except sqlite3.Error as broken:
            self.close()
            raise GazetteerError(f"the added places {path} cannot be opened ({broken}); {REMEDY}") from broken
        if about.get("schema") != ADDED_SCHEMA:
            self.close()
            raise GazetteerError(f"the added places {path} were made by another version of dateline; {REMEDY}")
        self._names: dict[tuple[str, str, str], str | None] = {}
        self._areas: dict[str, Mapping[tuple[str | None, str | None], int]] = {}

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self._database.close()

    def named(self, key: str, country: str | None = None) -> list[Match]:
        """What bears this key as a name, the best known first; with a country, there."""
        if country is None:
            rows = self._rows(_NAMED + " ORDER BY n.standing LIMIT ?", key, _MOST)
        else:
            rows = self._rows(_NAMED + " AND n.country = ? ORDER BY n.standing LIMIT ?", key, country, _MOST)
        found = ((self._entry(row), row[-1]) for row in rows)
        return [Match(entry, way_of(standing)) for entry, standing in found if entry]

    def sounded(self, key: str) -> list[Match]:
        """What bears this key of sound."""
        rows = self._rows(_SOUNDED + " AND s.sound = ? LIMIT ?", skeleton(key), key, _MOST)
        return [Match(entry, "sound") for row in rows if (entry := self._entry(row))]

    def alike(self, key: str, country: str) -> list[Match]:
        """What bears this skeleton in a country."""
        rows = self._rows(_SOUNDED + " AND s.country = ? LIMIT ?", key, country, _MOST)
        return [Match(entry, "fuzzy") for row in rows if (entry := self._entry(row))]

    def fame(self, keys: Sequence[str]) -> dict[str, Fame]:
        """What is known of these names; nothing of those that only spots bear, which are no sign of a place."""
        known: dict[str, Fame] = {}
        for first in range(0, len(keys), _AT_ONCE):
            some = keys[first : first + _AT_ONCE]
            marks = ",".join("?" * len(some))
            query = f"SELECT key, min(standing) FROM name WHERE key IN ({marks}) GROUP BY key"  # noqa: S608 -- marks alone
            known.update((key, fame_of(standing)) for key, standing in self._rows(query, *some))
        return {key: fame for key, fame in known.items() if fame.kind != "spot" or fame.own}

    def entry(self, identifier: int) -> Entry | None:
        """The added entry of that id, or None."""
        rows = self._rows(_ENTRIES + "e.id = ?", identifier)
        return self._entry(rows[0]) if rows else None

    def current(self, entry: Entry) -> Entry:
        """The added entry that takes the place of an embedded one, or that one."""
        if entry.kind in ("admin1", "district"):
            found = self._areas_of(entry.country or "").get((entry.admin1, entry.admin2))
            return (self.entry(found) if found else None) or entry
        return (self.entry(entry.id) if entry.id > 0 else None) or entry

    def near(self, lat: float, lon: float, km: float) -> Iterator[Entry]:
        """The towns within this distance."""
        reach = km / 111.0
        wide = reach / max(0.01, math.cos(math.radians(min(89.0, abs(lat) + reach))))
        step = 1 / CELLS
        for row in range(math.floor((lat - reach) * CELLS), math.floor((lat + reach) * CELLS) + 1):
            south = row * step + step / 2
            if not -90 <= south <= 90:
                continue
            first, last = cell_of(south, max(-180.0, lon - wide)), cell_of(south, min(179.999, lon + wide))
            found = self._entries(_ENTRIES + "e.cell BETWEEN ? AND ?", first, last)
            yield from (e for e in found if distance_km(lat, lon, e.lat, e.lon) <= km)

    def within(self, division: Entry) -> Iterator[Entry]:
        """The towns of a country, division or district."""
        if division.kind == "country":
            yield from self._entries(_TOWNS, division.country)
            return
        codes = "SELECT code1 FROM division WHERE country = ? AND code2 = '' AND name = ?"
        for (code,) in self._rows(codes, division.country, division.admin1):
            for entry in self._entries(_TOWNS + " AND e.code1 = ?", division.country, code):
                if division.kind != "district" or entry.admin2 == division.admin2:
                    yield entry

    def keys_from(self, start: str) -> tuple[str, ...]:
        """The folded names that begin with these letters, at most some thousands."""
        query = "SELECT DISTINCT key FROM name WHERE key >= ? AND key < ? LIMIT 20000"
        return tuple(key for (key,) in self._rows(query, start, start + "\U0010ffff"))

    def files(self) -> tuple[AddedFile, ...]:
        """The files that were added, in order."""
        query = "SELECT number, label, path, content, sha256, rows, kept, added FROM file ORDER BY number"
        return tuple(AddedFile(*row) for row in self._rows(query))

    def tally(self) -> Mapping[int, Mapping[str, int]]:
        """How many places of each kind, and how many names (`names`), each file has there now, by its number."""
        counted: dict[int, dict[str, int]] = {}
        for source, kind, places in self._rows("SELECT source, kind, places FROM tally ORDER BY source, places DESC"):
            counted.setdefault(source, {})[kind] = places
        return counted

    def _areas_of(self, country: str) -> Mapping[tuple[str | None, str | None], int]:
        """The added divisions and districts of a country by the names of their divisions."""
        if country not in self._areas:
            found = self._entries(_AREAS, country)
            self._areas[country] = {(entry.admin1, entry.admin2): entry.id for entry in found}
        return self._areas[country]

    def _entries(self, query: str, *values: object) -> list[Entry]:
        return [entry for row in self._rows(query, *values) if (entry := self._entry(row))]

    def _entry(self, row: Sequence[Any]) -> Entry | None:
        if row[0] is None:  # the name is an embedded place's, whose id follows
            return self._known(row[11])
        key, name, kind, lat, lon, country, code1, code2, population, radius, capital = row[:11]
        return Entry(
            key, name, KINDS[kind], lat / POINT, lon / POINT, country or None,
            self._division(country, code1, ""), self._division(country, code1, code2) if code2 else None,
            population, radius / 10, bool(capital), key < 0,
        )  # fmt: skip

    def _division(self, country: str, code1: str, code2: str) -> str | None:
        key = (country, code1, code2)
        if key not in self._names:
            query = "SELECT name FROM division WHERE country = ? AND code1 = ? AND code2 = ?"
            rows = self._rows(query, *key) if code1 else []
            self._names[key] = rows[0][0] if rows else None
        return self._names[key]

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as broken:
            raise GazetteerError(f"the added places {self.path} cannot be read ({broken}); {REMEDY}") from broken


REMEDY = "delete the file and add your files again (dateline gazetteer add FILE)"
