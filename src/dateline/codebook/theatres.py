"""Theatres: who fights where and when (`data/theatres.yaml`, which explains its shape and says where it is from)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dateline.codebook.entries import Entry, Names, check_entries
from dateline.codebook.files import load_yaml
from dateline.codebook.registry_names import fold
from dateline.model import Alternative

DATA = Path(__file__).parent / "data" / "theatres.yaml"
BY_FAR = 0.7
"""A group is named for its place and year alone only where it does at least this share of the fighting there."""
_DIVISION_WORDS = frozenset(
    ["state", "province", "region", "department", "governorate", "oblast", "district", "republic", "gov"]
)
_SIDES = {"north-eastern": "north-east", "northeastern": "north-east", "northeast": "north-east", "ne": "north-east"}


Unnamed = Literal["group", "either", "nobody"]


class _TheatreEntry(Entry):
    id: str
    country: str
    state: str | None = None
    areas: Names = Field(default=[])
    extents: Names = Field(default=[])
    years: Annotated[list[int | None], Field(min_length=2, max_length=2)]
    groups: Annotated[dict[str, float], BeforeValidator(dict)]
    words: Names = Field(default=[])
    own: Names = Field(default=[])
    unnamed: Unnamed = "group"


class _TheatreFile(Entry):
    theatres: list[_TheatreEntry]


@dataclass(frozen=True, slots=True)
class Theatre:
    """One war's ground in some years: `state` (alpha-3) and the groups that fight it there, each with its share.

    `areas` are folded names of first-order divisions, none meaning all of `country`; `extents` parts of the country
    that stand for them; `words` mean its groups all over the country, `own` within its areas; `unnamed`: whose
    an attack without a doer is taken to be.
    """

    id: str
    country: str
    state: str
    years: tuple[int | None, int | None]
    groups: tuple[tuple[str, float], ...]
    areas: frozenset[str] = frozenset()
    extents: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    unnamed: Unnamed = "group"

    def lasts(self, year: int) -> bool:
        """Whether there was fighting in that year."""
        first, last = self.years
        return (first is None or first <= year) and (last is None or year <= last)

    @property
    def main(self) -> tuple[str, float] | None:
        """The group that does by far most of the fighting, and its share; None where none does."""
        best = max(self.groups, key=lambda group: group[1])
        return best if best[1] >= BY_FAR else None

    def alternatives(self, but: str | None = None) -> tuple[Alternative, ...]:
        """All its groups but one, each with its share."""
        return tuple(
            Alternative(value=group, score=share, why=f"share of the fighting in the theatre {self.id}")
            for group, share in sorted(self.groups, key=lambda pair: -pair[1])
            if group != but
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """Where something happened, as is told: countries (alpha-3), folded divisions, and parts ("north-east")."""

    countries: tuple[str, ...] = ()
    divisions: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Theatres:
    """All theatres, narrow ones before wide ones."""

    all: tuple[Theatre, ...] = ()
    _by_country: Mapping[str, tuple[Theatre, ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index them by country."""
        found: dict[str, tuple[Theatre, ...]] = {}
        for theatre in self.all:
            found[theatre.country] = (*found.get(theatre.country, ()), theatre)
        object.__setattr__(self, "_by_country", found)

    def at(self, ground: Ground, year: int | None) -> Theatre | None:
        """The first theatre that lies there and lasted then; None where several countries are told, or no year."""
        if year is None or len(ground.countries) != 1:
            return None
        for theatre in self._by_country.get(ground.countries[0], ()):
            inside = not theatre.areas or theatre.areas & ground.divisions or theatre.extents & ground.parts
            if theatre.lasts(year) and inside:
                return theatre
        return None

    def by_word(self, lemma: str, country: str | None, year: int | None) -> Theatre | None:
        """The theatre of a country whose groups a description means wherever in the country it is told of."""
        if year is None or country is None:
            return None
        found = (t for t in self._by_country.get(country, ()) if lemma in t.words and t.lasts(year))
        return next(found, None)

    def of_group(self, group: str, year: int | None) -> tuple[Theatre, ...]:
        """The theatres where a group does by far most of the fighting in a year."""
        return tuple(t for t in self.all if year is not None and t.lasts(year) and t.main and t.main[0] == group)

    def at_home(self, state: str, year: int) -> tuple[Theatre, ...]:
        """The theatres on a state's own ground where it fights in a year, one of the whole country first."""
        found = [t for t in self._by_country.get(state, ()) if t.state == state and t.lasts(year)]
        return tuple(sorted(found, key=lambda theatre: bool(theatre.areas))[:1])


def fold_division(name: str) -> str:
    """A division's name without article, accents and words such as "State"."""
    words = fold(name)
    bare = [word for word in words if word not in _DIVISION_WORDS]
    return " ".join(bare or words)


def part_of(words: Sequence[str]) -> Collection[str]:
    """The parts of a country that these lower-case words name ("northeastern" is the north-east)."""
    return {_SIDES.get(word, word) for word in words}


def load_theatres(path: Path = DATA) -> Theatres:
    """Read the theatres. Raises DataError where the file breaks its own rules."""
    entries = check_entries(dict(load_yaml(path)), _TheatreFile, str(path)).theatres
    return Theatres(tuple(_theatre(entry) for entry in entries))


def _theatre(entry: _TheatreEntry) -> Theatre:
    return Theatre(
        id=entry.id,
        country=entry.country,
        state=entry.state or entry.country,
        years=(entry.years[0], entry.years[1]),
        groups=tuple(entry.groups.items()),
        areas=frozenset(map(fold_division, entry.areas)),
        extents=frozenset(part_of(entry.extents)),
        words=frozenset(entry.words),
        own=frozenset(entry.own),
        unnamed=entry.unnamed,
    )
