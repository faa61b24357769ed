"""Entries of a gazetteer, and what a gazetteer can be asked."""

import math
from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

from dateline.frozen import frozen

Kind = Literal["town", "district", "admin1", "country", "region", "sea", "site", "subdistrict", "spot"]
Way = Literal["name", "alias", "article", "sound", "fuzzy"]

EARTH_KM = 6371.0


@frozen
class Entry:
    """One place. `id` is the GeoNames id where it has one, else negative and stable for one build.

    `country` is ISO 3166-1 alpha-2; `admin1`/`admin2` are names of the first- and second-order divisions that it lies
    in (for a division its own name); `radius_km` a radius that holds it; `capital` whether it is a national capital;
    `own` whether it comes from a list of the user's own. A `spot` is what a dump lists beside towns and divisions, a
    `subdistrict` a division below the second order.
    """

    id: int
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    radius_km: float = 5.0
    capital: bool = False
    own: bool = False

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, or None for what is ours."""
        return self.id if self.id > 0 else None


@frozen
class Match:
    """An entry that a name may mean, and how the name fits it.

    `way`: its own name, another name of it, its name but for the Arabic article, its name by sound, a name like it.
    """

    entry: Entry
    way: Way


@frozen
class Fame:
    """What a gazetteer knows of a folded name at a glance: its best-known bearer's kind and population, how the name
    fits that bearer, and whether it stands in a list of the user's own.
    """

    kind: Kind
    population: int
    way: Way
    own: bool = False


class Gazetteer(Protocol):
    """Knows names and places. All methods only look up; each raises GazetteerError if the gazetteer is unusable."""

    def find(self, name: str, country: str | None = None) -> tuple[Match, ...]:
        """What this name may mean: by name, by sound if no town bears the name; best known first, and of a name that
        hundreds bear only those. With a country, what it may mean there.
        """
        ...

    def find_like(self, name: str, country: str) -> tuple[Match, ...]:
        """What a name spelled like this may mean within a country; the last resort."""
        ...

    def fame(self, names: Iterable[str]) -> Mapping[str, Fame]:
        """The names (folded) of these that are known, without the second chance by sound."""
        ...

    def entry(self, identifier: int) -> Entry | None:
        """The entry of that id, or None."""
        ...

    def near(self, lat: float, lon: float, km: float) -> tuple[Entry, ...]:
        """The towns within this distance, nearest first."""
        ...

    def within(self, division: Entry) -> tuple[Entry, ...]:
        """The towns of a country, division or district, largest first."""
        ...

    def part(self, land: Entry, side: str) -> tuple[float, float, float] | None:
        """Latitude, longitude and radius (km) of a country's or division's part to one side (n, ne, e, ...) of it, or
        None where its towns do not tell.
        """
        ...


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in km (haversine; R. W. Sinnott, Sky and Telescope 68, 1984)."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))
