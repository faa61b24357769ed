"""Traces: what is kept of a report's incident to compare it with those of others. Small, and without the texts."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.gazetteer.entry import distance_km
from dateline.linking.across.wording import Wording


@dataclass(frozen=True, slots=True)
class Site:
    """Where an incident is told to be: degrees and kilometres, or None where no point is known."""

    name: str
    lat: float | None
    lon: float | None
    within_km: float
    wide: bool
    country: str | None
    admin1: str | None
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Days:
    """The days it may have been (proleptic ordinals); `told`: by words of the text, not from the day of publication."""

    first: int
    last: int
    told: bool


@dataclass(frozen=True, slots=True)
class Around:
    """The persons, days and narrow places that a whole report names, in whatever part."""

    people: frozenset[tuple[str, ...]] = frozenset()
    days: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()


NOTHING = Around()


@dataclass(frozen=True, slots=True)
class Trace:
    """One incident of one report, for comparing.

    `named` are the persons hit, each the words of the name; `fatal` whether somebody died; `around` what else the
    report names, where it is about this incident.
    """

    report: str
    incident: str
    main: bool
    told: str
    kind: str
    sort: str
    days: Days | None
    filed: int | None
    sites: tuple[Site, ...]
    actors: frozenset[str]
    targets: frozenset[str]
    named: frozenset[tuple[str, ...]]
    fatal: bool
    tolls: Mapping[str, tuple[int, int | None]]
    weapons: frozenset[str]
    around: Around
    words: Wording

    @property
    def key(self) -> tuple[str, str]:
        """Report and incident."""
        return self.report, self.incident

    @property
    def narrow(self) -> frozenset[str]:
        """The names of its sites that are no wide areas."""
        return frozenset(site.name for site in self.sites if not site.wide)


def kilometres(one: Site, other: Site) -> float | None:
    """How far two sites' points lie apart; None where one has none."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return distance_km(one.lat, one.lon, other.lat, other.lon)
