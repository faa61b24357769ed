"""The embedded gazetteer with the user's added places laid over it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from dateline.gazetteer.added import FILE, AddedPlaces
from dateline.gazetteer.build import Progress
from dateline.gazetteer.entry import Entry, Fame, Match, distance_km
from dateline.gazetteer.finding import candidates
from dateline.gazetteer.fold import fold
from dateline.gazetteer.order import by_likeness, worth
from dateline.gazetteer.parts import Part, part_of
from dateline.gazetteer.sounds import skeleton, sound
from dateline.gazetteer.sqlite import SqliteGazetteer, open_embedded
from dateline.gazetteer.standing import WAYS

_KEPT = 20_000
_KEPT_FAMES = 50_000
_SAME_KM = 10.0  # a place of the user's list is that of another list if it bears the same name and lies this near


class LayeredGazetteer:
    """The embedded gazetteer and the added places as one. An added place takes the place of the embedded one of the
    same id or division; a place of the user's own list that of all of its name near by.
    """

    def __init__(self, base: SqliteGazetteer, added: AddedPlaces) -> None:
        self.base, self.added = base, added
        self._find = lru_cache(_KEPT)(self._look_up)
        self._find_like = lru_cache(_KEPT)(self._look_up_like)
        self._part = lru_cache(_KEPT)(self._work_out_part)
        self._fame: dict[str, Fame | None] = {}

    def close(self) -> None:
        """Close both files."""
        self.base.close()
        self.added.close()

    def find(self, name: str, country: str | None = None) -> tuple[Match, ...]:
        """What this name may mean: by name, by sound if no town bears the name; best known first, and of a name that
        hundreds bear only those. With a country, what it may mean there.
        """
        return self._find(fold(name), country)

    def find_like(self, name: str, country: str) -> tuple[Match, ...]:
        """What a name spelled like this may mean within a country; the last resort."""
        return self._find_like(fold(name), country)

    def fame(self, names: Iterable[str]) -> Mapping[str, Fame]:
        """The names (folded) of these that are known, without the second chance by sound."""
        asked = list(names)
        if len(self._fame) > _KEPT_FAMES:
            self._fame = {}
        unknown = [name for name in asked if name not in self._fame]
        if unknown:
            embedded, added = self.base.fame(unknown), self.added.fame(unknown)
            for name in unknown:
                both = [fame for fame in (embedded.get(name), added.get(name)) if fame]
                self._fame[name] = max(both, key=_worth, default=None)
        return {name: fame for name in asked if (fame := self._fame[name])}

    def entry(self, identifier: int) -> Entry | None:
        """The entry of that id, or None."""
        found = self.added.entry(identifier) or self.base.entry(identifier)
        return self.added.current(found) if found else None

    def near(self, lat: float, lon: float, km: float) -> tuple[Entry, ...]:
        """The towns within this distance, nearest first."""
        found = self._joined(self.base.near(lat, lon, km), self.added.near(lat, lon, km))
        away = ((distance_km(lat, lon, entry.lat, entry.lon), entry) for entry in found)
        return tuple(entry for d, entry in sorted(away, key=lambda p: (p[0], abs(p[1].id))) if d <= km)

    def within(self, division: Entry) -> tuple[Entry, ...]:
        """The towns of a country, division or district, largest first."""
        found = self._joined(self.base.within(division), self.added.within(division))
        return tuple(sorted(found, key=lambda entry: (-entry.population, abs(entry.id))))

    def part(self, land: Entry, side: str) -> Part | None:
        """Latitude, longitude and radius (km) of the part of a country or division to one side of it."""
        return self._part(land, side)

    def _work_out_part(self, land: Entry, side: str) -> Part | None:
        return part_of(((town.lat, town.lon) for town in self.within(land)), side)

    def keys_from(self, start: str) -> tuple[str, ...]:
        """The folded names that begin with these letters, at most some thousands."""
        return tuple({*self.base.keys_from(start), *self.added.keys_from(start)})

    def _joined(self, embedded: Iterable[Entry], added: Iterable[Entry]) -> list[Entry]:
        found = {entry.id: entry for entry in map(self.added.current, embedded)}
        found |= {entry.id: entry for entry in added}
        return [entry for entry in found.values() if entry.kind == "town"]

    def _look_up(self, folded: str, country: str | None) -> tuple[Match, ...]:
        return candidates(folded, lambda key: self._named(key, country), lambda key: self._sounded(key, country))

    def _look_up_like(self, folded: str, country: str) -> tuple[Match, ...]:
        key = skeleton(sound(folded, country))
        return by_likeness(folded, self._merged(self.base.alike(key, country), self.added.alike(key, country), country))

    def _named(self, key: str, country: str | None) -> list[Match]:
        return self._merged(self.base.named(key), self.added.named(key, country), country)

    def _sounded(self, key: str, country: str | None) -> list[Match]:
        return self._merged(self.base.sounded(key), self.added.sounded(key), country)

    def _merged(self, embedded: Iterable[Match], added: Iterable[Match], country: str | None) -> list[Match]:
        """One match for every place, the best; embedded ones as they are now."""
        best: dict[int, Match] = {}
        for match in (*added, *(Match(self.added.current(m.entry), m.way) for m in embedded)):
            known = best.get(match.entry.id)
            if country in (None, match.entry.country) and (
                known is None or WAYS.index(match.way) < WAYS.index(known.way)
            ):
                best[match.entry.id] = match
        own = [match.entry for match in best.values() if match.entry.own]
        return [match for match in best.values() if match.entry.own or not any(_same(match.entry, e) for e in own)]


def _same(entry: Entry, own: Entry) -> bool:
    """Whether what is listed elsewhere is the place of the user's list, judged by point and kind; the names are one."""
    point_like = ("town", "site", "spot")
    alike = entry.kind == own.kind or (entry.kind in point_like and own.kind in point_like)
    return alike and distance_km(entry.lat, entry.lon, own.lat, own.lon) <= max(_SAME_KM, own.radius_km)


def _worth(fame: Fame) -> float:
    return worth(fame.kind, fame.population, fame.way, own=fame.own)


def open_gazetteer(
    cache: Path, progress: Progress | None = None, added: Path | None = None
) -> SqliteGazetteer | LayeredGazetteer:
    """Open the embedded gazetteer in the folder `cache`, building it first (some seconds) if it is not there, with the
    places that the user added (in the folder `added`) laid over it.

    Raises GazetteerError if one of them can be neither opened nor built.
    """
    base = open_embedded(cache, progress)
    if added is None or not (added / FILE).exists():
        return base
    try:
        return LayeredGazetteer(base, AddedPlaces(added / FILE, base.entry))
    except BaseException:
        base.close()
        raise
