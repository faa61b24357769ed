"""From the artifacts of the chain to the record."""

from dateline.codebook.actor_changes import ActorChanges
from dateline.coding.actors.changed import changed_control, changed_events, changed_mentions
from dateline.coding.actors.untold import Settled
from dateline.coding.attribution.sayings import Saying
from dateline.coding.times.resolve import Times
from dateline.linking.within.main_event import Main
from dateline.model import Actor, Control, LooseFigure, Mentions, Notice, Place, Record, Report, head_of


def make_record(
    report: Report,
    settled: Settled,
    main: Main,
    figures: tuple[LooseFigure, ...],
    control: tuple[Control, ...],
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    times: Times,
    sayings: tuple[Saying, ...],
    notices: tuple[Notice, ...],
    actor_changes: ActorChanges,
) -> Record:
    """All that was read from a report, in the wire form, its actors under the dated changes of their list."""
    day = report.published
    told = tuple(
        event.model_copy(update={"reasons": {**event.reasons, "main": main.evidence}})
        if event.id == main.event
        else event
        for event in settled.events
    )
    return Record(
        report=head_of(report),
        main_event=main.event,
        events=changed_events(told, day, actor_changes),
        incidents=changed_events(settled.incidents, day, actor_changes),
        mentions=Mentions(
            actors=changed_mentions(actors, places, day, actor_changes), places=places, times=times.mentions
        ),
        attributions=tuple(saying.attribution for saying in sayings),
        figures=figures,
        control=changed_control(control, day, actor_changes),
        notices=notices,
    )
