"""Staging: places go to their table as they come, names to a table aside, from which they are written sorted.

Measured: names written in the order in which they come into a table kept in order of names take twice the time at a
million and ten times at ten million, and leave it half as large again.
"""

import sqlite3

from dateline.gazetteer.added import POINT, cell_of
from dateline.gazetteer.build import TRANSLITERATED, Progress, keys_by_way
from dateline.gazetteer.entry import Kind
from dateline.gazetteer.rows import PlaceRow
from dateline.gazetteer.sounds import skeleton, sound
from dateline.gazetteer.standing import KINDS, standing_of

_BATCH = 20_000
_NUMBERS = {kind: number for number, kind in enumerate(KINDS)}


class Stage:
    """Takes the places and names of one file; `finish` writes the names."""

    def __init__(self, database: sqlite3.Connection, source: int) -> None:
        self._database, self.source = database, source
        self._entries: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int, str]] = []
        self._sounds: list[tuple[str, str, str, int]] = []
        self._first = not database.execute("SELECT 1 FROM entry LIMIT 1").fetchone()
        database.executescript("""
            CREATE TABLE stage.name (key TEXT, standing INTEGER, entry INTEGER, country TEXT);
            CREATE TABLE stage.sound (skeleton TEXT, country TEXT, sound TEXT, entry INTEGER);
            CREATE TABLE stage.stale (id INTEGER PRIMARY KEY);
            BEGIN;
        """)

    def place(self, row: PlaceRow, chosen: tuple[str, ...] = (), *, capital: bool = False) -> None:
        """Take a place with its names. Those `chosen` count as a division's own; a district's name without its
        designation ("Bell" of "Bell County") is mostly that of something else, and counts as another of its names.
        """
        cell = cell_of(row.lat, row.lon) if row.kind == "town" else None
        self._entries.append(
            (
                row.id, row.name, _NUMBERS[row.kind], round(row.lat * POINT), round(row.lon * POINT), row.country,
                row.code1, row.code2, row.population, round(row.km * 10), int(capital), cell, self.source,
            )
        )  # fmt: skip
        own = row.id < 0
        keys = keys_by_way(row.name, row.names, 0 if own else 1)
        for name in chosen:
            for key, way in keys_by_way(name, (), 1).items():
                fits = way if row.kind == "admin1" or name == row.name else max(way, 1)
                keys[key] = min(fits, keys.get(key, fits))
        for key, way in keys.items():
            self._name(key, standing_of(row.kind, row.population, way, own=own), row.id, row.country)
        if len(self._entries) >= _BATCH:
            self.flush()

    def name(self, key: str, way: int, identifier: int, kind: Kind, population: int, country: str) -> None:
        """Take a further name of a place, known by id, kind, population and country."""
        self._name(key, standing_of(kind, population, way), identifier, country)
        if len(self._names) >= _BATCH:
            self.flush()

    def division(self, country: str, code1: str, code2: str, name: str, identifier: int) -> None:
        """Take the name and id of a division."""
        self._database.execute(
            "INSERT OR REPLACE INTO division VALUES (?,?,?,?,?,?)",
            (country, code1, code2, name, identifier, self.source),
        )

    def finish(self, progress: Progress) -> None:
        """Write the names, sorted."""
        self.flush()
        run = self._database.execute
        if run("SELECT 1 FROM stage.stale LIMIT 1").fetchone():
            progress(0.62, "taking out what newer rows replace")
            dumps = "SELECT number FROM file WHERE content = 'places' UNION SELECT ?"
            for table in ("name", "sound"):
                run(
                    f"DELETE FROM {table} WHERE source IN ({dumps}) AND entry IN (SELECT id FROM stage.stale)",  # noqa: S608
                    (self.source,),
                )
        progress(0.65, "writing names")
        run(
            "INSERT OR IGNORE INTO name SELECT key, standing, entry, country, ? FROM stage.name ORDER BY 1, 2, 3",
            (self.source,),
        )
        progress(0.82, "writing names by sound")
        run(
            "INSERT OR IGNORE INTO sound SELECT skeleton, country, sound, entry, ? FROM stage.sound"
            " ORDER BY 1, 2, 3, 4",
            (self.source,),
        )
        run("COMMIT")
        self._database.execute("DETACH stage")

    def _name(self, key: str, standing: int, identifier: int, country: str) -> None:
        self._names.append((key, standing, identifier, country))
        if len(key) > 3 and (country in TRANSLITERATED or not country):
            sounded = sound(key, country)
            self._sounds.append((skeleton(sounded), country, sounded, identifier))

    def flush(self) -> None:
        """Write what is held back."""
        many = self._database.executemany
        if not self._first:
            marks = ",".join(str(row[0]) for row in self._entries)
            self._database.execute(f"INSERT OR IGNORE INTO stage.stale SELECT id FROM entry WHERE id IN ({marks})")  # noqa: S608
        many("INSERT OR REPLACE INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", self._entries)
        many("INSERT INTO stage.name VALUES (?,?,?,?)", self._names)
        many("INSERT INTO stage.sound VALUES (?,?,?,?)", self._sounds)
        self._entries, self._names, self._sounds = [], [], []
