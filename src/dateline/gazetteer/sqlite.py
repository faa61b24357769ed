"""The gazetteer in SQLite: compiled once into the user's cache, opened read-only."""

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import GazetteerError
from dateline.gazetteer.build import SCHEMA, Progress, build
from dateline.gazetteer.entry import Entry, Fame, Kind, Match, distance_km
from dateline.gazetteer.finding import candidates
from dateline.gazetteer.fold import KEYS, fold
from dateline.gazetteer.lore import lore_digest, read_lore
from dateline.gazetteer.order import by_likeness
from dateline.gazetteer.parts import Part, part_of
from dateline.gazetteer.sounds import skeleton, sound
from dateline.gazetteer.source import read_source, source_version
from dateline.gazetteer.standing import WAYS
from dateline.loading import without_collecting

_ENTRY = (
    "SELECT e.id, e.name, e.kind, e.lat, e.lon, e.country, e.admin1, e.admin2, e.population, e.radius_km, e.capital"
)
_BY_ID = _ENTRY + " FROM entry e WHERE e.id = ?"
_BY_LATITUDE = _ENTRY + " FROM entry e WHERE e.lat BETWEEN ? AND ? AND e.kind = 'town'"
_BY_NAME = _ENTRY + ", n.way FROM name n JOIN entry e ON e.id = n.entry WHERE n.key = ? LIMIT ?"
_BY_SOUND = _ENTRY + " FROM sound s JOIN entry e ON e.id = s.entry WHERE s.key = ? LIMIT ?"
_BY_SKELETON = _ENTRY + " FROM fuzzy f JOIN entry e ON e.id = f.entry WHERE f.key = ? LIMIT ?"
_AREAS = _ENTRY + " FROM entry e WHERE e.kind IN ('admin1', 'district')"
_STARTING = "SELECT key FROM fame WHERE key >= ? AND key < ? LIMIT 20000"
_OF_LAND = (
    " FROM entry e WHERE e.kind = 'town' AND e.country = ? AND e.admin1 = coalesce(?, e.admin1)"
    " AND coalesce(e.admin2, '') = coalesce(?, e.admin2, '') ORDER BY e.population DESC, e.id"
)
_TOWNS_OF = _ENTRY + _OF_LAND
_POINTS_OF = "SELECT e.lat, e.lon" + _OF_LAND
_KEPT = 20_000  # look-ups remembered; a day's reports name far fewer places
_KEPT_FAMES = 50_000  # the same, of names that are only asked whether they are any (15 MB)
_AT_ONCE = 500  # names asked for by one query; SQLite binds 999 values at least
_MOST = 400  # bearers of one name that are looked at; San Jose has 260


class SqliteGazetteer:
    """A gazetteer in a file made by `build`. Look-ups take well under a millisecond; repeated ones are remembered.

    Raises GazetteerError if the file is missing, broken or of another schema.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._database = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            about = dict(self._database.execute("SELECT key, value FROM about").fetchall())
        except sqlite3.Error as broken:
            self._close()
            raise GazetteerError(
                f"the gazetteer {path} cannot be opened ({broken}); delete it to build it anew"
            ) from broken
        if about.get("schema") != str(SCHEMA):
            self._close()
            raise GazetteerError(f"the gazetteer {path} is of another version; delete it to build it anew")
        self.version = str(about.get("version", ""))
        self._find = lru_cache(_KEPT)(self._look_up)
        self._find_like = lru_cache(_KEPT)(self._look_up_like)
        self._part = lru_cache(_KEPT)(self._work_out_part)
        self._fame: dict[str, Fame | None] = {}

    def _close(self) -> None:
        with contextlib.suppress(AttributeError, sqlite3.Error):
            self._database.close()

    def close(self) -> None:
        """Close the file; look-ups after it raise GazetteerError."""
        self._close()

    def __enter__(self) -> "SqliteGazetteer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        self._close()

    def find(self, name: str, country: str | None = None) -> tuple[Match, ...]:
        """What this name may mean: by name, by sound if no town bears the name; best known first."""
        found = self._find(fold(name))
        return found if country is None else tuple(match for match in found if match.entry.country == country)

    def find_like(self, name: str, country: str) -> tuple[Match, ...]:
        """What a name spelled like this may mean within a country; the last resort."""
        return self._find_like(fold(name), country)

    def fame(self, names: Iterable[str]) -> Mapping[str, Fame]:
        """The names (folded) of these that are known, without the second chance by sound."""
        asked = list(names)
        if len(self._fame) > _KEPT_FAMES:
            self._fame = {}
        kept = self._fame
        unknown = [name for name in asked if name not in kept]
        for first in range(0, len(unknown), _AT_ONCE):
            kept.update(self._look_up_fame(unknown[first : first + _AT_ONCE]))
        return {name: fame for name in asked if (fame := kept.get(name))}

    def entry(self, identifier: int) -> Entry | None:
        """The entry of that id, or None."""
        rows = self._rows(_BY_ID, identifier)
        return _entry(rows[0]) if rows else None

    def near(self, lat: float, lon: float, km: float) -> tuple[Entry, ...]:
        """The towns within this distance, nearest first."""
        reach = km / 111.0
        rows = self._rows(_BY_LATITUDE, lat - reach, lat + reach)
        away = [(distance_km(lat, lon, row[3], row[4]), row) for row in rows if abs(row[4] - lon) < 4 * reach + 1]
        return tuple(_entry(row) for d, row in sorted(away, key=lambda pair: pair[0]) if d <= km)

    def within(self, division: Entry) -> tuple[Entry, ...]:
        """The towns of a country, division or district, largest first."""
        return tuple(_entry(row) for row in self._rows(_TOWNS_OF, *_division(division)))

    def part(self, land: Entry, side: str) -> Part | None:
        """Latitude, longitude and radius (km) of the part of a country or division to one side of it."""
        return self._part(land, side)

    def _work_out_part(self, land: Entry, side: str) -> Part | None:
        return part_of(self._rows(_POINTS_OF, *_division(land)), side)

    def _look_up(self, folded: str) -> tuple[Match, ...]:
        return candidates(folded, self.named, self.sounded)

    def named(self, key: str) -> list[Match]:
        """What bears this key as a name."""
        rows = self._rows(_BY_NAME, key, _MOST)
        return [Match(_entry(row[:11]), WAYS[row[11]]) for row in rows]

    def sounded(self, key: str) -> list[Match]:
        """What bears this key of sound."""
        return [Match(_entry(row), "sound") for row in self._rows(_BY_SOUND, key, _MOST)]

    def alike(self, key: str, country: str) -> list[Match]:
        """What bears this skeleton in a country."""
        return [Match(_entry(row), "fuzzy") for row in self._rows(_BY_SKELETON, f"{country}:{key}", _MOST)]

    def areas(self) -> Iterator[Entry]:
        """All divisions and districts."""
        return (_entry(row) for row in self._rows(_AREAS))

    def capitals(self) -> frozenset[int]:
        """The ids of national capitals."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM entry WHERE capital"))

    def countries(self) -> frozenset[str]:
        """The alpha-2 codes of the countries that it holds."""
        return frozenset(row[0] for row in self._rows("SELECT country FROM entry WHERE kind = 'country'"))

    def bearers(self) -> Mapping[int, tuple[Kind, int, str]]:
        """Kind, population and country of every place that has a GeoNames id."""
        rows = self._rows("SELECT id, kind, population, country FROM entry WHERE id > 0")
        return {row[0]: row[1:] for row in rows}

    def keys_from(self, start: str) -> tuple[str, ...]:
        """The folded names that begin with these letters, at most some thousands."""
        return tuple(key for (key,) in self._rows(_STARTING, start, start + "\U0010ffff"))

    def counts(self) -> Mapping[str, int]:
        """How many places it holds by kind, and how many names (`names`)."""
        kinds = dict(self._rows("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY count(*) DESC"))
        return {**kinds, "names": self._rows("SELECT count(*) FROM name")[0][0]}

    def _look_up_like(self, folded: str, country: str) -> tuple[Match, ...]:
        return by_likeness(folded, self.alike(skeleton(sound(folded, country)), country))

    def _look_up_fame(self, keys: Sequence[str]) -> dict[str, Fame | None]:
        """What is known of each name, None where nothing is; one by one they take twice as long."""
        marks = ",".join("?" * len(keys))
        rows = self._rows(f"SELECT key, kind, population, way FROM fame WHERE key IN ({marks})", *keys)  # noqa: S608 -- marks alone
        known: dict[str, Fame | None] = dict.fromkeys(keys)
        known.update((key, Fame(kind, population, WAYS[way])) for key, kind, population, way in rows)
        return known

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as broken:
            raise GazetteerError(
                f"the gazetteer {self.path} cannot be read ({broken}); delete it to build it anew"
            ) from broken


def _division(land: Entry) -> tuple[str | None, str | None, str | None]:
    """Country, division and district of the towns of a land; None takes in all."""
    return (
        land.country,
        None if land.kind == "country" else land.admin1,
        land.admin2 if land.kind == "district" else None,
    )


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(*row[:10], capital=bool(row[10]))  # type: ignore[misc]  # ten columns, which mypy cannot count


def gazetteer_path(cache: Path) -> Path:
    """Where the gazetteer of this version of its sources lies."""
    return cache / f"gazetteer-{SCHEMA}.{KEYS}-{source_version().replace(' ', '-')}-{lore_digest()}.sqlite"


def open_embedded(cache: Path, progress: Progress | None = None) -> SqliteGazetteer:
    """Open the gazetteer in this folder, building it first (some seconds) if it is not there.

    Raises GazetteerError if it can be neither opened nor built.
    """
    path = gazetteer_path(cache)
    if not path.exists():
        told = progress or (lambda _share, _what: None)
        told(0.0, "reading places")
        with without_collecting():
            build(path, read_source(), read_lore(), told)
    return SqliteGazetteer(path)
