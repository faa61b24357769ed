"""Names: triggers, verbs and chunks give way to the names that hold them."""

from dateline.coding.tagging.names import held_together, is_of_name, locked
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.chunks import chunk
from dateline.coding.text.classes import word_classes
from dateline.coding.text.sentences import split_sentences


def test_a_chunk_runs_over_the_and_of_a_name() -> None:
    (sentence,) = split_sentences("The Front of Karsan and Mirad fighters left.")
    joined = held_together(chunk(sentence), [(1, 5)])
    assert (joined[0].first, joined[0].last) == (0, 6)


def test_no_word_of_a_name_is_a_verb() -> None:
    (sentence,) = split_sentences("TERRORISTS OF THE SHINING PATH BURNED HOUSES.")
    assert locked(word_classes(sentence), [(3, 4)])[3] == "noun"


def test_a_trigger_within_a_name_is_none() -> None:
    text = "He left the Tribal Mobilization on Monday."
    (sentence,) = split_sentences(text)
    at = text.index("Mobilization")
    assert is_of_name(sentence, Tag("trigger", at, at + 12), [])


def test_a_headline_capitalises_its_deeds_too() -> None:
    text = "Rebel Attacks Kill Seven In Karsan"
    (sentence,) = split_sentences(text)
    assert not is_of_name(sentence, Tag("trigger", 6, 13), [])
