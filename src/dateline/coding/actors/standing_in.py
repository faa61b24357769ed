"""What stands in for words that a headline spares: the people whom a bare number counts, the country of a war."""

from collections.abc import Iterable, Sequence

from dateline.codebook.registry import Registry
from dateline.codebook.theatres import Theatre, Theatres
from dateline.coding.actors.setting import EVERYWHERE
from dateline.coding.text import closed
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.entry import Entry
from dateline.model import Actor, Event, Evidence, Incident, Place

COUNTED, BY_PARTIES = "losses.counted", "places.by-parties"
_LOSSES = frozenset(["killed", "wounded", "abducted"])
_SCORE = 0.6
_THINGS = frozenset(["facility", "vehicle"])


def counted_people(incident: Incident, events: Iterable[Event]) -> tuple[str, Actor] | None:
    """The people whom a bare number counts ("kills *six*"), and the event that tells of them; None where others are
    named as hit, or no number stands alone.
    """
    if any(target.sort not in _THINGS for target in incident.targets):
        return None
    for event in events:
        for loss in event.losses:
            if event.id in incident.events and loss.loss in _LOSSES and _bare(loss.text) and loss.best != 0:
                note = f"{loss.text!r} counts people of whom nothing else is told"
                evidence = Evidence(rule=COUNTED, score=_SCORE, note=note)
                person = Actor(start=loss.start, end=loss.end, text=loss.text, name="People", evidence=evidence)
                return event.id, person
    return None


def _bare(text: str) -> bool:
    last = text.lower().split()[-1:]
    return bool(last) and (last[0][:1].isdigit() or last[0] in closed.QUANTIFIERS)


def place_by_parties(
    incident: Incident, theatres: Theatres, year: int | None, registry: Registry, gazetteer: Gazetteer
) -> Place | None:
    """Where an incident without any place happened as far as its parties tell: the country (or the one division) of the
    war that they fight. None where they tell of none, or of several.
    """
    found: dict[tuple[str, frozenset[str]], tuple[Actor, Theatre]] = {}
    for actor in (*incident.actors, *incident.targets):
        for theatre in _wars_of(actor, theatres, year, registry):
            found.setdefault((theatre.country, theatre.areas), (actor, theatre))
    countries = {country for country, _ in found}
    if len(countries) != 1:
        return None
    actor, theatre = min(found.values(), key=lambda pair: len(pair[1].areas) or 99)
    entry = _entry_of(theatre, gazetteer)
    if entry is None:
        return None
    note = f"no place is told; {actor.name} fights in the theatre {theatre.id}"
    return Place(
        start=actor.start, end=actor.end, text=actor.text, geonameid=entry.geonameid, name=entry.name,
        lat=round(entry.lat, 5), lon=round(entry.lon, 5), country=entry.country, admin1=entry.admin1,
        precision="admin1" if entry.kind == "admin1" else "country", uncertainty_km=entry.radius_km,
        evidence=Evidence(rule=BY_PARTIES, score=_SCORE, note=note),
    )  # fmt: skip


def _wars_of(actor: Actor, theatres: Theatres, year: int | None, registry: Registry) -> Sequence[Theatre]:
    """The wars of a group at home, or of a state's forces on their own ground."""
    if actor.id is None or year is None or actor.id in EVERYWHERE:
        return ()
    entry = registry.get(actor.id)
    if actor.sort == "group":
        return [t for t in theatres.of_group(actor.id, year) if entry and t.country == entry.country]
    if actor.sort == "state" and actor.sector in ("MIL", "COP", "GOV") and actor.country:
        return theatres.at_home(actor.country, year)
    return ()


def stands_for_state(place: Place, actors: Iterable[Actor], registry: Registry) -> bool:
    """Whether a capital only says whose forces they are ("*Kiev*'s forces shelled the village")."""
    country = registry.capital_of(place.text)
    return country is not None and any(
        actor.sector == "MIL" and actor.country == country and actor.start <= place.start and place.end <= actor.end
        for actor in actors
    )


def _entry_of(theatre: Theatre, gazetteer: Gazetteer) -> Entry | None:
    country = next((m.entry for m in gazetteer.find(theatre.country) if m.entry.kind == "country"), None)
    if country is None or len(theatre.areas) != 1:
        return country
    matches = gazetteer.find(next(iter(theatre.areas)))
    division = (m.entry for m in matches if m.entry.kind == "admin1" and m.entry.country == country.country)
    return next(division, country)
