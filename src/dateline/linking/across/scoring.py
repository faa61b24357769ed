"""Scoring: how likely two traces tell of one occurrence, as the sum of what the features see, with the reasons."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import DataError
from dateline.linking.across.features import seen
from dateline.linking.across.phrases import phrase_of
from dateline.linking.across.trace import Trace
from dateline.model import Evidence

THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Weights:
    """What each level weighs, in thousandths of a unit of log-odds: whole numbers add up the same in any order.

    `base` is where a pair starts, `join` the mean score from which groups are joined. `apart` is the least that a pair
    scores, so that one pair of misread reports cannot part two groups by itself; two incidents of one report, which its
    own reading told apart, score twice that.
    """

    base: int
    join: int
    apart: int
    levels: Mapping[str, int]


def weights_from(data: Mapping[str, Any]) -> Weights:
    """Weights from the data of `data/weights.yaml`. Raises DataError where a part is absent or no number."""
    try:
        base, join, apart = (round(float(data[name]) * THOUSAND) for name in ("base", "join", "apart"))
        levels = {str(name): round(float(value) * THOUSAND) for name, value in data["levels"].items()}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(f"weights of linking: {error!r}; base, join, apart and levels must be numbers") from error
    return Weights(base, join, apart, levels)


@cache
def own_weights() -> Weights:
    """The weights that ship with dateline."""
    text = (files("dateline.linking.across") / "data" / "weights.yaml").read_text(encoding="utf-8")
    return weights_from(yaml.safe_load(text))


def score(a: Trace, b: Trace, weights: Weights) -> int:
    """The score of a pair, the same either way round."""
    if a.report == b.report:
        return 2 * weights.apart
    known = weights.levels
    return max(weights.apart, weights.base + sum(known.get(level, 0) for level in seen(a, b)))


def explain(a: Trace, b: Trace, weights: Weights) -> Evidence:
    """Why two traces score as they do: each level that weighs something, the heaviest first."""
    first, second = sorted((a, b), key=lambda trace: trace.key)
    said = sorted(((weights.levels.get(level, 0), level) for level in seen(first, second)), key=lambda s: -abs(s[0]))
    shown = "; ".join(f"{phrase_of(level, first, second)} {weight / THOUSAND:+.1f}" for weight, level in said if weight)
    total = score(a, b, weights)
    note = f"{'/'.join(first.key)} with {'/'.join(second.key)}: {shown}"
    return Evidence(rule="linking.across", score=round(likelihood(total), 3), note=note)


def likelihood(total: int) -> float:
    """A score as a likelihood, 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total / THOUSAND))))
