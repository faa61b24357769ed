"""Counts: numbers in words and figures, vague quantities, and numbers that count nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.counts import load_counts
from dateline.coding.losses.quantities import read_quantity
from dateline.coding.tagging.counts import CountRecogniser
from dateline.coding.text.sentences import split_sentences

BOOK = load_counts()
RECOGNISER = CountRecogniser(BOOK)


def counts(text: str) -> list[str]:
    return [text[tag.start : tag.end] for s in split_sentences(text) for tag in RECOGNISER.recognise(s, [])]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("seven", (7, 7, 7)),
        ("TWENTY-ONE", (21, 21, 21)),
        ("ninety nine", (99, 99, 99)),
        ("two hundred and forty-one", (241, 241, 241)),
        ("three thousand five hundred", (3500, 3500, 3500)),
        ("12,500", (12500, 12500, 12500)),
        ("1.2 million", (1_200_000, 1_200_000, 1_200_000)),
        ("40 thousand", (40_000, 40_000, 40_000)),
        ("a hundred", (100, 100, 100)),
        ("a dozen", (12, 12, 12)),
        ("half a dozen", (6, 6, 6)),
        ("two dozen", (24, 24, 24)),
        ("more than two dozen", (24, 24, None)),
        ("at least 14", (14, 14, None)),
        ("no fewer than nine", (9, 9, None)),
        ("over 60", (60, 60, None)),
        ("up to 40", (None, 40, 40)),
        ("as many as 70", (None, 70, 70)),
        ("some 30", (27, 30, 33)),
        ("nearly 20", (18, 20, 20)),
        ("fewer than 10", (None, None, 9)),
        ("between 10 and 15", (10, 12, 15)),
        ("10 to 15", (10, 12, 15)),
        ("10-15", (10, 12, 15)),
        ("six or seven", (6, 6, 7)),
        ("dozens", (24, 36, 99)),
        ("hundreds", (200, 300, 999)),
        ("scores", (40, 60, 99)),
        ("several", (3, 5, 9)),
        ("several hundred", (300, 500, 999)),
        ("tens of thousands", (20_000, 30_000, 99_999)),
        ("a number of", (2, None, None)),
        ("a couple", (2, 2, 3)),
        ("both", (2, 2, 2)),
        ("no", (0, 0, 0)),
        ("another 20", (20, 20, 20)),
        ("all five", (5, 5, 5)),
        ("a total of 33", (33, 33, 33)),
    ],
)
def test_quantities(words: str, expected: tuple[int | None, int | None, int | None]) -> None:
    text = f"{words} soldiers"
    tokens = tuple(token.lower for token in split_sentences(text)[0].tokens)
    quantity = read_quantity(tokens, 0, BOOK)
    assert quantity is not None
    assert quantity.range == expected
    assert quantity.end == len(tokens) - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boy aged 12 and a 41-year-old farmer died.", []),
        ("John Smith, 30, was killed.", []),
        ("On 12 March 2014 it began at 14:30.", []),
        ("They marched 20 km in 3 days with $20 million.", []),
        ("Soldiers of the 15th Brigade with M-16 rifles.", []),
        ("UNSC Resolution 1701 and Article 5 apply.", []),
        ("Some 30% of them fled in 2003.", []),
        ("In 2014 300 people fled.", ["300"]),
        ("THE SIX JESUITS AND ABOUT 30 PEASANTS", ["THE SIX", "ABOUT 30"]),
        ("At least 29 died and half a dozen were hurt.", ["At least 29", "half a dozen"]),
    ],
)
def test_tags(text: str, expected: list[str]) -> None:
    assert counts(text) == expected


UNITS = {value: word for word, value in BOOK.numbers.items() if "-" not in word and word != "fourty"}


def spell(number: int) -> str:
    """A number in English words, the British way."""
    if number in UNITS and number < 100:
        return UNITS[number]
    if number < 100:
        return f"{UNITS[number // 10 * 10]}-{UNITS[number % 10]}"
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    head, rest = f"{spell(number // size)} {name}", number % size
    if not rest:
        return head
    return f"{head} and {spell(rest)}" if rest < 100 else f"{head} {spell(rest)}"


@given(st.integers(min_value=1, max_value=999_999))
def test_numbers_in_words_round_trip(number: int) -> None:
    words = tuple(token.lower for token in split_sentences(spell(number))[0].tokens)
    quantity = read_quantity(words, 0, BOOK)
    assert quantity is not None
    assert quantity.range == (number, number, number)
    assert quantity.end == len(words)


@given(st.text(max_size=200))
def test_offsets_match_any_text(text: str) -> None:
    for tag_text, sentence in [(tag, s) for s in split_sentences(text) for tag in RECOGNISER.recognise(s, [])]:
        assert sentence.start <= tag_text.start < tag_text.end <= sentence.end
