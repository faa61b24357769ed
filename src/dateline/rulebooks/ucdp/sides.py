"""Sides: who of an incident's actors and targets is a party in UCDP's sense, by UCDP's name and number.

UCDP's parties are governments ("Government of Iraq", whoever of its forces fought) and organised groups under the name
they have given themselves. Civilians, private persons, mobs and "gunmen" of whom no more is known are none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dateline.codebook.registry import ActorEntry, Registry
from dateline.model import Actor, JoinedIncident
from dateline.rulebooks.ucdp.lists import Lists

_SOURCE = re.compile(r"\bUCDP (\d+)")
_FORCES = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD"])
_ARMED_FORCES = frozenset(["MIL", "COP"])
_ARMED_GROUPS = frozenset(["REB", "UAF", "PRM", "CRM"])
CIVILIANS = "Civilians"
FIGHTERS = "fighters: "
"""What stands before the name of a side in a group of losses."""
FORCES = re.compile(
    r"\b(?:police\w*|soldiers?|troops?|army|military|officers?|guards?|gendarmes?|marines?)\b", re.IGNORECASE
)
"""Words for a state's armed forces."""


@dataclass(frozen=True, slots=True)
class Side:
    """A party: UCDP's name and number (None where it lists none), and whether it is a government, of which country
    (alpha-3). `words` are the report's, `told` all mentions of it; `inferred`: the place's own government, not named.
    """

    name: str
    number: int | None
    state: bool
    country: str | None = None
    words: str = ""
    inferred: bool = False
    told: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[int | None, str]:
        """What tells one side from another."""
        return self.number, self.name


@dataclass(frozen=True, slots=True)
class Parties:
    """Who did it and who was hit: the parties, and whether armed people of no name, or civilians, stand among them."""

    doers: tuple[Side, ...]
    hit: tuple[Side, ...]
    unnamed_doer: bool
    unnamed_hit: bool
    civilians_hit: bool
    private_doer: bool


class Sides:
    """Finds parties by the registry of actors and UCDP's list."""

    def __init__(self, registry: Registry, lists: Lists) -> None:
        self._registry, self._lists = registry, lists

    def parties(self, incident: JoinedIncident, country: str | None) -> Parties:
        """The parties of an incident that happened in a country (alpha-3), as of its day."""
        day = incident.time.first if incident.time else None
        doers, hit = self._sides(incident.actors, day, country), self._sides(incident.targets, day, country)
        unnamed = [self._unnamed(actor, day, country) for actor in incident.actors]
        lost, unknown = self._lost(incident, day, country)
        known = {side.key for side in (*doers, *hit)}
        return Parties(
            doers=doers,
            hit=(*hit, *{side.key: side for side in lost if side.key not in known}.values()),
            unnamed_doer=any(unnamed),
            unnamed_hit=unknown or any(self._unnamed(actor, day, country) for actor in incident.targets),
            civilians_hit=any(is_civilian(actor) for actor in incident.targets),
            private_doer=not doers and not any(unnamed) and any(is_civilian(actor) for actor in incident.actors),
        )

    def of(self, actor: Actor, day: date | None, country: str | None) -> Side | None:
        """The party that an actor is of, or None."""
        entry = self._party_entry(self._registry.get(actor.id)) if actor.id else None
        if entry is not None:
            return self._of_entry(entry, actor.text, day)
        if actor.sort in ("facility", "vehicle", "other"):
            return self._of_site(actor, day)
        if actor.sort in ("civilians", "person"):
            return None
        if actor.sort == "state" or actor.sector in _ARMED_FORCES:
            if actor.sector not in (None, *_FORCES):
                return None
            return self.government(actor.country or country, actor.text, inferred=actor.country is None)
        if actor.id and actor.id.startswith("name:") and actor.sort == "group" and actor.sector in _ARMED_GROUPS:
            return Side(actor.name or actor.text, None, state=False, words=actor.text)
        return None

    def government(self, country: str | None, words: str, *, inferred: bool = False) -> Side | None:
        """The government of a country (alpha-3) as a side."""
        if country is None or country not in self._registry.countries:
            return None
        number = _number(self._registry.get(f"{country}-GOV"))
        state = self._lists.countries.get(self._registry.countries[country].alpha2)
        listed = self._lists.actors.get(number) if number else self._lists.governments.get(state.name if state else "")
        name = listed.name if listed else f"Government of {self._registry.countries[country].name}"
        return Side(
            name, listed.number if listed else None, state=True, country=country, words=words, inferred=inferred
        )

    def named(self, name: str) -> tuple[int | None, str] | None:
        """The key of the party that a name in a group of losses ("fighters: IS") means, or None."""
        for entry in self._registry.find(name):
            party = self._party_entry(entry)
            if party is not None and (number := _number(party)) in self._lists.actors and number is not None:
                return number, self._lists.actors[number].name
        return None

    def _sides(self, actors: Iterable[Actor], day: date | None, country: str | None) -> tuple[Side, ...]:
        sides: dict[tuple[int | None, str], Side] = {}
        told: dict[tuple[int | None, str], set[str]] = {}
        for actor in actors:
            side = self.of(actor, day, country)
            if side is None:
                continue
            told.setdefault(side.key, set()).add(actor.text)
            if side.key not in sides or sides[side.key].inferred:
                sides[side.key] = side
        return tuple(replace(side, told=frozenset(told[key])) for key, side in sides.items())

    def _lost(self, incident: JoinedIncident, day: date | None, country: str | None) -> tuple[list[Side], bool]:
        """The parties whose fighters are told to have died, and whether fighters died of whom no more is known.

        Soldiers and police of no named country are the place's own government's.
        """
        sides, unknown = [], False
        for loss in incident.losses:
            name = loss.group.removeprefix(FIGHTERS)
            if loss.loss != "killed" or loss.scope == "cumulative" or name == loss.group or name == CIVILIANS:
                continue
            side = self._by_name(name, loss.text, day)
            if side is None and FORCES.search(name):
                side = self.government(country, loss.text, inferred=True)
            if side is None:
                unknown = True
            else:
                sides.append(side)
        return sides, unknown

    def _by_name(self, name: str, words: str, day: date | None) -> Side | None:
        """The one party of this name in the registry, or None."""
        entries = {entry.id: entry for each in self._registry.find(name) if (entry := self._party_entry(each))}
        if len(entries) != 1:
            return None
        return self._of_entry(next(iter(entries.values())), words, day)

    def _of_site(self, actor: Actor, day: date | None) -> Side | None:
        """Whose a site or vehicle is, by the name that begins its words: "Hill Guard hideouts"."""
        words = actor.text.split()
        for end in range(len(words) - 1, 0, -1):
            if words[0][:1].isupper() and (side := self._by_name(" ".join(words[:end]), actor.text, day)):
                return None if side.state else side
        return None

    def _unnamed(self, actor: Actor, day: date | None, country: str | None) -> bool:
        armed = actor.sort == "group" or actor.sector in _ARMED_GROUPS
        return armed and self.of(actor, day, country) is None

    def _party_entry(self, entry: ActorEntry | None) -> ActorEntry | None:
        """The entry itself, or whom it belongs to: a man's group, a wing's whole, where UCDP has no number for it."""
        for _ in range(4):
            if entry is None or not entry.of or (entry.sort != "person" and _number(entry) is not None):
                return entry
            entry = self._registry.get(entry.of)
        return entry

    def _of_entry(self, entry: ActorEntry, words: str, day: date | None) -> Side | None:
        for office in entry.governs:
            if day is not None and office.held(day):
                return self.government(office.of, words)
        if entry.sort == "state" and (entry.sector is None or entry.sector in _FORCES):
            return self.government(entry.country, words)
        if entry.sort != "group" or (entry.sector is not None and entry.sector not in _ARMED_GROUPS):
            return None
        number = _number(entry)
        listed = self._lists.actors.get(number) if number else None
        if listed is None:
            return Side(entry.name, None, state=False, words=words)
        return Side(listed.name, listed.number, state=False, words=words)


def is_civilian(actor: Actor) -> bool:
    """Whether an actor is no party but people who bear no arms, as far as is told."""
    return actor.sort in ("civilians", "person") and actor.sector not in (*_FORCES, *_ARMED_GROUPS)


def _number(entry: ActorEntry | None) -> int | None:
    found = _SOURCE.search(entry.source) if entry is not None else None
    return int(found[1]) if found else None
