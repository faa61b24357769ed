"""Events: frames, resolved mentions, standings and losses put together."""

from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.standing import Standing
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.model import Actor, Event, Loss, Place, Span


def assemble_events(
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
    del places, times, sayings, losses
    actor_at = {actor.place_in_text: actor for actor in actors}
    return tuple(
        Event(
            id=f"e{number}",
            kind=frame.kind,
            trigger=Span.of(document.text, frame.trigger.start, frame.trigger.end),
            actors=tuple(actor_at[a.key] for a in frame.of("actor") if a.key in actor_at),
            targets=tuple(actor_at[a.key] for a in frame.of("target") if a.key in actor_at),
            status=standing.status,
        )
        for number, (frame, standing) in enumerate(zip(frames, standings, strict=True), 1)
    )
