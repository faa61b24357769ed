from tests.linking.tellings import actor, event, place

from dateline.codebook import Codebook
from dateline.linking.within.incidents import merge_events
from dateline.linking.within.specific import SIGNS, WEIGHTS, Account, is_specific, speech_in
from dateline.model import Codes, Event, Evidence, Report

CITY = place("Medellin", 6.2, -75.6, geonameid=1, country="CO", precision="town", uncertainty_km=5)
COUNTRY = place("BOGOTA", 4.0, -72.0, geonameid=2, country="CO", precision="country", uncertainty_km=500)
BANK = actor("bank branch", sort="facility")
REPORT = Report(id="r", text="x" * 2000)


def coded(told: Event) -> Event:
    return told.model_copy(update={"codes": Codes(muc4="ATTACK")})


def test_every_sign_has_a_weight() -> None:
    assert set(SIGNS) == set(WEIGHTS)


def test_a_bank_hit_in_a_town_is_specific(codebook: Codebook) -> None:
    told = event("e1", "attack", at=100, targets=(BANK,), places=(CITY,))
    assert is_specific(Account((told,), 0.0, codebook))


def test_what_speeches_allude_to_is_not(codebook: Codebook) -> None:
    told = event("e1", "attack", at=900, trigger="attacks", targets=(actor("people", sort="civilians"),))
    assert not is_specific(
        Account((told,), speech_in("We must defend our country, and you know what they did to us. " * 20), codebook)
    )


def test_background_alone_is_not(codebook: Codebook) -> None:
    told = event("e1", "attack", at=100, targets=(BANK,), places=(CITY,), background=True)
    assert not is_specific(Account((told,), 0.0, codebook))


def test_what_came_of_fighting_is_not_where_nothing_else_is_said(codebook: Codebook) -> None:
    hit = event("e1", "attack", at=900, targets=(BANK,))
    clash = event("e2", "armed-clash", at=1100)
    assert is_specific(Account((hit, hit), 0.0, codebook))
    assert not is_specific(Account((hit, clash), 0.0, codebook))


def test_what_the_encoder_alone_reads_needs_more(codebook: Codebook) -> None:
    told = event("e1", "attack", at=100, targets=(BANK,))
    read = told.model_copy(update={"reasons": {"kind": Evidence(rule="encoder.act", score=0.8)}})
    assert is_specific(Account((told,), 0.0, codebook))
    assert SIGNS["encoder alone"](Account((told, read), 0.0, codebook)) == 0.0
    assert not is_specific(Account((read,), 0.0, codebook))


def test_who_stays_unknown_or_cannot_act_is_no_actor(codebook: Codebook) -> None:
    doers = (actor("they", sort="other"), actor("truck", sort="vehicle"), actor("gunmen"))
    (one,) = merge_events(REPORT, (event("e1", "attack", actors=doers, targets=(BANK,)),), codebook)
    assert [a.text for a in one.actors] == ["gunmen"]
    assert [t.text for t in one.targets] == ["bank branch"]
    named = actor("they", "x", name="Shining Path")
    (two,) = merge_events(REPORT, (event("e1", "attack", actors=(named,), targets=(BANK,)),), codebook)
    assert [a.text for a in two.actors] == ["they"]


def test_an_act_of_force_without_a_place_is_in_the_reports_country(codebook: Codebook) -> None:
    bare = coded(event("e1", "attack", targets=(BANK,)))
    (one,) = merge_events(REPORT, (bare,), codebook, (COUNTRY,))
    assert one.places == (COUNTRY,)
    placed = event("e1", "attack", targets=(BANK,), places=(CITY,))
    talks = event("e2", "visit", at=1500, actors=(actor("envoys"),))
    assert [i.places for i in merge_events(REPORT, (placed, talks), codebook, (COUNTRY,))] == [(CITY,), ()]


def test_a_telling_that_has_nothing_in_common_with_another_bars_nothing(codebook: Codebook) -> None:
    first = event("e1", "attack", at=10, targets=(BANK,), places=(CITY,))
    other = event("e2", "attack", at=700, targets=(actor("a mayor", sort="person"),), places=(CITY,))
    third = event("e3", "attack", at=1200, targets=(BANK,))
    assert ("e1", "e2", "e3") in [i.events for i in merge_events(REPORT, (first, other, third), codebook)]
