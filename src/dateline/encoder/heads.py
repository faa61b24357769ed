"""Heads: small layers on the encoder's vectors, in numpy. What they compute is told in `training/tagger/network.py`.

Fetching the weights costs more than the sums, for the network's own have pushed them out of the cache: so a head is
asked once for all stretches of a report, and what is asked of the same stretches stands side by side in one matrix.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.encoder.labels import Labels
from dateline.encoder.pieces import LONGEST

Matrix = NDArray[np.float32]
Cells = tuple[int, int]
"""First and last piece."""

_POINTERS = 4
"""Where a cue's content begins and ends, where its source does."""


def distance(one: Cells, two: Cells) -> int:
    """How far and on which side the second stretch begins, in word pieces: a bucket of 0..23, finer when near."""
    gap = two[0] - one[0]
    size = min(11, int(math.log2(abs(gap) + 1) * 2))
    return size if gap >= 0 else 12 + size


_BUCKETS = np.array([distance((0, 0), (gap, gap)) for gap in range(-LONGEST, LONGEST + 1)])


def softmax(logits: Matrix) -> Matrix:
    """Shares along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def rowwise(rows: Matrix, weight: Matrix) -> Matrix:
    """The product of each row by itself with the weights, so that no row's result depends on how many there are.

    A product of many rows rounds otherwise than one of few.
    """
    made: Matrix = (rows[:, None] @ weight)[:, 0]
    return made


class Linear:
    """Layers of the same input as one product; each one's outputs are found again by its name."""

    def __init__(self, weights: Mapping[str, Matrix], *names: str) -> None:
        self._weight = np.ascontiguousarray(np.concatenate([weights[f"{name}.weight"] for name in names]).T)
        self._bias = np.concatenate([weights[f"{name}.bias"] for name in names])
        ends = np.cumsum([len(weights[f"{name}.bias"]) for name in names]).tolist()
        self._columns = {name: slice(begin, end) for name, begin, end in zip(names, [0, *ends[:-1]], ends, strict=True)}

    def __call__(self, given: Matrix) -> dict[str, Matrix]:
        """The outputs of each layer, by its name."""
        made = rowwise(given, self._weight) + self._bias
        return {name: made[:, columns] for name, columns in self._columns.items()}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the heads say of each act: shares of the kinds, of the statuses, of background.

    `head` is its side of the roles.
    """

    kinds: Matrix
    statuses: Matrix
    background: Matrix
    head: Matrix


class Heads:
    """The weights of all heads, by the names that the network gives them."""

    def __init__(self, weights: Mapping[str, Any], labels: Labels) -> None:
        known = {name: np.asarray(value, dtype=np.float32) for name, value in weights.items()}
        self._arguments = {label: number for number, label in enumerate(labels.arguments)}
        self._act = Linear(known, "kind", "status", "background", "role_head")
        self._span = Linear(known, "sort", "role_tail")
        self._argument = known["argument.weight"]
        inner = known["role_inner.weight"].T
        size = len(known["role_tail.bias"])
        self._product, self._sum = (np.ascontiguousarray(inner[n * size : (n + 1) * size]) for n in (0, 1))
        self._far = known["distance.weight"] @ inner[2 * size :] + known["role_inner.bias"]
        self._role = Linear(known, "role")
        self._cue = Linear(known, *(f"pointer_cue.{number}" for number in range(_POINTERS)))
        self._token = np.stack([known[f"pointer_token.{number}.weight"] for number in range(_POINTERS)])

    def choose(self, ends: Matrix) -> Choices:
        """What is said of each act, by its first and last vectors side by side."""
        made = self._act(ends)
        kinds, statuses, background = (softmax(made[name]) for name in ("kind", "status", "background"))
        return Choices(kinds, statuses, background, made["role_head"])

    def take(self, ends: Matrix) -> tuple[list[int], Matrix]:
        """The number of each span's sort, and its side of the roles."""
        made = self._span(ends)
        return made["sort"].argmax(axis=-1).tolist(), made["role_tail"]

    def roles(self, head: Matrix, tail: Matrix, labels: Sequence[str], gaps: Sequence[int]) -> Matrix:
        """How likely each role is for each pair of an act's side and a span's: (pairs, roles).

        `labels` are the spans', `gaps` how many pieces behind its act's start each begins.
        """
        tail = tail + self._argument[[self._arguments[label] for label in labels]]
        far = self._far[_BUCKETS[np.array(gaps) + LONGEST]]
        inner = rowwise(head * tail, self._product) + rowwise(head + tail, self._sum) + far
        logits = self._role(_gelu(inner))["role"]
        chances: Matrix = np.reciprocal(1 + np.exp(-logits))
        return chances

    def ask(self, ends: Matrix) -> Matrix:
        """What each cue asks of the tokens of its sentence: (cues, 4, size); the token that answers best is pointed at.

        It is what the cue's layer gives through the token's, whose own addend is the same for all tokens.
        """
        said = np.stack(list(self._cue(ends).values()), axis=1)
        asked: Matrix = (said[:, :, None] @ self._token)[:, :, 0]
        return asked


def _gelu(given: Matrix) -> Matrix:
    """GELU by its tanh form: within 0.0005 of the exact one (Hendrycks and Gimpel 2016), and numpy has no erf."""
    made: Matrix = 0.5 * given * (1 + np.tanh(0.7978845608 * (given + 0.044715 * given * given * given)))
    return made
