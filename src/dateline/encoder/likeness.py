"""Likeness: kinds that the network was never fitted to, told by how like their examples an act is.

An act's place is its first and last vectors, turned so that what differs within a kind counts least (whitening by the
scatter within kinds; `training/tagger/grouping.py` makes the turn). It is of a new kind if the middle of that kind's
examples is nearer to it, by cosine, than the middle of every kind that the network was fitted to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.encoder.heads import Matrix, rowwise

GROUPS = "groups"
"""What the names of its weights begin with."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence that tells of an occurrence, and the words of it that name it: start and end, None if not marked."""

    text: str
    at: tuple[int, int] | None = None


class Groups:
    """Where the acts of the kinds lie that the network was fitted to."""

    def __init__(self, weights: Mapping[str, Any]) -> None:
        known = {
            name.removeprefix(f"{GROUPS}."): np.asarray(value, dtype=np.float32)
            for name, value in weights.items()
            if name.startswith(f"{GROUPS}.")
        }
        self._mean, self._turn = known["mean"], known["turn"]
        self.middles: Matrix = known["middles"]
        self.steep = float(known["steep"])

    def place(self, ends: Matrix) -> Matrix:
        """The places of acts, by their first and last vectors side by side: (acts, dimensions), each of length 1."""
        return _scaled(rowwise(ends - self._mean, self._turn))


class NewKinds:
    """Kinds by the middles of their examples."""

    def __init__(self, groups: Groups, examples: Mapping[str, Matrix]) -> None:
        """`examples` has the first and last vectors of each kind's acts, side by side."""
        self._groups = groups
        self._names = tuple(examples)
        own = [_scaled(groups.place(ends).mean(axis=0, keepdims=True))[0] for ends in examples.values()]
        self._middles = np.ascontiguousarray(np.concatenate([groups.middles, np.stack(own)]).T)

    def tell(self, ends: Matrix) -> Sequence[tuple[str, float] | None]:
        """The new kind of each act and its share among all kinds; None where an old one is more like."""
        near = rowwise(self._groups.place(ends), self._middles)
        raised = np.exp(self._groups.steep * (near - near.max(axis=-1, keepdims=True)))
        shares = raised / raised.sum(axis=-1, keepdims=True)
        old = len(self._groups.middles)
        best = near.argmax(axis=-1).tolist()
        return [
            (self._names[kind - old], float(row[kind])) if kind >= old else None
            for kind, row in zip(best, shares, strict=True)
        ]


def _scaled(rows: Matrix) -> Matrix:
    made: Matrix = rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)
    return made
