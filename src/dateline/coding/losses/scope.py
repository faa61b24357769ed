"""Scope: tolls of one occurrence, and tolls of years."""

import re

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook

_YEAR = re.compile(r"(?:19|20)\d\d")
_OVER = frozenset({"in", "over", "during", "within", "throughout"})
_RECENT = frozenset({"past", "last", "recent", "previous"})
_PERIODS = frozenset({"year", "years", "month", "months", "decade", "decades", "week", "weeks"})
_SUPERLATIVE = frozenset({"deadliest", "worst", "first", "bloodiest", "largest", "biggest", "most"})


_WARS = r"(?:war|conflict|insurgency|rebellion|revolution|hostilities)"
_ENDS = (
    r"\b(?! (?:monitor|crimes?|criminals?|planes?|zones?|veterans?|effort|machine|victims?|correspondents?|memorials?|"
    r"museums?|graves?)\b)"
)
_BY_WAR = re.compile(
    rf"\b{_WARS}(?: in \w+(?: \w+)?)?(?: ,)?(?: that| which)?(?: (?:has|have|had|since|now|already|reportedly|also))* "
    r"(?:killed|claimed|left|cost|displaced|wounded)\b"
)
_IN_WAR = re.compile(
    r"\b(?:killed|died|dead|deaths|lives|toll|perished|displaced)(?: \w+){0,3} (?:in|from|by|during)(?: [\w-]+){0,6} "
    rf"{_WARS}{_ENDS}"
)
_SINCE_WAR = re.compile(
    r"^since then\b|\b(?:killed|died|displaced|wounded)(?: \w+){0,2} since then\b"
    rf"|\bsince(?:(?: \w+){{0,5}} {_WARS}(?: \w+){{0,2}} (?:began|begun|started|erupted|broke)\b"
    r"|(?: \w+){0,3} (?:start|outbreak|beginning|onset|breakdown|collapse) of\b)"
    r"|\b(?:has|have|had) since (?:\w+ )?(?:killed|claimed|left|cost|displaced)\b"
)
"""What a war has cost is no toll of the day: "the war has killed", "died in the conflict", "since the war began"."""
_TOTAL = re.compile(
    r"\b(?:several|separate|various|different|multiple|series of|string of|wave of|spate of)(?: \w+){0,2} "
    r"(?:attacks|incidents|strikes|airstrikes|raids|bombings|explosions|blasts|clashes|shootings|places|areas|towns|"
    r"villages|provinces|districts|cities|locations|parts)\b"
    r"|\b(?:across|throughout|around|all over) the (?:country|nation|city|region|province)\b"
    r"|\b(?:across|throughout) (?!the |border)\w+\b|\bnationwide\b|\bcountrywide\b"
    r"|\b(?:a|in) total\b|\bin all\b|\baltogether\b|\boverall\b|\bcombined\b"
)


_FROM_TO = re.compile(
    r"\b(?:from|between) (?:[\w,]+ ){0,4}(?:19|20)\d\d (?:to|and|until|till) (?:[\w,]+ ){0,4}(?:19|20)\d\d\b"
)
MANY = 1_000
"""So many "since" something are a toll of months, whatever it began with."""
WAR = 50_000
"""Deaths that no single occurrence causes: whatever the words, so many are a war's."""


def is_total(words: Words) -> bool:
    """Whether a sentence sums up several occurrences: "in several attacks", "across the country", "a total of"."""
    return bool(_TOTAL.search(" ".join(words)))


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
    told = " ".join(words)
    if any(of_years.search(told) for of_years in (_BY_WAR, _IN_WAR, _SINCE_WAR, _FROM_TO)):
        return True
    if not _SUPERLATIVE.isdisjoint(words):
        return False
    for index, word in enumerate(words):
        if book.cumulative.at(words, index) or _is_period(words, index, book):
            return True
        following = words[index + 1 : index + 4]
        if word == "since" and any(w in book.counts.months or _YEAR.fullmatch(w) for w in following):
            return True
    return False


def counts_over_months(words: Words, most: int) -> bool:
    """Whether a toll of so many is one of months or years by its size."""
    return most >= WAR or (most >= MANY and "since" in words)


def is_rising(words: Words, start: int, end: int, book: LossBook) -> bool:
    """Whether a toll replaces an earlier one: "rose to", "bringing the toll to".

    `start` is the toll word's first token, `end` the number's.
    """
    return not book.rising.isdisjoint(words[max(0, start - 3) : start] + words[max(0, end - 5) : end])
