"""Countries, divisions and districts as places: names from the source, points and radii from the towns in them."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.gazetteer.entry import Entry, Kind, distance_km
from dateline.gazetteer.fold import fold
from dateline.gazetteer.homes import Home
from dateline.gazetteer.source import Country, Source, Town

_DESIGNATION = re.compile(
    r"^(?:Muḩāfaz̧at|Muhafazat|Province of|Provincia de|Departamento de|State of|Distrito de|Municipio de|"
    r"Gouvernorat de|Região|Região de|Wilayat|Wilaya de|Ostān-e|Oblast'?) |"
    r" (?:Governorate|Province|State|Oblast'?|Region|Division|Prefecture|District|County|Parish|Department|"
    r"Departamento|Municipality|Borough|Census Area|Republic|Kray|Krai|Subdistrict|Regency|Oblasty|Canton|"
    r"Voivodeship|Raion|City|Local Government Area|LGA|Township|Sub-District|Agency|Zone|Woreda)$"
)
# Towns of equal weight pull the middle of a division to where people live; one vote a cell of this size (degrees)
# keeps it near the middle of the settled land. Measured on the gold toponyms: see tests.
_CELL = 0.5


def plain_name(name: str) -> str:
    """A division's name without its designation: "Al Muthanna" of "Al Muthanna Governorate"."""
    short = _DESIGNATION.sub("", name).strip()
    return short or name


def middle(points: Sequence[tuple[float, float]], cell: float = _CELL) -> tuple[float, float, float]:
    """The middle of settled land and a radius (km) that holds nine in ten of its cells."""
    cells = {(math.floor(lat / cell), math.floor(lon / cell)): (lat, lon) for lat, lon in points}
    x = y = z = 0.0
    for lat, lon in cells.values():
        a, b = math.radians(lat), math.radians(lon)
        x, y, z = x + math.cos(a) * math.cos(b), y + math.cos(a) * math.sin(b), z + math.sin(a)
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    if spread := _spread(list(cells.values()), lat, lon):
        lat, lon = spread
    away = sorted(distance_km(lat, lon, *point) for point in cells.values())
    return round(lat, 4), round(lon, 4), round(max(10.0, away[int(len(away) * 0.9)]), 1)


def _spread(points: Iterable[tuple[float, float]], lat: float, lon: float) -> tuple[float, float] | None:
    """For a land whose towns crowd one end (Ontario, Siberia), a point half-way to the middle of its extent."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    if max(lons) - min(lons) > 90 or distance_km(min(lats), lon, max(lats), lon) < 600:
        return None
    return (lat + (min(lats) + max(lats)) / 2) / 2, (lon + (min(lons) + max(lons)) / 2) / 2


def country_entries(
    countries: Iterable[Country], homes: Mapping[str, list[Town]], points: Mapping[str, tuple[float, float]]
) -> Iterator[tuple[Entry, str]]:
    """An entry and its alpha-3 code for every country that has a town or a point of its own."""
    for country in countries:
        inside = homes.get(country.iso, [])
        if country.iso in points:
            lat, lon = points[country.iso]
        elif inside:
            lat, lon, _ = middle([(t.lat, t.lon) for t in inside], 1.0)
        else:
            continue
        radius = round(math.sqrt(country.area_km2 / math.pi), 1) or 10.0
        entry = Entry(
            country.id, country.name, "country", lat, lon, country.iso, None, None, country.population, radius
        )
        yield entry, country.iso3


def area_entries(source: Source, towns: Mapping[int, Home]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Entries for first-order divisions and districts with their further names; ids count down from -1."""
    divisions: dict[tuple[str, str], list[Town]] = defaultdict(list)
    districts: dict[tuple[str, str, str], list[Town]] = defaultdict(list)
    for town in source.towns:
        home = towns[town.id]
        if home.division:
            divisions[town.country, home.division].append(town)
            if home.district:
                districts[town.country, home.division, home.district].append(town)
    number = 0
    for (country, division), inside in sorted(divisions.items()):
        number -= 1
        yield _area(number, division, "admin1", country, division, None, inside), _short(division)
    for (country, division, district), inside in sorted(districts.items()):
        number -= 1
        yield _area(number, district, "district", country, division, district, inside), _short(district)


def _area(
    number: int, name: str, kind: Kind, country: str, admin1: str, admin2: str | None, towns: Sequence[Town]
) -> Entry:
    lat, lon, radius = middle([(t.lat, t.lon) for t in towns], 0.25)
    population = sum(t.population for t in towns)
    return Entry(number, name, kind, lat, lon, country, admin1, admin2, population, radius)


def _short(name: str) -> tuple[str, ...]:
    short = plain_name(name)
    return () if fold(short) == fold(name) else (short,)
