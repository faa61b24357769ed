"""Tellings made of a few sentences, for tests of values: mentions are found in the report's text by their words."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.linking.values.telling import Telling
from dateline.model import Actor, Claim, Event, Incident, Loss, Mentions, Place, Record, Report, Span, Time, head_of


@dataclass
class Outlet:
    """One report in the making: its text, its events, the mentions that are in no event."""

    name: str
    text: str
    publisher: str | None = "The Daily"
    day: date | None = date(2016, 5, 3)
    copy: str = ""
    events: list[Event] = field(default_factory=list)
    mentioned: list[Actor] = field(default_factory=list)

    def at(self, words: str) -> dict[str, Any]:
        start = self.text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    def actor(self, words: str, identifier: str | None = None, sort: str = "group", **more: object) -> Actor:
        made = Actor.model_validate({**self.at(words), "id": identifier, "sort": sort, "name": words, **more})
        self.mentioned.append(made)
        return made

    def place(self, words: str, **more: object) -> Place:
        values = {"geonameid": 7, "name": words, "country": "SY", "precision": "town", "lat": 36.2, "lon": 37.1}
        return Place.model_validate({**self.at(words), **values, "uncertainty_km": 5, **more})

    def loss(self, words: str, best: int | None, group: str = "unknown", **more: object) -> Loss:
        values = {"loss": "killed", "low": best, "best": best, "high": best, "group": group}
        return Loss.model_validate({**self.at(words), **values, **more})

    def time(self, words: str, first: date, last: date | None = None) -> Time:
        return Time(**self.at(words), first=first, last=last or first, granularity="day")

    def claim(self, source: Actor, **more: object) -> Claim:
        return Claim.model_validate({"source": source, **more})

    def tell(self, kind: str, trigger: str, **more: object) -> "Outlet":
        values = {"id": f"e{len(self.events) + 1}", "kind": kind, "trigger": Span(**self.at(trigger)), **more}
        self.events.append(Event.model_validate(values))
        return self

    def telling(self) -> Telling:
        report = Report(id=self.name, text=self.text, publisher=self.publisher, published=self.day)
        first, events = self.events[0], tuple(self.events)
        incident = Incident(
            id="i1",
            kind=first.kind,
            events=tuple(event.id for event in events),
            actors=tuple(actor for event in events for actor in event.actors),
            targets=tuple(target for event in events for target in event.targets),
            places=tuple(place for event in events for place in event.places),
            time=first.time,
            status=first.status,
        )
        record = Record(
            report=head_of(report),
            main_event=first.id,
            events=events,
            incidents=(incident,),
            mentions=Mentions(
                actors=tuple(self.mentioned), places=tuple(place for event in events for place in event.places)
            ),
        )
        return Telling(record, incident, self.copy or self.name)
