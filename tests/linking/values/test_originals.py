"""Originals: independence is counted by who found out, not by who printed it."""

from datetime import date
from typing import Any

from tests.linking.values.voices import Outlet

from dateline.codebook import Codebook
from dateline.linking.values.joining import join_tellings
from dateline.linking.values.telling import Telling


def report(name: str, publisher: str | None, source: str = "", **more: Any) -> Outlet:
    outlet = Outlet(name, f"An airstrike hit Aleppo, {source or 'it was learnt'} said.", publisher)
    claim = outlet.claim(outlet.actor(source, **more)) if source else None
    told: dict[str, object] = {"claim": claim} if claim else {}
    return outlet.tell("airstrike", "airstrike", places=(outlet.place("Aleppo"),), **told)


def sources(codebook: Codebook, *tellings: Telling) -> list[tuple[str, tuple[str, ...]]]:
    return [(s.name, s.reports) for s in join_tellings(tellings, codebook, identifier="j").sources]


def test_all_who_quote_one_monitor_are_one(codebook: Codebook) -> None:
    by_name = report("r1", "One", "the Syrian Observatory for Human Rights", identifier="sohr", sort="organisation")
    by_description = report("r2", "Two", "a Britain-based monitoring group", sort="organisation")
    by_head = report("r3", "Three", "Observatory director Rami Abdel Rahman", sort="person")
    told = sources(codebook, *(r.telling() for r in (by_name, by_description, by_head)))
    assert told == [("Syrian Observatory for Human Rights", ("r1", "r2", "r3"))]


def test_a_state_its_army_and_its_media_are_one(codebook: Codebook) -> None:
    army = report("r1", "One", "the Syrian army", identifier="SYR-MIL", sort="state", sector="MIL", country="SYR")
    media = report("r2", "Two", "SANA", identifier="sana-syria", sort="organisation", sector="JRN", country="SYR")
    other = report("r3", "Three", "Moscow", identifier="RUS-GOV", sort="state", sector="GOV", country="RUS")
    assert len(sources(codebook, army.telling(), media.telling(), other.telling())) == 2


def test_a_spokesman_speaks_for_the_body_that_his_words_name(codebook: Codebook) -> None:
    spokesman = report("r1", "One", "Omar Haddad, a spokesman for Jaysh al-Nur", sort="person", identifier="name:omar")
    spokesman.actor("Jaysh al-Nur", "jaysh-al-nur")
    body = report("r2", "Two", "Jaysh al-Nur", identifier="jaysh-al-nur")
    assert sources(codebook, spokesman.telling(), body.telling()) == [("Jaysh al-Nur", ("r1", "r2"))]


def test_unquoted_words_are_the_outlets_own_once_for_each_publisher(codebook: Codebook) -> None:
    told = sources(codebook, *(report(n, p).telling() for n, p in (("r1", "One"), ("r2", "One"), ("r3", "Two"))))
    assert told == [("One", ("r1", "r2")), ("Two", ("r3",))]


def test_who_is_nobody_in_particular_is_the_outlets_own_finding(codebook: Codebook) -> None:
    told = sources(codebook, report("r1", "One", "residents", sort="civilians").telling())
    assert told == [("One", ("r1",))]


def test_copies_of_one_text_are_one(codebook: Codebook) -> None:
    first, second = report("r1", "One"), report("r2", "Two")
    first.copy = second.copy = "r1"
    assert sources(codebook, first.telling(), second.telling()) == [("One", ("r1", "r2"))]


def test_a_credited_agency_is_the_original_of_what_nobody_is_quoted_for(codebook: Codebook) -> None:
    reprint = Outlet("r1", "A bomb killed two in Aleppo, a doctor told Reuters.", "One")
    reprint.actor("Reuters", "reuters", "organisation", sector="JRN")
    agency = report("r2", "Reuters")
    told = sources(codebook, reprint.tell("bombing", "bomb").telling(), agency.telling())
    assert told == [("Reuters", ("r1", "r2"))]


def test_what_a_report_tells_on_nobodys_word_rests_on_whom_it_quotes(codebook: Codebook) -> None:
    outlet = Outlet("r1", "Raids hit Aleppo. The strikes killed six, the Local Committees said.", "One")
    outlet.tell("airstrike", "Raids")
    outlet.tell("airstrike", "strikes", claim=outlet.claim(outlet.actor("the Local Committees", "lcc", "organisation")))
    assert sources(codebook, outlet.telling()) == [("the Local Committees", ("r1",))]


def test_what_an_incident_is_silent_on_rests_on_the_reports_main_voice(codebook: Codebook) -> None:
    outlet = Outlet("r1", "Jets hit Aleppo, the Local Committees said. Nur claimed a bombing in Homs.", "One")
    committees = outlet.actor("the Local Committees", "lcc", "organisation")
    outlet.tell("bombing", "bombing", claim=outlet.claim(outlet.actor("Nur", "nur"), about="authorship"))
    telling = outlet.telling()
    outlet.tell("airstrike", "hit", claim=outlet.claim(committees))
    whole = telling.record.model_copy(update={"events": tuple(outlet.events)})
    assert sources(codebook, Telling(whole, telling.incident, "r1")) == [("the Local Committees", ("r1",))]


def test_a_report_without_publisher_is_its_own(codebook: Codebook) -> None:
    assert sources(codebook, report("r1", None).telling()) == [("r1", ("r1",))]


def test_the_order_of_undated_reports_does_not_matter(codebook: Codebook) -> None:
    first, second = report("r1", "One"), report("r2", "Two")
    first.day, second.day = None, date(2016, 5, 4)
    first.copy = second.copy = "c"
    assert sources(codebook, first.telling(), second.telling()) == sources(codebook, second.telling(), first.telling())
