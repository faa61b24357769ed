"""Taking: what each kind of file brings, row by row, to the stage."""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from dateline.gazetteer.build import Progress, keys_by_way
from dateline.gazetteer.divisions import plain_name
from dateline.gazetteer.files import PlaceFile
from dateline.gazetteer.homes import Homes
from dateline.gazetteer.rows import PlaceRow, divisions_of, names_of, own_places, places_of, read_features
from dateline.gazetteer.settling import areas_of
from dateline.gazetteer.sqlite import SqliteGazetteer
from dateline.gazetteer.staging import Stage
from dateline.gazetteer.standing import KINDS

_OWN_IDS = -(10**10)  # below all others


@dataclass(slots=True)
class Outcome:
    """What adding a file did: whether it was there already, took the place of an earlier one, or began anew (the places
    added before were of another version); how many rows it had and how many became places or names; the feature codes
    passed over; what could not be used yet.
    """

    rows: int = 0
    kept: int = 0
    already: bool = False
    replaced: bool = False
    anew: bool = False
    passed: Counter[str] = field(default_factory=Counter)
    homeless: int = 0
    """Further names of places that are not known."""
    pointless: int = 0
    """Divisions that nothing gives a point."""


@dataclass(frozen=True, slots=True)
class Taking:
    """One file on its way to the stage, with what is known already."""

    database: sqlite3.Connection
    stage: Stage
    base: SqliteGazetteer
    outcome: Outcome
    progress: Progress

    def take(self, file: PlaceFile, homes: Homes) -> None:
        """Take all rows of the file. Raises DataError where one breaks its form."""
        self.database.executemany(
            "INSERT OR IGNORE INTO division VALUES (?,?,'',?,0,0)",
            ((country, code, name) for (country, code), name in homes.divisions.items()),
        )
        takers: Mapping[str, Callable[[PlaceFile], None]] = {
            "places": self._places, "names": self._names, "admin1": self._divisions, "admin2": self._divisions,
            "own": self._own,
        }  # fmt: skip
        takers[file.content](file)
        self.stage.flush()

    def _told(self, file: PlaceFile) -> Callable[[int], None]:
        return lambda done: self.progress(0.06 + 0.55 * min(1.0, done / max(1, file.size)), "reading rows")

    def _places(self, file: PlaceFile) -> None:
        outcome, stage = self.outcome, self.stage
        named = {(c, one, two): name for c, one, two, name, _ in self._known_divisions()}
        capitals, areas = self.base.capitals(), areas_of(self.base)

        def passed(code: str) -> None:
            outcome.passed[code] += 1

        for row in places_of(file, read_features(), self._told(file), passed):
            outcome.kept += 1
            if row.kind not in ("admin1", "district"):
                stage.place(row, capital=row.id in capitals)
                continue
            two = row.code2 if row.kind == "district" else ""
            name = named.setdefault((row.country, row.code1, two), row.name)
            stage.division(row.country, row.code1, two, name, row.id)
            first = named.get((row.country, row.code1, ""))
            area = areas.get((row.country, first, name if two else None))
            row = row._replace(name=name, km=area.radius_km if area else row.km)
            stage.place(row, chosen=(row.name, plain_name(row.name), plain_name(name)))
        outcome.rows = outcome.kept + outcome.passed.total()

    def _divisions(self, file: PlaceFile) -> None:
        known = {(c, one, two): (name, source) for c, one, two, name, source in self._known_divisions()}
        for row in divisions_of(file, self._told(file)):
            self.outcome.rows += 1
            name, source = known.get((row.country, row.code1, row.code2), ("", -1))
            # the embedded gazetteer's towns lie in divisions of its names
            self.stage.division(row.country, row.code1, row.code2, name if source == 0 else row.name, row.id)
            self.outcome.kept += 1

    def _names(self, file: PlaceFile) -> None:
        embedded = self.base.bearers()
        query = "SELECT kind, population, country FROM entry WHERE id = ?"
        for row in names_of(file, self._told(file)):
            self.outcome.rows += 1
            found = self.database.execute(query, (row.id,)).fetchone()
            bearer = (KINDS[found[0]], *found[1:]) if found else embedded.get(row.id)
            if bearer is None:
                self.outcome.homeless += 1
                continue
            self.outcome.kept += 1
            for key, way in keys_by_way(row.name, (), 1).items():
                self.stage.name(key, max(way, 0 if row.preferred else 1), row.id, *bearer)

    def _own(self, file: PlaceFile) -> None:
        for number, row in own_places(file, self._country):
            self.outcome.rows = self.outcome.kept = self.outcome.kept + 1
            self.progress(0.3, f"reading row {number}")
            name = self._division(row)
            code1 = f"={name}" if name else ""
            if name:
                self.stage.division(row.country, code1, "", name, 0)
            code2 = f"={row.name}" if row.kind == "district" else ""
            if code2:
                self.stage.division(row.country, code1, code2, row.name, 0)
            told = f"{row.name}|{row.lat}|{row.lon}|{row.kind}"
            identifier = _OWN_IDS - int.from_bytes(hashlib.sha256(told.encode()).digest()[:5])
            self.stage.place(row._replace(id=identifier, code1=code1, code2=code2))

    def _country(self, called: str) -> str | None:
        found = (m.entry.country for m in self.base.find(called) if m.entry.kind == "country")
        code = called.upper() if len(called) == 2 else None
        return code if code and code in self.base.countries() else next(found, None)

    def _division(self, row: PlaceRow) -> str:
        """The division as the embedded gazetteer names it, else as the user does."""
        if row.kind == "admin1":
            return row.name
        found = self.base.find(row.code1, row.country or None) if row.code1 else ()
        return next((m.entry.name for m in found if m.entry.kind == "admin1"), row.code1)

    def _known_divisions(self) -> list[tuple[str, str, str, str, int]]:
        return self.database.execute("SELECT country, code1, code2, name, source FROM division").fetchall()
