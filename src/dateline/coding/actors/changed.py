"""Changed: the actors of a coded report under the dated changes of the actor list."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from dateline.codebook.actor_changes import ActorChange, ActorChanges
from dateline.model import Actor, Alternative, Claim, Control, Event, Evidence, Incident, Place, Time

Told = TypeVar("Told", Event, Incident)


def changed_events(told: tuple[Told, ...], published: date | None, changes: ActorChanges) -> tuple[Told, ...]:
    """Events or incidents with the actors that the changes give them on their days, in their countries."""
    if not changes.changes:
        return told
    return tuple(_changed(each, published, changes) for each in told)


def changed_mentions(
    actors: tuple[Actor, ...], places: Iterable[Place], published: date | None, changes: ActorChanges
) -> tuple[Actor, ...]:
    """Mentions of a report as of the day of its publication."""
    if not changes.changes:
        return actors
    countries = _countries(places)
    return tuple(_actor(actor, published, countries, changes) for actor in actors)


def changed_control(control: tuple[Control, ...], published: date | None, changes: ActorChanges) -> tuple[Control, ...]:
    """Statements of control as of the day that they are said of."""
    if not changes.changes:
        return control
    return tuple(
        each.model_copy(
            update={
                "holder": _actor(each.holder, each.as_of or each.first or published, _countries([each.place]), changes),
                "claims": _claims(each.claims, published, _countries([each.place]), changes),
            }
        )
        for each in control
    )


def _changed(each: Told, published: date | None, changes: ActorChanges) -> Told:
    day, countries = _day(each.time) or published, _countries(each.places)
    update: dict[str, object] = {
        "actors": tuple(_actor(actor, day, countries, changes) for actor in each.actors),
        "targets": tuple(_actor(target, day, countries, changes) for target in each.targets),
    }
    if isinstance(each, Event):
        update["claim"] = _claims((each.claim,), published, countries, changes)[0]
        update["denials"] = _claims(each.denials, published, countries, changes)
    else:
        update["claims"] = _claims(each.claims, published, countries, changes)
    return each.model_copy(update=update)


def _claims(
    claims: tuple[Claim, ...], published: date | None, countries: frozenset[str], changes: ActorChanges
) -> tuple[Claim, ...]:
    """Who speaks does so when the report is published."""
    return tuple(
        claim
        if claim.source is None
        else claim.model_copy(update={"source": _actor(claim.source, published, countries, changes)})
        for claim in claims
    )


def _actor(actor: Actor, day: date | None, countries: frozenset[str], changes: ActorChanges) -> Actor:
    """The actor after all changes that hold, one after the other."""
    for change in changes.changes:
        if actor.id in change.of and change.holds(day):
            actor = _after(actor, change, countries, changes)
    return actor


def _after(actor: Actor, change: ActorChange, countries: frozenset[str], changes: ActorChanges) -> Actor:
    was = Alternative(value=actor.id or actor.text, score=0.0, why="before the change")
    evidence = Evidence(rule=f"actors.{change.what}", note=change.words, alternatives=(was,))
    if change.name is not None:
        return actor.model_copy(update={"name": change.name, "evidence": evidence})
    heir = change.heir(countries)
    entry = (changes.heirs or {}).get(heir or "")
    if entry is None:
        return actor
    told = {"id": entry.id, "name": entry.name, "country": entry.country, "sector": entry.sector, "sort": entry.sort}
    return actor.model_copy(update={**told, "evidence": evidence})


def _day(time: Time | None) -> date | None:
    return None if time is None else time.first or time.last


def _countries(places: Iterable[Place]) -> frozenset[str]:
    return frozenset(place.country for place in places if place.country)
