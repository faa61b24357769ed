"""Filters: what incidents are looked for by."""

from dataclasses import dataclass
from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Literal

Sort = Literal["day", "killed", "changed"]
Role = Literal["actor", "target"]
REAL = ("happened", "ongoing")
"""The statuses of what has come about."""
LOCATED = ("exact", "town", "near", "district")
"""The precisions of places whose point tells where something was; a country's middle does not."""
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Near:
    """A circle: degrees (WGS 84) and kilometres."""

    lat: float
    lon: float
    km: float

    def holds(self, lat: float | None, lon: float | None) -> bool:
        """Whether a point lies within, along the great circle."""
        if lat is None or lon is None:
            return False
        a, b = radians(self.lat), radians(lat)
        half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon - self.lon) / 2) ** 2
        return 2 * _EARTH_KM * asin(min(1.0, sqrt(half))) <= self.km


@dataclass(frozen=True, slots=True)
class Filter:
    """What incidents are looked for by. None and () narrow nothing.

    `since` and `until` are days: an incident counts whose own days overlap them. `actors` are the names that `parties`
    has for a party, in that `role` or in either. `reviewed` is a verdict, or "yes" or "no"; without it all but what
    people rejected; "any" is all. `near` and `places` are of the first place where it was. `words` all stand in the
    text of a report that tells it.
    """

    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    role: Role | None = None
    country: str | None = None
    admin1: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    near: Near | None = None
    statuses: tuple[str, ...] = REAL
    background: bool | None = None
    killed_min: int | None = None
    grades: tuple[str, ...] = ()
    disputed: bool | None = None
    reviewed: str | None = None
    words: tuple[str, ...] = ()
