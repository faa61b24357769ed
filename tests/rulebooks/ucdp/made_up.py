"""Invented incidents, a small gazetteer and registry, for tests of UCDP's rulebook. The numbers of sides are UCDP's."""

from datetime import date
from itertools import count

from dateline.codebook.registry import ActorEntry, Country, Office, Registry
from dateline.gazetteer import Entry, MemoryGazetteer
from dateline.model import Actor, JoinedIncident, Loss, Place, Refusal, Row, Time
from dateline.rulebooks.ucdp import Ucdp

REGISTRY = Registry(
    [
        ActorEntry("IRQ-GOV", "Government of Iraq", sort="state", country="IRQ", sector="GOV", source="UCDP 116"),
        ActorEntry("SYR-GOV", "Government of Syria", sort="state", country="SYR", sector="GOV", source="UCDP 118"),
        ActorEntry("USA-GOV", "Government of the US", sort="state", country="USA", sector="GOV", source="UCDP 3"),
        ActorEntry("islamic-state", "Islamic State", aliases=("IS", "ISIS"), sector="REB", source="UCDP 234"),
        ActorEntry("boko", "Boko Haram", sector="REB", country="NGA", source="UCDP 1051"),
        ActorEntry("hill-guard", "Hill Guard", sector="REB", country="IRQ", source="our own"),
        ActorEntry("emir", "Abu Example", sort="person", of="islamic-state"),
        ActorEntry(
            "winners", "The Winners", sector="REB", source="UCDP 999999",
            governs=(Office("government", "SYR", date(2025, 1, 1)),),
        ),
    ],
    countries={
        "IRQ": Country("IRQ", "IQ", "Iraq"), "SYR": Country("SYR", "SY", "Syria"),
        "USA": Country("USA", "US", "United States"), "NGA": Country("NGA", "NG", "Nigeria"),
    },
)  # fmt: skip
GAZETTEER = MemoryGazetteer(
    (entry, ())
    for entry in (
        Entry(1, "Qaim", "town", 34.37, 41.1, "IQ", "Anbar", "Qaim District"),
        Entry(2, "Rawa", "town", 34.48, 41.91, "IQ", "Anbar"),
        Entry(3, "Mosul", "town", 36.34, 43.12, "IQ", "Nineveh"),
        Entry(4, "Karabla", "town", 34.36, 41.05, "IQ", "Anbar"),
        Entry(-1, "Anbar", "admin1", 33.5, 42.0, "IQ", "Anbar", radius_km=200),
        Entry(9, "Iraq", "country", 33.0, 44.0, "IQ", radius_km=400),
        Entry(10, "Aleppo", "town", 36.2, 37.16, "SY", "Aleppo"),
    )
)
BOOK = Ucdp(REGISTRY, GAZETTEER)
_numbers = count()


def actor(text: str, identifier: str | None = None, sort: str = "group", **more: object) -> Actor:
    return Actor.model_validate({"start": 0, "end": len(text), "text": text, "id": identifier, "sort": sort, **more})


ARMY = actor("Iraqi troops", "IRQ-MIL", "state", country="IRQ", sector="MIL", name="Military forces of Iraq")
IS = actor("Islamic State militants", "islamic-state", name="Islamic State", sector="REB")
VILLAGERS = actor("villagers", "IRQ-CVL", "civilians", country="IRQ", sector="CVL")
GUNMEN = actor("gunmen", None, "group", sector="UAF")


def dead(number: int | None, group: str = "unknown", **more: object) -> Loss:
    figures = {"low": number, "best": number, "high": number, **more}
    return Loss.model_validate({"start": 0, "end": 4, "text": "dead", "loss": "killed", "group": group, **figures})


def at(name: str, **more: object) -> Place:
    """A place: what the gazetteer above says of it, if it lists it."""
    found = GAZETTEER.find(name)
    entry = found[0].entry if found else None
    known: dict[str, object] = {"start": 0, "end": len(name), "text": name, "name": name}
    if entry is not None:
        level = {"town": "town", "admin1": "admin1", "country": "country"}[entry.kind]
        known |= {"lat": entry.lat, "lon": entry.lon, "country": entry.country, "admin1": entry.admin1}
        known |= {"geonameid": entry.geonameid, "precision": level, "uncertainty_km": entry.radius_km}
    return Place.model_validate({**known, **more})


def on(first: date, last: date | None = None, words: str | None = "on that day", **more: object) -> Time:
    span = {"start": 0, "end": len(words), "text": words} if words else {"basis": "publication"}
    return Time.model_validate({**span, "from": first, "to": last or first, **more})


def incident(kind: str = "armed-clash", **fields: object) -> JoinedIncident:
    """A clash of the Iraqi army with the Islamic State at Qaim, in which five died, but for the fields given."""
    told: dict[str, object] = {
        "id": f"i{next(_numbers):04}",
        "kind": kind,
        "events": ("r1/e1",),
        "actors": (ARMY,),
        "targets": (IS,),
        "places": (at("Qaim"),),
        "time": on(date(2017, 11, 3)),
        "losses": (dead(5),),
        "rule": "ucdp",
    }
    return JoinedIncident.model_validate({**told, **fields})


def row(*incidents: JoinedIncident) -> Row:
    """The one row that they make."""
    made = list(BOOK.rows(incidents))
    assert len(made) == 1
    assert isinstance(made[0], Row), made[0]
    return made[0]


def refusal(of: JoinedIncident) -> str:
    """The rule that refuses it."""
    made = list(BOOK.rows([of]))
    assert len(made) == 1
    assert isinstance(made[0], Refusal), made[0]
    return made[0].rule
