"""Roles: who did it, to whom, where, when, with what, in short sentences of our own."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import Codebook, load_codebook
from dateline.codebook.demonyms import load_demonyms
from dateline.codebook.heads import load_heads
from dateline.codebook.registry_files import load_registry
from dateline.coding.roles.assign import frames_of
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.parties import PartyRecogniser
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.tagging.triggers import TriggerRecogniser
from dateline.coding.tagging.weapons import WeaponRecogniser
from dateline.coding.text.sentences import split_sentences

PLACES = ("Karsan", "Mirad", "Belune", "Tovar", "Ostria")


@cache
def codebook() -> Codebook:
    return load_codebook()


@cache
def parties() -> PartyRecogniser:
    return PartyRecogniser(load_heads(), load_demonyms(), load_registry())


def read(text: str) -> list[Frame]:
    """The frames of a text; the towns named above are its places, "on Monday" is its time."""
    frames: list[Frame] = []
    for sentence in split_sentences(text):
        found = [
            Tag("place", at, at + len(name))
            for name in PLACES
            for at in range(sentence.start, sentence.end)
            if text.startswith(name, at)
        ]
        for recogniser in (TriggerRecogniser(codebook()), WeaponRecogniser(codebook()), parties()):
            found += recogniser.recognise(sentence, found)
        ordered = tuple(sorted(found, key=lambda tag: (tag.start, -tag.end, tag.label)))
        times = [(at, at + 6) for at in range(sentence.start, sentence.end) if text.startswith("Monday", at)]
        frames += frames_of(sentence, Tags(sentence.index, ordered), times, codebook())
    return frames


def told(text: str, trigger: str) -> dict[str, list[str]]:
    frame = next(f for f in read(text) if text[f.trigger.start : f.trigger.end] == trigger)
    found: dict[str, list[str]] = {}
    for argument in frame.arguments:
        found.setdefault(argument.role, []).append(text[argument.start : argument.end])
    return found


def test_a_bare_versus_has_its_opponents_on_either_side() -> None:
    assert told("Soldiers vs rebel fighters, Mirad.", "vs")["actor"] == ["Soldiers", "rebel fighters"]
    assert told("Tuareg v.s. Fulani herdsmen, Mirad.", "v.s.")["actor"] == ["Tuareg", "Fulani herdsmen"]


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "targets"),
    [
        ("Rebels attacked the army in Karsan.", "attacked", ["Rebels"], ["army"]),
        ("Two soldiers were killed by gunmen near Karsan.", "killed", ["gunmen"], ["soldiers"]),
        ("Soldiers and policemen shelled the rebels.", "shelled", ["Soldiers", "policemen"], ["rebels"]),
        ("The militants who attacked the police fled.", "attacked", ["militants"], ["police"]),
        ("Gunmen, armed with rifles, attacked a convoy.", "attacked", ["Gunmen"], ["convoy"]),
        ("The army entered Mirad and attacked the rebels.", "attacked", ["army"], ["rebels"]),
        ("Rebels tried to attack the barracks.", "attack", ["Rebels"], ["barracks"]),
        ("After they had shelled Mirad, rebels left.", "shelled", ["they"], []),
        ("Police said militants attacked a school.", "attacked", ["militants"], ["school"]),
        ("The army launched airstrikes on the militants.", "airstrikes", ["army"], ["militants"]),
        ("Airstrikes by the army hit Tovar.", "Airstrikes", ["army"], []),
        ("Rebels kidnapped at least 12 teachers.", "kidnapped", ["Rebels"], ["teachers"]),
        ("The general demanded that the rebels disarm.", "demanded", ["general"], ["rebels"]),
        ("The general on Monday threatened to shell the rebels.", "threatened", ["general"], ["rebels"]),
        ("The minister rejected calls by the opposition.", "rejected", ["minister"], ["opposition"]),
        ("Nurse killed in rebel shelling of Karsan", "shelling", ["rebel"], ["Nurse"]),
        ("Soldier, nurse killed in rebel shelling of Karsan", "shelling", ["rebel"], ["Soldier", "nurse"]),
        ("School attack in Karsan", "attack", [], ["School"]),
        ("Army says kills four rebels in Karsan", "kills", ["Army"], ["rebels"]),
        ("Gunmen threw a bomb that wounded three soldiers.", "wounded", ["Gunmen"], ["soldiers"]),
        ("Police have said that gunmen tonight attacked a school.", "attacked", ["gunmen"], ["school"]),
        ("Police said that fighters of the front (MPF) burned a bus.", "burned", ["fighters of the front"], ["bus"]),
        ("A teacher was shot by drug trafficking gangs.", "shot", ["drug trafficking gangs"], ["teacher"]),
        ("The agency issued an appeal for food.", "issued", ["agency"], []),
        ("The general demanded Monday that the rebels leave.", "demanded", ["general"], ["rebels"]),
        ("The minister refused to answer a letter from the rebels.", "refused to", ["minister"], ["rebels"]),
        ("The agency said the army must allow convoys.", "must allow", ["agency"], ["army"]),
        ("The agency working in Karsan said the rebels must leave.", "must leave", ["agency"], ["rebels"]),
        ("Students marched in Karsan over arrests by the police.", "marched", ["Students"], ["police"]),
        ("The minister complained about raids by the army, rebels said.", "complained", ["minister"], ["army"]),
        ("A minister threatened today to shell the rebels as police fled.", "threatened", ["minister"], ["rebels"]),
        ("The rebels agreed to leave Mirad.", "agreed to leave", ["rebels"], []),
        ("The general, who shelled Mirad in May, has attacked the police.", "attacked", ["general"], ["police"]),
    ],
)
def test_who_did_it_to_whom(text: str, trigger: str, actors: list[str], targets: list[str]) -> None:
    found = told(text, trigger)
    assert found.get("actor", []) == actors
    assert found.get("target", []) == targets


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("In Karsan, gunmen attacked a convoy.", "attacked", ["Karsan"]),
        ("Gunmen attacked a convoy in Karsan, Belune.", "attacked", ["Karsan"]),
        ("Rebels from Ostria attacked a convoy near Mirad.", "attacked", ["Mirad"]),
        ("Warplanes bombarded central Tovar.", "bombarded", ["Tovar"]),
        ("Gunmen attacked the town of Mirad in Ostria.", "attacked", ["Mirad"]),
        ("Rebels attacked Karsan after the army had shelled Tovar.", "shelled", ["Tovar"]),
        ("Rebels attacked Karsan after the army had shelled Tovar.", "attacked", ["Karsan"]),
    ],
)
def test_where(text: str, trigger: str, places: list[str]) -> None:
    assert told(text, trigger).get("place") == places


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The rebels were blamed for the attack on the bridge.", "attack", ["rebels"]),
        ("The attack on the bridge was blamed on the rebels.", "attack", ["rebels"]),
        ("The murder of the mayor was attributed to the rebels.", "murder", ["rebels"]),
        ("The police accused the rebels of killing the mayor.", "killing", ["rebels"]),
        ("The soldiers involved in the murder were tried.", "murder", ["soldiers"]),
        ("The police suspect the rebels are behind the attack.", "attack", ["rebels"]),
        ("Police uncovered a plot to kill the mayor.", "kill", []),
        ("A bomb, planted by gunmen, exploded at the hotel.", "exploded", ["gunmen"]),
        ("A CAR EXPLODED.", "EXPLODED", []),
        ("The rebels are responsible for the attack.", "attack", ["rebels"]),
        ("The rebels are not responsible for the attack.", "attack", []),
        ("No group has claimed responsibility for the attack.", "attack", []),
    ],
)
def test_to_whom_words_lay_a_deed(text: str, trigger: str, actors: list[str]) -> None:
    assert told(text, trigger).get("actor", []) == actors


def test_a_weapon_in_the_name_of_the_deed() -> None:
    assert told("The house was destroyed by a bomb explosion.", "bomb explosion")["weapon"] == ["bomb"]
    assert "weapon" not in told("The army shells the rebels.", "shells")


def test_the_time_of_its_own_clause() -> None:
    text = "On Monday rebels attacked Karsan."
    assert told(text, "attacked")["time"] == ["Monday"]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Three soldiers were killed in airstrikes.", ["airstrikes"]),
        ("The attack killed three civilians.", ["attack"]),
        ("Four people were killed when a bomb exploded.", ["exploded"]),
        ("The attack left three civilians wounded.", ["attack"]),
        ("Gunmen killed two policemen and wounded three others.", ["killed"]),
        ("Rebels shelled Karsan, killing four civilians.", ["shelled"]),
    ],
)
def test_one_occurrence_is_one_frame(text: str, triggers: list[str]) -> None:
    assert [text[f.trigger.start : f.trigger.end] for f in read(text)] == triggers


def test_distinct_acts_stay_apart() -> None:
    assert len(read("Troops attacked Karsan and burned houses.")) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "targets"),
    [
        ("A bomb exploded in front of the bank.", "exploded", ["bank"]),
        ("A bomb exploded near the hotel, causing damage to two houses.", "exploded", ["hotel", "houses"]),
        ("A bomb was planted at the hotel by rebels.", "planted", ["hotel"]),
        ("The blast caused damage to a church.", "blast", ["church"]),
    ],
)
def test_what_a_bomb_hits(text: str, trigger: str, targets: list[str]) -> None:
    assert told(text, trigger).get("target", []) == targets


def test_what_somebody_else_did_before_is_another_occurrence() -> None:
    assert len(read("Militiamen killed ten farmers after troops attacked the rebels.")) == 2


def test_the_victims_of_an_outcome_are_the_targets_of_its_act() -> None:
    assert told("Rebels shelled Karsan, killing four civilians.", "shelled")["target"] == ["civilians"]


@given(st.text(max_size=60), st.sampled_from(["rebels attacked", "was killed by", "an attack on", ", killing", "who"]))
def test_arguments_lie_on_tags(text: str, words: str) -> None:
    whole = f"{text} {words} {text} Karsan {words} soldiers"
    for sentence in split_sentences(whole):
        found: list[Tag] = []
        for recogniser in (TriggerRecogniser(codebook()), WeaponRecogniser(codebook()), parties()):
            found += recogniser.recognise(sentence, found)
        ordered = tuple(sorted(found, key=lambda tag: (tag.start, -tag.end, tag.label)))
        keys = {tag.key for tag in found}
        for frame in frames_of(sentence, Tags(sentence.index, ordered), [], codebook()):
            assert {argument.key for argument in frame.arguments} <= keys
            assert sentence.start <= frame.clause[0] <= frame.trigger.start
            assert frame.trigger.end <= frame.clause[1] <= sentence.end


def test_a_gloss_in_brackets_parts_no_subject_from_its_verb() -> None:
    frame = next(
        f for f in read("Villagers told us that on Monday the army (SAC) shelled Karsan.") if f.kind == "shelling"
    )
    text = "Villagers told us that on Monday the army (SAC) shelled Karsan."
    assert [text[a.start : a.end] for a in frame.of("actor")] == ["army"]


def test_a_total_of_strikes_has_the_doer_of_its_verb() -> None:
    text = "Soldiers have carried out a total of 18 airstrikes."
    assert [text[a.start : a.end] for a in read(text)[0].of("actor")] == ["Soldiers"]
