from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook.demonyms import load_demonyms
from dateline.codebook.heads import load_heads
from dateline.codebook.registry_files import load_registry
from dateline.codebook.theatres import load_theatres
from dateline.coding.actors.resolve import resolve_actors
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import Times
from dateline.model import Actor, Report

LEXICA = load_registry(), load_heads(), load_demonyms()
THEATRES = load_theatres()
DAY = date(2017, 11, 3)


def code(text: str, *mentions: str, published: date | None = DAY) -> list[Actor]:
    """The actors of a text; mentions are tagged one after another, pronouns and capitalised ones by their form."""
    document = read_document(Report(id="r", text=text, published=published))
    tags: list[list[Tag]] = [[] for _ in document.sentences]
    at = 0
    for mention in mentions:
        start = text.index(mention, at)
        at = start + len(mention)
        sentence = document.sentence_at(start)
        assert sentence
        form = "name" if any(c.isupper() for c in mention) else "nominal"
        tags[sentence.index].append(Tag("actor", start, at, form))
    made = tuple(Tags(index, tuple(found)) for index, found in enumerate(tags))
    return list(resolve_actors(document, made, (), Times(published), *LEXICA, THEATRES))


@pytest.mark.parametrize(
    ("phrase", "identifier", "country", "sector", "sort"),
    [
        ("Iraqi forces", "IRQ-MIL", "IRQ", "MIL", "state"),
        ("Ukrainian servicemen", "UKR-MIL", "UKR", "MIL", "state"),
        ("Salvadoran police", "SLV-COP", "SLV", "COP", "state"),
        ("Syrian government", "SYR-GOV", "SYR", "GOV", "state"),
        ("Israel", "ISR-GOV", "ISR", "GOV", "state"),
        ("Tuareg rebels", "people:tuareg:REB", None, "REB", "group"),
        ("Iraqi Prime Minister", "haider-al-abadi", "IRQ", "GOV", "person"),
        ("PKK fighters", "pkk", "TUR", "REB", "group"),
        ("gunmen", None, None, "UAF", "group"),
        ("power pylon", None, None, None, "facility"),
        ("bus", None, None, None, "vehicle"),
    ],
)
def test_a_phrase_alone(
    phrase: str, identifier: str | None, country: str | None, sector: str | None, sort: str
) -> None:
    actor = code(f"On Friday {phrase} came.", phrase)[0]
    assert (actor.id, actor.country, actor.sector, actor.sort) == (identifier, country, sector, sort)
    assert actor.evidence
    assert actor.evidence.rule


def test_a_label_is_no_identity() -> None:
    actor = code("The army said that terrorists attacked a village.", "army", "terrorists")[1]
    assert actor.id is None
    assert actor.evidence
    assert "label" in actor.evidence.note


def test_descriptions_stand_for_the_group_named_before() -> None:
    text = "Islamic State militants fled. The extremist group burned houses before the militants left; they ran."
    actors = code(text, "Islamic State militants", "extremist group", "militants", "they")
    assert {actor.id for actor in actors} == {"islamic-state"}


def test_a_surname_stands_for_the_man_named_in_full_even_if_spelt_otherwise() -> None:
    text = "Haidar al-Abadi spoke. Abadi was glad. Hadi al-Ameri left, Ameria said."
    actors = code(text, "Haidar al-Abadi", "Abadi", "Hadi al-Ameri", "Ameria")
    assert [actor.id for actor in actors] == ["haider-al-abadi"] * 2 + ["hadi-al-amiri"] * 2


def test_troops_after_iraqi_troops_are_theirs() -> None:
    actors = code("Iraqi troops advanced. The troops met no resistance.", "Iraqi troops", "troops")
    assert [actor.id for actor in actors] == ["IRQ-MIL", "IRQ-MIL"]


def test_a_man_of_a_group_is_not_the_group() -> None:
    actor = code("A Hamas spokesman said so.", "Hamas spokesman")[0]
    assert (actor.id, actor.sort) == (None, "person")
    assert actor.name == "spokesman of Hamas"


def test_a_name_that_no_registry_lists_stands_for_itself() -> None:
    first, second = code("Colonel Juan Perez fell. Perez was 40.", "Colonel Juan Perez", "Perez")
    assert first.id == second.id == "name:juan-perez"
    assert first.sort == "person"


def test_a_pronoun_without_antecedent_stays_unknown() -> None:
    actor = code("They came at night.", "They")[0]
    assert (actor.id, actor.name) == (None, None)


ODD = ["'", "’s", "\u0130", "-", "(", ")", ".", ",", "7", "e\u0301", "\x85", "U.S.", "al-", ""]
WORDS = st.sampled_from([*ODD, "Iraqi", "forces", "IS", "the", "group", "they", "Kurds", "troops", "Abadi", "Baghdad"])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join)), st.data())
def test_any_tags_of_any_text_give_actors_at_their_offsets(text: str, data: st.DataObject) -> None:
    document = read_document(Report(id="r", text=text, published=DAY))
    tags = []
    for sentence in document.sentences:
        start = data.draw(st.integers(sentence.start, sentence.end - 1))
        end = data.draw(st.integers(start + 1, sentence.end))
        value = data.draw(st.sampled_from(["name", "nominal", "pronoun"]))
        tags.append(Tags(sentence.index, (Tag("actor", start, end, value),)))
    actors = resolve_actors(document, tuple(tags), (), Times(DAY), *LEXICA, THEATRES)
    assert [(a.start, a.end) for a in actors] == sorted(t.key for each in tags for t in each.tags)
    assert all(a.text == text[a.start : a.end] for a in actors)


def test_the_army_is_no_unit_but_the_forces_may_be() -> None:
    text = "Iraqi troops left. Counter-Terrorism Service forces came. The forces fought. The army waited."
    actors = code(text, "Iraqi troops", "Counter-Terrorism Service forces", "forces", "army")
    assert [actor.id for actor in actors] == ["IRQ-MIL", "irq-cts", "irq-cts", "IRQ-MIL"]


def test_an_adjective_alone_is_the_state_and_a_people_is_itself() -> None:
    actors = code("Iraqi attacks hit the Kurds and two Iraqis.", "Iraqi", "Kurds", "two Iraqis")
    assert [actor.id for actor in actors] == ["IRQ-GOV", "people:kurdish", "IRQ-CVL"]


def test_an_office_is_the_mans() -> None:
    actors = code("Haider al-Abadi spoke. Abadi's office agreed.", "Haider al-Abadi", "Abadi's office")
    assert actors[1].name == "office of Haider al-Abadi"


def test_unknown_persons_are_an_armed_group_nobody_knows() -> None:
    actors = code("Unknown persons took him; three civilians saw masked men.", "Unknown persons", "masked men")
    assert {(actor.id, actor.sector, actor.name) for actor in actors} == {(None, "UAF", "Unidentified armed group")}


def test_terrorists_without_article_are_not_the_group_named_before() -> None:
    text = "PKK fighters fled. Terrorists attacked a bus. The terrorists ran."
    actors = code(text, "PKK fighters", "Terrorists", "terrorists")
    assert [actor.id for actor in actors] == ["pkk", None, "pkk"]


def test_an_acronym_that_the_report_defines_stands_for_its_name() -> None:
    text = "Union of Delta Patriots (UDP) fighters came. UDP men left; the UDP denied it."
    actors = code(text, "Union of Delta Patriots", "UDP", "UDP")
    assert len({actor.id for actor in actors}) == 1
    assert actors[1].evidence
    assert actors[1].evidence.rule == "actors.acronym"


def test_forces_that_nobody_calls_a_states_are_not_the_states() -> None:
    text = (
        "Kyiv and Ukrainian police know: Resistance forces and Karenni forces fought, Ukrainian special forces watched."
    )
    resistance, karenni, special = code(text, "Resistance forces", "Karenni forces", "Ukrainian special forces")
    assert (resistance.id, resistance.sort, resistance.name) == (None, "group", "Resistance forces")
    assert karenni.name == "Karenni forces"
    assert special.id == "UKR-MIL"


def test_its_forces_are_those_of_the_state_that_speaks() -> None:
    text = "Ukraine's army and Ukrainian police met in Kyiv. Russia said its forces had captured the village."
    *_, speaker, forces = code(text, "Ukraine", "Ukrainian police", "Russia", "forces")
    assert (speaker.id, forces.id) == ("RUS-GOV", "RUS-MIL")


def test_men_of_whom_nobody_says_who_they_are_stay_unknown() -> None:
    text = (
        "Boko Haram attacked the town. Gunmen killed ten, hooded men took nine; the gunmen fled. Former rebels helped."
    )
    named, gunmen, hooded, the_gunmen, former = code(
        text, "Boko Haram", "Gunmen", "hooded men", "gunmen", "Former rebels"
    )
    assert gunmen.id is None
    assert hooded.id is None
    assert the_gunmen.id is None
    assert former.id != named.id


def test_a_group_backed_by_a_state_is_the_group() -> None:
    text = "Congolese troops fought Rwandan-backed M23 rebels and other Rwandan-backed rebels."
    m23, rebels = code(text, "Rwandan-backed M23 rebels", "Rwandan-backed rebels")
    assert m23.id == "m23"
    assert rebels.country != "RWA"


def test_it_in_what_somebody_says_is_that_somebody() -> None:
    text = "Boko Haram took the town. Boko Haram fled. Nigerian troops came. The army denies that it detained them."
    *_, army, it, them = code(text, "Boko Haram", "Boko Haram", "Nigerian troops", "army", "it", "them")
    assert army.id == it.id == "NGA-MIL"
    assert them.id != army.id


def test_an_acronym_far_from_its_group_stands_for_itself() -> None:
    far = code("NLA fighters attacked Mandalay in Myanmar.", "NLA fighters")[0]
    assert (far.id, far.name, far.sort) == ("name:nla", "NLA", "group")
    assert code("NLA fighters attacked Tetovo in Macedonia.", "NLA fighters")[0].id == "nla-macedonia"
    assert code("LRA fighters attacked Obo in the Central African Republic.", "LRA fighters")[0].id == "lra"


def test_an_acronym_is_another_groups_in_another_country() -> None:
    assert code("SDF fighters entered Raqqa in Syria.", "SDF fighters")[0].id == "sdf-syria"
    salvadoran = code("SDF guerrillas attacked a Salvadoran post.", "SDF guerrillas", published=date(1989, 7, 10))
    assert salvadoran[0].id == "name:sdf"


def test_an_unlisted_group_is_taken_up_by_what_it_is() -> None:
    lions, group, men = code(
        "The Delta Lions attacked Warri. The group said so. The militants later fled.",
        "Delta Lions", "group", "militants",
    )  # fmt: skip
    assert {lions.id, group.id, men.id} == {"name:delta-lions"}
    assert lions.sort == "group"


@pytest.mark.parametrize(("word", "sort"), [("terrorists", "group"), ("martyrs", "civilians")])
def test_a_partisans_word_is_a_label_and_no_identity(word: str, sort: str) -> None:
    actor = code(f"Twelve {word} fell near Kirkuk in Iraq.", word)[0]
    assert (actor.id, actor.sort) == (None, sort)
    assert actor.evidence
    assert "label" in actor.evidence.note


def test_a_surname_after_a_title_is_who_held_the_office_on_that_day() -> None:
    then = code("Ukrainian President Poroshenko spoke.", "Ukrainian President Poroshenko", published=date(2016, 5, 8))[
        0
    ]
    assert then.id == "petro-poroshenko"
    assert then.evidence
    assert "volodymyr-zelensky" in [other.value for other in then.evidence.alternatives]
    later = code("Ukrainian President Poroshenko spoke.", "Ukrainian President Poroshenko", published=date(2020, 5, 8))[
        0
    ]
    assert later.id != "petro-poroshenko"


def test_a_mission_is_the_one_named_before() -> None:
    named, mission = code(
        "MINUSMA peacekeepers were attacked in Mali. The mission lost two men.", "MINUSMA peacekeepers", "mission"
    )
    assert mission.id == named.id == "minusma"


def test_an_unknown_armed_group_is_composed_with_its_country() -> None:
    assert code("Iraqi gunmen fled.", "Iraqi gunmen")[0].name == "Unidentified armed group (Iraq)"
