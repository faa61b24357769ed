"""UCDP's own lists: actors, countries, and which kinds of event are a use of force (`data/`; its files say whence)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook.files import load_yaml
from dateline.errors import DataError

DATA = Path(__file__).parent / "data"
GOVERNMENT = "4"
"""The kind of an actor that is a government."""
_OF = "Government of "


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor of UCDP's list: its number, name and kind, and the conflicts and dyads that it is or was in.

    `dyads` are state-based; `one_sided` is its number where it killed civilians, `non_state` are dyads between groups.
    """

    number: int
    name: str
    kind: str
    conflicts: frozenset[int]
    dyads: frozenset[int]
    one_sided: frozenset[int]
    non_state: frozenset[int]


@dataclass(frozen=True, slots=True)
class ListedCountry:
    """A country by UCDP's name, with its Gleditsch-Ward number and UCDP's region."""

    name: str
    number: int
    region: str


@dataclass(frozen=True, slots=True)
class Lists:
    """All of it: actors by number, governments by their country's name, countries by alpha-2 code, and kinds of event
    by what force they are.
    """

    actors: Mapping[int, ListedActor]
    governments: Mapping[str, ListedActor]
    countries: Mapping[str, ListedCountry]
    fighting: frozenset[str]
    remote: frozenset[str]
    people: frozenset[str]

    def is_force(self, kind: str) -> bool:
        """Whether a kind of event is a use of armed force."""
        return kind in self.fighting or kind in self.remote or kind in self.people


def load_lists(folder: Path = DATA) -> Lists:
    """The lists of a folder. Raises DataError where one cannot be read."""
    force = load_yaml(folder / "force.yaml")
    kinds = {name: _names(force.get(name)) for name in ("fighting", "remote", "people")}
    actors = [_actor(cells) for cells in _lines(folder / "actors.tsv", 8)]
    states = {actor.name.removeprefix(_OF): actor for actor in actors if actor.kind == GOVERNMENT}
    countries = {code: ListedCountry(name, int(gw), region) for code, name, gw, region in _countries(folder)}
    return Lists({actor.number: actor for actor in actors}, states, countries, **kinds)


def _countries(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    for code, name, number, region in _lines(folder / "countries.tsv", 4):  # noqa: UP028 -- four cells each
        yield code, name, number, region


def _actor(cells: list[str]) -> ListedActor:
    number, name, kind, *lists, _ = cells
    conflicts, dyads, one_sided, non_state = (frozenset(map(int, each.split())) for each in lists)
    return ListedActor(int(number), name, kind, conflicts, dyads, one_sided, non_state)


def _lines(path: Path, cells: int) -> Iterator[list[str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            continue
        found = line.split("\t")
        if len(found) != cells:
            raise DataError(f"{path}, line {number}: {len(found)} cells, not {cells}")
        yield found


def _names(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, list) else frozenset()
