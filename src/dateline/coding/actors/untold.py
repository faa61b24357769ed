"""Parties that a report leaves untold and that place and year settle: who fights where.

"Shelling kills two soldiers in Donbas" names one side of a war that has two. What is inferred stands at the event's
trigger, says so by its rule and score, and leaves codes and joining as the report's own words gave them.
"""

from collections.abc import Sequence
from typing import TypeVar

from dateline.codebook.demonyms import Demonyms
from dateline.codebook.heads import Heads
from dateline.codebook.registry import Registry
from dateline.codebook.theatres import Theatre, Theatres
from dateline.coding.actors.compose import STATE_NAMES
from dateline.coding.actors.grounds import ground_of
from dateline.coding.actors.identity import Lexica
from dateline.coding.actors.setting import Setting, read_setting
from dateline.coding.actors.standing_in import counted_people, place_by_parties, stands_for_state
from dateline.coding.places.adjectival import place_by_adjective
from dateline.coding.text import closed
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.frozen import frozen
from dateline.gazetteer import Gazetteer
from dateline.model import Actor, Alternative, Event, Evidence, Incident, Place

ADVERSARY, SIDES, DOER, EITHER = "theatre.adversary", "theatre.sides", "theatre.doer", "theatre.either"
_BATTLES = closed.words(
    "armed-clash offensive siege repulse ceasefire-violation invasion territory-taken aircraft-shot-down"
)
_STRIKES = closed.words("shelling airstrike ambush raid remote-explosive grenade-attack attack shooting")
_HARM = closed.words("killing wounding massacre explosion bombing suicide-bombing abduction destruction arson")
_ENEMY = closed.words("enemy enemies")
_OF_GROUPS = frozenset(["suicide-bombing", "abduction", "remote-explosive", "bombing", "ambush", "massacre", "raid"])
Telling = TypeVar("Telling", Event, Incident)
_DONE = frozenset(["happened", "ongoing", "attempted"])
_STATE_SECTORS = frozenset(["MIL", "COP", "GOV", "SPY"])
_ARMED_SECTORS = frozenset(["REB", "PRM", "CRM", "UAF"])


@frozen
class Settled:
    """The events and incidents of a report, with the parties that place and year settle."""

    events: tuple[Event, ...]
    incidents: tuple[Incident, ...]


@frozen
class _War:
    """The two sides of a theatre: the government's forces and the group that does most of the fighting."""

    theatre: Theatre
    state: Actor
    group: Actor
    share: float

    def side(self, actor: Actor, registry: Registry) -> str:
        """ "state", "group", "other" for a known party that is neither, or "" for one that takes no side."""
        if actor.sort == "state" and actor.country == self.theatre.state and actor.sector in _STATE_SECTORS:
            return "state"
        ids = {group for group, _ in self.theatre.groups}
        entry = registry.get(actor.id) if actor.id else None
        if actor.id in ids or (entry and entry.of in ids):
            return "group"
        for side, party in (("state", self.state), ("group", self.group)):
            if actor.id is None and (actor.name or "").endswith(f" of {party.name}") and actor.sort != "civilians":
                return side
        if actor.sort not in ("group", "state", "organisation") or actor.sector in ("CVL", "MED", "JRN"):
            return ""
        if actor.id or actor.sector in ("PRM", "CRM"):
            return "other"
        return "other" if actor.country not in (None, self.theatre.country, self.theatre.state) else ""


def settle_parties(
    document: Document, events: tuple[Event, ...], incidents: tuple[Incident, ...], places: tuple[Place, ...],
    actors: tuple[Actor, ...], times: Times, registry: Registry, heads: Heads, demonyms: Demonyms, theatres: Theatres,
    gazetteer: Gazetteer,
) -> Settled:  # fmt: skip
    """The incidents and their events, with the parties that their theatre settles where the report names none, and
    where it names no place, the country of the war that they fight.
    """
    if not any(_fits(incident) for incident in incidents):
        return Settled(events, incidents)
    setting = read_setting(document, places, times, Lexica(registry, heads, demonyms))
    told = tuple(place for place in places if not stands_for_state(place, actors, registry))
    nowhere = not any(place.country for place in told)
    described = place_by_adjective(document, demonyms, gazetteer) if nowhere else None
    by_id = {event.id: _without(event, places, told) for event in events}
    settled: list[Incident] = []
    for incident in (_without(i, places, told) for i in incidents):
        teller = _teller(incident, by_id) if _fits(incident) else None
        if teller is None:
            settled.append(incident)
            continue
        war = _war_of(incident, teller, told, actors, setting, registry, theatres)
        doers, hit = _missing(incident, war, actors, registry) if war else ((), ())
        site = _site(incident, described, theatres, setting.year, registry, gazetteer) if nowhere else None
        sites = (site,) if site else ()
        by_id[teller.id] = _with(teller, doers, hit, sites)
        update = {"actors": (*incident.actors, *doers), "places": (*incident.places, *sites)}
        counted = counted_people(incident, by_id.values())
        if counted:
            by_id[counted[0]] = _with(by_id[counted[0]], targets=(counted[1],))
            hit = (*hit, counted[1])
        settled.append(incident.model_copy(update={**update, "targets": (*incident.targets, *hit)}))
    return Settled(tuple(by_id[event.id] for event in events), tuple(settled))


def _site(
    incident: Incident, described: Place | None, theatres: Theatres, year: int | None, registry: Registry,
    gazetteer: Gazetteer,
) -> Place | None:  # fmt: skip
    """The country where an incident without a known place happened, by a town described or by its parties' war."""
    if described and not incident.places:
        return described
    return place_by_parties(incident, theatres, year, registry, gazetteer)


def _without(told: Telling, places: Sequence[Place], kept: Sequence[Place]) -> Telling:
    """An event or incident without the places that are none after all."""
    if len(places) == len(kept):
        return told
    gone = {place.place_in_text for place in places} - {place.place_in_text for place in kept}
    if not any(place.place_in_text in gone for place in told.places):
        return told
    return told.model_copy(update={"places": tuple(p for p in told.places if p.place_in_text not in gone)})


def _fits(incident: Incident) -> bool:
    return incident.kind in _BATTLES | _STRIKES | _HARM and incident.status in _DONE


def _teller(incident: Incident, events: dict[str, Event]) -> Event | None:
    """The first of the incident's events that is of its kind."""
    members = [events[identifier] for identifier in incident.events if identifier in events]
    return next((event for event in members if event.kind == incident.kind), None)


def _war_of(
    incident: Incident, teller: Event, places: Sequence[Place], actors: Sequence[Actor], setting: Setting,
    registry: Registry, theatres: Theatres,
) -> _War | None:  # fmt: skip
    ground = ground_of([p for p in incident.places if p.country] or places, registry, setting.main)
    theatre = theatres.at(ground, setting.year)
    if theatre is None:
        return None
    named = _group_of(theatre, actors, guessed=setting.guessed)
    entry = registry.get(named[0]) if named else None
    if named is None or entry is None:
        return None
    span = teller.trigger.model_dump()
    forces = f"{theatre.state}-MIL"
    listed = registry.get(forces)
    country = registry.countries.get(theatre.state)
    state = Actor(
        **span, id=forces, country=theatre.state, sector="MIL", sort="state",
        name=listed.name if listed else STATE_NAMES["MIL"].format(country.name if country else theatre.state),
    )  # fmt: skip
    group = Actor(**span, id=entry.id, name=entry.name, country=entry.country, sector=entry.sector, sort=entry.sort)
    return _War(theatre, state, group, named[1])


def _group_of(theatre: Theatre, actors: Sequence[Actor], *, guessed: bool) -> tuple[str, float] | None:
    """The theatre's group that is meant: the one that the report names, else its main one; None where the report names
    another armed group, or where the country itself is a guess from a group's name.
    """
    shares = dict(theatre.groups)
    named = [a.id for a in actors if a.id and a.sort == "group" and a.sector in _ARMED_SECTORS]
    if any(identifier not in shares for identifier in named) or (guessed and not named):
        return None
    if theatre.main is None:
        return (named[0], shares[named[0]]) if len(set(named)) == 1 else None
    return (named[0], max(shares[named[0]], theatre.main[1])) if named else theatre.main


def _missing(
    incident: Incident, war: _War, actors: Sequence[Actor], registry: Registry
) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """The doers and those hit whom the theatre adds. "Enemy" is the other side where one side alone is heard."""
    speaking = {_side_of_body(war, actor) for actor in actors}
    doers = [war.side(actor, registry) for actor in incident.actors]
    hit = [war.side(actor, registry) for actor in incident.targets]
    sides = {*doers, *hit} & {"state", "group"}
    if "other" in doers or "other" in hit or len(sides) > 1 or war.theatre.unnamed == "nobody":
        return (), ()
    if incident.kind in _BATTLES:
        return tuple(_because(war, side, SIDES) for side in ("state", "group") if side not in sides), ()
    if "state" in hit or "group" in hit:
        against = "group" if "state" in hit else "state"
        return (() if any(doers) else (_because(war, against, ADVERSARY),)), ()
    if "state" in doers:
        fought = incident.kind in _STRIKES or any(t.sort == "group" and t.id is None for t in incident.targets)
        return (), ((_because(war, "group", ADVERSARY),) if fought else ())
    if any(doers) or any(actor.id for actor in incident.actors):
        return (), ()
    if "state" in speaking and any(actor.text.lower() in _ENEMY for actor in incident.actors):
        return (_because(war, "group", ADVERSARY),), ()
    return (_doer(incident, war),), ()


def _side_of_body(war: _War, actor: Actor) -> str:
    """Whose a body or man is that is named in the report ("JFO *HQ*"): the state's or nobody's that counts here."""
    return "state" if (actor.name or "").endswith(str(war.state.name)) else ""


def _doer(event: Incident, war: _War) -> Actor:
    if event.kind == "airstrike":
        return _because(war, "state", DOER)
    if event.kind in _OF_GROUPS or war.theatre.unnamed == "group":
        return _because(war, "group", DOER)
    names = f"{war.state.name} or {war.group.name}"
    both = tuple(Alternative(value=str(side.id), score=round(war.share / 2, 3)) for side in (war.state, war.group))
    note = f"no doer is told; both fight in the theatre {war.theatre.id}"
    evidence = Evidence(rule=EITHER, score=round(war.share / 2, 3), note=note, alternatives=both)
    return war.group.model_copy(
        update={"id": None, "name": names, "country": None, "sector": None, "sort": "other", "evidence": evidence}
    )


def _because(war: _War, side: str, rule: str) -> Actor:
    found = war.state if side == "state" else war.group
    note = f"the report does not tell; {war.state.name} and {war.group.name} fight in the theatre {war.theatre.id}"
    others = war.theatre.alternatives(but=war.group.id) if side == "group" else ()
    score = round(war.share * (0.9 if rule == ADVERSARY else 0.8), 3)
    return found.model_copy(update={"evidence": Evidence(rule=rule, score=score, note=note, alternatives=others)})


def _with(
    event: Event, actors: Sequence[Actor] = (), targets: Sequence[Actor] = (), places: Sequence[Place] = ()
) -> Event:
    if not (actors or targets or places):
        return event
    reasons = dict(event.reasons)
    for role, found in (("actor", actors), ("target", targets), ("place", places)):
        if found and found[0].evidence:
            reasons.setdefault(role, found[0].evidence)
    update = {
        "actors": (*event.actors, *actors), "targets": (*event.targets, *targets),
        "places": (*event.places, *places), "reasons": reasons,
    }  # fmt: skip
    return event.model_copy(update=update)
