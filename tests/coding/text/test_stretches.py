from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.text.stretches import Stretches


@dataclass(frozen=True)
class Mark:
    start: int
    end: int


marks = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Mark(pair[0], sum(pair)))


@given(st.lists(marks), marks)
def test_mentions_within_a_stretch_are_those_that_a_scan_finds(mentions: list[Mark], asked: Mark) -> None:
    scanned = tuple(m for m in mentions if asked.start <= m.start and m.end <= asked.end)
    assert Stretches(mentions).within(asked.start, asked.end) == scanned
