"""Tokens of a sentence are found by their offsets."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.text.sentences import split_sentences

TEXT = "Rebels held Qa'im.  The U.S.-led force hit 1,200 targets near Al-Bab, it said."


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_tokens_between_and_before_offsets_are_those_that_lie_there(start: int, end: int) -> None:
    for sentence in split_sentences(TEXT):
        assert sentence.between(start, end) == tuple(t for t in sentence.tokens if start <= t.start and t.end <= end)
        assert sentence.before(end) == len([token for token in sentence.tokens if token.end <= end])
