"""Changes of the actor list, with days: renamed, merged, split, identified later.

They stand under `changes` in a file of actors. An event keeps the actor that its words resolve to, unless its day is on
or after that of a change; so a list can change without rewriting what happened before.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from dateline.codebook.files import load_yaml
from dateline.codebook.registry import ActorEntry, Registry
from dateline.errors import DataError

What = Literal["rename", "merge", "split", "identified"]
_FORMS: Mapping[What, frozenset[str]] = {
    "rename": frozenset({"from", "rename", "to"}),
    "merge": frozenset({"from", "merge", "into"}),
    "split": frozenset({"from", "split", "into"}),
    "identified": frozenset({"identified", "as"}),
}
FORM = (
    "a change is {from: DAY, rename: ID, to: NAME}, {from: DAY, merge: [ID, …], into: ID}, "
    "{from: DAY, split: ID, into: [{id: ID, where: [COUNTRY, …]}, …]} or {identified: [ID, …], as: ID}"
)


@dataclass(frozen=True, slots=True)
class Heir:
    """Who takes an actor's place: in these countries (alpha-2), or everywhere where none is told."""

    id: str
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorChange:
    """One change, from the day `on` (None: at all times). `of` are the actors changed; `name` is a new name for one,
    `heirs` those that take their place, the first whose countries fit."""

    what: What
    of: tuple[str, ...]
    on: date | None = None
    name: str | None = None
    heirs: tuple[Heir, ...] = ()

    def holds(self, day: date | None) -> bool:
        """Whether it holds for what happened on that day; what has no day keeps its actor, unless it always holds."""
        return self.on is None or (day is not None and self.on <= day)

    def heir(self, countries: Iterable[str]) -> str | None:
        """Who takes their place in one of these countries; None where no heir is of there."""
        where = set(countries)
        return next((heir.id for heir in self.heirs if not heir.where or where & set(heir.where)), None)

    @property
    def words(self) -> str:
        """The change in words."""
        of, since = ", ".join(self.of), "" if self.on is None else f" on {self.on}"
        if self.what == "rename":
            return f"{of} renamed {self.name}{since}"
        heirs = ", ".join(heir.id for heir in self.heirs)
        told = {"merge": "merged into", "split": "split into", "identified": "identified as"}[self.what]
        return f"{of} {told} {heirs}{since}"


@dataclass(frozen=True, slots=True)
class ActorChanges:
    """All changes in the order of their days, and the entries of the actors that take another's place."""

    changes: tuple[ActorChange, ...] = ()
    heirs: Mapping[str, ActorEntry] | None = None


def load_changes(paths: Sequence[Path], registry: Registry) -> ActorChanges:
    """The changes in these files of actors, the earliest first, those that always hold before all.

    Raises DataError for a change of another form, or an heir that the registry does not know.
    """
    found = [change for path in paths for change in read_changes(path)]
    heirs: dict[str, ActorEntry] = {}
    for path in paths:
        for change in read_changes(path):
            for heir in change.heirs:
                entry = registry.get(heir.id)
                if entry is None:
                    raise DataError(f"{path}: {change.words}: there is no actor {heir.id!r}; give it under `actors`")
                heirs[heir.id] = entry
    return ActorChanges(tuple(sorted(found, key=lambda change: change.on or date.min)), heirs)


def read_changes(path: Path) -> list[ActorChange]:
    """The changes of one file. Raises DataError for one of another form."""
    given = load_yaml(path).get("changes") or []
    if not isinstance(given, list):
        raise DataError(f"{path}: expected a list under 'changes'")
    return [_change(each, f"{path}: change {number}") for number, each in enumerate(given, 1)]


def _change(given: object, where: str) -> ActorChange:
    what = next((w for w, keys in _FORMS.items() if isinstance(given, dict) and set(given) == keys), None)
    if what is None or not isinstance(given, dict):
        raise DataError(f"{where}: {FORM}")
    on = given.get("from")
    if what != "identified" and (not isinstance(on, date) or isinstance(on, datetime)):
        raise DataError(f"{where}: `from` is a day, such as 2017-03-02")
    of = tuple(map(str, given[what] if isinstance(given[what], list) else [given[what]]))
    if what == "rename":
        return ActorChange(what, of, on, name=str(given["to"]))
    into = given["as" if what == "identified" else "into"]
    heirs = tuple(_heir(each, where) for each in (into if isinstance(into, list) else [into]))
    return ActorChange(what, of, on, heirs=heirs)


def _heir(given: object, where: str) -> Heir:
    if isinstance(given, str):
        return Heir(given)
    if not isinstance(given, dict) or not {"id"} <= set(given) <= {"id", "where"}:
        raise DataError(f"{where}: {FORM}")
    countries = given.get("where") or []
    if not isinstance(countries, list) or not all(isinstance(country, str) for country in countries):
        raise DataError(f"{where}: `where` is a list of countries (ISO 3166-1 alpha-2, NO in quotes)")
    return Heir(str(given["id"]), tuple(map(str, countries)))
