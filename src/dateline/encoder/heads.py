"""Heads: small layers on the encoder's vectors, in numpy. What they compute is told in `training/tagger/network.py`."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.encoder.labels import Labels

Matrix = NDArray[np.float32]
Cells = tuple[int, int]
"""First and last piece."""


def distance(one: Cells, two: Cells) -> int:
    """How far and on which side the second stretch begins, in word pieces: a bucket of 0..23, finer when near."""
    gap = two[0] - one[0]
    size = min(11, int(math.log2(abs(gap) + 1) * 2))
    return size if gap >= 0 else 12 + size


def softmax(logits: Matrix) -> Matrix:
    """Shares along the last axis."""
    raised = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Matrix = raised / raised.sum(axis=-1, keepdims=True)
    return shares


class Heads:
    """The weights of all heads, by the names that the network gives them."""

    def __init__(self, weights: Mapping[str, Any], labels: Labels) -> None:
        self._weights = {name: np.asarray(value, dtype=np.float32) for name, value in weights.items()}
        self._labels = labels

    @staticmethod
    def ends(vectors: Matrix, stretches: Sequence[Cells]) -> Matrix:
        """First and last vectors of each stretch, side by side: (stretches, 2 * size)."""
        found = np.array(stretches)
        return np.concatenate([vectors[found[:, 0]], vectors[found[:, 1]]], axis=-1)

    def choose(self, head: str, ends: Matrix) -> Matrix:
        """The shares of a choice (kind, status, background, sort) for each stretch."""
        return softmax(self._linear(head, ends))

    def roles(self, vectors: Matrix, acts: Sequence[Cells], spans: Sequence[Cells], labels: Sequence[str]) -> Matrix:
        """How likely each role is for each pair: (acts, spans, roles)."""
        head = self._linear("role_head", self.ends(vectors, acts))[:, None]
        named = self._weights["argument.weight"][[self._labels.arguments.index(label) for label in labels]]
        tail = (self._linear("role_tail", self.ends(vectors, spans)) + named)[None]
        buckets = np.array([[distance(one, two) for two in spans] for one in acts])
        far = self._weights["distance.weight"][buckets]
        both: Matrix = np.concatenate([head * tail, head + tail, far], axis=-1)
        inner = _gelu(self._linear("role_inner", both))
        chances: Matrix = (1 / (1 + np.exp(-self._linear("role", inner)))).astype(np.float32)
        return chances

    def pointed(self, vectors: Matrix, cue: Cells) -> tuple[Cells | None, Cells | None]:
        """The pieces of what a cue says and of who says it; None where it points at piece 0, *none*."""
        said = self.ends(vectors, [cue])[0]
        logits = [self._pointer(number, vectors, said) for number in range(4)]
        return _stretch(logits[0], logits[1]), _stretch(logits[2], logits[3])

    def _pointer(self, number: int, vectors: Matrix, said: Matrix) -> Matrix:
        logits: Matrix = self._linear(f"pointer_token.{number}", vectors) @ self._linear(f"pointer_cue.{number}", said)
        return logits

    def _linear(self, name: str, given: Matrix) -> Matrix:
        made: Matrix = given @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return made


def _stretch(starts: Matrix, ends: Matrix) -> Cells | None:
    start = int(starts.argmax())
    return (start, start + int(ends[start:].argmax())) if start else None


def _gelu(given: Matrix) -> Matrix:
    """GELU by its tanh form: within 0.0005 of the exact one (Hendrycks and Gimpel 2016), and numpy has no erf."""
    made: Matrix = 0.5 * given * (1 + np.tanh(0.7978845608 * (given + 0.044715 * given**3)))
    return made
