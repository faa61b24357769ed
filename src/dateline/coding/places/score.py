"""Scores: which of its namesakes a name means. Named features, each with its reason, summed."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from dateline.coding.places.phrases import Phrase
from dateline.frozen import frozen
from dateline.gazetteer import Entry, Match
from dateline.gazetteer.fold import fold

# Set by hand, coarse on purpose; what they trade off is told beside each feature.
_WAY = {"name": 0.0, "alias": -0.6, "article": -0.2, "sound": -1.5, "fuzzy": -2.5}
_KIND = {
    "country": 4.0, "admin1": 2.3, "region": 2.2, "sea": 2.0, "site": 1.5, "district": 0.6, "town": 0.0,
    "subdistrict": -0.5, "spot": -0.8,  # a bare name is rather the town's than the hill's
}  # fmt: skip
_OWN = 4.0  # what stands in the user's own list is meant unless the report plainly tells of another
_FITS = {
    "town": {"town": 1.5, "admin1": -3.0, "district": -1.0, "country": -2.0, "region": -2.0, "sea": -4.0},
    "district": {"district": 3.0, "subdistrict": 3.0, "town": 0.3, "admin1": 0.5, "country": -2.0},
    "admin1": {"admin1": 3.0, "region": 1.5, "district": 0.5, "town": -1.0, "country": -1.0},
    "near": {"town": -2.0, "admin1": -4.0, "district": -1.0, "country": -4.0, "region": -3.0, "spot": 1.0},
    "site": {"site": 4.0, "spot": 1.0},  # "Goose Creek" is a town before it is one of the creeks
}
_FAR_FETCHED = -2.0  # what only sounds like the name is meant where the report tells of its country
_TOLD_OF = 0.02  # a smaller share of what tells of a country is nothing
_LEADS = 0.5  # a country that takes this share of what tells one is what the report is about
_ALIKE = 0.25  # Dice's coefficient of letter pairs
CHANCE_KM = 150.0  # over this distance the pull of other places of the report falls to a third


@frozen
class Context:
    """What the rest of the report tells: how much of it (0..1) is about each country and division, and its places."""

    countries: Mapping[str, float] = field(default_factory=dict)
    divisions: Mapping[tuple[str, str], float] = field(default_factory=dict)
    points: Sequence[tuple[float, float, float]] = ()


def own_features(match: Match, phrases: Sequence[Phrase]) -> Iterator[tuple[str, float]]:
    """The features of one candidate that nothing else in the report changes, with their weights."""
    entry = match.entry
    yield "name", _WAY[match.way]
    yield "size", _size(entry)
    if entry.own:
        yield "in your own list", _OWN
    kinds = [phrase.kind for phrase in phrases if phrase.kind]
    if kinds:
        yield "called", sum(_FITS.get(kind, {}).get(entry.kind, 0.0) for kind in kinds) / len(kinds)


def features(match: Match, context: Context, parent: Entry | None) -> Iterator[tuple[str, float]]:
    """The features of one candidate, with their weights, that hang on what the report's other names mean."""
    entry = match.entry
    if entry.country:
        yield "country of the report", 3.0 * context.countries.get(entry.country, 0.0)
        yield "in a country of which nothing else tells", _abroad(entry, context)
        if match.way == "sound" and context.countries.get(entry.country, 0.0) <= _TOLD_OF:
            yield "by sound alone", _FAR_FETCHED
        if entry.admin1:
            yield "division of the report", 1.5 * context.divisions.get((entry.country, entry.admin1), 0.0)
    if entry.kind in ("town", "district", "site", "subdistrict", "spot"):
        yield "near others", 1.2 * pull(entry, context.points)
    if parent is not None and entry.kind not in ("country", "sea") and entry.country:
        yield "in what it is said to lie in", 5.0 if lies_in(entry, parent) else -3.0


def _abroad(entry: Entry, context: Context) -> float:
    """The less known a place of a country that the report never tells of, the less it is meant ("Moura", Portugal, in
    a report on Mali): unresolved beats a namesake abroad.
    """
    if (
        entry.kind not in ("town", "district", "admin1", "site", "subdistrict", "spot")
        or entry.own
        or context.countries.get(entry.country or "", 0.0) > _TOLD_OF
    ):
        return 0.0
    lead = max(context.countries.values(), default=0.0)
    people = entry.population if entry.kind == "town" else entry.population / 30
    renown = min(1.0, max(0.0, math.log10(people + 1) - 4.0) / 1.7)  # a town of 10,000: none, of 500,000: all
    return 0.0 if lead < _LEADS else -3.5 * lead * (1.0 - renown)


def _size(entry: Entry) -> float:
    size = 0.55 * (math.log10(entry.population + 300) - 2.5)
    if entry.kind == "town":
        return size + (1.8 if entry.capital and entry.population > 200_000 else 0.0)
    known = _KIND[entry.kind]
    if entry.kind == "admin1" and entry.population:  # a parish of 80,000 is meant less than a province of a million
        known *= min(1.0, max(0.4, (math.log10(entry.population) - 4.0) / 1.7))
    return known + size * (0.5 if entry.kind == "district" else 0.6)


def unlike(key: str, entry: Entry) -> bool:
    """Whether an entry's own name shares next to no pairs of letters with the folded name by which it was found."""
    one, other = (_pairs(text.replace(" ", "")) for text in (key, fold(entry.name)))
    return 2 * len(one & other) < _ALIKE * (len(one) + len(other))


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def pull(entry: Entry, points: Sequence[tuple[float, float, float]]) -> float:
    """How near (0..1) the candidate lies to the report's other places, each given by latitude, longitude, weight."""
    squeeze = math.cos(math.radians(entry.lat))
    nearest = 0.0
    for lat, lon, weight in points:
        away = 111.2 * math.hypot(entry.lat - lat, (entry.lon - lon) * squeeze)  # plane; exact enough below 500 km
        nearest = max(nearest, weight * math.exp(-away / CHANCE_KM))
    return nearest


def lies_in(entry: Entry, parent: Entry) -> bool:
    """Whether an entry lies in a country, division or district, or close to a town."""
    if parent.kind == "country":
        return entry.country == parent.country
    if parent.kind == "admin1" and parent.admin1:
        return (entry.country, entry.admin1) == (parent.country, parent.admin1) and entry.kind not in (
            "admin1",
            "country",
        )
    if entry.id == parent.id:
        return False
    away = 111.2 * math.hypot(entry.lat - parent.lat, (entry.lon - parent.lon) * math.cos(math.radians(parent.lat)))
    return away <= parent.radius_km + 40.0 and entry.kind not in ("admin1", "country", "region", "sea")
