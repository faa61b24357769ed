"""Casting: which parties an incident's row has on its two sides, by what kind of event it is to ACLED."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.model import Actor, JoinedIncident, Statement
from dateline.rulebooks.acled.parties import (
    ARMED,
    CIVILIANS,
    IDENTITY,
    MILITIA,
    REBELS,
    STATE_FORCES,
    Names,
    Party,
    Sides,
    act,
    battle,
)
from dateline.rulebooks.acled.tables import Type

_OF_FORCE = frozenset({"Battles", "Explosions/Remote violence"})
_REGAINS, _OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"
_WITH_FORCE = frozenset({"Protest with intervention", "Excessive force against protesters"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The sides of a row, the rule that gave them, and what a person should look at."""

    sides: Sides
    rule: str
    flags: tuple[str, ...] = ()
    statements: tuple[int, ...] = ()


def cast_of(incident: JoinedIncident, kind: Type, names: Names, day: date, home: str) -> Cast | None:
    """Who takes part; None where the kind needs a party and none is told."""
    fights = kind.event_type in _OF_FORCE

    def named(actors: Sequence[Actor]) -> list[Party]:
        return [party for a in actors if (party := names.party(a, day, home, fights=fights)) is not None]

    actors, targets = named(incident.actors), named(incident.targets)
    sides, flags = _sides(kind, actors, targets, incident, names, home)
    if not sides.first:
        return None
    kept = {party.name for party in (*sides.first, *sides.second)}
    vague = sorted(
        {f"actors: {p.vague!r} is written {p.name}" for p in (*actors, *targets) if p.vague and p.name in kept}
    )
    told = tuple(
        number
        for number, statement in enumerate(incident.statements)
        if statement.matter in ("actor", "target") and _is_of(statement, names, day, home, kept, fights=fights)
    )
    disputed = ["actor1: who did it is disputed"] if any(d.matter == "actor" for d in incident.disputed) else []
    return Cast(sides, f"acled.parties.{kind.parties}", (*flags, *vague, *disputed), told)


def by_actor(kind: Type, sides: Sides, types: Mapping[str, Type]) -> Type:
    """Who takes a place decides whether a government regains it or a non-state actor overtakes it."""
    inter = sides.first[0].inter
    if kind.name == _OVERTAKES and inter == STATE_FORCES:
        return types[_REGAINS]
    return types[_OVERTAKES] if kind.name == _REGAINS and inter in (REBELS, MILITIA, IDENTITY) else kind


def _is_of(statement: Statement, names: Names, day: date, home: str, kept: set[str], *, fights: bool) -> bool:
    if not isinstance(statement.mention, Actor):
        return False
    party = names.party(statement.mention, day, home, fights=fights)
    return party is not None and party.name in kept


def _sides(
    kind: Type, actors: list[Party], targets: list[Party], incident: JoinedIncident, names: Names, home: str
) -> tuple[Sides, tuple[str, ...]]:
    if kind.parties == "sides":
        return _fight(battle(actors, targets), names, home)
    if kind.parties == "doer":
        return _harm(act(actors, targets), kind, incident, names, home)
    if kind.parties == "protesters":
        against = battle([*actors, *targets], []) if kind.name in _WITH_FORCE else Sides(())
        return Sides((names.unnamed("protesters", home),), (*against.first, *against.second)), ()
    if kind.parties == "rioters":
        hit = (*(p for p in actors if p.inter in ARMED), *(p for p in targets if p.inter in ARMED | {CIVILIANS}))
        return Sides((names.unnamed("rioters", home),), tuple(dict.fromkeys(hit))), ()
    first = tuple(dict.fromkeys(actors or targets))
    return Sides(first, tuple(p for p in dict.fromkeys(targets) if p.name not in {q.name for q in first})), ()


def _fight(sides: Sides, names: Names, home: str) -> tuple[Sides, tuple[str, ...]]:
    if not sides.first or sides.second:
        return sides, ()
    return Sides(sides.first, (names.unnamed("armed", home),)), ("actor2: nobody is told on the other side",)


def _harm(sides: Sides, kind: Type, incident: JoinedIncident, names: Names, home: str) -> tuple[Sides, tuple[str, ...]]:
    first, second, flags = sides.first, sides.second, []
    if not first:
        first = (names.unnamed("military" if kind.name == "Air/drone strike" else "armed", home),)
        flags.append("actor1: nobody is told to have done it")
    if not second and (kind.civilians == "always" or any(row.group == "civilians" for row in incident.losses)):
        second = (names.unnamed("civilians", home),)
        flags.append("actor2: civilians, by the type or by who was lost")
    return Sides(first, second), tuple(flags)
