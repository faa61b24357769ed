"""The report that the project began from, read as a careful coder reads it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.linking.control.over import work_out_control_over
from dateline.linking.control.queries import history_of, holders_on
from dateline.model import Actor, Event, Incident, Place, Record, Report
from dateline.pipeline import Coder

PATH = Path(__file__).resolve().parent.parent.parent / "shared" / "reports" / "qaim-2017-11-03.txt"
pytestmark = pytest.mark.skipif(not PATH.exists(), reason="../shared is absent: the Qaim report cannot be read")


@pytest.fixture(scope="module")
def text() -> str:
    return PATH.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record(text: str) -> Record:
    return Coder().code(Report(id="qaim", text=text, published=date(2017, 11, 3)))


@pytest.fixture(scope="module")
def event(record: Record, text: str) -> Callable[[str, str], Event]:
    def find(trigger: str, near: str) -> Event:
        """The event whose trigger words are these, within the stretch of text that begins with `near`."""
        start = text.index(near)
        stop = start + len(near) + 250
        told = [
            e
            for e in record.events
            if start <= e.trigger.start < stop and (trigger in e.trigger.text or any(trigger in s.text for s in e.also))
        ]
        assert told, f"no event {trigger!r} near {near!r}; there: " + ", ".join(
            f"{e.trigger.text}/{e.kind}" for e in record.events if start <= e.trigger.start < stop
        )
        return told[0]

    return find


def place(record: Record, words: str) -> Place:
    return next(p for p in record.mentions.places if p.text == words)


def ids(record: Record, words: str) -> set[str | None]:
    found = {a.id for a in record.mentions.actors if a.text == words}
    assert found, f"{words!r} is not among the actors: " + ", ".join(sorted({a.text for a in record.mentions.actors}))
    return found


def incident_of(record: Record, event: Event) -> Incident:
    return next(i for i in record.incidents if event.id in i.events)


def names(actors: tuple[Actor, ...]) -> set[str]:
    return {a.text for a in actors}


def test_offsets_match_the_text(record: Record, text: str) -> None:
    for mention in (*record.mentions.actors, *record.mentions.places, *(e.trigger for e in record.events)):
        assert text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    ("words", "name", "country", "admin1"),
    [
        ("Qaim", "Al Qā’im", "IQ", "Anbar"),
        ("Rawa", None, "IQ", "Anbar"),
        ("Annah", None, "IQ", "Anbar"),
        ("Tal Afar", None, "IQ", "Nineveh"),
        ("Hawija", None, "IQ", "Kirkuk"),
        ("Mosul", "Mosul", "IQ", "Nineveh"),
        ("Erbil", None, "IQ", None),
        ("Duhuq", None, "IQ", None),
        ("al-BuKamal", None, "SY", None),
    ],
)
def test_places_resolve(record: Record, words: str, name: str | None, country: str, admin1: str | None) -> None:
    found = place(record, words)
    assert found.country == country
    assert found.lat is not None
    if name:
        assert found.name is not None
        assert found.name.replace("Al Qa'im", name) == name
    if admin1:
        assert admin1 in (found.admin1 or "")


@pytest.mark.parametrize("words", ["Gaza", "Saada", "Karableh", "Husaiba"])
def test_parts_of_qaim_are_near_it_with_its_point(record: Record, words: str) -> None:
    part, town = place(record, words), place(record, "Qaim")
    assert (part.lat, part.lon) == (town.lat, town.lon)
    assert part.country == "IQ"
    assert part.precision == "near"
    assert part.uncertainty_km


def test_one_group_under_five_names(record: Record, text: str) -> None:
    group = ids(record, "Islamic State")
    assert len(group) == 1
    assert None not in group
    assert {a.id for a in record.mentions.actors if "Daesh" in a.text} == group
    assert ids(record, "Islamic State militants") == group
    assert ids(record, "IS militants") == group
    assert ids(record, "extremist group") == group
    lead = text.index("eliminating the militants")
    assert {a.id for a in record.mentions.actors if a.text == "militants" and lead < a.start < lead + 40} == group


def test_abadi_is_one_man(record: Record) -> None:
    spelt = {a.id for a in record.mentions.actors if "Abadi" in a.text and "office" not in a.text}
    assert len(spelt) == 1
    assert None not in spelt


def test_the_commander_names_four_groups_and_three_places(event: Callable[[str, str], Event]) -> None:
    told = event("invaded", "army, Counter-Terrorism Service, Popular Mobilization Forces")
    assert len(told.actors) == 4
    assert names(told.actors) == {
        "army",
        "Counter-Terrorism Service",
        "Popular Mobilization Forces",
        "Tribal Mobilization",
    }
    assert {"Saada", "Karableh", "Husaiba"} <= {p.text for p in told.places}
    assert told.claim.source is not None
    assert "Yarallah" in told.claim.source.text


def test_the_attack_that_is_ruled_out_is_negated(event: Callable[[str, str], Event]) -> None:
    ruled_out = event("attack", "has ruled out possibilities")
    assert ruled_out.status == "negated"
    assert any("Peshmerga" in t.text for t in ruled_out.targets)
    assert event("attack", "no intentions to attack").status == "negated"


def test_promised_ordered_and_planned(event: Callable[[str, str], Event]) -> None:
    assert event("liberation", "Abadi promised on Tuesday").status == "planned"
    assert event("withdrawal", "order withdrawal of Peshmerga").status == "called_for"
    assert event("clear", "launch of operations to clear").status == "planned"


def test_reported_flight(event: Callable[[str, str], Event]) -> None:
    flight = event("fled", "Many IS militants reportedly fled")
    assert flight.status == "happened"
    assert flight.claim.certainty < 1
    roles = {p.text: p.role for p in flight.places}
    assert roles.get("Qaim") == "origin"
    assert roles.get("al-BuKamal") == "destination"


def test_civilians_held_as_shields(event: Callable[[str, str], Event]) -> None:
    held = event("holding", "Local authorities and human rights agencies believe")
    assert held.status == "ongoing"
    rows = [row for row in held.losses if row.loss == "held"]
    assert rows
    assert (rows[0].low or 0) >= 10_000
    assert rows[0].group == "civilians"
    assert held.claim.source is not None
    assert "authorities" in held.claim.source.text or "agencies" in held.claim.source.text


def test_the_taking_of_qaim_is_one_incident(record: Record, event: Callable[[str, str], Event]) -> None:
    tellings = [
        event("invaded", "Iraqi forces invaded Friday"),
        event("liberation", "al-Abadi has announced liberation"),
        event("retaking", "War Media Cell announced retaking"),
        event("invaded", "Iraqi troops invaded, early today"),
    ]
    assert len({incident_of(record, told).id for told in tellings}) == 1
    assert record.main_event in incident_of(record, tellings[0]).events


def test_the_towns_retaken_earlier_are_four_and_background(record: Record, text: str) -> None:
    recap = [(text.index("So far, the offensives"), 180), (text.index("Iraqi forces have managed, so far"), 200)]
    told = [
        e for e in record.events for start, length in recap if start <= e.trigger.start < start + length and e.places
    ]
    assert told
    assert all(e.background for e in told)
    retaken = {e.id for e in told if "retake" in e.trigger.text}
    incidents = [i for i in record.incidents if retaken & set(i.events)]
    assert sorted(p.text for i in incidents for p in i.places) == ["Annah", "Hawija", "Mosul", "Tal Afar"]
    assert len(incidents) == 4


def test_control_of_qaim_and_rawa(record: Record) -> None:
    qaim = place(record, "Qaim").geonameid
    of_qaim = [
        c for c in record.control if c.place.geonameid == qaim and c.level == "held" and c.place.precision != "near"
    ]
    islamic_state = next(c for c in of_qaim if c.holder.id in ids(record, "Islamic State"))
    assert islamic_state.first is not None
    assert islamic_state.first.year == 2014
    assert islamic_state.last == date(2017, 11, 3)
    iraq = next(c for c in of_qaim if c.holder.country == "IRQ" and c.holder.id != islamic_state.holder.id)
    assert iraq.first == date(2017, 11, 3)
    assert iraq.last is None
    rawa = [c for c in record.control if c.place.text == "Rawa" and c.level == "held"]
    assert {c.holder.id for c in rawa} == ids(record, "Islamic State")
    assert all(c.last is None for c in rawa)


def test_control_over_reports_tells_the_same_of_qaim(record: Record) -> None:
    chronicle = work_out_control_over([record])
    town = f"town {place(record, 'Qaim').geonameid}"
    group, state = history_of(chronicle, town)
    assert {group.holder.id} == ids(record, "Islamic State")
    assert (group.first and group.first.year, group.last) == (2014, date(2017, 11, 3))
    assert (state.holder.id, state.first, state.last) == ("state IRQ", date(2017, 11, 3), None)
    assert state.level == "claimed"  # nobody but the Iraqi state says so
    (later,) = holders_on(chronicle, town, date(2018, 11, 3))
    assert (later.tenure.holder.id, later.age) == ("state IRQ", 365)


def test_an_impossible_distance_raises_a_notice(record: Record, text: str) -> None:
    at = text.index("350 kilometers")
    assert any(n.start is not None and n.end is not None and n.start <= at + 20 and n.end >= at for n in record.notices)


def test_repeated_paragraphs_make_no_second_incidents(record: Record, text: str) -> None:
    first, second = text.index("tens of thousands of civilians"), text.rindex("tens of thousands of civilians")
    holding = [
        incident_of(record, e).id
        for e in record.events
        for at in (first, second)
        if at - 120 < e.trigger.start < at and "holding" in e.trigger.text
    ]
    assert len(holding) == 2
    assert len(set(holding)) == 1


def test_dates(record: Record) -> None:
    spans = {(t.text, t.first, t.last) for t in record.mentions.times}
    assert ("late October", date(2017, 10, 21), date(2017, 10, 31)) in spans
    assert ("last week", date(2017, 10, 23), date(2017, 10, 29)) in spans
    assert any(text == "Friday" and first == date(2017, 11, 3) for text, first, _ in spans)
    assert any((text or "").startswith("September 25") and first == date(2017, 9, 25) for text, first, _ in spans)
