"""The cue lists that ship are sound, and a user's own are checked."""

from pathlib import Path

import pytest

from dateline.codebook.cues import Cues, inflect, load_cues
from dateline.errors import DataError


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues()


def test_every_family_and_status_is_reached(cues: Cues) -> None:
    all_cues = [cue for found in cues.by_word.values() for cue in found]
    assert {cue.family for cue in all_cues} == {
        "speech", "hedge", "negation", "plan", "call", "possibility", "condition", "habit", "attempt", "fact",
    }  # fmt: skip
    statuses = {cue.status for cue in all_cues}
    assert {"planned", "possible", "called_for", "hypothetical", "habitual", "negated", "attempted"} <= statuses


def test_each_cue_is_indexed_by_its_first_word_in_lower_case(cues: Cues) -> None:
    for word, found in cues.by_word.items():
        assert all(cue.words[0] == word == word.lower() for cue in found)
        assert [len(cue.words) for cue in found] == sorted((len(cue.words) for cue in found), reverse=True)


@pytest.mark.parametrize(
    ("phrase", "sort"),
    [
        ("said", "say"), ("according to", "say"), ("denied", "deny"), ("ruled out", "rule out"), ("vowed", "promise"),
        ("called for", "demand"), ("was quoted saying", "say"), ("urging", "demand"), ("tells", "say"),
        ("tweeted", "say"), ("allege", "claim"), ("denies", "deny"), ("feared", "fear"), ("pointing out", "say"),
    ],
)  # fmt: skip
def test_speech_cues(cues: Cues, phrase: str, sort: str) -> None:
    found = cues.at(tuple(phrase.split()), 0)
    assert sort in {cue.sort for cue in found if cue.speech and len(cue.words) == len(phrase.split())}


def test_denials_deny_and_nothing_else_does(cues: Cues) -> None:
    denying = {cue.sort for found in cues.by_word.values() for cue in found if cue.stance == "denies"}
    assert denying == {"deny"}


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", ["deny", "denies", "denied", "denied", "denying"]),
        ("urge", ["urge", "urges", "urged", "urged", "urging"]),
        ("express", ["express", "expresses", "expressed", "expressed", "expressing"]),
        ("agree", ["agree", "agrees", "agreed", "agreed", "agreeing"]),
        ("relay", ["relay", "relays", "relayed", "relayed", "relaying"]),
    ],
)
def test_regular_verbs(lemma: str, forms: list[str]) -> None:
    assert list(inflect(lemma, {}).values()) == forms


def test_irregular_verbs() -> None:
    forms = inflect("withdraw", {"withdraw": ["withdraws", "withdrew", "withdrawn", "withdrawing"]})
    assert (forms["past"], forms["participle"]) == ("withdrew", "withdrawn")


@pytest.mark.parametrize(
    ("name", "position"),
    [
        ("A doctor at the main hospital", "medic"),
        ("eyewitnesses in Saada", "eyewitness"),
        ("the Syrian Observatory for Human Rights", "monitor"),
        ("A military source", "belligerent"),
        ("the governor’s office", "official"),
        ("a local newspaper", "media"),
        ("He", None),
    ],
)
def test_positions(cues: Cues, name: str, position: str | None) -> None:
    assert cues.position_of(name) == position


def test_an_overlay_adds(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: mine, family: speech, shape: verb, sort: say, takes: [that], words: [opinionate]}\n")
    assert any(cue.id == "speech.mine.opinionate" for cue in load_cues((path,)).at(("opinionated",), 0))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {id: x, family: speech, shape: verb, words: [no]}", "needs an id and a list of words"),
        ("- {id: x, family: speech, shape: verbal, words: [a]}", "shape is 'verbal'"),
        ("- {id: x, family: speach, shape: verb, words: [a]}", "family is 'speach'"),
        ("- {id: x, family: speech, shape: verb, takes: [pie], words: [a]}", "takes is"),
        ("- {id: x, family: speech, shape: verb, certainty: 2, words: [a]}", "certainty is 2"),
        ("- {id: x, family: speech, shape: verb, colour: red, words: [a]}", "unknown keys"),
        ("words", "a cue list is a list"),
        ("- [", "not valid YAML"),
    ],
)
def test_a_broken_overlay_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    with pytest.raises(DataError, match=r"mine\.yaml") as caught:
        load_cues((path,))
    assert message in str(caught.value)


def test_a_missing_overlay_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot read"):
        load_cues((tmp_path / "none.yaml",))


def test_cues_along_a_sentence_are_those_at_each_word(cues: Cues) -> None:
    text = "officials said on monday that troops may have killed ten , according to state radio ."
    words = text.split()
    assert cues.along(words) == tuple(cues.at(words, index) for index in range(len(words)))
