"""Wording: the telling words of a stretch of text, and how far two stretches share them."""

import math
import re
import sys
from collections import Counter
from collections.abc import Mapping

from dateline.linking.across.rarity import Rarity

Wording = Mapping[str, int]
"""A few telling words with their weights, a vector of length `WHOLE` or nearly.

Whole numbers add up the same in any order, and a million wordings share a thousand of them.
"""

WHOLE = 999
_WORD = re.compile(r"[^\W_]+")
_WEIGHTS = tuple(range(WHOLE + 1))
_STEEP = 3
"""Weights go with this power of a word's rarity; 2 to 4 were tried on `series`, with 24 to 200 words kept."""


def wording_of(text: str, rarity: Rarity, most: int) -> Wording:
    """The `most` weightiest words of a text."""
    counts = Counter(_WORD.findall(text.lower()))
    weights = {word: (1 + math.log(n)) * rarity(word) ** _STEEP for word, n in counts.items()}
    top = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:most]
    length = math.sqrt(sum(weight * weight for _, weight in top))
    return kept({word: round(WHOLE * weight / length) for word, weight in top if weight > 0})


def kept(words: Mapping[str, int]) -> Wording:
    """A wording of words and numbers that all wordings share, for little memory.

    Raises ValueError for a weight that is none (not 0 to `WHOLE`).
    """
    if not all(0 <= weight <= WHOLE for weight in words.values()):
        raise ValueError("a word weighs less than nothing or more than all")
    return {sys.intern(word): _WEIGHTS[weight] for word, weight in words.items()}


def shared(one: Wording, other: Wording) -> float:
    """The cosine of two wordings, 0 to 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other) / WHOLE**2


def shared_words(one: Wording, other: Wording, most: int = 4) -> tuple[str, ...]:
    """The words that two wordings share, the weightiest first."""
    both = sorted(((w * other[word], word) for word, w in one.items() if word in other), reverse=True)
    return tuple(word for _, word in both[:most])
