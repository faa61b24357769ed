"""Disputes: what the statements of an incident cannot all be right about, both sides with their statements.

Only originals can disagree: one that revises itself, or that tells a range, a wider place or a vaguer name, does not.
Each matter is a small function that finds its disputes; what a denial denies is disputed by whoever asserts it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.codebook import Codebook
from dateline.linking.sameness import one_place
from dateline.linking.values.phrases import weapon_class
from dateline.linking.values.sides import can_be_one, is_named, is_outright, is_party
from dateline.linking.values.stands import Stand
from dateline.linking.values.statements import HAPPENED, NEGATED, THE_WEAPON
from dateline.linking.values.toll_disputes import toll_disputes
from dateline.model import Actor, Dispute, Loss, Matter, Place, Side, Statement, Time

Numbered = tuple[int, Statement]
FORCE = frozenset({"remote", "violence", "property"})
"""Families of kinds that one side does to another; in a battle both fight."""
_FINE = frozenset({"exact", "town", "near", "district"})
_DAYS = frozenset({"hour", "day"})
_APART = (
    frozenset({"suicide", "aircraft"}), frozenset({"suicide", "artillery"}), frozenset({"suicide", "firearm"}),
    frozenset({"firearm", "aircraft"}), frozenset({"firearm", "improvised"}), frozenset({"firearm", "chemical"}),
    frozenset({"improvised", "aircraft"}), frozenset({"improvised", "artillery"}), frozenset({"blade", "firearm"}),
    frozenset({"blade", "aircraft"}), frozenset({"blade", "artillery"}), frozenset({"suicide", "chemical"}),
)  # fmt: skip
"""Classes of weapons that one attack told twice would hardly be told with; others can be two words for one."""


@dataclass(frozen=True)
class Heard:
    """The statements of an incident, its kind, its events' kinds by report and event, and where the tolls stand."""

    statements: tuple[Statement, ...]
    kind: str
    kinds: Mapping[tuple[str, str], str]
    tolls: Mapping[tuple[str, bool], tuple[Stand, ...]]
    codebook: Codebook

    @cached_property
    def _by_matter(self) -> Mapping[tuple[str, str], list[Numbered]]:
        found: dict[tuple[str, str], list[Numbered]] = defaultdict(list)
        for number, statement in enumerate(self.statements):
            found[statement.matter, statement.claim.stance].append((number, statement))
        return found

    def of(self, matter: Matter, stance: str = "asserts") -> list[Numbered]:
        """The statements on a matter with their numbers."""
        return self._by_matter.get((matter, stance), [])

    def kind_of(self, statement: Statement) -> str:
        """The kind of the statement's event."""
        return self.kinds[statement.report, statement.event]

    def family(self, statement: Statement) -> str:
        """The family of kinds that the statement's event belongs to."""
        return self.codebook.kinds[self.kind_of(statement)].family

    def is_of_the_act(self, statement: Statement) -> bool:
        """Whether the event tells the incident's own act, not what else the same fight held elsewhere."""
        return self.kind_of(statement) == self.kind


def disputes_of(heard: Heard) -> tuple[Dispute, ...]:
    """All disputes, matter by matter."""
    return tuple(dispute for find in FINDERS for dispute in find(heard))


def occurrence(heard: Heard) -> Iterator[Dispute]:
    """Whether it happened at all: told as done by one, denied or told as not done by another."""

    asserting = {statement.original for _, statement in heard.of("occurrence")}

    def quoted(denial: Statement, _told: Statement) -> bool:
        if denial.claim.evidence != NEGATED:
            return True
        # what a report negates itself, or on the word of who tells it elsewhere, is seldom this very act
        return denial.claim.source is not None and denial.original not in asserting

    yield from _denied(heard, "occurrence", heard.of("occurrence"), quoted)


def authorship(heard: Heard) -> Iterator[Dispute]:
    """Who did it: parties that cannot be one, blamed by different originals for an act of force; and denials."""

    def meant(denial: Statement, told: Statement) -> bool:
        blamed, speaker = told.mention, denial.claim.source
        if not isinstance(blamed, Actor) or not is_named(blamed) or denial.claim.position == "monitor":
            return False
        return speaker is not None and _can_be_one(denial, told, heard.codebook)

    def alike(one: Statement, other: Statement) -> bool:
        # a bombardment by one side and an air raid by another are two acts, however they were joined
        return heard.kind_of(one) != heard.kind_of(other) or _can_be_one(one, other, heard.codebook)

    told = [
        (n, s)
        for n, s in heard.of("actor")
        if isinstance(s.mention, Actor) and is_party(s.mention) and is_outright(s.mention) and heard.family(s) in FORCE
    ]
    yield from _apart(told, "actor", alike)
    yield from _denied(heard, "actor", heard.of("actor"), meant)


def _can_be_one(one: Statement, other: Statement, codebook: Codebook) -> bool:
    a, b = one.mention, other.mention
    return isinstance(a, Actor) and isinstance(b, Actor) and can_be_one(a, b, codebook)


def days(heard: Heard) -> Iterator[Dispute]:
    """When: days told in words that lie more than one apart."""

    def near(one: Statement, other: Statement) -> bool:
        a, b = one.mention, other.mention
        if not isinstance(a, Time) or not isinstance(b, Time):
            return True
        gaps = [(y - x).days for x, y in ((a.last, b.first), (b.last, a.first)) if x and y]
        return max(gaps, default=0) <= 1

    told = [
        (n, s)
        for n, s in heard.of("time")
        if heard.is_of_the_act(s)
        and isinstance(s.mention, Time)
        and s.mention.text
        and s.mention.granularity in _DAYS
        and s.mention.first
    ]
    yield from _apart(told, "time", near)


def places(heard: Heard) -> Iterator[Dispute]:
    """Where: places that lie apart, none within another."""

    def near(one: Statement, other: Statement) -> bool:
        a, b = one.mention, other.mention
        return not (isinstance(a, Place) and isinstance(b, Place)) or one_place(a, b) is not False

    told = [
        (n, s)
        for n, s in heard.of("place")
        if heard.is_of_the_act(s)
        and isinstance(s.mention, Place)
        and s.mention.role == "at"
        and s.mention.precision in _FINE
    ]
    yield from _apart(told, "place", near)


def weapons(heard: Heard) -> Iterator[Dispute]:
    """With what: weapons of classes that exclude one another; and denials."""

    def alike(one: Statement, other: Statement) -> bool:
        classes = frozenset((weapon_class(one.value, heard.codebook), weapon_class(other.value, heard.codebook)))
        return classes not in _APART

    told = heard.of("weapon")
    yield from _apart(told, "weapon", alike)
    chemical = [(n, s) for n, s in heard.of("kind") if s.value == "chemical-attack"]

    def meant(denial: Statement, told: Statement) -> bool:
        if told.matter == "kind":
            return True
        classes = [weapon_class(statement.value, heard.codebook) for statement in (denial, told)]
        return denial.value in (THE_WEAPON, told.value) or (classes[0] is not None and classes[0] == classes[1])

    yield from _denied(heard, "weapon", told or chemical, meant)


def victims(heard: Heard) -> Iterator[Dispute]:
    """Who was hit: the same number of dead, or those hit by one strike, civilians for one and fighters for another."""

    def same(one: Statement, other: Statement) -> bool:
        a, b = one.mention, other.mention
        if one.value == other.value:
            return True
        if isinstance(a, Loss) and isinstance(b, Loss):
            return a.loss != b.loss or a.best != b.best or not a.best
        return True

    told = [(n, s) for n, s in heard.of("victims") if isinstance(s.mention, Loss)]
    yield from _apart(told, "victims", same)
    yield from _denied(heard, "victims", heard.of("victims"), lambda denial, told: denial.value == told.value)


def tolls(heard: Heard) -> Iterator[Dispute]:
    """How many: see `toll_disputes`; and denials."""
    for (loss, _), stands in heard.tolls.items():
        yield from toll_disputes(loss, stands, heard.of("toll"))
    yield from _denied(heard, "toll", heard.of("toll"), lambda denial, told: denial.value == told.value)


Meets = Callable[[Statement, Statement], bool]
FINDERS: Sequence[Callable[[Heard], Iterable[Dispute]]] = (
    occurrence, authorship, tolls, victims, weapons, days, places,
)  # fmt: skip


def _apart(told: Sequence[Numbered], matter: Matter, meets: Meets) -> Iterator[Dispute]:
    """A dispute where nothing that one original tells of the matter can be what another tells of it.

    Originals whose values can be one are one side; the dispute is between sides of which each excludes some other.
    """
    by_original: dict[str, list[Numbered]] = {}
    for number, statement in told:
        by_original.setdefault(statement.original, []).append((number, statement))
    names = sorted(by_original)
    against: dict[str, set[str]] = {name: set() for name in names}
    for place, one in enumerate(names):
        for other in names[place + 1 :]:
            if not any(meets(a, b) for _, a in by_original[one] for _, b in by_original[other]):
                against[one].add(other)
                against[other].add(one)
    sides: list[list[str]] = []
    for name in sorted((n for n in names if against[n]), key=lambda n: (-len(by_original[n]), n)):
        fits = next((side for side in sides if not against[name] & set(side)), None)
        if fits is None:
            sides.append([name])
        else:
            fits.append(name)
    if len(sides) > 1:
        yield _dispute(matter, [[told for name in side for told in by_original[name]] for side in sides])


def _dispute(matter: Matter, sides: Sequence[Sequence[Numbered]]) -> Dispute:
    made = [
        (len({s.original for _, s in side}), _most_told(side), tuple(sorted(number for number, _ in side)))
        for side in sides
    ]
    made.sort(key=lambda side: (-side[0], side[1], side[2]))
    return Dispute(
        matter=matter,
        sides=tuple(Side(value=value, statements=numbers) for _, value, numbers in made),
        note=" against ".join(value for _, value, _ in made),
    )


def _most_told(side: Sequence[Numbered]) -> str:
    told = [statement.value for _, statement in side]
    return min(set(told), key=lambda value: (-told.count(value), value))


def _denied(heard: Heard, matter: Matter, told: Sequence[Numbered], meant: Meets) -> Iterator[Dispute]:
    """A dispute for what somebody denies and others assert; denials of the same statements are one."""
    found: dict[tuple[int, ...], list[Numbered]] = {}
    for number, denial in heard.of(matter, "denies"):
        against = tuple(n for n, s in told if s.original != denial.original and meant(denial, s))
        if against:
            found.setdefault(against, []).append((number, denial))
    for against, denied in found.items():
        shown = _most_told([(number, heard.statements[number]) for number in against])
        value = HAPPENED if matter == "occurrence" else shown
        deniers = sorted({denial.original for _, denial in denied})
        sides = (
            Side(value=value, statements=against),
            Side(value=f"not {value}", statements=tuple(number for number, _ in denied)),
        )
        yield Dispute(matter=matter, sides=sides, note=f"denied by {', '.join(deniers)}")
