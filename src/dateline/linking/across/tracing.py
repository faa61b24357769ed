"""Tracing: the traces of a coded report's incidents."""

import re
import sys
from collections.abc import Iterator, Mapping

from dateline.codebook import Codebook
from dateline.gazetteer.fold import fold
from dateline.linking.across.follow_ups import cause_of
from dateline.linking.across.names import names_of, rare_names
from dateline.linking.across.rarity import Rarity
from dateline.linking.across.trace import NOTHING, Around, Days, Site, Trace
from dateline.linking.across.wording import Wording, wording_of
from dateline.linking.sameness import AREAS
from dateline.linking.within.likeness import REAL, of_force
from dateline.model import Actor, Event, Incident, Place, Record, Time

WORDS_OF_MAIN, WORDS_OF_OTHERS = 40, 12
"""How many telling words are kept of the whole report for its main incident, of its own sentences for another."""


def traces_of(record: Record, text: str, rarity: Rarity, codebook: Codebook) -> tuple[Trace, ...]:
    """The traces of a record's incidents, in their order; `text` is the report's own."""
    events = {event.id: event for event in record.events}
    about = about_of(record, codebook)
    found = []
    for incident in record.incidents:
        if incident.id == about:
            words = wording_of(f"{record.report.title or ''}\n{text}", rarity, WORDS_OF_MAIN)
            around = _around(record, rarity)
        else:
            words, around = wording_of(_sentences(text, incident, events), rarity, WORDS_OF_OTHERS), NOTHING
        found.append(_trace(incident, record, words, around, rarity, codebook, main=incident.id == about))
    return tuple(found)


def _trace(
    incident: Incident,
    record: Record,
    words: Wording,
    around: Around,
    rarity: Rarity,
    codebook: Codebook,
    *,
    main: bool,
) -> Trace:
    published = record.report.published
    return Trace(
        report=record.report.id,
        incident=incident.id,
        main=main,
        told=told_of(incident),
        kind=sys.intern(incident.kind),
        sort=sort_of(incident, codebook),
        days=days_of(incident.time),
        filed=published.toordinal() if published else None,
        sites=tuple(_site(p) for p in incident.places if p.role in ("at", "area", "destination")),
        actors=frozenset(_identified(incident.actors)),
        targets=frozenset(_identified(incident.targets)),
        named=frozenset(names_of(incident.targets, rarity)),
        fatal=incident.kind in FATAL or any(row.loss == "killed" and row.best for row in incident.losses),
        tolls=_tolls(incident),
        weapons=frozenset(sys.intern(fold(weapon.text)) for weapon in incident.weapons),
        around=around,
        words=words,
    )


def _around(record: Record, rarity: Rarity) -> Around:
    named = record.mentions
    days = (t.first.toordinal() for t in named.times if t.first is not None and t.first == t.last and t.text)
    speakers = {source.place_in_text for a in record.attributions if (source := a.source) is not None}
    others = (a for a in named.actors if _private(a) and not any(s < a.end and a.start < e for s, e in speakers))
    return Around(
        people=frozenset(rare_names(others, rarity)),
        days=frozenset(days),
        places=frozenset(sys.intern(fold(p.name or p.text)) for p in named.places if p.precision not in _WIDE),
    )


def _private(actor: Actor) -> bool:
    """A person whom the registry does not list: presidents are named in too many reports to tell one by."""
    return actor.sort == "person" and (actor.id is None or actor.id.startswith("name:"))


def about_of(record: Record, codebook: Codebook) -> str | None:
    """The incident that the report is about: its main one, or the act behind it where that is a follow-up.

    A report without a main event is about its first incident that is news.
    """
    main = next((i for i in record.incidents if record.main_event in i.events), None)
    if main is None:
        return next((i.id for i in record.incidents if told_of(i) == "real" and not i.background), None)
    cause = cause_of(main, record.incidents, codebook)
    return main.id if cause is None else cause.id


FATAL = ("killing", "assassination", "execution", "massacre")


def told_of(incident: Incident) -> str:
    """Whether it is told as having happened ("real"), as not ("negated"), or as planned, feared, ... ("unreal")."""
    return "real" if incident.status in REAL else "negated" if incident.status == "negated" else "unreal"


def sort_of(incident: Incident, codebook: Codebook) -> str:
    """Kinds that can tell of one occurrence share a sort: all of armed force and harm; else each family its own."""
    kind = codebook.kinds[incident.kind]
    return "force" if of_force(kind) else kind.family


def days_of(time: Time | None) -> Days | None:
    """The days a time allows, or None where it tells none or has an open end."""
    if time is None or time.first is None or time.last is None:
        return None
    return Days(time.first.toordinal(), time.last.toordinal(), time.text is not None)


_WIDE = {*AREAS, None}
_USUAL_KM = {"exact": 1.0, "town": 5.0, "near": 10.0, "district": 25.0, "admin1": 100.0}


def _site(place: Place) -> Site:
    usual = _USUAL_KM.get(place.precision or "", 300.0)
    return Site(
        sys.intern(fold(place.name or place.text)),
        place.lat,
        place.lon,
        place.uncertainty_km if place.uncertainty_km is not None else usual,
        place.precision in _WIDE,
        place.country,
        place.admin1,
        place.geonameid if place.precision != "near" else None,
    )


def _identified(actors: tuple[Actor, ...]) -> Iterator[str]:
    return (sys.intern(a.id) for a in actors if a.id is not None and a.sort != "civilians")


def _tolls(incident: Incident) -> dict[str, tuple[int, int | None]]:
    """Low and high of each kind of loss, the perpetrators' own and running totals left out."""
    found: dict[str, tuple[int, int | None]] = {}
    for row in incident.losses:
        if row.best is None or row.group == "perpetrators" or row.scope == "cumulative":
            continue
        low, high = found.get(row.loss, (0, 0))
        least = row.low if row.low is not None else row.best
        found[row.loss] = low + least, None if high is None or row.high is None else high + row.high
    return found


_END = re.compile(r"[.!?]['\")]?\s+|\n")
_FAR = 400


def _sentences(text: str, incident: Incident, events: Mapping[str, Event]) -> str:
    """The sentences, roughly cut, in which an incident's events are told."""
    return " ".join(_sentence(text, events[e].trigger.start) for e in incident.events if e in events)


def _sentence(text: str, at: int) -> str:
    before = [m.end() for m in _END.finditer(text, max(0, at - _FAR), at)]
    after = _END.search(text, at, at + _FAR)
    return text[before[-1] if before else max(0, at - _FAR) : after.start() if after else at + _FAR]
