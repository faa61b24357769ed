"""Records: all that was read from one report. The wire form, version 1, is this noun's JSON."""

from dateline.model.actor import Actor
from dateline.model.claim import Attribution
from dateline.model.control import Control
from dateline.model.event import Event
from dateline.model.incident import Incident
from dateline.model.loose_figure import LooseFigure
from dateline.model.notice import Notice
from dateline.model.noun import Noun
from dateline.model.place import Place
from dateline.model.report import Report, ReportHead
from dateline.model.time import Time


class Mentions(Noun):
    """All actors, places and times that a report names, used by an event or not, in the order of the text."""

    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()


class Record(Noun):
    """One report, coded. `main_event` is the id of the event that the report is about, or None.

    `figures` are the counts of losses that stand in no event.
    """

    version: int = 1
    report: ReportHead
    main_event: str | None = None
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    figures: tuple[LooseFigure, ...] = ()
    mentions: Mentions = Mentions()
    attributions: tuple[Attribution, ...] = ()
    control: tuple[Control, ...] = ()
    notices: tuple[Notice, ...] = ()

    def event(self, identifier: str) -> Event | None:
        """The event of that id, or None."""
        return next((event for event in self.events if event.id == identifier), None)


def head_of(report: Report) -> ReportHead:
    """The report without its text."""
    return ReportHead.model_validate(report.model_dump(exclude={"text"}))
