"""Sites: where ACLED files an incident. A country is no place to it; a province stands for its capital."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.codebook.registry import Registry
from dateline.gazetteer import Entry, Gazetteer, distance_km
from dateline.model import Cell, JoinedIncident, Place
from dateline.rulebooks.acled.tables import Tables
from dateline.rulebooks.precision import acled_where

ROLES = ("at", "area", "destination", "origin")
"""Which place is where it happened, the first that there is; whence an attack was launched is none."""
APART_KM = 10.0
"""Towns nearer than this are one place told twice."""
_TOWNS = frozenset({"exact", "town"})


@dataclass(frozen=True, slots=True)
class Site:
    """The place that a row is filed under, the place that is told, and the statements that tell it.

    `several`: how many places the incident has rows for.
    """

    place: Place
    told: Place
    precision: int
    rule: str
    statements: tuple[int, ...] = ()
    several: int = 1

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two rows' places one."""
        place = self.place
        return place.country or "", place.admin1 or "", place.name or place.text


def sites_of(incident: JoinedIncident) -> tuple[Site, ...]:
    """The places of its rows; none where nothing below a country is told.

    "acled.place.each": towns that one event names side by side are so many places; else "acled.place.finest".
    """
    places = [place for role in ROLES for place in incident.places if place.role == role and _is_fit(place)]
    if not places:
        return ()
    first = places[0]
    beside = _side_by_side(incident, first)
    chosen = [first, *(p for p in places[1:] if p.role == first.role and p.geonameid in beside)]
    kept: list[Place] = []
    for place in chosen:
        if all(_apart(place, other) for other in kept):
            kept.append(place)
    rule = "acled.place.each" if len(kept) > 1 else "acled.place.finest"
    return tuple(Site(p, p, acled_where(p) or 0, rule, _tellers(incident, p), len(kept)) for p in kept)


def _is_fit(place: Place) -> bool:
    return place.country is not None and place.lat is not None and place.lon is not None and bool(acled_where(place))


def _side_by_side(incident: JoinedIncident, first: Place) -> frozenset[int | None]:
    """The towns that an event names beside the first, itself a town."""
    if first.precision not in _TOWNS or first.geonameid is None:
        return frozenset()
    of_event: dict[tuple[str, str], set[int]] = {}
    for statement in incident.statements:
        place = statement.mention
        if statement.matter != "place" or statement.claim.stance != "asserts" or not isinstance(place, Place):
            continue
        if place.role == first.role and place.precision in _TOWNS and place.geonameid is not None:
            of_event.setdefault((statement.report, statement.event), set()).add(place.geonameid)
    return frozenset(name for names in of_event.values() if first.geonameid in names for name in names)


def _apart(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) > APART_KM


def _tellers(incident: JoinedIncident, place: Place) -> tuple[int, ...]:
    return tuple(
        number
        for number, statement in enumerate(incident.statements)
        if statement.matter == "place" and isinstance(statement.mention, Place) and _same(statement.mention, place)
    )


def _same(one: Place, other: Place) -> bool:
    return (one.geonameid, one.name, one.country) == (other.geonameid, other.name, other.country)


def filed(site: Site, gazetteer: Gazetteer | None) -> Site:
    """A province or district is filed under its main town, here the largest ("acled.place.main-town"): ACLED takes the
    province's capital. Without a gazetteer it keeps its own name and point.
    """
    told = site.told
    if gazetteer is None or told.precision not in ("admin1", "district") or told.name is None:
        return site
    area = next((m.entry for m in gazetteer.find(told.name, told.country) if _is_that(m.entry, told)), None)
    town = next(iter(gazetteer.within(area)), None) if area is not None else None
    if town is None:
        return site
    update = {"name": town.name, "lat": town.lat, "lon": town.lon, "geonameid": town.geonameid}
    return replace(site, place=told.model_copy(update=update), rule="acled.place.main-town")


def _is_that(entry: Entry, area: Place) -> bool:
    return entry.kind == area.precision and entry.country == area.country and entry.admin1 == area.admin1


def columns_of(site: Site, registry: Registry, tables: Tables, gazetteer: Gazetteer | None) -> Mapping[str, Cell]:
    """The columns of a place: iso to geo_precision."""
    place = site.place
    alpha3 = registry.alpha3(place.country) or ""
    country = registry.countries.get(alpha3)
    entry = gazetteer.entry(place.geonameid) if gazetteer is not None and place.geonameid is not None else None
    return {
        "iso": tables.isos.get(alpha3),
        "region": tables.regions.get(alpha3),
        "country": tables.names.get(alpha3) or (country.name if country else place.country),
        "admin1": place.admin1,
        "admin2": entry.admin2 if entry is not None else None,
        "location": place.name or place.text,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": site.precision,
    }


def flags_of(site: Site, columns: Mapping[str, Cell]) -> tuple[str, ...]:
    """What a person should look at: an area's own point, a country without region, other places told."""
    flags = []
    if site.rule == "acled.place.main-town":
        flags.append(f"location: {columns['location']}, the largest town, stands for {site.told.name}")
    elif site.told.precision in ("admin1", "region", "sea", "district"):
        flags.append(f"location: {columns['location']} is an area with its own point, not its main town's")
    if columns["region"] is None:
        flags.append(f"region: none is known for {columns['country']}")
    if site.told.role != "at":
        flags.append(f"location: told as {site.told.role}")
    return tuple(flags)
