"""Joined incidents made of a few words, for tests of rulebooks."""

from collections.abc import Sequence
from datetime import date

from dateline.model import Actor, Claim, Codes, JoinedIncident, Loss, Place, Time
from dateline.model.incident import Incident
from dateline.model.joined_incident import Member, Source
from dateline.model.statement import Mention, Statement

KINDS = {
    "Armed clash": "armed-clash",
    "Air/drone strike": "airstrike",
    "Attack": "attack",
    "Peaceful protest": "protest",
    "Agreement": "agreement",
    "Government regains territory": "territory-taken",
    "Non-state actor overtakes territory": "territory-taken",
}
TOWNS = {
    "Idlib": (35.93, 36.63, "Idlib", 101),
    "Binnish": (35.96, 36.71, "Idlib", 102),
    "Raqqa": (35.95, 39.01, "Raqqa", 103),
    "Homs": (34.73, 36.71, "Homs", 104),
}


def actor(words: str, identifier: str | None = None, **more: object) -> Actor:
    given = {"sort": "group", "sector": "REB", "country": "SYR", "name": words, **more}
    return Actor.model_validate({"start": 0, "end": len(words), "text": words, "id": identifier, **given})


def army(country: str = "SYR", **more: object) -> Actor:
    return actor("army", f"{country}-MIL", **{"sort": "state", "sector": "MIL", "country": country, **more})


def civilians() -> Actor:
    return actor("villagers", "SYR-CVL", sort="civilians", sector="CVL")


def town(name: str = "Idlib", **more: object) -> Place:
    lat, lon, admin1, number = TOWNS[name]
    given = {"name": name, "lat": lat, "lon": lon, "admin1": admin1, "geonameid": number, "country": "SY"}
    return Place.model_validate(
        {"start": 0, "end": len(name), "text": name, "precision": "town", "role": "at", **given, **more}
    )


def days(first: date, last: date | None = None, words: str | None = "then", **more: object) -> Time:
    given = {"start": 0, "end": len(words), "text": words} if words else {"basis": "publication"}
    return Time.model_validate({"from": first, "to": last or first, "granularity": "day", **given, **more})


def loss(words: str, number: int | None, group: str = "civilians", **more: object) -> Loss:
    given = {"loss": "killed", "low": number, "best": number, "high": number, **more}
    return Loss.model_validate({"start": 0, "end": len(words), "text": words, "group": group, **given})


def said(incident: Incident, matter: str, value: str, mention: Mention, **more: object) -> Statement:
    report = incident.events[0].partition("/")[0]
    given = {"report": report, "event": "e1", "original": "Reuters", "claim": Claim(), **more}
    return Statement.model_validate({"matter": matter, "value": value, "mention": mention, **given})


def occurrence(
    identifier: str,
    code: str | None = "Armed clash",
    *,
    actors: Sequence[Actor] = (),
    targets: Sequence[Actor] = (),
    places: Sequence[Place] | None = None,
    time: Time | None = None,
    losses: Sequence[Loss] = (),
    report: str = "",
    sources: Sequence[str] = ("Reuters",),
    rule: str = "acled",
    **more: object,
) -> JoinedIncident:
    """An incident with its statements: one event of one report tells all of it."""
    report = report or f"report of {identifier}"
    made = JoinedIncident.model_validate(
        {
            "id": identifier,
            "kind": KINDS.get(code or "", "meeting"),
            "codes": Codes(acled=code),
            "events": (f"{report}/e1",),
            "actors": tuple(actors),
            "targets": tuple(targets),
            "places": tuple(places) if places is not None else (town(),),
            "time": time or days(date(2016, 4, 5)),
            "losses": tuple(losses),
            "members": (Member(report=report, incident="i1", main=True),),
            "sources": tuple(Source(name=name, reports=(report,)) for name in sources),
            "rule": rule,
            **more,
        }
    )
    told = [
        said(made, "occurrence", "it happened", None),
        said(made, "kind", made.kind, None),
        *(said(made, "actor", party.id or party.text, party) for party in made.actors),
        *(said(made, "target", party.id or party.text, party) for party in made.targets),
        *(said(made, "place", place.name or place.text, place) for place in made.places),
        *(said(made, "toll", f"{row.loss} {row.best}", row) for row in made.losses),
        *(said(made, "victims", "civilians", row) for row in made.losses if row.group == "civilians"),
    ]
    if made.time is not None:
        told.append(said(made, "time", str(made.time.first), made.time))
    return made.model_copy(update={"statements": (*made.statements, *told)})
