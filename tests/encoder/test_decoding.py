"""Tags become spans; unsure words become acts with their score."""

import numpy as np
import pytest

from dateline.encoder.decoding import acts_of, spans_of
from dateline.encoder.heads import Matrix


def shares(*rows: tuple[float, ...]) -> Matrix:
    """Shares of a layer with the two special pieces around."""
    outside = (1.0, *([0.0] * (len(rows[0]) - 1)))
    return np.array([outside, *rows, outside], dtype=np.float32)


def test_a_span_begins_goes_on_and_ends() -> None:
    given = shares((0.1, 0.9, 0.0), (0.2, 0.0, 0.8), (0.9, 0.1, 0.0), (0.1, 0.9, 0.0), (0.1, 0.9, 0.0))
    assert [at[:3] for at in spans_of(given)] == [(1, 2, 0), (4, 4, 0), (5, 5, 0)]


def test_a_word_that_may_be_an_act_is_told_with_its_share() -> None:
    (first, second) = acts_of(shares((0.7, 0.3, 0.0), (0.9, 0.1, 0.0), (0.1, 0.8, 0.1), (0.3, 0.1, 0.6)))
    assert first[0] == (1, 1)
    assert first[1] == pytest.approx(0.3)
    assert second[0] == (3, 4)
    assert second[1] == pytest.approx(0.9)
