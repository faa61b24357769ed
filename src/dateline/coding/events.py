"""Events: frames, resolved mentions, standings and losses put together."""

from dateline.codebook import Codebook
from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.standing import Standing
from dateline.coding.codes import codes_for
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.model import Actor, Event, Loss, Place, Span


def assemble_events(
    codebook: Codebook,
    document: Document,
    frames: tuple[Frame, ...],
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    times: Times,
    sayings: tuple[Saying, ...],
    standings: tuple[Standing, ...],
    losses: tuple[tuple[Loss, ...], ...],
) -> tuple[Event, ...]:
    """One event for every frame, its spans looked up among the resolved mentions."""
    del places, times, sayings
    actor_at = {actor.place_in_text: actor for actor in actors}
    events = []
    for number, (frame, standing, lost) in enumerate(zip(frames, standings, losses, strict=True), 1):
        doers = tuple(actor_at[a.key] for a in frame.of("actor") if a.key in actor_at)
        hit = tuple(actor_at[a.key] for a in frame.of("target") if a.key in actor_at)
        weapons = tuple(Span.of(document.text, a.start, a.end) for a in frame.of("weapon"))
        codes, reason = codes_for(codebook, frame.kind, doers, hit, standing.status, lost, weapons)
        events.append(
            Event(
                id=f"e{number}",
                kind=frame.kind,
                codes=codes,
                trigger=Span.of(document.text, frame.trigger.start, frame.trigger.end),
                actors=doers,
                targets=hit,
                weapons=weapons,
                losses=lost,
                status=standing.status,
                confidence=frame.trigger.score,
                reasons={"codes": reason},
            )
        )
    return tuple(events)
