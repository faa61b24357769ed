"""Orders of matches: the best known first, or the most alike first."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from dateline.gazetteer.entry import Entry, Kind, Match, Way
from dateline.gazetteer.fold import fold
from dateline.gazetteer.sounds import sound

_WEIGHT = {
    "country": 1e9, "admin1": 2e6, "region": 2e6, "sea": 2e6, "site": 1e5, "district": 2e4, "town": 0.0,
    "subdistrict": 0.0, "spot": 0.0,
}  # fmt: skip
_DISCOUNT = {"name": 1.0, "alias": 4.0, "article": 2.0, "sound": 8.0, "fuzzy": 8.0}
_ALIKE = 0.72  # of sound keys; Karableh and Karabilah share 0.77, Saada and Sidah 0.75


def rank(match: Match) -> tuple[float, int]:
    """A key to sort by: areas before towns of their size, a place's own name before others of its names."""
    entry = match.entry
    return -worth(entry.kind, entry.population, match.way, own=entry.own), abs(entry.id)


def ranks(entry: Entry, ways: Iterable[Way]) -> list[tuple[float, int]]:
    """The `rank` of an entry by each of these ways."""
    return [rank(Match(entry, way)) for way in ways]


def worth(kind: Kind, population: int, way: Way, *, own: bool = False) -> float:
    """How much a bearer of a name is worth looking at first: what is in the user's own list above all."""
    return ((1e12 if own else 0.0) + _WEIGHT[kind] + population) / _DISCOUNT[way]


def by_rank(matches: Iterable[Match]) -> tuple[Match, ...]:
    """The best known first."""
    return tuple(sorted(matches, key=rank))


def likeness(one: str, other: str) -> float:
    """How alike two folded names sound (0..1)."""
    return SequenceMatcher(None, sound(one), sound(other), autojunk=False).ratio()


def by_likeness(folded: str, matches: Iterable[Match]) -> tuple[Match, ...]:
    """Those that sound like the name at all, the most alike first."""
    scored = [(likeness(folded, fold(m.entry.name)), m) for m in matches]
    return tuple(
        m
        for score, m in sorted(scored, key=lambda p: (-p[0], -p[1].entry.population, p[1].entry.id))
        if score >= _ALIKE
    )
