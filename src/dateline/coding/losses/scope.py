"""Scope: tolls of one occurrence, and tolls of years."""

import re

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook

_YEAR = re.compile(r"(?:19|20)\d\d")
_SUPERLATIVE = frozenset({"deadliest", "worst", "first", "bloodiest", "largest", "biggest", "most"})


def is_cumulative(words: Words, book: LossBook) -> bool:
    """Whether a sentence counts over months or years: "since January", "this year", "between 2011 and 2014".

    "The deadliest attack since 2014" does not.
    """
    if not _SUPERLATIVE.isdisjoint(words):
        return False
    for index, word in enumerate(words):
        if book.cumulative.at(words, index):
            return True
        following = words[index + 1 : index + 4]
        if word == "since" and any(w in book.counts.months or _YEAR.fullmatch(w) for w in following):
            return True
        if (
            word in {"between", "from"}
            and len(following) == 3
            and _YEAR.fullmatch(following[0])
            and _YEAR.fullmatch(following[2])
        ):
            return True
    return False


def is_rising(words: Words, start: int, end: int, book: LossBook) -> bool:
    """Whether a toll replaces an earlier one: "rose to", "bringing the toll to"."""
    return not book.rising.isdisjoint(words[max(0, start - 3) : start] + words[end : end + 4])
