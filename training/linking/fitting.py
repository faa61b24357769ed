"""Fitting: logistic regression over the levels that the features see, held to a prior."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.linking.across.features import seen
from dateline.linking.across.scoring import Weights, weights_from
from training.linking.pairs import Pair

Floats = NDArray[np.float64]
HOLD, STEPS, RATE = 1.0, 700, 0.05
JOIN, APART = -1.4, -4.0
"""Chosen on the fitted figures of the dev halves and on the Syrian pairs read (docs/decisions/0009), JOIN among -2 to
.5, APART among -3 to -5 with an early fit."""


def fit(pairs: Sequence[Pair], prior: Mapping[str, float]) -> Weights:
    """Weights for the prior's levels and all that the pairs show; the same on every run."""
    levels = sorted({*prior, *(name for pair in pairs for name in seen(pair.one, pair.other))})
    place = {name: n for n, name in enumerate(levels)}
    shown = np.zeros((len(pairs), len(levels)))
    for row, pair in enumerate(pairs):
        shown[row, [place[name] for name in seen(pair.one, pair.other)]] = 1
    same, counts = (np.array([float(getattr(pair, part)) for pair in pairs]) for part in ("same", "counts"))
    weights = _descend(shown, same, counts, np.array([prior.get(name, 0.0) for name in levels]))
    named = {name: float(weight) for name, weight in zip(levels, weights[:-1], strict=True)}
    return weights_from({"base": float(weights[-1]), "join": JOIN, "apart": APART, "levels": named})


def _descend(shown: Floats, same: Floats, counts: Floats, prior: Floats) -> Floats:
    """Adam on the weighted log-loss with a pull to the prior; the last weight is the base."""
    held = np.append(prior, 0.0)
    pull = np.append(np.full(len(prior), HOLD), 0.0)
    given = np.hstack([shown, np.ones((len(shown), 1))])
    weights = held.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        likely = 1 / (1 + np.exp(-(given @ weights)))
        slope = (given.T @ (counts * (likely - same)) + pull * (weights - held)) / counts.sum()
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights = weights - RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return weights


def folds_of(incidents: Iterable[str], number: int = 5) -> dict[str, int]:
    """A fold for each incident of the keys, by its place in order."""
    return {incident: n % number for n, incident in enumerate(sorted(set(incidents)))}
