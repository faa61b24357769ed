"""Prominence: whether a trigger is what its sentence tells, or what it tells it after, during or because of.

"Police fired on marchers after a clash" tells of the firing; the clash is its setting. The share scales a tag's score.
"""

from collections.abc import Sequence

from dateline.coding.tagging.wordclass import MODALS, PRONOUNS
from dateline.coding.text.document import Token

FULL, SIDE, SETTING = 1.0, 0.85, 0.65
_REACH = 6  # how far ahead of a noun the word that opens its phrase may stand
_SETTINGS = frozenset(
    {
        "after",
        "following",
        "amid",
        "amidst",
        "since",
        "despite",
        "before",
        "during",
        "over",
        "for",
        "against",
        "until",
        "because",
        "about",
        "like",
    }
)
_SIDES = frozenset(
    {"of", "in", "on", "at", "by", "to", "from", "with", "under", "between", "toward", "towards", "into", "as", "than"}
)
_RELATIVES = frozenset({"who", "which", "that", "whose", "where", "when", "while", "as", "if", "unless", "because"})
_ENDS = frozenset(',.;:!?()–—"“”')


def prominence(tokens: Sequence[Token], first: int, *, noun: bool) -> float:
    """The share of a trigger's score that its position leaves it: `FULL`, `SIDE` or `SETTING`."""
    return _of_noun(tokens, first) if noun else _of_verb(tokens, first)


def _of_noun(tokens: Sequence[Token], first: int) -> float:
    for place in range(first - 1, max(-1, first - _REACH - 1), -1):
        word = tokens[place].lower
        if word in _SETTINGS:
            return SETTING
        if word in _SIDES:
            return SIDE
        if word in _ENDS or word in PRONOUNS or word in MODALS:
            return FULL
    return FULL


def _of_verb(tokens: Sequence[Token], first: int) -> float:
    if first and tokens[first - 1].lower == "to":
        return SIDE
    for place in range(first - 1, max(-1, first - _REACH - 2), -1):
        word = tokens[place].lower
        if word in ("after", "since", "before", "until", "for"):
            return SETTING
        if word in _RELATIVES:
            return SIDE
        if word in _ENDS:
            return FULL
    return FULL
