"""Parties: who is named, and with which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.demonyms import load_demonyms
from dateline.codebook.heads import load_heads
from dateline.codebook.registry_files import load_registry
from dateline.coding.tagging.parties import PartyRecogniser
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.sentences import split_sentences

RECOGNISER = PartyRecogniser(load_heads(), load_demonyms(), load_registry())


def parties(text: str, *places: str) -> list[str]:
    found = [Tag("place", text.index(place), text.index(place) + len(place)) for place in places]
    return [
        text[tag.start : tag.end] for sentence in split_sentences(text) for tag in RECOGNISER.recognise(sentence, found)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three soldiers shot the mayor.", ["soldiers", "mayor"]),
        ("The Kurds fought Iraqi forces.", ["Kurds", "Iraqi forces"]),
        ("Marulanda of the FMLN met FMLN guerrillas.", ["Marulanda", "FMLN", "FMLN guerrillas"]),
        (
            "The army, Border Service and People's Shield units advanced.",
            ["army", "Border Service", "People's Shield units"],
        ),
        ("They burned two buses and a police station.", ["They", "buses", "police station"]),
        ("Dozens of gunmen fled.", ["gunmen"]),
        ("COLONEL MARIO DENNIS MURDERED JOURNALISTS.", ["COLONEL MARIO DENNIS", "JOURNALISTS"]),
        (
            "GUNMEN SHOT PEASANT LEADER INES ROMANO AT THE HOTEL CRILLON.",
            ["GUNMEN", "PEASANT LEADER INES ROMANO", "HOTEL CRILLON"],
        ),
        ("They met on Tuesday in September 2015.", ["They"]),
    ],
)
def test_parties(text: str, expected: list[str]) -> None:
    assert parties(text) == expected


def test_a_country_is_a_party_where_it_acts() -> None:
    assert parties("Israel shelled a village near Tyre.", "Israel", "Tyre") == ["Israel"]
    assert parties("Rebels moved into Israel.", "Israel") == ["Rebels"]
    assert "Nigeria's Borno State" not in parties("Nigeria's Borno State burns.", "Borno State")


def test_a_unit_named_behind_its_kind() -> None:
    assert parties("They fled a raid by Ostrian regiment Belune.", "Belune") == ["They", "Ostrian regiment Belune"]


def test_a_given_name_opens_a_name_in_capitals() -> None:
    recogniser = PartyRecogniser(load_heads(), load_demonyms(), load_registry(), frozenset({"jorge"}))
    text = "JORGE LUIS VARGAS LEFT THE SCHOOL ON JORGE VARGAS STREET WITH ELENA VARGAS."
    (sentence,) = split_sentences(text)
    assert [text[tag.start : tag.end] for tag in recogniser.recognise(sentence, [])] == ["JORGE LUIS VARGAS", "SCHOOL"]


def test_forms() -> None:
    (sentence,) = split_sentences("Hassan Karim and two gunmen shot him.")
    forms = [tag.value for tag in RECOGNISER.recognise(sentence, [])]
    assert forms == ["name", "nominal", "pronoun"]


@given(st.text(max_size=120))
def test_offsets_lie_on_tokens(text: str) -> None:
    for sentence in split_sentences(text):
        starts = {token.start for token in sentence.tokens}
        ends = {token.end for token in sentence.tokens}
        for tag in RECOGNISER.recognise(sentence, []):
            assert tag.start in starts
            assert tag.end in ends
            assert tag.start < tag.end


GIVEN = PartyRecogniser(load_heads(), load_demonyms(), load_registry(), frozenset({"ana", "hugo"}))


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "expected"),
    [
        ("THE MURDER OF JECAR NEGHME GOES UNPUNISHED.", "MURDER", "killing", ["JECAR NEGHME"]),
        ("THE TROOPS MURDERED PEASANTS ANA RUIZ AND JECAR ROMERO.", "MURDERED", "killing",
         ["TROOPS", "PEASANTS ANA RUIZ", "JECAR ROMERO"]),
        ("THE INJURED WERE 19-YEAR-OLD ANA RUIZ, 24; JECAR PABON, 30; AND 40-YEAR-OLD HUGO MORALES.", "", "",
         ["INJURED", "ANA RUIZ", "JECAR PABON", "HUGO MORALES"]),
        ("THE BLAST KILLED CATTLE AND CAUSED PROPERTY DAMAGE.", "KILLED", "killing", []),
        ("THE ASSASSINATION OF COFFEE TRADERS.", "ASSASSINATION", "assassination", []),
    ],
)  # fmt: skip
def test_names_in_capitals_by_where_they_stand(text: str, trigger: str, kind: str, expected: list[str]) -> None:
    at = text.index(trigger)
    found = [Tag("trigger", at, at + len(trigger), kind, rule="cue:x.verb.y")] if trigger else []
    tags = [tag for sentence in split_sentences(text) for tag in GIVEN.recognise(sentence, found)]
    told = [text[tag.start : tag.end] for tag in sorted(tags, key=lambda tag: tag.start)]
    assert [words for words in told if "TRADERS" not in words] == expected


def test_an_age_is_no_part_of_who_it_is() -> None:
    assert parties("A 12-year-old girl was killed.") == ["girl"]
