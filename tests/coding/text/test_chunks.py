"""Chunks: which words make a noun phrase, and which of them is its head."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.text.chunks import chunk, spans
from dateline.coding.text.classes import word_classes
from dateline.coding.text.sentences import split_sentences


def phrases(text: str) -> list[str]:
    (sentence,) = split_sentences(text)
    return [text[start:end] for start, end in spans(sentence, chunk(sentence))]


def heads(text: str) -> list[str]:
    (sentence,) = split_sentences(text)
    return [sentence.tokens[each.head].text for each in chunk(sentence)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels attacked the old bridge.", ["rebels", "old bridge"]),
        ("Three soldiers were killed by a roadside bomb.", ["soldiers", "roadside bomb"]),
        ("The Ministry of Defence denied it.", ["Ministry of Defence", "it"]),
        ("Troops of the army entered Kobani.", ["Troops of the army", "Kobani"]),
        ("The army seized the bridge - police", ["army", "bridge", "police"]),
        ("A number of gunmen stormed the hotel.", ["gunmen", "hotel"]),
        ("Fighters of the Sunrise Front fled.", ["Fighters of the Sunrise Front"]),
        ("Government forces and tribal fighters took Mada.", ["Government forces", "tribal fighters", "Mada"]),
        ("Iran's elite guard units withdrew on Monday.", ["Iran's elite guard units", "Monday"]),
        ("The wounded soldiers shelled the state-held town.", ["wounded soldiers", "state-held town"]),
        ("Some Daesh (Islamic State) elements hid.", ["Daesh (Islamic State) elements"]),
        ("More than 100 farmers met the mayor of Tovar.", ["farmers", "mayor of Tovar"]),
        ("They wanted to clear the valley.", ["They", "valley"]),
        ("GUERRILLAS OF THE PEOPLE'S FRONT BURNED TWO BUSES.", ["GUERRILLAS OF THE PEOPLE'S FRONT", "BUSES"]),
        ("He met Hadi al-Ameri last week.", ["He", "Hadi al-Ameri", "last week"]),
    ],
)
def test_phrases(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


def test_the_head_is_the_last_noun_or_what_a_word_of_number_counts() -> None:
    assert heads("The army warplanes hit dozens of houses.") == ["warplanes", "houses"]


def test_a_chunk_knows_its_preposition() -> None:
    (sentence,) = split_sentences("Rebels attacked a base near Homs with mortars.")
    assert [each.lead for each in chunk(sentence)] == ["", "", "near", "with"]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attack the town.", "attack", "verb"),
        ("The attack failed.", "attack", "noun"),
        ("The militants who support Damascus left.", "support", "verb"),
        ("Clashes came after taking over the province.", "taking", "verb"),
        ("He said rebels fled.", "said", "verb"),
        ("The stolen car exploded.", "stolen", "adj"),
        ("They don't fight.", "don't", "aux"),
    ],
)
def test_word_classes(text: str, word: str, expected: str) -> None:
    (sentence,) = split_sentences(text)
    found = dict(zip((token.text for token in sentence.tokens), word_classes(sentence), strict=True))
    assert found[word] == expected


@given(st.text(max_size=120))
def test_chunks_never_overlap_and_hold_their_head(text: str) -> None:
    for sentence in split_sentences(text):
        last = -1
        for each in chunk(sentence):
            assert last < each.first <= each.core <= each.head <= each.last < len(sentence.tokens)
            last = each.last


def test_names_of_letters_and_figures_are_one_word() -> None:
    from dateline.coding.text.tokens import tokenise

    assert [token.text for token in tokenise("M23 rebels and 12 T72s, 40 000 men")] == [
        *["M23", "rebels", "and", "12", "T", "72", "s", ",", "40 000", "men"],
    ]
