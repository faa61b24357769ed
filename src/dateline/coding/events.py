"""Events: frames, resolved mentions, standings and losses put together."""

from collections.abc import Mapping

from dateline.codebook import Codebook
from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.standing import Standing
from dateline.coding.background import GOES_ON, Setting
from dateline.coding.codes import codes_for
from dateline.coding.containment import Within, kinds_held
from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.targeting import tell_targeting
from dateline.coding.text.document import Document
from dateline.coding.times.event_time import time_of_event
from dateline.coding.times.resolve import Times
from dateline.coding.voices import claim_of, denials_of
from dateline.frozen import frozen
from dateline.model import Actor, Event, Evidence, Loss, Place, PlaceRole, Span, Time

PLACE_ROLES: Mapping[str, PlaceRole] = {
    "place": "at",
    "origin": "origin",
    "destination": "destination",
    "launched_from": "launched_from",
    "area": "area",
}


@frozen
class Resolved:
    """The report's resolved mentions, by their offsets; in `named` a pronoun's give the mention that it stands for."""

    actors: Mapping[tuple[int, int], Actor]
    named: Mapping[tuple[int, int], Actor]
    places: Mapping[tuple[int, int], Place]

    @classmethod
    def of(cls, actors: tuple[Actor, ...], places: tuple[Place, ...]) -> "Resolved":
        """Index mentions by where they stand."""
        named = {actor.place_in_text: _named(actors, number) for number, actor in enumerate(actors)}
        return cls({a.place_in_text: a for a in actors}, named, {p.place_in_text: p for p in places})

    def parties(self, arguments: tuple[Argument, ...]) -> tuple[Actor, ...]:
        """The actors at these arguments, each mention once."""
        found = [self.named[argument.key] for argument in arguments if argument.key in self.named]
        return tuple({actor.place_in_text: actor for actor in found}.values())

    def sites(self, arguments: tuple[Argument, ...]) -> tuple[Place, ...]:
        """The places at these arguments, each mention once, in the role that the argument gives it."""
        roles = {argument.key: PLACE_ROLES[argument.role] for argument in reversed(arguments)}
        return tuple(
            place if place.role == roles[key] else place.model_copy(update={"role": roles[key]})
            for key, place in self.places.items()
            if key in roles
        )


def _named(actors: tuple[Actor, ...], number: int) -> Actor:
    """The last mention before a pronoun that says who is meant; the actor itself where there is none."""
    actor = actors[number]
    if actor.evidence is None or not actor.evidence.rule.startswith("actors.pronoun") or actor.id is None:
        return actor
    same = (
        a for a in reversed(actors[:number]) if a.id == actor.id and a.evidence and "pronoun" not in a.evidence.rule
    )
    return next(same, actor)


@frozen
class Telling:
    """One frame and what the steps before said of it."""

    frame: Frame
    standing: Standing
    setting: Setting
    losses: tuple[Loss, ...]
    within: Within | None
    holds: frozenset[str]


def assemble_events(
    document: Document,
    frames: tuple[Frame, ...],
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    times: Times,
    sayings: tuple[Saying, ...],
    standings: tuple[Standing, ...],
    settings: tuple[Setting, ...],
    losses: tuple[tuple[Loss, ...], ...],
    containment: tuple[Within | None, ...],
    codebook: Codebook,
) -> tuple[Event, ...]:
    """One event for every frame, its spans looked up among the resolved mentions, in order of the text."""
    resolved = Resolved.of(actors, places)
    held = kinds_held(frames, containment)
    told = (Telling(*parts) for parts in zip(frames, standings, settings, losses, containment, held, strict=True))
    return tuple(
        _event(f"e{number}", document, telling, resolved, times, sayings, codebook)
        for number, telling in enumerate(told, 1)
    )


def _event(
    identifier: str,
    document: Document,
    telling: Telling,
    resolved: Resolved,
    times: Times,
    sayings: tuple[Saying, ...],
    codebook: Codebook,
) -> Event:
    frame, standing = telling.frame, telling.standing
    parties, victims = resolved.parties(frame.of("actor")), resolved.parties(frame.of("target"))
    weapons = tuple(Span.of(document.text, a.start, a.end) for a in frame.of("weapon"))
    how = telling.within.how if telling.within else None
    codes, why_codes = codes_for(
        codebook, frame.kind, parties, victims, standing.status, telling.losses, weapons, how, telling.holds
    )
    targeting, why_targeting = tell_targeting(document, frame)
    sites = resolved.sites(frame.of("place", "origin", "destination", "launched_from", "area"))
    confidence = _confidence(telling, sum(map(bool, (parties, victims, sites))))
    return Event(
        id=identifier,
        kind=frame.kind,
        codes=codes,
        background=telling.setting.background,
        trigger=Span.of(document.text, frame.trigger.start, frame.trigger.end),
        also=tuple(Span.of(document.text, tag.start, tag.end) for tag in frame.also),
        actors=parties,
        targets=victims,
        places=sites,
        time=_time_of(telling, document, times),
        weapons=weapons,
        losses=telling.losses,
        targeting=targeting,
        status=standing.status,
        claim=claim_of(document, standing, sayings, resolved.actors),
        denials=denials_of(document, standing, sayings, resolved.actors),
        attribution=standing.saying,
        confidence=confidence,
        reasons=_reasons(telling, confidence, {"codes": why_codes, "targeting": why_targeting}),
    )


def _time_of(telling: Telling, document: Document, times: Times) -> Time | None:
    setting = telling.setting
    goes_on = setting.evidence.rule == GOES_ON
    status = telling.standing.status
    return time_of_event(telling.frame, document, times, background=setting.background, goes_on=goes_on, status=status)


def _reasons(telling: Telling, confidence: float, more: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """Which rule decided each field; for each role, the rule that chose its first argument."""
    trigger = telling.frame.trigger
    roles = {
        str(argument.role): Evidence(
            rule=argument.rule or "roles", score=argument.score, start=argument.start, end=argument.end
        )
        for argument in reversed(telling.frame.arguments)
    }
    return {
        **telling.standing.reasons,
        **_within(telling),
        "kind": Evidence(rule=trigger.rule, score=trigger.score, start=trigger.start, end=trigger.end),
        "background": telling.setting.evidence,
        "confidence": Evidence(rule="confidence.trigger-and-roles", score=confidence),
        **roles,
        **more,
    }


def _within(telling: Telling) -> dict[str, Evidence]:
    """How it is told where the sentence tells it only within another event, which the note names."""
    within = telling.within
    if within is None:
        return {}
    note = "" if within.holder is None else f"e{within.holder + 1}"
    return {"within": Evidence(rule=f"within.{within.how}", score=0.7, note=note)}


def _confidence(telling: Telling, filled: int) -> float:
    """The trigger's own score, raised a little by each of actor, target and place filled, lowered by a hedge."""
    hedge = 0.8 + 0.2 * telling.standing.certainty
    return round(min(1.0, telling.frame.trigger.score * (0.7 + 0.1 * filled) * hedge), 3)
