"""Where: the one place of a row, by UCDP's levels (`where_prec`), and the columns that follow from it.

UCDP codes to the town: a neighbourhood, street or building becomes its town, with its own words kept in
where_description. One name has one point, the gazetteer's. An event told of several places that are not one another's
surroundings gets the area that holds them: the toll of each is not known, and UCDP's summary events are coded so.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.gazetteer import Gazetteer
from dateline.gazetteer.entry import Entry, distance_km
from dateline.model import JoinedIncident, Place
from dateline.rulebooks.precision import NEAR_KM, ucdp_where

_WITHIN = re.compile(
    r"\b(?:neighbou?rhoods?|suburbs?|quarters?|wards?|streets?|avenues?|roads?|squares?|markets?|hospitals?|mosques?|"
    r"church|school|university|hotel|airport|bridge|centre|center|downtown|central)\b",
    re.IGNORECASE,
)
_TOWN_KM = 3.0
"""How far from an unlisted place's point its town may lie: the point is the town's own."""
_ROLES = ("at", "area", "destination")
_LEVELS = {3: "district", 4: "province"}
_LEVEL = re.compile(r"\b(?:district|county|province|state|region|governorate|department|oblast)\b", re.IGNORECASE)
CELL_DEGREES, CELLS_AROUND = 0.5, 720


@dataclass(frozen=True, slots=True)
class Spot:
    """A row's place. `country` is ISO alpha-2; `precision` is UCDP's where_prec."""

    name: str
    lat: float
    lon: float
    precision: int
    country: str | None
    adm_1: str | None
    adm_2: str | None
    words: str
    rule: str
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What tells one place from another."""
        return self.name, self.country, self.adm_1, self.precision


class Spots:
    """Finds the one place of an incident."""

    def __init__(self, gazetteer: Gazetteer, countries: Mapping[str, str]) -> None:
        """`countries`: names in running text by alpha-2 code."""
        self._gazetteer, self._names = gazetteer, countries

    def of(self, incident: JoinedIncident) -> Spot | None:
        """The place, or None where none is known."""
        for role in _ROLES:
            told = [place for place in incident.places if place.role == role]
            spots = [spot for place in told if (spot := self._spot(place)) is not None]
            if spots:
                return self._one(_finest(spots))
        return None

    def _spot(self, place: Place) -> Spot | None:
        """A place by itself."""
        precision = ucdp_where(place)
        if precision is None or place.lat is None or place.lon is None:
            return None
        words = place.extent.text if place.extent else place.text
        entry = self._gazetteer.entry(place.geonameid) if place.geonameid is not None else None
        rule = "ucdp.where.level"
        if entry is None and precision == 2:
            entry, rule = self._town(place.lat, place.lon), "ucdp.where.town-of"
            if entry is None:
                return None
            precision = 1 if _WITHIN.search(f"{words} {place.text}") else 2
        return _spot_at(entry, place, precision, words, rule)

    def _town(self, lat: float, lon: float) -> Entry | None:
        near = self._gazetteer.near(lat, lon, _TOWN_KM)
        return near[0] if near else None

    def _one(self, spots: Sequence[Spot]) -> Spot:
        """The place of several: the first where all are near it, else the area that holds them."""
        first = spots[0]
        if len(spots) == 1:
            return first
        told = ", ".join(spot.name for spot in spots)
        words = "; ".join(dict.fromkeys(spot.words for spot in spots))
        if first.precision <= 2 and all(_apart(first, spot) <= NEAR_KM for spot in spots):
            flags = (*first.flags, f"place: told of several within 25 km: {told}")
            return replace(first, precision=2, words=words, rule="ucdp.where.several-near", flags=flags)
        wide = self._holding(spots)
        flags = (f"place: one toll is told of several places: {told}",)
        if wide is None:
            return replace(first, words=words, rule="ucdp.where.several", flags=flags)
        entry, precision = wide
        return Spot(
            _called(entry.name, precision), *_point(entry.lat, entry.lon), precision, entry.country,
            entry.admin1 if precision == 4 else None, None, words, "ucdp.where.several-wide", flags,
        )  # fmt: skip

    def _holding(self, spots: Sequence[Spot]) -> tuple[Entry, int] | None:
        """The division or country that holds all of them."""
        countries = {spot.country for spot in spots}
        if len(countries) != 1 or (country := countries.pop()) is None:
            return None
        divisions = {spot.adm_1 for spot in spots}
        if len(divisions) == 1 and (division := divisions.pop()) is not None:
            entry = self._find(division, country, "admin1")
            if entry is not None:
                return entry, 4
        whole = self._find(self._names.get(country, ""), country, "country")
        return (whole, 6) if whole is not None else None

    def _find(self, name: str, country: str, kind: str) -> Entry | None:
        return next((m.entry for m in self._gazetteer.find(name, country) if m.entry.kind == kind), None)


def _spot_at(entry: Entry | None, place: Place, precision: int, words: str, rule: str) -> Spot:
    """The place of a gazetteer's entry, else that of the mention itself."""
    loose = precision == 5
    lat, lon = (entry.lat, entry.lon) if entry and not loose else (place.lat or 0.0, place.lon or 0.0)
    name = words if loose else entry.name if entry else place.name or place.text
    divided = precision < 6
    return Spot(
        name=_called(name, precision),
        lat=round(lat, 5),
        lon=round(lon, 5),
        precision=precision,
        country=place.country,
        adm_1=(entry.admin1 if entry and entry.admin1 else place.admin1) if divided else None,
        adm_2=(entry.admin2 if entry else name if precision == 3 else None) if divided and precision < 4 else None,
        words=words,
        rule=rule,
    )


def _called(name: str, precision: int) -> str:
    """A division's name with its level: Aleppo is a town, Aleppo province is not, and has a point of its own."""
    level = _LEVELS.get(precision)
    return f"{name} {level}" if level and not _LEVEL.search(name) else name


def _finest(spots: Sequence[Spot]) -> list[Spot]:
    """Those that hold no other: "Qaim in Anbar, Iraq" is one place."""
    once = list({spot.key[:3]: spot for spot in reversed(spots)}.values())[::-1]
    return [spot for spot in once if not any(_holds(spot, other) for other in once if other is not spot)]


def _holds(wide: Spot, fine: Spot) -> bool:
    if wide.precision <= fine.precision or wide.precision < 3 or wide.country != fine.country:
        return False
    if wide.precision >= 5:
        return wide.adm_1 in (None, fine.adm_1)
    return wide.adm_1 == fine.adm_1 and (wide.precision == 4 or fine.adm_2 in (None, wide.adm_2))


def _apart(one: Spot, other: Spot) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _point(lat: float, lon: float) -> tuple[float, float]:
    return round(lat, 5), round(lon, 5)


def cell_of(lat: float, lon: float) -> int:
    """The number of the PRIO-GRID cell: half a degree each way, counted from the south-west corner of the world, row by
    row (Tollefsen, Strand, Buhaug, Journal of Peace Research 49, 2012).
    """
    row = min(math.floor((lat + 90) / CELL_DEGREES), CELLS_AROUND // 2 - 1)
    column = math.floor((lon + 180) / CELL_DEGREES) % CELLS_AROUND
    return row * CELLS_AROUND + column + 1


def wkt(lat: float, lon: float) -> str:
    """The point as well-known text: longitude first."""
    return f"POINT ({lon} {lat})"
