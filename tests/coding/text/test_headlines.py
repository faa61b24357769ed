"""Headlines: their verbs look like nouns, and their dashes part phrases. Sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.text.classes import word_classes
from dateline.coding.text.sentences import split_sentences


def verbs(text: str) -> list[str]:
    (sentence,) = split_sentences(text)
    return [t.text for t, kind in zip(sentence.tokens, word_classes(sentence), strict=True) if kind == "verb"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen kill shopkeeper, daughter in Mirad", ["kill"]),
        ("Ostrian army kills dozens of rebels", ["kills"]),
        ("Rebel shelling kills nurse in Mirad", ["kills"]),
        ("Red Banner Attack Convoy", ["Attack"]),
        ("Rebels Strike Again, Seize 12 Near Mirad", ["Strike", "Seize"]),
        ("Masked men raid police post in Mirad", ["raid"]),
        ("Five children die in Mirad shelling", ["die"]),
        ("Device kills shepherd near Mirad", ["kills"]),
        ("Army kill 3 commanders of the Red Banner", ["kill"]),
        ("Policeman shoots dead market trader", ["shoots"]),
        ("Police raid in Mirad", []),
        ("Rebel attack in Mirad", []),
        ("Army operations", []),
        ("Rebel attacks claim more lives", ["claim"]),
    ],
)
def test_verbs_of_headlines(text: str, expected: list[str]) -> None:
    assert verbs(text) == expected


@given(st.text(alphabet="Ab kills, -:raid Army 3'", max_size=60))
def test_any_text_is_read(text: str) -> None:
    for sentence in split_sentences(text):
        assert len(word_classes(sentence)) == len(sentence.tokens)
