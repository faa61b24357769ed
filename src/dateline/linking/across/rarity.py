"""Rarity: how much a word that two reports share says, without counting words in the reports at hand.

Counting them (as TF-IDF does) would make a pair's likeness depend on all the other reports, and incidents on the order
in which reports come. The encoder's vocabulary is ordered by how often its words occurred in the large text it was
made from, so a word's place in it tells how rare it is. Measured on the articles of `series` (cosine of whole articles
within ten days, best threshold): pairs F1 .74 so, .77 by counting.
"""

import math
from collections.abc import Callable, Mapping

Rarity = Callable[[str], float]
"""How rare a word in lower case is: 0 (as common as "the") to 1 (not among the known words: a name, mostly)."""

_COMMONEST = 1996
"""Where the words begin in the vocabulary, the commonest first; before them stand special and single characters."""
_SPREAD = 10.0


def rarity_in(vocabulary: Mapping[str, int]) -> Rarity:
    """Rarity by place in a vocabulary that is ordered by frequency: the logarithm of the place, scaled to 0..1."""
    top = math.log(max(vocabulary.values(), default=1) / _SPREAD)

    known = {
        word: min(1.0, max(0.0, math.log(max(1.0, (place - _COMMONEST) / _SPREAD)) / top))
        for word, place in vocabulary.items()
    }
    return lambda word: known.get(word, 1.0)
