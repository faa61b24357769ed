"""Rows: what the files of places tell, row by row, checked."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

import yaml

from dateline.errors import GazetteerError
from dateline.gazetteer.build import town_radius, usable
from dateline.gazetteer.entry import Kind
from dateline.gazetteer.files import PlaceFile, Told, broken

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# alternateNames: what these "languages" hold are links and codes, no names
_NO_LANGUAGES = frozenset({"link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "abbr", "piny"})
# what people call the kinds of places in a list of their own
_CALLED: Mapping[str, Kind] = {
    "": "town", "town": "town", "village": "town", "city": "town", "hamlet": "town", "settlement": "town",
    "camp": "spot", "spot": "spot", "site": "spot", "quarter": "spot", "neighbourhood": "spot", "neighborhood": "spot",
    "base": "spot", "river": "spot", "mountain": "spot", "hill": "spot", "road": "spot", "checkpoint": "spot",
    "subdistrict": "subdistrict", "district": "district", "county": "district", "admin2": "district",
    "admin1": "admin1", "province": "admin1", "governorate": "admin1", "state": "admin1", "region": "region",
    "sea": "sea",
}  # fmt: skip
_RADIUS: Mapping[Kind, float] = {
    "spot": 2.0, "subdistrict": 10.0, "district": 25.0, "admin1": 100.0, "region": 100.0, "sea": 300.0,
}  # fmt: skip
_PEOPLED = 500  # a quarter with as many people as the embedded towns is one of them there, and stays one
OWN_COLUMNS = ("name", "lat", "lon", "country", "admin1", "kind", "population", "alternates")


class PlaceRow(NamedTuple):
    """One place of a file. `id` is GeoNames', or 0; `code1`, `code2` are the codes of its divisions there."""

    id: int
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str
    code1: str
    code2: str
    population: int
    km: float
    names: tuple[str, ...]


class DivisionRow(NamedTuple):
    """One division: its codes (`code2` empty for those of the first order), name, plain name, GeoNames id."""

    country: str
    code1: str
    code2: str
    name: str
    plain: str
    id: int


class NameRow(NamedTuple):
    """One further name of the place of that GeoNames id, and whether English prefers it."""

    id: int
    name: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class Features:
    """What a dump's feature codes mean here: kind and radius (km)."""

    kinds: Mapping[str, tuple[Kind, float]]


def read_features() -> Features:
    """Read `data/features.yaml`. Raises GazetteerError where it breaks its form."""
    path = resources.files("dateline.gazetteer") / "data" / "features.yaml"
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 -- a safe loader
        return Features({c: (kind, float(km)) for kind, radii in raw.items() for km, cs in radii.items() for c in cs})
    except (OSError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        raise GazetteerError(f"features.yaml cannot be read: {error}; reinstall dateline") from error


def places_of(file: PlaceFile, features: Features, told: Told, passed: Callable[[str], None]) -> Iterator[PlaceRow]:
    """The places of a dump; `passed` hears the feature code of each that is passed over. Raises DataError."""
    kinds = features.kinds
    for number, cells in file.rows(told):
        if len(cells) != 19:
            raise broken(file.path, number, f"{len(cells)} columns where a dump has 19", "fetch the file again")
        known = kinds.get(cells[7])
        if known is None or not cells[1]:
            passed(cells[7])
            continue
        try:
            lat, lon = _point(cells[4], cells[5])
            identifier, population = int(cells[0]), int(cells[14] or 0)
        except ValueError as error:
            raise broken(file.path, number, str(error), "mend or leave out the row") from None
        kind, km = known
        if cells[7] == "PPLX" and population >= _PEOPLED:
            kind, km = "town", 0.0
        names = tuple(name for name in cells[3].split(",") if usable(name)) if cells[3] else ()
        if cells[2] != cells[1] and usable(cells[2]):
            names = (*names, cells[2])
        radius = km or town_radius(population)
        yield PlaceRow(
            identifier, cells[1], kind, lat, lon, cells[8], cells[10], cells[11], max(0, population), radius, names
        )


def divisions_of(file: PlaceFile, told: Told) -> Iterator[DivisionRow]:
    """The divisions of a table of codes. Raises DataError."""
    dots = 1 if file.content == "admin1" else 2
    for number, cells in file.rows(told):
        codes = cells[0].split(".")
        if len(cells) != 4 or len(codes) != dots + 1 or not cells[3].isdigit():
            raise broken(file.path, number, f"{cells!r:.80} is no code, name, name and id", "fetch the file again")
        yield DivisionRow(codes[0], codes[1], codes[2] if dots == 2 else "", cells[1], cells[2], int(cells[3]))


def names_of(file: PlaceFile, told: Told) -> Iterator[NameRow]:
    """The further names of places that an English report might use. Raises DataError."""
    for number, cells in file.rows(told):
        if len(cells) not in (8, 10) or not cells[1].isdigit():
            raise broken(file.path, number, f"{cells!r:.80} is no row of further names", "fetch the file again")
        if cells[2] not in _NO_LANGUAGES and usable(cells[3]):
            yield NameRow(int(cells[1]), cells[3], cells[2] == "en" and cells[4] == "1" and cells[7] != "1")


def own_places(file: PlaceFile, country_of: Callable[[str], str | None]) -> Iterator[tuple[int, PlaceRow]]:
    """The places of a user's own list with their line's number; `code1` is the division as they name it. Raises
    DataError.
    """
    for number, row in file.records():
        if not row.get("name"):
            raise broken(file.path, number, "no name", "give one or leave out the row")
        called = row.get("kind", "").lower()
        if called not in _CALLED:
            raise broken(file.path, number, f"kind {called!r} is none of {', '.join(filter(None, _CALLED))}", "mend it")
        country = country_of(row["country"]) if row.get("country") else ""
        if country is None:
            raise broken(file.path, number, f"no country {row['country']!r}", "write it as IQ, IRQ or Iraq")
        try:
            lat, lon = _point(row.get("lat", ""), row.get("lon", ""))
            population = int(row.get("population") or 0)
        except ValueError as error:
            raise broken(file.path, number, str(error), "mend or leave out the row") from None
        kind = _CALLED[called]
        names = tuple(name.strip() for name in row.get("alternates", "").replace(";", "|").split("|") if name.strip())
        yield (
            number,
            PlaceRow(
                0, row["name"], kind, lat, lon, country, row.get("admin1", ""), "", max(0, population),
                _RADIUS.get(kind) or town_radius(population), names,
            ),
        )  # fmt: skip


def _point(lat: str, lon: str) -> tuple[float, float]:
    try:
        north, east = float(lat), float(lon)
    except ValueError:
        raise ValueError(f"latitude {lat!r} and longitude {lon!r} are no numbers of degrees") from None
    if not (-90 <= north <= 90 and -180 <= east <= 180) or math.isnan(north + east):
        raise ValueError(f"latitude {lat} and longitude {lon} lie outside -90..90 and -180..180")
    return north, east
