"""Events, actors and places made of a few words, for tests of linking."""

from datetime import date

from dateline.model import Actor, Event, Place, Span, Status, Time


def actor(words: str, identifier: str | None = None, sort: str = "group", **more: object) -> Actor:
    return Actor.model_validate({"start": 0, "end": len(words), "text": words, "id": identifier, "sort": sort, **more})


def place(words: str, lat: float | None = None, lon: float | None = None, **more: object) -> Place:
    return Place.model_validate({"start": 0, "end": len(words), "text": words, "lat": lat, "lon": lon, **more})


def event(
    identifier: str,
    kind: str,
    *,
    at: int = 0,
    trigger: str = "attack",
    status: Status = "happened",
    day: date | None = None,
    background: bool = False,
    actors: tuple[Actor, ...] = (),
    targets: tuple[Actor, ...] = (),
    places: tuple[Place, ...] = (),
) -> Event:
    time = None if day is None else Time(start=0, end=3, text="day", first=day, last=day, granularity="day")
    return Event(
        id=identifier,
        kind=kind,
        trigger=Span(start=at, end=at + len(trigger), text=trigger),
        status=status,
        time=time,
        background=background,
        actors=actors,
        targets=targets,
        places=places,
    )
