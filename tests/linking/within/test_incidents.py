from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.tellings import actor, event, place

from dateline.codebook import Codebook, load_codebook
from dateline.linking.within.incidents import merge_events
from dateline.model import Codes, Event, Report

QAIM = place("Qaim", 34.37, 41.09, geonameid=1, country="IQ", precision="town", uncertainty_km=5)
MOSUL = place("Mosul", 36.33, 43.12, geonameid=2, country="IQ", precision="town", uncertainty_km=5)
ANBAR = place("Anbar", 33.0, 42.0, geonameid=3, country="IQ", name="Anbar", precision="admin1", uncertainty_km=150)
TROOPS = actor("Iraqi troops", "IRQ-MIL")
REPORT = Report(id="r", text="x" * 2000)


def joined(codebook: Codebook, *events: Event) -> list[tuple[str, ...]]:
    return [incident.events for incident in merge_events(REPORT, events, codebook)]


def test_two_tellings_of_one_taking_are_one(codebook: Codebook) -> None:
    first = event("e1", "invasion", at=10, actors=(TROOPS,), places=(QAIM,))
    second = event("e2", "invasion", at=900, actors=(TROOPS,), places=(QAIM,))
    assert joined(codebook, first, second) == [("e1", "e2")]


def test_places_that_lie_apart_bar(codebook: Codebook) -> None:
    first = event("e1", "airstrike", at=10, actors=(TROOPS,), places=(QAIM,))
    second = event("e2", "airstrike", at=40, actors=(TROOPS,), places=(MOSUL,))
    assert joined(codebook, first, second) == [("e1",), ("e2",)]


def test_a_province_bars_nothing(codebook: Codebook) -> None:
    first = event("e1", "airstrike", at=10, actors=(TROOPS,), places=(QAIM.model_copy(update={"admin1": "Anbar"}),))
    second = event("e2", "airstrike", at=40, actors=(TROOPS,), places=(ANBAR,))
    assert joined(codebook, first, second) == [("e1", "e2")]


def test_days_apart_bar(codebook: Codebook) -> None:
    first = event("e1", "bombing", at=10, places=(QAIM,), day=date(2017, 11, 1))
    second = event("e2", "bombing", at=40, places=(QAIM,), day=date(2017, 11, 3))
    assert joined(codebook, first, second) == [("e1",), ("e2",)]


def test_what_did_not_happen_stays_apart(codebook: Codebook) -> None:
    first = event("e1", "attack", at=10, actors=(TROOPS,), places=(QAIM,))
    second = event("e2", "attack", at=40, actors=(TROOPS,), places=(QAIM,), status="negated")
    planned = event("e3", "attack", at=80, actors=(TROOPS,), places=(QAIM,), status="planned")
    assert joined(codebook, first, second, planned) == [("e1",), ("e2",), ("e3",)]


def test_different_victims_by_name_stay_apart(codebook: Codebook) -> None:
    first = event("e1", "assassination", at=10, targets=(actor("Ana Ruiz", "p1", "person", name="Ana Ruiz"),))
    second = event("e2", "assassination", at=40, targets=(actor("Luis Paz", "p2", "person", name="Luis Paz"),))
    assert joined(codebook, first, second) == [("e1",), ("e2",)]


def test_fighting_is_no_incident_of_terrorism_whatever_came_of_it(codebook: Codebook) -> None:
    coded = Codes(muc4="ATTACK")
    clash = event("e1", "armed-clash", at=10, actors=(TROOPS,), places=(QAIM,))
    hurt = event("e2", "wounding", at=60, targets=(TROOPS,), places=(QAIM,)).model_copy(update={"codes": coded})
    (one,) = merge_events(REPORT, (clash, hurt), codebook)
    assert (one.kind, one.codes.muc4) == ("armed-clash", None)
    (alone,) = merge_events(REPORT, (hurt,), codebook)
    assert alone.codes.muc4 == "ATTACK"


def test_the_merged_values(codebook: Codebook) -> None:
    first = event("e1", "invasion", at=10, actors=(actor("forces", "IRQ-MIL"),), places=(QAIM,))
    second = event("e2", "invasion", at=60, actors=(TROOPS,), places=(QAIM,), day=date(2017, 11, 3))
    (incident,) = merge_events(REPORT, (first, second), codebook)
    assert [a.text for a in incident.actors] == ["Iraqi troops"]
    assert [p.text for p in incident.places] == ["Qaim"]
    assert incident.time is not None
    assert incident.time.first == date(2017, 11, 3)
    assert "e2 joins e1" in incident.reasons[0].note


BOOK = load_codebook()
EVENTS = st.lists(
    st.builds(
        event,
        st.just("e"),
        st.sampled_from(sorted(BOOK.kinds)),
        at=st.integers(0, 1900),
        status=st.sampled_from(["happened", "planned", "negated"]),
        day=st.sampled_from([None, date(2017, 11, 1), date(2017, 11, 3)]),
        background=st.booleans(),
        actors=st.sampled_from([(), (TROOPS,)]),
        places=st.sampled_from([(), (QAIM,), (MOSUL,), (ANBAR,), (QAIM, MOSUL)]),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(EVENTS)
def test_no_event_is_lost_and_none_is_told_twice_in_one_incident(drawn: list[Event]) -> None:
    events = tuple(
        e.model_copy(update={"id": f"e{n}"}) for n, e in enumerate(sorted(drawn, key=lambda e: e.trigger.start), 1)
    )
    incidents = merge_events(REPORT, events, BOOK)
    assert {identifier for i in incidents for identifier in i.events} == {e.id for e in events}
    assert all(len(set(i.events)) == len(i.events) for i in incidents)
    assert [i.id for i in incidents] == [f"i{n}" for n in range(1, len(incidents) + 1)]
