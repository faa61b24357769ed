"""Parties: what ACLED calls those who take part, of which kind they are, and who stands first on each side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook import Codebook
from dateline.codebook.actor_schemes import codings_of
from dateline.codebook.registry import ActorEntry, Registry
from dateline.model import Actor
from dateline.rulebooks.acled.tables import Tables

_STATE = frozenset({"MIL", "COP", "GOV", "SPY"})
_ARMED = frozenset({"MIL", "COP", "GOV", "SPY", "REB", "PRM", "UAF", "CRM"})
_CIVIL = frozenset(
    {"CVL", "JRN", "MED", "EDU", "REL", "REF", "LAB", "BUS", "AGR", "ELI", "SOC", "OPP", "PTY", "NGO", "LEG", "JUD"}
)
_THINGS = frozenset({"facility", "vehicle", "other"})
STATE_FORCES, REBELS, MILITIA, IDENTITY, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = range(1, 9)
ARMED = frozenset({STATE_FORCES, REBELS, MILITIA, IDENTITY, EXTERNAL})


@dataclass(frozen=True, slots=True)
class Party:
    """A party by the name that ACLED gives it, and the number of its kind.

    `side` is what it fights as: parties of one side do not fight each other. `associate` stands beside it; `vague` are
    the words of who is told by a description alone.
    """

    name: str
    inter: int
    side: str = ""
    associate: str = ""
    vague: str = ""


class Names:
    """Names parties as of a day, in the country where it happened (alpha-3)."""

    def __init__(self, codebook: Codebook, registry: Registry, tables: Tables) -> None:
        self._registry, self._tables = registry, tables
        self._whole = {part: whole for whole, parts in codebook.sides.items() for part in sorted(parts)}
        self._codings: dict[ActorEntry, tuple[tuple[str, int, date | None, date | None], ...]] = {}

    def country(self, alpha3: str | None) -> str:
        """ACLED's name of a country."""
        country = self._registry.countries.get(alpha3 or "")
        return self._tables.names.get(alpha3 or "") or (country.name if country else "International")

    def unnamed(self, who: str, alpha3: str | None, **more: str) -> Party:
        """A party that has no name of its own: armed, military, civilians, protesters or rioters."""
        name, inter = self._tables.unnamed[who]
        return Party(name.format(self.country(alpha3)), inter, **more)

    def party(self, actor: Actor, day: date, home: str, *, fights: bool) -> Party | None:
        """Who an actor is to ACLED; None for a thing. `fights`: whether a government stands for its forces."""
        if actor.sort in _THINGS:
            return None
        people = (actor.id or "").startswith("people:")
        if self._is_state(actor) and not people:
            return self._state(actor, day, home, fights=fights)
        entry = self._registry.get(actor.id) if actor.id else None
        if entry is not None and entry.sort != "person" and entry.sector not in _CIVIL - {"PTY"}:
            named = self._coded(entry, day, home)
            if named is not None:
                return named
        return self._described(actor, home, people=people)

    def _is_state(self, actor: Actor) -> bool:
        return actor.sort in ("state", "person") and actor.sector in _STATE

    def _state(self, actor: Actor, day: date, home: str, *, fights: bool) -> Party:
        entry = self._registry.get(actor.id) if actor.id else None
        if entry is not None and entry.sort == "state" and entry.country is None:
            return Party(entry.acled or entry.name, EXTERNAL, side=self._whole.get(entry.id, entry.id))
        country = (entry.country if entry else None) or actor.country
        sector = "MIL" if fights and actor.sector == "GOV" else actor.sector or "MIL"
        made = ActorEntry(f"{country}-{sector}", "", sort="state", country=country, sector=sector)
        named = self._coded(made, day, home) if country else None
        return named or self.unnamed("military", home, vague=actor.text)

    def _coded(self, entry: ActorEntry, day: date, home: str) -> Party | None:
        """The entry's coding on that day; a state's forces outside its country are external."""
        if entry not in self._codings:
            self._codings[entry] = tuple(
                (coding.code, int(coding.note.split()[1].rstrip(";")), coding.since, coding.until)
                for coding in codings_of(entry, self._registry)
                if coding.scheme == "ACLED"
            )
        codings = self._codings[entry]
        fit = [c for c in codings if (c[2] is None or c[2] <= day) and (c[3] is None or day <= c[3])]
        if not codings:
            return None
        name, inter, _, _ = (
            (fit or codings)[-1] if fit or len(codings) == 1 else (_undated(codings[0][0]), *codings[0][1:])
        )
        if inter == STATE_FORCES and entry.country != home:
            inter = EXTERNAL
        state = inter in (STATE_FORCES, EXTERNAL)
        side = f"state {entry.country}" if state and entry.country else self._whole.get(entry.id, entry.id)
        return Party(name, inter, side=side)

    def _described(self, actor: Actor, home: str, *, people: bool) -> Party:
        """A party by what it is described as."""
        country = actor.country or home
        if actor.sort == "civilians" or (actor.sector in _CIVIL and actor.sort != "group"):
            beside = self._tables.associates.get(actor.sector or "", "")
            return self.unnamed("civilians", country, associate=beside.format(self.country(country)))
        if actor.sort == "person" and actor.sector not in _ARMED:
            return self.unnamed("civilians", country)
        if people:
            name = (actor.name or actor.text).split()[0]
            made = f"{name} Ethnic Militia ({self.country(country)})"
            return Party(made, IDENTITY, side=made, vague=actor.text)
        vague = "" if actor.sector == "UAF" else actor.text
        return self.unnamed("armed", country, vague=vague)


def _undated(name: str) -> str:
    return name.split(" (")[0]


@dataclass(frozen=True, slots=True)
class Sides:
    """The two sides of a row, each its main party first; the second can be empty."""

    first: tuple[Party, ...]
    second: tuple[Party, ...] = ()


def battle(actors: Sequence[Party], targets: Sequence[Party]) -> Sides:
    """Who fought whom: those told to have acted against those acted upon; where the two are told as one lot, the first
    and its side against the rest.
    """
    one, other = _armed(actors), _armed(targets)
    mixed = {party.name for party in one} & {party.name for party in other}
    if one and other and not mixed:
        return Sides(one, other)
    every = _once([*one, *other])
    first = tuple(party for party in every if _one_side(party, every[0])) if every else ()
    return Sides(first, tuple(party for party in every if party not in first))


def act(actors: Sequence[Party], targets: Sequence[Party]) -> Sides:
    """Who did it to whom; nobody stands on both sides, and civilians are not who bears arms."""
    first = _armed(actors)
    second = tuple(party for party in _once(targets) if party.name not in {p.name for p in first})
    return Sides(first, tuple(sorted(second, key=lambda party: party.inter != CIVILIANS and party.inter not in ARMED)))


def _armed(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those who bear arms, named ones before those that are only described."""
    armed = [party for party in _once(parties) if party.inter in ARMED]
    return tuple(sorted(armed, key=lambda party: party.name.startswith("Unidentified")))


def _once(parties: Iterable[Party]) -> tuple[Party, ...]:
    return tuple({party.name: party for party in reversed(tuple(parties))}.values())[::-1]


def _one_side(one: Party, other: Party) -> bool:
    return one.name == other.name or bool(one.side and one.side == other.side)
