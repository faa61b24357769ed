"""Control within one report: who held which place from when to when, as stated or as takings and losses tell."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from dateline.codebook import Codebook
from dateline.codebook.portions import is_facility, is_wide, object_of, portion_before
from dateline.codebook.registry import Registry
from dateline.linking.control.holders import can_hold, holder_key, holder_on, may_be_one
from dateline.model import Actor, Control, ControlLevel, Event, Evidence, Incident, Place, Report, Span

REAL = ("happened", "ongoing")
PLACES_OF = {"gains": ("at", "area"), "enters": ("at", "area", "destination"), "loses": ("origin",)}
"""In which roles a place is the one whose holder changes."""
TOO_WIDE = ("country", "region", "sea")
"""Nobody takes "large areas of Iraq" by name; what was held there is told place by place."""
TAKEN, LEFT, TAKEN_FROM = "control.gains", "control.loses", "control.taken-from"
"""Rules of statements: a place taken, left, taken from its holder."""
FOUGHT, CLASH, MUTUAL = "control.fought", "Armed clash", "armed-clash"
"""The rule of fighting for a town, ACLED's name of it, and the kind of which both sides are doers."""
_LEVEL: dict[str, ControlLevel] = {"control.enters": "entered", FOUGHT: "contested"}
_WEIGHT = {TAKEN: 3, LEFT: 2, TAKEN_FROM: 1}
_TOWARDS = re.compile(r"\b(?:towards?|to within|on|closing in)\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|these|those|its|their|his)\s+$", re.IGNORECASE)
_GROUND = re.compile(r"\b(?:gains?|advances?|ground|headway)$", re.IGNORECASE)
"""Acts that take some ground and no place by name."""
_WHICH = re.compile(r"\s*,?\s*(?:which|that|the \w+(?: \w+)? (?:that|which))\b", re.IGNORECASE)
_WOULD = re.compile(r".{0,50}?\b(?:would|could|might|may)\b", re.IGNORECASE)
_NEXT = 25
"""Characters between an act and whom it takes a place from ("drove the militants out")."""
_INTO = re.compile(
    r"\b(?:in|into|inside|through|within|enter\w*|invad\w*|invasion|storm\w*|infiltrat\w*|penetrat\w*|occup\w*|entry|incursion)\b",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"\b(?:to|aim(?:ed|ing)? at|(?:aim|hope|goal|purpose) of|without)\s+(?:\w+ly\s+|its\s+|their\s+)?$", re.IGNORECASE
)
_DONE = re.compile(
    r"\b(?:manag\w+|(?<!un)able|allowed|enabled|helped|went on|began|begun|succeed\w*|continu\w+|started|forced|due|"
    r"led|claim\w*|announce\w*)\b[^.;]{0,25}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+|its\s+)?$", re.IGNORECASE)


def work_out_control(
    report: Report,
    holdings: tuple[Control, ...],
    events: tuple[Event, ...],
    incidents: tuple[Incident, ...],
    codebook: Codebook,
    registry: Registry,
) -> tuple[Control, ...]:
    """Statements of holding, and those that follow from takings, losses and entries, joined to intervals by place.

    A place taken by one closes the interval of another that held it before; an end is open until a text closes it.
    Statements of one holder of one place are one interval; contradictions are kept. Of parts of a place ("an area of")
    nothing ends anything: they may be different parts.
    """
    by_place: dict[object, list[Control]] = defaultdict(list)
    stated = (holding for holding in holdings if can_hold(holding.holder))
    for statement in (*stated, *_from_events(report, events, incidents, codebook)):
        ground = registry.alpha3(statement.place.country)
        key = place_key(statement.place), statement.part is not None
        definite = bool(_THE.search(report.text, max(0, statement.holder.start - 12), statement.holder.start))
        holder = holder_on(ground, statement.holder, definite=definite)
        by_place[key].append(statement.model_copy(update={"holder": holder}))
    intervals = [interval for group in by_place.values() for interval in _intervals(group)]
    return tuple(sorted(intervals, key=lambda c: (c.span.start, c.span.end, c.first or date.min)))


def place_key(place: Place) -> object:
    """One place, by its gazetteer entry where that is its own; a neighbourhood that borrows a point stays itself."""
    if place.geonameid is not None and place.precision not in ("near", "region"):
        return place.geonameid
    return place.text.casefold()


@dataclass(frozen=True, slots=True)
class _Change:
    """An event that changes control: what it does, by whom and at whose cost."""

    event: Event
    effect: str
    gainers: tuple[Actor, ...]
    losers: tuple[Actor, ...]


def _from_events(
    report: Report, events: tuple[Event, ...], incidents: tuple[Incident, ...], codebook: Codebook
) -> Iterator[Control]:
    told = {event.id: event for event in events}
    for incident in incidents:
        members = [told[identifier] for identifier in incident.events]
        acts = [e for e in members if e.status in REAL and not _is_aim(report.text, e)]
        doers = tuple(actor for act in acts if codebook.kinds[act.kind].control for actor in act.actors)
        for event in acts:
            effect = codebook.kinds[event.kind].control
            if effect is None:
                yield from _fought(report.text, event)
                continue
            change = _change(report.text, event, effect, doers)
            for place in event.places:
                if place.role in PLACES_OF[effect] and place.precision not in TOO_WIDE:
                    yield from _statements(report.text, change, _taken_itself(report.text, place))


def _fought(text: str, event: Event) -> Iterator[Control]:
    """A town that two sides fight in is contested by both, on the days of the fighting."""
    doers = {holder_key(actor): actor for actor in event.actors if can_hold(actor)}
    others = {holder_key(actor): actor for actor in event.targets if can_hold(actor)}
    if event.codes.acled != CLASH or event.time is None or not _are_hostile(event, doers, others):
        return
    sides = {**others, **doers}
    for place in event.places:
        within = place.role == "at" and place.precision in ("exact", "town") and place.extent is None
        if within and portion_before(text, place.start) is None:
            for side in sides.values():
                yield _statement(event, place, side, FOUGHT, None)


def _are_hostile(event: Event, doers: Mapping[str, Actor], others: Mapping[str, Actor]) -> bool:
    """Whether two sides fight: doers and whom they hit; of a clash, whose parties are all doers, any two of them."""
    pairs = [*product(doers, others), *(combinations(doers, 2) if event.kind == MUTUAL else ())]
    return any(not may_be_one(one, other) for one, other in pairs)


def _change(text: str, event: Event, effect: str, doers: tuple[Actor, ...]) -> _Change:
    """Who gains and who loses. Whom a place was taken *from* loses it, whatever else the reading of roles says.

    The event's own parties come first; a taking without a taker of its own has its incident's doers.
    """
    from_whom = tuple(a for a in event.actors if _FROM.search(text, max(0, a.start - 12), a.start))
    own = tuple(a for a in event.actors if can_hold(a) and a not in from_whom)
    if effect == "loses":
        return _Change(event, effect, (), own)
    takers = own or tuple(a for a in doers if can_hold(a) and a not in from_whom)
    gained = {holder_key(a) for a in own}
    hit = (a for a in event.targets if holder_key(a) not in gained and _is_ousted(text, event, a))
    losers = (*from_whom, *hit)
    lost = {holder_key(a) for a in losers if can_hold(a)}
    gainers = tuple(a for a in takers if holder_key(a) not in lost)
    return _Change(event, effect, gainers, tuple(a for a in losers if can_hold(a)))


def _statements(text: str, change: _Change, place: Place) -> Iterator[Control]:
    """What a change says of a place: the first gainer's taking or entry, and the losers' end."""
    event = change.event
    if change.effect == "enters" and _is_approach(text, event, place):
        return
    part = _part(text, event, place)
    if change.gainers:
        yield _statement(event, place, change.gainers[0], f"control.{change.effect}", part)
    if change.effect == "loses" and change.losers:
        yield _statement(event, place, change.losers[0], LEFT, part)
    elif change.effect == "gains":
        for loser in {holder_key(actor): actor for actor in change.losers}.values():
            yield _statement(event, place, loser, TAKEN_FROM, part)


def _is_ousted(text: str, event: Event, target: Actor) -> bool:
    """Whether a target is whom the place was taken from: told after "from", or right beside the act."""
    act = event.trigger
    beside = 0 <= target.start - act.end <= _NEXT or 0 <= act.start - target.end <= _NEXT
    return beside or bool(_FROM.search(text, max(0, target.start - 12), target.start))


def _is_aim(text: str, event: Event) -> bool:
    """Whether the words before an act make it an aim: "an operation to seize", "aimed at taking", "unable to retake".

    "Managed to", "were able to", "helped" and their like tell it as done.
    """
    before = text[max(0, event.trigger.start - 60) : event.trigger.start]
    noun = event.trigger.text.lower() in ("fall", "capture", "loss", "seizure")
    if noun and _WOULD.match(text, event.trigger.end):
        return True
    return bool(_AIM.search(before)) and not _DONE.search(before)


def _is_approach(text: str, event: Event, place: Place) -> bool:
    """Whether forces are told to come towards a place, not into it: into it takes a verb of entering or an "into"."""
    between = text[event.trigger.end : place.start] if event.trigger.end <= place.start else ""
    if _TOWARDS.search(event.trigger.text) or _TOWARDS.search(between):
        return True
    return not (_INTO.search(event.trigger.text) or _INTO.search(between))


def _part(text: str, event: Event, place: Place) -> Span | None:
    """The words that say that only a part of the place, or a thing in it, was taken."""
    act = event.trigger
    if _GROUND.search(act.text):
        return act
    if place.extent is not None and is_facility(place.extent.text):
        return place.extent
    found = portion_before(text, place.start, wide=is_wide(place))
    found = found or object_of(text, act.place_in_text, place.place_in_text)
    if found is None or any(can_hold(a) and found[0] <= a.start < found[1] for a in (*event.targets, *event.actors)):
        return None
    return Span.of(text, *found)


def _taken_itself(text: str, place: Place) -> Place:
    """The town itself where "which" goes on to tell of it after a mention of its surroundings ("near Toria, which")."""
    if place.precision != "near" or place.geonameid is None or not _WHICH.match(text, place.end):
        return place
    return place.model_copy(update={"precision": "town", "extent": None})


def _statement(event: Event, place: Place, holder: Actor, rule: str, part: Span | None) -> Control:
    time = event.time
    day = time.last or time.first if time is not None and time.basis != "publication" else None
    if day is None and time is not None:
        day = time.last
    ends = rule in (LEFT, TAKEN_FROM)
    return Control(
        place=place,
        holder=holder,
        first=None if ends else day,
        last=day if ends else None,
        as_of=day,
        level=_LEVEL.get(rule, "held"),
        status=event.status,
        span=event.trigger,
        part=part,
        event=event.id,
        claims=(event.claim, *event.denials) if event.claim.source else event.denials,
        evidence=Evidence(rule=rule, score=event.confidence, note=f"from {event.id}"),
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
    """Two statements of one holder as one interval; the words and the rule are those of the more telling.

    A place lost and later taken back is held again: an end before the last beginning is dropped.
    """
    first = min((c.first for c in (one, other) if c.first is not None), default=None)
    began = max((c.first for c in (one, other) if c.first is not None), default=None)
    last = max((c.last for c in (one, other) if c.last is not None), default=None)
    if last is not None and began is not None and began > last:
        first, last = began, None
    more = one if _weight(one) >= _weight(other) else other
    claims = (*one.claims, *(c for c in other.claims if c not in one.claims))
    return more.model_copy(
        update={
            "first": first,
            "last": last,
            "as_of": max((c.as_of for c in (one, other) if c.as_of is not None), default=None),
            "claims": claims,
        }
    )


def _weight(control: Control) -> int:
    return _WEIGHT.get(control.evidence.rule, 0) if control.evidence else 0


def _closed(key: tuple[str, str], interval: Control, others: dict[tuple[str, str], Control]) -> Control:
    """The interval, ended by the first taking by somebody else after it began."""
    if interval.last is not None or interval.level != "held" or interval.part is not None:
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
    return interval.evidence is not None and interval.evidence.rule == TAKEN
