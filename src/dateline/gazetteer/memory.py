"""A gazetteer in memory: the double for tests and for small lists of one's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.gazetteer.build import TRANSLITERATED, keys_of
from dateline.gazetteer.entry import Entry, Fame, Match, distance_km
from dateline.gazetteer.finding import candidates
from dateline.gazetteer.fold import fold
from dateline.gazetteer.order import by_likeness, by_rank
from dateline.gazetteer.parts import Part, part_of
from dateline.gazetteer.sounds import skeleton, sound
from dateline.gazetteer.standing import WAYS


class MemoryGazetteer:
    """Holds entries and their further names in dictionaries; answers as the one in SQLite does."""

    def __init__(self, places: Iterable[tuple[Entry, tuple[str, ...]]]) -> None:
        self._entries: dict[int, Entry] = {}
        self._named: dict[str, list[Match]] = defaultdict(list)
        self._sounded: dict[str, dict[int, Entry]] = defaultdict(dict)
        self._like: dict[str, dict[int, Entry]] = defaultdict(dict)
        for entry, names in places:
            self._entries[entry.id] = entry
            for key, way in keys_of(entry, names).items():
                self._named[key].append(Match(entry, WAYS[way]))
                if entry.country in TRANSLITERATED and len(key) > 3:
                    self._sounded[sound(key, entry.country)][entry.id] = entry
                    self._like[f"{entry.country}:{skeleton(sound(key, entry.country))}"][entry.id] = entry

    def find(self, name: str, country: str | None = None) -> tuple[Match, ...]:
        """What this name may mean: by name, by sound if no town bears the name; best known first."""
        found = candidates(
            fold(name),
            lambda key: self._named.get(key, ()),
            lambda key: [Match(entry, "sound") for entry in self._sounded.get(key, {}).values()],
        )
        return tuple(match for match in found if country in (None, match.entry.country))

    def find_like(self, name: str, country: str) -> tuple[Match, ...]:
        """What a name spelled like this may mean within a country; the last resort."""
        folded = fold(name)
        like = self._like.get(f"{country}:{skeleton(sound(folded, country))}", {})
        return by_likeness(folded, [Match(entry, "fuzzy") for entry in like.values()])

    def fame(self, names: Iterable[str]) -> Mapping[str, Fame]:
        """The names (folded) of these that are known, without the second chance by sound."""
        best = {name: by_rank(self._named[name]) for name in names if name in self._named}
        return {
            name: Fame((first := found[0]).entry.kind, first.entry.population, first.way, first.entry.own)
            for name, found in best.items()
        }

    def entry(self, identifier: int) -> Entry | None:
        """The entry of that id, or None."""
        return self._entries.get(identifier)

    def near(self, lat: float, lon: float, km: float) -> tuple[Entry, ...]:
        """The towns within this distance, nearest first."""
        away = [(distance_km(lat, lon, e.lat, e.lon), e.id, e) for e in self._entries.values() if e.kind == "town"]
        return tuple(e for d, _, e in sorted(away, key=lambda item: item[:2]) if d <= km)

    def within(self, division: Entry) -> tuple[Entry, ...]:
        """The towns of a country, division or district, largest first."""
        inside = [
            e
            for e in self._entries.values()
            if e.kind == "town"
            and e.country == division.country
            and (division.kind == "country" or e.admin1 == division.admin1)
            and (division.kind != "district" or e.admin2 == division.admin2)
        ]
        return tuple(sorted(inside, key=lambda e: (-e.population, e.id)))

    def part(self, land: Entry, side: str) -> Part | None:
        """Latitude, longitude and radius (km) of the part of a country or division to one side of it."""
        return part_of(((town.lat, town.lon) for town in self.within(land)), side)
