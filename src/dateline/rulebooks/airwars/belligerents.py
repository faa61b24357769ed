"""Belligerents: who is said to have done it, and what each of them says to that."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.codebook.registry import Registry
from dateline.model import Actor, JoinedIncident, Loss, Statement

_STATE = frozenset({"MIL", "COP", "GOV", "SPY"})
_ARMED = _STATE | {"REB", "PRM", "UAF", "CRM"}
_DENIES: Mapping[str, str] = {
    "occurrence": "denies that it happened",
    "authorship": "denies having done it",
    "weapon": "denies the weapon",
    "toll": "denies the toll",
    "victim status": "denies that civilians were hit",
}


@dataclass(frozen=True, slots=True)
class Belligerent:
    """A party that is said to have done it, by a key that its state shares with its forces and officials."""

    key: str
    name: str


def belligerents_of(incident: JoinedIncident, registry: Registry) -> tuple[Belligerent, ...]:
    """The named parties that sources blame, each once; persons stand for their state or group."""
    found: dict[str, Belligerent] = {}
    for actor in incident.actors:
        party = _party(actor, registry)
        if party is not None:
            found.setdefault(party.key, party)
    return tuple(found.values())


def _party(actor: Actor, registry: Registry) -> Belligerent | None:
    if actor.sector not in _ARMED or actor.sort not in ("state", "group", "person"):
        return None
    country = registry.countries.get(actor.country or "")
    if actor.sector in _STATE and country is not None:
        return Belligerent(f"state {country.alpha3}", country.name)
    entry = registry.get(actor.id) if actor.id else None
    return None if entry is None or entry.sort == "person" else Belligerent(entry.id, entry.name)


def positions_of(
    incident: JoinedIncident, parties: Iterable[Belligerent], registry: Registry
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """What each says, a phrase a party ("Russia: denies having done it"), and the statements that this rests on."""
    spoken = [(n, s, party.key) for n, s, party in _speakers(incident, registry)]
    phrases, numbers = [], []
    for party in parties:
        own = [(n, s) for n, s, key in spoken if key == party.key]
        says = list(dict.fromkeys(said for _, s in own if (said := _says(s, party, registry))))
        numbers += [n for n, s in own if _says(s, party, registry)]
        phrases.append(f"{party.name}: {', '.join(says) if says else 'says nothing that was read'}")
    return tuple(phrases), tuple(sorted(set(numbers)))


def _speakers(incident: JoinedIncident, registry: Registry) -> Iterator[tuple[int, Statement, Belligerent]]:
    for number, statement in enumerate(incident.statements):
        source = statement.claim.source
        party = _party(source, registry) if source is not None else None
        if party is not None:
            yield number, statement, party


def _says(statement: Statement, party: Belligerent, registry: Registry) -> str | None:
    """What a statement of its own says: of who did it, that it happened, or how many."""
    if statement.claim.stance == "denies":
        return _DENIES.get(statement.claim.about)
    mention = statement.mention
    if statement.matter == "actor" and isinstance(mention, Actor):
        blamed = _party(mention, registry)
        if blamed is not None:
            return "says that it did it" if blamed.key == party.key else f"blames {blamed.name}"
    if statement.matter == "toll" and isinstance(mention, Loss) and mention.loss == "killed":
        return f"counts {statement.value}"
    return None
