"""Homes: which division and district a town lies in, from the table `data/homes.tsv` (made by `tables/homes.py`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import accumulate

from dateline.errors import GazetteerError


@dataclass(frozen=True, slots=True)
class Home:
    """The division and district that a town lies in, by name (None where unknown)."""

    division: str | None
    district: str | None


@dataclass(frozen=True, slots=True)
class Homes:
    """The names of divisions by country (ISO alpha-2) and code, and those of districts by the ids of their towns."""

    divisions: Mapping[tuple[str, str], str]
    districts: Mapping[int, str]

    def of(self, country: str, code: str, town: int) -> Home:
        """The home of the town of this id, whose division has this code."""
        division = self.divisions.get((country, code))
        return Home(division, self.districts.get(town) if division else None)


def read_homes(text: str | None = None) -> Homes:
    """Read the table. Raises GazetteerError, naming the line, where it breaks its form."""
    if text is None:
        text = (resources.files("dateline.gazetteer") / "data" / "homes.tsv").read_text(encoding="utf-8")
    divisions: dict[tuple[str, str], str] = {}
    districts: dict[int, str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        try:
            first, name, *ids = line.split("\t")
            if first:
                country, code = first.split(".")
                divisions[country, code] = name
            else:
                districts.update(dict.fromkeys(accumulate(map(int, ids[0].split())), name))
        except (ValueError, IndexError) as broken:
            raise GazetteerError(f"homes.tsv, line {number}: {line[:60]!r} has not the form of its head") from broken
    return Homes(divisions, districts)
