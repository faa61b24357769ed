"""A record made by hand that has something of everything: nested and overlapping spans, denials, losses, control."""

from datetime import date
from typing import Any

import pytest

from dateline.model import (
    Actor,
    Alternative,
    Attribution,
    Claim,
    Codes,
    Control,
    Event,
    Evidence,
    Incident,
    Loss,
    Mentions,
    Notice,
    Place,
    Record,
    Report,
    Span,
    Time,
    head_of,
)

TEXT = (
    "Troops retake Vela <hill>\n\n"
    "Army troops retook the town of Vela on Friday, the ministry said. At least 14 rebels were killed; "
    "the rebels denied losing the town & said they might return. In 2014 rebels had seized Vela."
)


def at(words: str, nth: int = 0) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return {"start": start, "end": start + len(words), "text": words}


def days(first: date, last: date | None = None) -> dict[str, Any]:
    return {"from": first, "to": last}


ARMY = Actor(**at("Army troops"), id="XXX-MIL", name="Army of X", country="XXX", sector="MIL", sort="state")
REBELS = Actor(**at("rebels"), id="x-rebels", name="X Rebels", sector="REB", sort="group")
MINISTRY = Actor(**at("the ministry"), name="ministry", sort="organisation")
VELA = Place(
    **at("Vela", 1),
    geonameid=1,
    name="Vela",
    lat=1.0,
    lon=2.0,
    country="XX",
    admin1="North",
    precision="near",
    uncertainty_km=5,
    extent=Span(**at("the town of Vela")),
    evidence=Evidence(
        rule="places.country-context", score=0.8, note="in X", alternatives=(Alternative(value="Vela, YY", score=0.1),)
    ),
)
FRIDAY = Time(
    **at("Friday"),
    timex="2017-11-03",
    **days(date(2017, 11, 3), date(2017, 11, 3)),
    granularity="day",
    evidence=Evidence(rule="times.weekday", note="the last Friday"),
)
DEATHS = Loss(**at("At least 14"), loss="killed", group="fighters: X Rebels", low=14, best=14)
DENIAL = Claim(source=REBELS, cue=Span(**at("denied")), stance="denies", certainty=0.6)


def make_record(report: Report) -> Record:
    retook = Event(
        id="e1",
        kind="take_territory",
        codes=Codes(plover="ASSAULT", acled="Government regains territory"),
        trigger=Span(**at("retook")),
        actors=(ARMY,),
        targets=(REBELS,),
        places=(VELA,),
        time=FRIDAY,
        losses=(DEATHS,),
        claim=Claim(source=MINISTRY, cue=Span(**at("said"))),
        denials=(DENIAL,),
        reasons={"kind": Evidence(rule="cue:retake", score=0.9)},
    )
    seized = Event(
        id="e2",
        kind="take_territory",
        background=True,
        trigger=Span(**at("seized")),
        actors=(REBELS,),
        places=(VELA,),
        time=Time(**at("2014"), **days(date(2014, 1, 1), date(2014, 12, 31)), timex="2014", granularity="year"),
    )
    again = Event(id="e3", kind="threaten", status="possible", trigger=Span(**at("return")), actors=(REBELS,))
    headline = Event(id="e4", kind="take_territory", trigger=Span(**at("retake")))
    merged = Incident(
        id="i1",
        kind="take_territory",
        events=("e1", "e4"),
        actors=(ARMY,),
        targets=(REBELS,),
        places=(VELA,),
        time=FRIDAY,
        losses=(DEATHS,),
        claims=(retook.claim, DENIAL),
    )
    return Record(
        report=head_of(report),
        main_event="e1",
        events=(retook, seized, again, headline),
        incidents=(merged,),
        mentions=Mentions(actors=(ARMY, REBELS), places=(VELA,), times=(FRIDAY,)),
        attributions=(Attribution(source=Span(**at("the ministry")), cue=Span(**at("said"))),),
        control=(Control(place=VELA, holder=ARMY, **days(date(2017, 11, 3)), span=Span(**at("retook"))),),
        notices=(Notice(code="odd", message="a <b>strange</b> thing", start=0, end=6),),
    )


@pytest.fixture
def report() -> Report:
    return Report(id="r<1>", text=TEXT, title="Troops retake Vela <hill>", published=date(2017, 11, 3), language="en")


@pytest.fixture
def record(report: Report) -> Record:
    return make_record(report)
