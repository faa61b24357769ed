"""Who fights where: what place and year settle, and what they must leave open."""

from datetime import date

import pytest

from dateline.model import Actor, Event, Record, Report
from dateline.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def record(coder: Coder, text: str, published: str) -> Record:
    return coder.code(Report(id="r", text=text, published=date.fromisoformat(published)))


def parties(event: Event) -> list[str | None]:
    return [actor.id for actor in (*event.actors, *event.targets)]


def rules(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.evidence.rule for actor in actors if actor.evidence]


def test_rebels_of_a_country_are_the_group_that_fights_there(coder: Coder) -> None:
    (event,) = record(coder, "Rebels shelled a market in Taiz, Yemen, on Monday.", "2016-05-10").events
    assert "houthis" in parties(event)
    assert rules(event.actors) == ["actors.theatre"]


def test_before_that_war_they_stay_unidentified(coder: Coder) -> None:
    (event,) = record(coder, "Rebels shelled a market in Taiz, Yemen, on Monday.", "1995-05-10").events
    assert "houthis" not in parties(event)


def test_where_several_groups_fight_they_are_alternatives(coder: Coder) -> None:
    made = record(coder, "Jihadists attacked a village in Mali on Monday, killing ten farmers.", "2020-05-10")
    jihadists = next(actor for actor in made.mentions.actors if actor.text == "Jihadists")
    assert jihadists.id is None
    assert jihadists.evidence
    assert [other.value for other in jihadists.evidence.alternatives] == ["jnim", "isgs"]


def test_a_clash_without_sides_gets_those_of_its_war(coder: Coder) -> None:
    made = record(coder, "Clashes near Luhansk in Ukraine killed four people on Monday.", "2015-02-10")
    (incident,) = made.incidents
    assert [actor.id for actor in incident.actors] == ["UKR-MIL", "lpr"]
    assert set(rules(incident.actors)) == {"theatre.sides"}
    assert not {"UKR-MIL", "lpr"} & {actor.id for actor in made.mentions.actors}


def test_of_two_who_shell_neither_is_named(coder: Coder) -> None:
    (incident,) = record(coder, "Shelling killed four people in Donetsk, Ukraine.", "2015-02-10").incidents
    (doer,) = incident.actors
    assert (doer.id, rules((doer,))) == (None, ["theatre.either"])
    assert doer.evidence
    assert [other.value for other in doer.evidence.alternatives] == ["UKR-MIL", "dpr"]


def test_a_report_that_names_another_group_is_left_as_it_is(coder: Coder) -> None:
    text = "A bomb killed nine people in Mogadishu, Somalia. Islamic State claimed responsibility."
    made = record(coder, text, "2018-05-10")
    assert all("theatre" not in rule for i in made.incidents for rule in rules((*i.actors, *i.targets)))


def test_a_name_alone_tells_no_theatre_for_a_group_that_strikes_abroad(coder: Coder) -> None:
    made = record(coder, "Police shot a man dead after a stabbing that Islamic State claimed.", "2017-05-10")
    assert all(actor.country != "IRQ" for e in made.events for actor in e.actors if actor.text == "Police")


def test_who_fights_tells_the_country_where_no_place_is_told(coder: Coder) -> None:
    (event,) = record(coder, "Two DPR servicemen killed in shelling by Ukrainian troops.", "2016-05-10").events
    (place,) = event.places
    assert (place.country, place.admin1, place.precision) == ("UA", "Donetsk", "admin1")
    assert place.evidence
    assert place.evidence.rule == "places.by-parties"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Two traders killed in Kenyan bus station.", "KE"),
        ("Bomb kills four in north-east Kenyan town.", "KE"),
        ("Gunmen kill two Kenyan border guards.", None),
        ("Gunmen kill four in the Kenyan town of Umm Zanbar.", None),
    ],
)
def test_a_town_or_church_of_a_country_tells_it_where_no_place_is_told(
    coder: Coder, text: str, country: str | None
) -> None:
    made = record(coder, text, "2016-05-10")
    assert {place.country for event in made.events for place in event.places} - {None} == ({country} - {None})
    assert all(place.text != "Kenyan" for place in made.mentions.places)


def test_a_bare_number_counts_people(coder: Coder) -> None:
    (event,) = record(coder, "Suicide bomber kills six in Maiduguri, Nigeria.", "2016-05-10").events
    assert [(target.text, target.name) for target in event.targets] == [("six", "People")]


def test_codes_stay_those_of_the_words(coder: Coder) -> None:
    told = record(coder, "Shelling killed four people in Donetsk.", "2015-02-10").events[0]
    plain = record(coder, "Shelling killed four people in Donetsk.", "2005-02-10").events[0]
    assert told.codes == plain.codes


def test_a_label_names_nobody_though_the_event_has_its_adversary(coder: Coder) -> None:
    made = record(coder, "Troops killed five terrorists in Damboa, Borno State, Nigeria.", "2014-05-10")
    labelled = next(actor for actor in made.mentions.actors if actor.text == "terrorists")
    assert labelled.id is None
    assert labelled.evidence
    assert "boko-haram" in [other.value for other in labelled.evidence.alternatives]
    (incident,) = made.incidents
    inferred = next(target for target in incident.targets if target.id == "boko-haram")
    assert rules((inferred,)) == ["theatre.adversary"]


def test_the_enemy_of_the_side_that_is_heard_is_the_other(coder: Coder) -> None:
    made = record(coder, "One soldier wounded in five enemy attacks in Donbas, the Ukrainian army said.", "2016-05-10")
    assert any("donbas-separatists" in parties(event) for event in made.events)


def test_a_capital_that_says_whose_forces_they_are_is_not_where_it_happened(coder: Coder) -> None:
    made = record(coder, "DPR militiaman killed in shelling by Kiev’s forces.", "2018-05-10")
    assert [(place.admin1, place.precision) for place in made.incidents[0].places] == [("Donetsk", "admin1")]


def test_a_headlines_elided_verb_is_read(coder: Coder) -> None:
    made = record(coder, "Army Moves to Turn Tide Against Rebels, Kills 100 in Taiz.", "2018-05-10")
    assert [event.kind for event in made.events] == ["killing"]
