"""Names: the full names of persons, as words that two reports can share."""

import re
import sys
from collections.abc import Iterable, Iterator

from dateline.gazetteer.fold import fold
from dateline.linking.across.rarity import Rarity
from dateline.model import Actor

_NAME_WORD = re.compile(r"[^\W\d_]{2,}")
_COMMON = 0.35
"""Up to here a word is no part of a name that tells people apart ("the"; "john" is just above)."""
_RARE = 0.7
"""From here on it is no common noun ("vehicle" .68); a mention all of such words is taken for a name."""
_TOGETHER = 1.25
"""From here on for its words together few share a name: "robert brown" has 1.09, "luis galan" 1.76."""
_THINGS = frozenset(
    {
        "center", "centre", "hospital", "clinic", "university", "school", "college", "department", "police", "church",
        "street", "avenue", "road", "park", "county", "city", "crime", "stoppers", "rights", "news", "party",
        "residence", "leader",
    }
)  # fmt: skip
"""Words that no person's name has, where a name was misread."""


def names_of(actors: Iterable[Actor], rarity: Rarity) -> Iterator[tuple[str, ...]]:
    """Full names of persons, offices left out; a surname alone is too little to go by."""
    for actor in actors:
        person = actor.sort == "person" and actor.name is not None
        words = _NAME_WORD.findall((person and actor.name) or actor.text)
        rare = all(word[0].isupper() and rarity(word.lower()) > _RARE for word in words)
        if any(word.lower() in _THINGS for word in words) or not (person or (actor.id is None and rare)):
            continue
        kept = tuple(sys.intern(fold(word)) for word in words if rarity(word.lower()) > _COMMON)
        if len(kept) > 1:
            yield kept


def rare_names(actors: Iterable[Actor], rarity: Rarity) -> Iterator[tuple[str, ...]]:
    """The full names that few persons share."""
    return (name for name in names_of(actors, rarity) if sum(map(rarity, name)) >= _TOGETHER)


def one_name(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: two words shared, in one order."""
    both = [word for word in x if word in y]
    return len(both) > 1 and [word for word in y if word in both] == both
