"""From the artifacts of the chain to the record."""

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
) -> Record:
    """All that was read from a report, in the wire form."""
    told = tuple(
        event.model_copy(update={"reasons": {**event.reasons, "main": main.evidence}})
        if event.id == main.event
        else event
        for event in settled.events
    )
    return Record(
        report=head_of(report),
        main_event=main.event,
        events=told,
        incidents=settled.incidents,
        mentions=Mentions(actors=actors, places=places, times=times.mentions),
        attributions=tuple(saying.attribution for saying in sayings),
        figures=figures,
        control=control,
        notices=notices,
    )
