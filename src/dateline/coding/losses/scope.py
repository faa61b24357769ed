"""Scope: tolls of one occurrence, and tolls of years."""

import re

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook

_YEAR = re.compile(r"(?:19|20)\d\d")
_OVER = frozenset({"in", "over", "during", "within", "throughout"})
_RECENT = frozenset({"past", "last", "recent", "previous"})
_PERIODS = frozenset({"year", "years", "month", "months", "decade", "decades", "week", "weeks"})
_SUPERLATIVE = frozenset({"deadliest", "worst", "first", "bloodiest", "largest", "biggest", "most"})


def _is_period(words: Words, index: int, book: LossBook) -> bool:
    """Whether "in the past two years" or "in recent weeks" starts here; "in last week's raid" is none."""
    if words[index] not in _OVER:
        return False
    rest = words[index + 1 : index + 6]
    end = next((n for n, word in enumerate(rest) if word in _PERIODS), None)
    if end is None:
        return False
    inner = set(rest[:end])
    counted = any(word.isdigit() or word in book.counts.numbers for word in inner)
    plural = rest[end].endswith("s")
    if inner & _RECENT:
        return plural or "the" in inner
    return (
        plural
        and (counted or end == 0)
        and inner <= {"the", *(w for w in inner if w.isdigit() or w in book.counts.numbers)}
    )


def is_cumulative(words: Words, book: LossBook) -> bool:
    """Whether a sentence counts over months or years: "since January", "this year", "between 2011 and 2014".

    "The deadliest attack since 2014" does not.
    """
    if not _SUPERLATIVE.isdisjoint(words):
        return False
    for index, word in enumerate(words):
        if book.cumulative.at(words, index) or _is_period(words, index, book):
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
    """Whether a toll replaces an earlier one: "rose to", "bringing the toll to".

    `start` is the toll word's first token, `end` the number's.
    """
    return not book.rising.isdisjoint(words[max(0, start - 3) : start] + words[max(0, end - 5) : end])
