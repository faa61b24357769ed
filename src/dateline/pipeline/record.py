"""From the artifacts of the chain to the record."""

from dateline.coding.attribution.sayings import Saying
from dateline.coding.times.resolve import Times
from dateline.linking.main_event import Main
from dateline.model import Actor, Control, Event, Incident, Mentions, Notice, Place, Record, Report, head_of


def make_record(
    report: Report,
    events: tuple[Event, ...],
    incidents: tuple[Incident, ...],
    main: Main,
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
        for event in events
    )
    return Record(
        report=head_of(report),
        main_event=main.event,
        events=told,
        incidents=incidents,
        mentions=Mentions(actors=actors, places=places, times=times.mentions),
        attributions=tuple(saying.attribution for saying in sayings),
        control=control,
        notices=notices,
    )
