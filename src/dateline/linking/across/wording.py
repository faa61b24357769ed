"""Wording: the telling words of a stretch of text, and how far two stretches share them."""

import math
import re
import sys
from collections import Counter
from collections.abc import Mapping

from dateline.linking.across.rarity import Rarity

Wording = Mapping[str, float]
"""A few telling words with their weights, a vector of length 1 or nearly."""

_WORD = re.compile(r"[^\W_]+")
_WEIGHTS = tuple(n / 999 for n in range(1000))
"""Weights are held in thousandths, so that a million wordings share a thousand numbers."""
_STEEP = 3
"""Weights go with this power of a word's rarity; 2 to 4 were tried on `series`, with 24 to 200 words kept."""


def wording_of(text: str, rarity: Rarity, most: int) -> Wording:
    """The `most` weightiest words of a text."""
    counts = Counter(_WORD.findall(text.lower()))
    weights = {word: (1 + math.log(n)) * rarity(word) ** _STEEP for word, n in counts.items()}
    top = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    length = math.sqrt(sum(weight * weight for _, weight in top))
    return {sys.intern(word): _WEIGHTS[round(999 * weight / length)] for word, weight in top if weight > 0}


def shared(one: Wording, other: Wording) -> float:
    """The cosine of two wordings, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


def shared_words(one: Wording, other: Wording, most: int = 4) -> tuple[str, ...]:
    """The words that two wordings share, the weightiest first."""
    both = sorted(((w * other[word], word) for word, w in one.items() if word in other), reverse=True)
    return tuple(word for _, word in both[:most])
