"""Occurrences: a record's events as a reader wants them, one entry an incident, the main one first."""

from dataclasses import dataclass

from dateline.model import Claim, Event, Incident, Record


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One incident with its tellings; an event that no incident holds stands for itself."""

    what: Incident | Event
    tellings: tuple[Event, ...]
    is_main: bool

    @property
    def background(self) -> bool:
        """Whether it is told only as what led here."""
        return self.what.background

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that is claimed about it."""
        if isinstance(self.what, Incident):
            return self.what.claims or tuple(claim for event in self.tellings for claim in _claims(event))
        return _claims(self.what)


def occurrences_of(record: Record) -> tuple[Occurrence, ...]:
    """The record's occurrences: the main one, then the news, then the background, each in the order of the text."""
    known = {event.id: event for event in record.events}
    found: list[Occurrence] = []
    for incident in record.incidents:
        tellings = tuple(known.pop(name) for name in incident.events if name in known)
        if tellings:
            found.append(Occurrence(incident, tellings, record.main_event in incident.events))
    found += [Occurrence(event, (event,), event.id == record.main_event) for event in known.values()]
    return tuple(sorted(found, key=lambda one: (not one.is_main, one.background, one.tellings[0].trigger.start)))


def _claims(event: Event) -> tuple[Claim, ...]:
    return (event.claim, *event.denials)
