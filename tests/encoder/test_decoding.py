"""Tags become spans; unsure words become acts with their score."""

import numpy as np
import pytest

from dateline.encoder.decoding import acts_of, pointed, shares_of, spans_of
from dateline.encoder.heads import Matrix
from dateline.encoder.labels import Labels


def shares(*rows: tuple[float, ...]) -> Matrix:
    """Shares of a layer with the two special pieces around."""
    outside = (1.0, *([0.0] * (len(rows[0]) - 1)))
    return np.array([outside, *rows, outside], dtype=np.float32)


def test_a_span_begins_goes_on_and_ends() -> None:
    given = shares((0.1, 0.9, 0.0), (0.2, 0.0, 0.8), (0.9, 0.1, 0.0), (0.1, 0.9, 0.0), (0.1, 0.9, 0.0))
    assert [at[:3] for at in spans_of(given, given.argmax(axis=-1).tolist())] == [(1, 2, 0), (4, 4, 0), (5, 5, 0)]


def test_each_layer_has_shares_of_its_own_and_what_only_helped_to_learn_has_none() -> None:
    layers = {"trigger": ("trigger",), "party": ("actor", "object"), "part": ("doer",)}
    labels = Labels(layers, kinds=(), statuses=(), sorts=(), roles=(), arguments=())
    given = np.array([[0, 0, 0, 900, 0, 0, 0, 0, 5, 5, 5], [1, 0, 0, -900, 0, 0, 0, 0, 5, 5, 5]], dtype=np.float32)
    found = shares_of(given, labels)
    assert list(found) == ["trigger", "party"]
    assert found["trigger"][0] == pytest.approx([1 / 3] * 3)
    assert found["party"][0] == pytest.approx([1, 0, 0, 0, 0])
    assert found["party"][1] == pytest.approx([0, 0.25, 0.25, 0.25, 0.25])


def test_a_cue_points_at_stretches_or_at_nothing() -> None:
    logits = np.array([[0, 9, 9, 0], [5, 0, 0, 0], [0, 1, 0, 9], [0, 3, 0, 0]], dtype=np.float32)
    assert pointed(logits) == ((1, 3), None)


def test_a_word_that_may_be_an_act_is_told_with_its_share() -> None:
    given = shares((0.7, 0.3, 0.0), (0.9, 0.1, 0.0), (0.1, 0.8, 0.1), (0.3, 0.1, 0.6))
    (first, second) = acts_of((1.0 - given[:, 0]).tolist(), (given[:, 2] > given[:, 1]).tolist())
    assert first[0] == (1, 1)
    assert first[1] == pytest.approx(0.3)
    assert second[0] == (3, 4)
    assert second[1] == pytest.approx(0.9)
