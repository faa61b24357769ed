"""The names that the network's outputs stand for, as they were when it was trained."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from dateline.errors import EncoderError

AIDS = frozenset({"part"})
"""Layers that were learned for the good of the others alone: nothing reads them."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Layers of spans with their labels, in the order of the network's outputs, and the names of every choice."""

    layers: Mapping[str, tuple[str, ...]]
    kinds: tuple[str, ...]
    statuses: tuple[str, ...]
    sorts: tuple[str, ...]
    roles: tuple[str, ...]
    arguments: tuple[str, ...]

    def columns(self) -> dict[str, tuple[int, int]]:
        """First and last column (exclusive) of each layer's tags: outside, then begin and inside of each label."""
        ends = list(accumulate(1 + 2 * len(names) for names in self.layers.values()))
        return dict(zip(self.layers, pairwise([0, *ends]), strict=True))


def load_labels(path: Path) -> Labels:
    """The labels beside the weights. Raises EncoderError where the file is none."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        layers = {layer: tuple(names) for layer, names in row["layers"].items()}
        names = {name: tuple(row[name]) for name in ("kinds", "statuses", "sorts", "roles", "arguments")}
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise EncoderError(f"{path}: not the labels of an encoder ({error}); install dateline anew") from error
    return Labels(layers, **names)
