"""Lexicons and encoder joined: what each may add and take away."""

from pathlib import Path

import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.registry_files import load_registry
from dateline.coding.tagging.joining import join_tags
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.reading import read_document
from dateline.encoder import Act, Found, Reading
from dateline.model import Report

TEXT = "Rebels pummelled Qalb with rockets."
REBELS, PUMMELLED, QALB, ROCKETS = (0, 6), (7, 16), (17, 21), (27, 34)
DOCUMENT = read_document(Report(id="x", text=TEXT))
CODEBOOK: Codebook = load_codebook()
REGISTRY = load_registry()


def act(score: float = 0.95, kind: str = "shelling", share: float = 0.9) -> Act:
    return Act(*PUMMELLED, score, ((kind, share),), (("happened", 1.0),), 0.0)


def joined(reading: Reading, *tags: Tag) -> tuple[Tag, ...]:
    (made,) = join_tags(DOCUMENT, (Tags(0, tags),), (reading,), CODEBOOK, REGISTRY)
    return made.tags


def test_an_act_that_no_cue_names_becomes_a_trigger() -> None:
    (trigger,) = joined(Reading(acts=(act(),)))
    assert (trigger.key, trigger.value, trigger.rule) == (PUMMELLED, "shelling", "encoder.act")
    assert trigger.score < 0.95


@pytest.mark.parametrize("weak", [act(score=0.6), act(share=0.4), act(kind="holding"), act(kind="no-such-kind")])
def test_an_unsure_act_or_one_of_no_kind_of_ours_does_not(weak: Act) -> None:
    assert joined(Reading(acts=(weak,))) == ()


def test_a_cue_that_the_encoder_sees_stands_as_it_is() -> None:
    trigger = Tag("trigger", *PUMMELLED, "attack", 0.8, "cue:x")
    assert joined(Reading(acts=(act(),)), trigger) == (trigger,)


def test_a_cue_that_it_does_not_see_is_doubted_and_a_weak_one_dropped() -> None:
    strong, weak = (Tag("trigger", *PUMMELLED, "attack", score, "cue:x") for score in (0.8, 0.4))
    assert [tag.score for tag in joined(Reading(), strong)] == [0.4]
    assert joined(Reading(), weak) == ()


def test_parties_places_and_weapons_are_added_where_no_rule_found_one() -> None:
    spans = (
        Found(*REBELS, "actor", 0.9, "group"), Found(*QALB, "place", 0.95), Found(*ROCKETS, "weapon", 0.9),
        Found(0, 4, "source", 0.9),
    )  # fmt: skip
    own = Tag("weapon", *ROCKETS, "", 0.9, "lexicon")
    assert [(tag.label, tag.value, tag.rule) for tag in joined(Reading(spans=spans), own)] == [
        ("actor", "name", "encoder.span"), ("place", "", "encoder.span"), ("weapon", "", "lexicon"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word"),
    [("Six killed in Boko Haram siege.", "Boko"), ("Two dead, JFO says.", "JFO"), ("Two dead in NE Syria.", "NE")],
)
def test_a_place_that_is_part_of_a_groups_name_or_a_compass_point_is_none(text: str, word: str) -> None:
    document = read_document(Report(id="x", text=text))
    start = text.index(word)
    reading = Reading(spans=(Found(start, start + len(word), "place", 0.99),))
    (made,) = join_tags(document, (Tags(0, ()),), (reading,), CODEBOOK, REGISTRY)
    assert made.tags == ()


RAID = """
kinds:
  cattle-raid:
    label: Cattle raid
    definition: Armed men drive off livestock that belongs to others.
    family: property
    harm: 4
    codes: {plover: ASSAULT, acled: Looting/property destruction}
    examples:
      - Gunmen *rustled* 300 cattle from a village.
      - Armed herders *drove off* more than 200 goats.
      - The raiders *stole* livestock and fled.
"""


def test_an_act_of_a_kind_known_by_examples_has_that_kind(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RAID, encoding="utf-8")
    book = load_codebook([tmp_path / "own.yaml"])
    named = Tag("trigger", *PUMMELLED, "attack", 0.8, "cue:x")
    for tags in ((), (named,)):
        (made,) = join_tags(
            DOCUMENT,
            (Tags(0, tags),),
            (Reading(acts=(act(score=0.6, kind="cattle-raid", share=0.3),)),),
            book,
            REGISTRY,
        )
        assert [(tag.value, tag.rule) for tag in made.tags] == [("cattle-raid", "encoder.act")]


@pytest.mark.parametrize(("span", "whole"), [("a section of the", "section"), ("of the", None), ("gate", "gate")])
def test_a_party_is_added_without_the_small_words_at_its_ends(span: str, whole: str | None) -> None:
    text = "They blew up a section of the gate."
    start = text.index(span)
    reading = Reading(spans=(Found(start, start + len(span), "object", 0.9),))
    (made,) = join_tags(read_document(Report(id="x", text=text)), (Tags(0, ()),), (reading,), CODEBOOK, REGISTRY)
    assert [text[tag.start : tag.end] for tag in made.tags] == ([] if whole is None else [whole])


@pytest.mark.parametrize(
    ("text", "thing", "taken"),
    [
        ("Rebels blew up a stretch of the pipeline.", "stretch", False),
        ("Rebels hit the front part of the bank.", "front part", False),
        ("Rebels shattered windows.", "windows", True),
    ],
)
def test_a_part_of_what_is_named_behind_it_is_no_thing_of_its_own(text: str, thing: str, *, taken: bool) -> None:
    document = read_document(Report(id="x", text=text))
    span = Found(text.index(thing), text.index(thing) + len(thing), "object", 0.9, "facility")
    (made,) = join_tags(document, (Tags(0, ()),), (Reading(spans=(span,)),), CODEBOOK, REGISTRY)
    assert bool(made.of("physical")) is taken
