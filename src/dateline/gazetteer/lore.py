"""Lore: names and points that we keep ourselves, read from the YAML files beside this module."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import GazetteerError
from dateline.gazetteer.entry import Entry

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIRST_ID = -1_000_000  # regions' ids lie below all those of divisions and districts

Point = tuple[Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Region(_Strict):
    """A region, sea or site of `regions.yaml`."""

    kind: Literal["region", "sea", "site", "admin1"]
    point: Point
    km: Annotated[float, Field(gt=0)]
    country: str | None = None
    names: tuple[str, ...] = ()


class Aliases(_Strict):
    """The further names of `aliases.yaml`."""

    countries: Mapping[str, tuple[str, ...]]
    points: Mapping[str, Point]
    divisions: Mapping[str, tuple[str, ...]]
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lore:
    """What we know ourselves: regions by name, and further names."""

    regions: Mapping[str, Region]
    aliases: Aliases

    def entries(self) -> Iterator[tuple[Entry, tuple[str, ...]]]:
        """The regions as entries, with their further names."""
        for number, (name, region) in enumerate(self.regions.items()):
            admin1 = name if region.kind == "admin1" else None
            lat, lon = region.point
            place = Entry(_FIRST_ID - number, name, region.kind, lat, lon, region.country, admin1, None, 0, region.km)
            yield place, region.names


def lore_digest() -> str:
    """A short hash of our own data files, so that a gazetteer made of older ones is not taken for theirs."""
    folder = resources.files("dateline.gazetteer") / "data"
    try:
        content = b"".join((folder / name).read_bytes() for name in ("regions.yaml", "aliases.yaml", "homes.tsv"))
    except OSError as broken:
        raise GazetteerError(f"the gazetteer's own data cannot be read: {broken}; reinstall dateline") from broken
    return hashlib.sha256(content).hexdigest()[:8]


def read_lore() -> Lore:
    """Read our own data files. Raises GazetteerError if they break their rules."""
    folder = resources.files("dateline.gazetteer") / "data"
    try:
        regions = yaml.load((folder / "regions.yaml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 -- a safe loader
        aliases = yaml.load((folder / "aliases.yaml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 -- a safe loader
        return Lore(
            {name: Region.model_validate(row) for name, row in regions.items()}, Aliases.model_validate(aliases)
        )
    except (OSError, yaml.YAMLError, ValidationError) as broken:
        raise GazetteerError(f"the gazetteer's own data cannot be read: {broken}; reinstall dateline") from broken
