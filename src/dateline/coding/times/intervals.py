"""Intervals: times joined with their neighbours, and opened or closed by *since*, *until*, *from … to*."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateline.coding.times.grammar import Found
from dateline.coding.times.values import Value

_BESIDE = re.compile(r",? ?(?:(?:at|on|of|in|the|around|about|until|from|by|before|after|early|late)? ?){0,2}")
_CLOCKS = ("clock", "o-clock", "clock-24", "military", "midnight", "in-the-night", "mid-afternoon", "at-dawn",
           "the-night-of")  # fmt: skip
_SINCE = re.compile(r"\b(?:ever )?since(?: (?:the|at least|about|around|early|late|mid))? ?$")
_UNTIL = re.compile(r"\b(?:until|till|up to|through)(?: (?:the|at least|early|late))? ?$")
_BEFORE = re.compile(r"\b(?:before|prior to)(?: the)? ?$")
_AFTER = re.compile(r"\bafter(?: the)? ?$")
_ENDS = re.compile(r"\s*(?:$|[.,;:)!?—–-]|(?:and|but|or|when|as|in|at|on|by|of|to|with|the|an?|he|she|it|they|we)\b)")
_THROUGHOUT = re.compile(r"\b(?:throughout|all|during all of|for all of)(?: of)?(?: the)? ?$")
_FROM = re.compile(r"\b(?:from|between)(?: the| early| late)? ?$")
_TO = re.compile(r" (?:to|and|until|till|through)(?: the| early| late)? ")


def joined(found: Sequence[Found], folded: str) -> list[Found]:
    """A clock time or part of the day and the day beside it are one time: "at 5 p.m. on Friday"."""
    kept: list[Found] = []
    for one in found:
        before = kept[-1] if kept else None
        both = before and _both(before, one, folded[before.end : one.start])
        if before and both:
            kept[-1] = Found(before.start, one.end, f"{before.rule}+{one.rule}", both)
        else:
            kept.append(one)
    return kept


def _both(one: Found, other: Found, between: str) -> Value | None:
    if len(between) > 12 or not _BESIDE.fullmatch(between):
        return None
    clock, day = (one.value, other.value) if _is_clock(one) else (other.value, one.value)
    if not (_is_clock(one) or _is_clock(other)) or day.type != "DATE" or day.granularity != "day":
        return None
    code = (clock.timex or "").partition("T")[2]
    if not code or not day.timex:
        return None
    return replace(clock, timex=f"{day.timex}T{code}", first=day.first, last=day.last, note=day.note)


def _is_clock(found: Found) -> bool:
    return found.value.type == "TIME" and found.rule in _CLOCKS


def bounded(found: Sequence[Found], folded: str, begin: int) -> Iterator[Found]:
    """Times with the words before them heeded: *since 2014* is open, *from 3 May to 5 May* runs to the second."""
    for at, one in enumerate(found):
        lead = folded[max(begin, one.start - 24) : one.start]
        following = found[at + 1] if at + 1 < len(found) else None
        value = one.value
        if value.first is None or value.type == "DURATION":
            yield one
        elif following and _FROM.search(lead) and _TO.fullmatch(folded[one.end : following.start]):
            yield replace(one, value=_spanning(value, following.value))
        else:
            yield replace(one, value=_opened(value, lead, folded[one.end : one.end + 16]))


def _spanning(value: Value, until: Value) -> Value:
    if until.last is None or value.first is None or until.last < value.first:
        return value
    return replace(value, last=until.last, extent="span").noting(f"until {until.timex}")


def _opened(value: Value, lead: str, after: str) -> Value:
    if _SINCE.search(lead):
        return replace(value, last=None, extent="span").noting("since then, with no end told")
    if _UNTIL.search(lead):
        return replace(value, first=None, extent="span").noting("until then, with no beginning told")
    if _THROUGHOUT.search(lead):
        return replace(value, extent="span")
    if not _ENDS.match(after):  # "after Sunday massacre": the day of the massacre
        return value
    if _BEFORE.search(lead) and value.first and value.first > date.min:
        return replace(value, first=None, last=value.first - timedelta(days=1)).noting("before it")
    if _AFTER.search(lead):
        return replace(value, last=None).noting("after it")
    return value
