"""When: the span of days in which an event happened, as UCDP's coders write it.

A day that is told is that day. Where none is told, it happened in the three days up to publication, or on the day of it
(the record holds that span). "Late October" is the 15th to the end of the month, "early October" the 1st to the
14th. An event never crosses a year: a span that does is cut to the year that more of it lies in, and flagged.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import Time
from dateline.rulebooks.precision import ucdp_when

_MONTHS = "|".join([*calendar.month_name[1:], *(f"{name}\\.?" for name in calendar.month_abbr[1:]), "month"])
_LATE = re.compile(rf"\b(?:late|end of|latter half of|closing days of)\b[\w\s,-]*?\b(?:{_MONTHS})\b", re.IGNORECASE)
_EARLY = re.compile(rf"\b(?:early|beginning of|start of|first half of)\b[\w\s,-]*?\b(?:{_MONTHS})\b", re.IGNORECASE)
_HALF = 15
"""Late begins with this day of the month."""
_LEAST = 5
"""Of a time as long as this may be said that it is late or early in a month: "late on 3 October" is a day."""


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days within one year, its date_prec, the rule and words that gave it. `told`: by the text's words."""

    first: date
    last: date
    precision: int
    rule: str
    told: bool
    words: str = ""
    flags: tuple[str, ...] = ()

    def and_(self, other: "Days") -> "Days":
        """The span that holds both; both lie in one year."""
        first, last = min(self.first, other.first), max(self.last, other.last)
        words = "; ".join(dict.fromkeys(filter(None, (self.words, other.words))))
        flags = tuple(dict.fromkeys((*self.flags, *other.flags)))
        return Days(first, last, _precision(first, last), "ucdp.when.merged", self.told and other.told, words, flags)


def days(time: Time | None) -> Days | None:
    """The span of an incident's time; None where a first or a last day is not known, or years lie between them."""
    if time is None or time.first is None or time.last is None:
        return None
    first, last, rule = _halved(time, time.first, time.last)
    first, last, flags = _in_one_year(first, last)
    if (time.last - time.first).days > 366:
        return None
    told = time.basis != "publication"
    if not told and rule == "ucdp.when.told":
        rule, flags = "ucdp.when.publication", (*flags, "date: no day is told; three days up to publication")
    return Days(first, last, _precision(first, last), rule, told, time.text or "", flags)


def _halved(time: Time, first: date, last: date) -> tuple[date, date, str]:
    words = time.text or ""
    if (last - first).days + 1 >= _LEAST and (first.year, first.month) == (last.year, last.month):
        if _LATE.search(words):
            end = calendar.monthrange(first.year, first.month)[1]
            return first.replace(day=_HALF), first.replace(day=end), "ucdp.when.late"
        if _EARLY.search(words):
            return first.replace(day=1), first.replace(day=_HALF - 1), "ucdp.when.early"
    return first, last, "ucdp.when.told"


def _in_one_year(first: date, last: date) -> tuple[date, date, tuple[str, ...]]:
    if first.year == last.year:
        return first, last, ()
    flag = f"date: told as {first} to {last}; cut, for no event crosses a year"
    end, start = date(first.year, 12, 31), date(last.year, 1, 1)
    if last.year - first.year > 1 or (end - first) >= (last - start):
        return first, end, (flag,)
    return start, last, (flag,)


def _precision(first: date, last: date) -> int:
    return ucdp_when(Time(first=first, last=last)) or 5


def touching(one: Days, other: Days) -> bool:
    """Whether two spans of one year overlap or follow one another day on day."""
    gap = timedelta(days=1)
    same = one.first.year == one.last.year == other.first.year == other.last.year
    return same and one.first <= other.last + gap and other.first <= one.last + gap
