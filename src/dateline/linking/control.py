"""Control: who held which place from when to when, as a report states it or tells of takings and losses."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from dateline.codebook import Codebook
from dateline.model import Actor, Control, Event, Evidence, Incident, Place

REAL = ("happened", "ongoing")
PLACES_OF = {"gains": ("at", "area"), "enters": ("at", "area", "destination"), "loses": ("origin",)}
"""In which roles a place is the one whose holder changes."""
TOO_WIDE = ("country", "region", "sea")
"""Nobody takes "large areas of Iraq" by name; what was held there is told place by place."""
UNABLE = ("MED", "JRN", "JUD", "CVL", "NGO", "IGO", "EDU", "REL", "BUS", "LAB", "SOC", "ELI")
"""PLOVER sectors that hold no ground."""


def work_out_control(
    holdings: tuple[Control, ...], events: tuple[Event, ...], incidents: tuple[Incident, ...], codebook: Codebook
) -> tuple[Control, ...]:
    """Statements of holding, and those that follow from takings, losses and entries, joined to intervals by place.

    A place taken by one closes the interval of another that held it before; an end is open until a text closes it.
    Statements of one holder of one place are one interval; contradictions are kept.
    """
    by_place: dict[object, list[Control]] = defaultdict(list)
    for statement in (*holdings, *_from_events(events, incidents, codebook)):
        by_place[_place_key(statement.place)].append(statement)
    intervals = [interval for group in by_place.values() for interval in _intervals(group)]
    return tuple(sorted(intervals, key=lambda c: (c.span.start, c.span.end, c.first or date.min)))


def _place_key(place: Place) -> object:
    """One place, by its gazetteer entry where that is its own; a neighbourhood that borrows a point stays itself."""
    if place.geonameid is not None and place.precision not in ("near", "region"):
        return place.geonameid
    return place.text.casefold()


def holder_key(actor: Actor) -> str:
    """Who holds: a state's forces and leaders hold for the state; a group for itself."""
    if (
        actor.country
        and actor.sector in ("MIL", "GOV", "COP", "PRM", "SPY")
        and actor.sort in ("state", "group", "person")
    ):
        return f"state {actor.country}"
    return actor.id or actor.text.casefold()


def can_hold(actor: Actor) -> bool:
    """Whether an actor is of a sort that can hold ground: a state, a group, forces; no outlet, court or crowd."""
    return actor.sort in ("state", "group", "organisation") and actor.sector not in UNABLE


def _from_events(events: tuple[Event, ...], incidents: tuple[Incident, ...], codebook: Codebook) -> Iterator[Control]:
    told = {event.id: event for event in events}
    for incident in incidents:
        members = [told[identifier] for identifier in incident.events]
        takers = [a for a in incident.actors if can_hold(a)]
        for event in members:
            effect = codebook.kinds[event.kind].control
            if effect is None or event.status not in REAL:
                continue
            holder = _side(event, effect, takers)
            for place in event.places:
                if holder is not None and place.role in PLACES_OF[effect] and place.precision not in TOO_WIDE:
                    yield _taking(event, place, holder, effect)


def _side(event: Event, effect: str, takers: list[Actor]) -> Actor | None:
    """Whose control the event changes: the taker's for a gain or an entry, the loser's for a loss."""
    own = [a for a in event.actors if can_hold(a)]
    return next(iter(own or takers), None) if effect != "loses" else next(iter(own), None)


def _taking(event: Event, place: Place, holder: Actor, effect: str) -> Control:
    time = event.time
    day = time.last or time.first if time is not None and time.basis != "publication" else None
    if day is None and time is not None:
        day = time.last
    claims = (event.claim,) if event.claim.source else ()
    return Control(
        place=place,
        holder=holder,
        first=day if effect != "loses" else None,
        last=day if effect == "loses" else None,
        as_of=day,
        level="entered" if effect == "enters" else "held",
        status=event.status,
        span=event.trigger,
        claims=claims,
        evidence=Evidence(rule=f"control.{effect}", score=event.confidence, note=f"from {event.id}"),
    )


def _intervals(group: list[Control]) -> list[Control]:
    """One place's statements, joined by holder and level; a later taker ends the earlier holder's interval."""
    merged: dict[tuple[str, str], Control] = {}
    for statement in group:
        key = holder_key(statement.holder), statement.level
        known = merged.get(key)
        merged[key] = statement if known is None else _joined(known, statement)
    held = {key: c for key, c in merged.items() if not (key[1] == "entered" and (key[0], "held") in merged)}
    return [_closed(key, interval, held) for key, interval in held.items()]


def _joined(one: Control, other: Control) -> Control:
    firsts = [c.first for c in (one, other) if c.first is not None]
    days = [c.as_of for c in (one, other) if c.as_of is not None]
    lasts = [c.last for c in (one, other) if c.last is not None]
    claims = (*one.claims, *(c for c in other.claims if c not in one.claims))
    return one.model_copy(
        update={
            "first": min(firsts, default=None),
            "last": max(lasts, default=None),
            "as_of": max(days, default=None),
            "claims": claims,
        }
    )


def _closed(key: tuple[str, str], interval: Control, others: dict[tuple[str, str], Control]) -> Control:
    """The interval, ended by the first taking by somebody else after it began."""
    if interval.last is not None or interval.level != "held":
        return interval
    own_taking = interval.first if _taken(interval) else None
    takings = [
        other.first
        for (holder, level), other in others.items()
        if holder != key[0] and level == "held" and _taken(other) and other.first is not None
    ]
    later = [
        day
        for day in takings
        if (interval.first is None or day >= interval.first) and (own_taking is None or day > own_taking)
    ]
    end = min(later, default=None)
    if end is None:
        return interval
    rule = interval.evidence.rule if interval.evidence else "control.held"
    evidence = Evidence(rule=rule, score=0.8, note=f"ended by a taking on {end}")
    return interval.model_copy(update={"last": end, "evidence": evidence})


def _taken(interval: Control) -> bool:
    return interval.evidence is not None and interval.evidence.rule == "control.gains"
