"""Tellings: one report's incident as one member of what several reports tell."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.linking.within.merging import can_act, is_told
from dateline.model import Actor, Event, Incident, Place, Record

Order = tuple[date, str, str]


@dataclass(frozen=True)
class Telling:
    """One report's incident and the record that it stands in.

    `copy` names the group of near-identical texts that the report belongs to: syndicated copies share it, a text of
    its own has the report's id.
    """

    record: Record
    incident: Incident
    copy: str

    @property
    def report(self) -> str:
        """The report's id."""
        return self.record.report.id

    @cached_property
    def published(self) -> date | None:
        """The day that the report is of: the one that it prints, else its publication, never before what it tells of.

        Days of publication are often those of a crawl, wrong by days either way; tolls are put in order by this one.
        """
        day = _printed(self.record) or self.record.report.published
        time = self.incident.time
        if day is None or time is None or time.text is None or time.first is None:
            return day
        return max(day, time.first)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The incident's events in the record, in the incident's order."""
        wanted = set(self.incident.events)
        found = {event.id: event for event in self.record.events if event.id in wanted}
        return tuple(found[name] for name in self.incident.events if name in found)

    @property
    def main(self) -> bool:
        """Whether the incident is what its report is about."""
        return self.record.main_event in self.incident.events

    @property
    def order(self) -> Order:
        """A key that puts tellings in one order however they came: by day of publication, the undated last."""
        return self.published or date.max, self.report, self.incident.id


def _printed(record: Record) -> date | None:
    """The day that the report prints at its head, where a notice says that it is not that of publication."""
    spans = {(notice.start, notice.end) for notice in record.notices if notice.code == "date-differs"}
    return next((time.first for time in record.mentions.times if (time.start, time.end) in spans), None)


def actors_of(event: Event) -> tuple[Actor, ...]:
    """Who is said to have done it, by name or description."""
    return tuple(actor for actor in event.actors if can_act(actor) and not is_inferred(actor))


def targets_of(event: Event) -> tuple[Actor, ...]:
    """Who or what is said to have been hit, by name or description."""
    return tuple(target for target in event.targets if is_told(target) and not is_inferred(target))


def is_inferred(party: Actor) -> bool:
    """Whether no report says it: a party that place and year settle ("theatre.doer") is nobody's claim."""
    return party.evidence is not None and party.evidence.rule.startswith("theatre.")


def places_of(event: Event, incident: Incident) -> tuple[Place, ...]:
    """The event's places that are the incident's: an event that tells of several towns taken stands in several."""
    kept = {(place.geonameid or place.text.casefold(), place.role) for place in incident.places}
    return tuple(p for p in event.places if (p.geonameid or p.text.casefold(), p.role) in kept)
