"""A smaller network: what is kept of the larger one, and how its likeness to it is measured."""

from types import SimpleNamespace
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch is there for training alone")
pytest.importorskip("transformers", reason="transformers is there for training alone")

from training.tagger.distilling import Alike, unlike  # noqa: E402 -- after the check that torch is there
from training.tagger.examples import Example  # noqa: E402
from training.tagger.lessening import _part  # noqa: E402


def network() -> Any:
    """What the loss reads of a network: its layers of tags."""
    return SimpleNamespace(layers={"trigger": torch.nn.Linear(4, 3), "place": torch.nn.Linear(4, 3)})


def example(length: int) -> Example:
    """An example of so many pieces."""
    return Example("", None, [0] * length, [0] * length, [(0, 0)] * length)


def _far(one: Any, vectors: Any, goal: Any, mask: Any) -> float:
    return float(unlike(one, one, vectors, goal, mask).detach())


def test_neurons_that_are_kept_keep_their_weights() -> None:
    whole = torch.nn.Linear(4, 3)
    rows, columns = torch.tensor([0, 2]), torch.tensor([1, 3])
    assert torch.equal(_part(whole, rows=rows).weight, whole.weight[rows])
    assert torch.equal(_part(whole, rows=rows).bias, whole.bias[rows])
    assert torch.equal(_part(whole, columns=columns).weight, whole.weight[:, columns])
    assert torch.equal(_part(whole, columns=columns).bias, whole.bias)


def test_the_same_reading_is_not_unlike() -> None:
    one, vectors = network(), torch.randn(2, 5, 4)
    every = torch.ones(2, 5, dtype=torch.bool)
    assert _far(one, vectors, vectors, every) == pytest.approx(0, abs=1e-5)
    assert _far(one, vectors + 1, vectors, every) > 0.1


def test_padding_does_not_count() -> None:
    one, vectors = network(), torch.randn(1, 5, 4)
    other = vectors.clone()
    other[0, 3:] = 9
    mask = torch.tensor([[True, True, True, False, False]])
    assert _far(one, other, vectors, mask) == pytest.approx(0, abs=1e-5)


def test_only_what_the_teacher_has_read_is_compared() -> None:
    one, known, unknown = network(), example(3), example(5)
    goal = torch.randn(3, 4)
    beside = Alike(one, one, [known], [goal.half()])
    assert beside([unknown], torch.randn(1, 5, 4)) is None
    vectors = torch.randn(2, 5, 4)
    vectors[1, :3] = goal.half().float()
    found = beside([unknown, known], vectors)
    assert found is not None
    assert float(found.detach()) == pytest.approx(0, abs=1e-5)
