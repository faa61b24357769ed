"""Explicit days: with or without their year, in words or digits, one or a range."""

import re
from datetime import date

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.tense import Direction
from dateline.coding.times.values import Value

AGAINST_TENSE = 200
"""Days by which a yearless date may be nearer and still lose to one that agrees with the tense: a report that leaves
out the year means one within some months (without it, one deadline in three of the times set fell a year early)."""


def full_day(match: re.Match[str], scene: Scene) -> Value | None:
    """A day and a month, with or without year or weekday; with a part of the day."""
    month, number = w.month_number(match["month"]), int(match["day"])
    written = match["year"]
    if scene.is_name(match):
        return None
    if not written and match["month"] in ("may", "march") and not scene.is_capitalised(match.start("month")):
        return None
    try:
        if written:
            found = v.day(date(w.year_of(written, scene.anchor), month, number))
        else:
            found = _yearless_day(match, scene, month, number)
    except ValueError:
        return None
    return _with_daypart(found, match["daypart"])


def _yearless_day(match: re.Match[str], scene: Scene, month: int, number: int) -> Value:
    if scene.anchor is None:
        return v.unresolved(f"XXXX-{month:02d}-{number:02d}", "day")
    anchor = scene.anchor
    days = [date(year, month, number) for year in _years(anchor) if not (month == 2 and number == 29 and year % 4)]
    if not days:
        raise ValueError("no such day in these years")
    if match["weekday"]:
        fitting = [d for d in days if d.weekday() == w.weekday_number(match["weekday"])]
        days = fitting or days
    way = scene.direction(match)
    chosen = min(days, key=lambda d: abs((d - anchor).days) + AGAINST_TENSE * _against(d, anchor, way))
    return v.day(chosen).noting(f"no year is given; of {len(days)} the nearest to {anchor}, the tense heeded")


def _against(day: date, anchor: date, way: Direction) -> bool:
    return (way.way == "past" and day > anchor) or (way.way == "future" and day < anchor)


def _years(anchor: date) -> list[int]:
    return [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]


def _with_daypart(found: Value, word: str | None) -> Value:
    if not word:
        return found
    code = w.DAYPARTS[word.split()[-1]]
    if found.first is None:
        return v.unresolved(f"{found.timex}T{code}", "day", "TIME")
    return v.daypart(found.first, code).noting(found.note)


def numeric_day(match: re.Match[str], scene: Scene) -> Value | None:
    """Digits alone: 2017-11-03, 30.04.2017, 12/23/16; slashes are read the American way unless that cannot be."""
    if match["iso"]:
        try:
            return v.day(date.fromisoformat(match["iso"]))
        except ValueError:
            return None
    first, second = int(match["a"]), int(match["b"])
    year = w.year_of(match["c"], scene.anchor)
    month_first = (match["sep"] == "/" and first <= 12) or second > 12
    month, number = (first, second) if month_first else (second, first)
    try:
        found = v.day(date(year, month, number))
    except ValueError:
        return None
    ambiguous = first <= 12 and second <= 12 and first != second
    return found.noting("month and day could be the other way round") if ambiguous else found


def day_range(match: re.Match[str], scene: Scene) -> Value | None:
    """Several days of one month: "3-5 May", "from 3 to 5 May", "May 3 to 5, 2017"."""
    month = w.month_number(match["month"])
    begin, end = int(match["day"]), int(match["until"])
    year = match["year"]
    if begin >= end:
        return None
    if not year and match["month"] in ("may", "march") and not scene.is_capitalised(match.start("month")):
        return None
    try:
        if year:
            last = date(w.year_of(year, scene.anchor), month, end)
        else:
            found = _yearless_day(match, scene, month, end)
            if found.last is None:
                return v.unresolved(f"XXXX-{month:02d}-{begin:02d}", "days")
            last = found.last
    except ValueError:
        return None
    first = last.replace(day=begin)
    return Value(first.isoformat(), first, last, "days", extent="span", note=f"{begin} to {end}")


_ORD = r"(?:st|nd|rd|th)?"
_DAYPART = rf"(?:(?: |, |,? at |,? in the )(?P<daypart>(?:early |late )?{w.DAYPART})(?!\w))?"
_WEEKDAY = rf"(?:(?P<weekday>{w.ANY_WEEKDAY}),? (?:the )?)?"
_WIRE_YEAR = rf"(?:,? (?:of )?(?P<year>{w.YEAR}|'\d\d(?!\d)))?"

RULES = (
    Rule(
        "digits",
        r"(?:(?P<iso>\d{4}-\d\d-\d\d)(?![\d-])|"
        rf"(?P<a>\d{{1,2}})(?P<sep>[-./])(?P<b>\d{{1,2}})(?P=sep)(?P<c>{w.YEAR}|\d\d(?![\d./-])))",
        numeric_day,
    ),
    Rule(
        "day-range",
        rf"(?P<weekday>)(?:from |between )?(?P<day>{w.DAY}){_ORD} ?(?:-|–|to|and|until|through) ?"
        rf"(?P<until>{w.DAY}){_ORD} (?:of )?(?P<month>{w.MONTH})(?!\w){_WIRE_YEAR}",
        day_range,
    ),
    Rule(
        "day-range-american",
        rf"(?P<weekday>)(?:from |between )?(?P<month>{w.MONTH}) (?P<day>{w.DAY}){_ORD} ?(?:-|–|to|through|until) ?"
        rf"(?P<until>{w.DAY}){_ORD}(?!\w){_WIRE_YEAR}",
        day_range,
    ),
    Rule(
        "day-month",
        rf"{_WEEKDAY}(?:the )?(?P<day>{w.DAY}){_ORD} (?:of )?(?P<month>{w.MONTH})(?!\w)"
        rf"(?:,? (?:of )?(?P<year>{w.YEAR}|'?\d\d(?![\d.:%,]|\d)))?{_DAYPART}",
        full_day,
    ),
    Rule(
        "month-day",
        rf"{_WEEKDAY}(?P<month>{w.MONTH}) (?:the )?(?P<day>{w.DAY}){_ORD}(?![\w%]|[.,]\d{{1,3}}(?!\d))"
        rf"{_WIRE_YEAR}{_DAYPART}",
        full_day,
    ),
)
"""In order of preference: what says more comes first."""
