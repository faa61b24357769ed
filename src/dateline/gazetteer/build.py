"""Building: source rows and our own lore compiled to names and entries, then to one SQLite file."""

import os
import re
import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.gazetteer.divisions import area_entries, country_entries
from dateline.gazetteer.entry import Entry
from dateline.gazetteer.fold import bare, fold
from dateline.gazetteer.homes import Home, Homes
from dateline.gazetteer.lore import Lore
from dateline.gazetteer.order import ranks
from dateline.gazetteer.sounds import skeleton, sound
from dateline.gazetteer.source import Source, Town
from dateline.gazetteer.standing import WAYS

SCHEMA = 2
Progress = Callable[[float, str], None]

# Countries whose names reach English by transliteration, or in several spellings: only there does the second chance by
# sound apply.
TRANSLITERATED = frozenset(
    {
        "AE", "AF", "AM", "AZ", "BD", "BF", "BG", "BH", "BI", "BT", "BY", "CD", "CF", "CM", "CN", "DJ", "DZ", "EG",
        "EH", "ER", "ET", "GE", "GR", "IL", "IN", "IQ", "IR", "JO", "KE", "KG", "KH", "KM", "KP", "KR", "KW", "KZ",
        "LA", "LB", "LK", "LY", "MA", "MK", "ML", "MM", "MN", "MR", "MV", "MZ", "NE", "NG", "NP", "OM", "PK", "PS",
        "QA", "RS", "RU", "RW", "SA", "SD", "SO", "SS", "SY", "TD", "TH", "TJ", "TM", "TN", "TR", "UA", "UG", "UZ",
        "XK", "YE",
    }
)  # fmt: skip
_CODE = re.compile(r"[A-Z0-9]{2,4}")
_LATIN = re.compile(r"['`‘’ʻʿ]?(?P<first>[A-Za-zÀ-ɏḀ-ỿ])[^\u0250-\u02ba\u0370-\u1dff\u2100-\U0010ffff]{2,}")
_ARTICLED = re.compile(r"^(?:al|el|ar|as|ash|ad|az|an|at)[ -][A-Z]")

_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entry (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT, admin1 TEXT,
  admin2 TEXT, population INTEGER, radius_km REAL, capital INTEGER);
CREATE TABLE name (key TEXT, entry INTEGER, way INTEGER);
CREATE TABLE sound (key TEXT, entry INTEGER);
CREATE TABLE fuzzy (key TEXT, entry INTEGER);
CREATE TABLE fame (key TEXT, kind TEXT, population INTEGER, way INTEGER);
"""
# Measured: indexes made at the end take a third of the time of rows sorted here into tables kept in order.
_INDEXES = """
CREATE INDEX entry_country ON entry (country, admin1);
CREATE INDEX entry_lat ON entry (lat);
CREATE INDEX name_key ON name (key);
CREATE INDEX sound_key ON sound (key);
CREATE INDEX fuzzy_key ON fuzzy (key);
CREATE UNIQUE INDEX fame_key ON fame (key);
"""


def usable(name: str) -> bool:
    """Whether another name of a town is one that an English report might use: Latin letters, no code, no mere
    transcription (GeoNames writes those in lower case).
    """
    found = _LATIN.fullmatch(name)
    if found is None or (len(name) < 5 and _CODE.fullmatch(name)):
        return False
    return found[1].isupper() or _ARTICLED.match(name) is not None


def gather(source: Source, lore: Lore) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Every entry with its further names: regions, countries, divisions, districts, towns."""
    yield from lore.entries()
    homes = source.homes
    lives = {town.id: homes.of(town.country, town.code, town.id) for town in source.towns}
    by_country: dict[str, list[Town]] = defaultdict(list)
    for town in source.towns:
        by_country[town.country].append(town)
    for entry, code in country_entries(source.countries, by_country, lore.aliases.points):
        yield entry, (code, *lore.aliases.countries.get(entry.country or "", ()))
    states = _state_names(homes, lore)
    for entry, names in area_entries(source, lives):
        more = lore.aliases.divisions.get(f"{entry.country} {entry.name}", ()) if entry.kind == "admin1" else ()
        abbreviations = states.get(entry.name, ()) if (entry.kind, entry.country) == ("admin1", "US") else ()
        yield entry, (*names, *more, *abbreviations)
    yield from _towns(source, lives)


def _state_names(homes: Homes, lore: Lore) -> Mapping[str, tuple[str, ...]]:
    return {
        name: tuple(n for n in (code, lore.aliases.states[code]) if n)
        for (country, code), name in homes.divisions.items()
        if country == "US" and code in lore.aliases.states
    }


def _towns(source: Source, lives: Mapping[int, Home]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    capitals = {country.iso: (fold(country.capital),) for country in source.countries if country.capital}
    for town in source.towns:
        home = lives[town.id]
        capital = town.population > 1000 and fold(town.name) in capitals.get(town.country, ())
        yield (
            Entry(
                town.id, town.name, "town", town.lat, town.lon, town.country, home.division, home.district,
                town.population, town_radius(town.population), capital,
            ),
            tuple(name for name in town.names if usable(name)),
        )  # fmt: skip


def town_radius(population: int) -> float:
    """A radius (km) that holds a town of this size: about 100 people a hectare, roads and fields added."""
    return 2.0 if population < 10_000 else 5.0 if population < 100_000 else 10.0 if population < 1_000_000 else 20.0


def keys_of(entry: Entry, names: tuple[str, ...]) -> dict[str, int]:
    """The keys that an entry is found under, and how each fits (an index into WAYS): the best way wins."""
    # the further names of areas are few and chosen; those of towns and districts are whatever was ever written
    return keys_by_way(entry.name, names, 1 if entry.kind in ("town", "district") else 0)


def keys_by_way(name: str, names: Iterable[str], other_way: int) -> dict[str, int]:
    """The keys of a name and of its bearer's other names, which fit as `other_way` says."""
    keys: dict[str, int] = {}
    for way, spelling in ((0, name), *((other_way, other) for other in names)):
        folded = fold(spelling)
        if not folded or keys.get(folded, 9) <= way:
            continue
        keys[folded] = way
        short = bare(folded)
        if short != folded and len(short) > 2:
            keys[short] = min(2, keys.get(short, 9))
    return keys


class _Writer:
    """Writes entries and names to an open database and keeps the best-known bearer of every name."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._entries: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int]] = []
        self._sounds: dict[tuple[str, int], None] = {}
        self._fuzzy: dict[tuple[str, int], None] = {}
        self._fame: dict[str, tuple[tuple[float, int], str, int, int]] = {}

    def add(self, entry: Entry, names: tuple[str, ...]) -> None:
        e = entry
        self._entries.append(
            (e.id, e.name, e.kind, e.lat, e.lon, e.country, e.admin1, e.admin2, e.population, e.radius_km, e.capital)
        )
        worth = ranks(entry, WAYS)
        drifts = e.country in TRANSLITERATED
        for key, way in keys_of(entry, names).items():
            self._names.append((key, e.id, way))
            known = self._fame.get(key)
            if known is None or worth[way] < known[0]:
                self._fame[key] = (worth[way], e.kind, e.population, way)
            if drifts and len(key) > 3:
                sounded = sound(key, e.country)
                self._sounds[sounded, e.id] = None
                self._fuzzy[f"{e.country}:{skeleton(sounded)}", e.id] = None

    def finish(self, version: str, progress: Progress) -> None:
        run = self._database.executemany
        progress(0.7, "writing names")
        run("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?)", self._entries)
        run("INSERT INTO name VALUES (?,?,?)", self._names)
        progress(0.85, "writing names")
        run("INSERT INTO sound VALUES (?,?)", self._sounds)
        run("INSERT INTO fuzzy VALUES (?,?)", self._fuzzy)
        run(
            "INSERT INTO fame VALUES (?,?,?,?)",
            ((key, kind, number, way) for key, (_, kind, number, way) in self._fame.items()),
        )
        run("INSERT INTO about VALUES (?,?)", [("schema", str(SCHEMA)), ("version", version)])
        progress(0.9, "indexing")
        self._database.executescript(_INDEXES)


def build(target: Path, source: Source, lore: Lore, progress: Progress = lambda _share, _what: None) -> None:
    """Compile a gazetteer to `target`, atomically: the file appears whole or not at all, whoever else builds it.

    `progress` is told the share done (0..1) and what is being done. Raises GazetteerError if it cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=target.stem, suffix=".part", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            _write(part, source, lore, progress)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as broken:
        raise GazetteerError(f"the gazetteer cannot be written to {target}: {broken}; is the disk full?") from broken
    progress(1.0, "done")


def _write(part: Path, source: Source, lore: Lore, progress: Progress) -> None:
    database = sqlite3.connect(part)
    try:
        database.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;" + _TABLES
        )
        writer = _Writer(database)
        every = max(1, len(source.towns) // 20)
        for number, (entry, names) in enumerate(gather(source, lore)):
            if number % every == 0:
                progress(min(0.7, 0.2 + 0.5 * number / (len(source.towns) + 1)), "folding names")
            writer.add(entry, names)
        writer.finish(source.version, progress)
        database.commit()
    finally:
        database.close()
