"""Values: stretches of the calendar with their TIMEX3 value and the days that they cover."""

import calendar
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from dateline.frozen import frozen
from dateline.model import Extent, Granularity, TimeType

Part = Literal["early", "mid", "late"]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The first month of each season, as meteorologists of the northern hemisphere count them."""

_CODES: dict[str, Granularity] = {
    "h": "hour", "d": "day", "w": "week", "m": "month", "q": "quarter", "y": "year", "e": "decade", "c": "century",
}  # fmt: skip


@frozen
class Value:
    """What time words mean: the TIMEX3 value, the first and last day that they allow (None: open or unknown).

    `focus` tells whether later words ("the following day") may count from it.
    """

    timex: str | None
    first: date | None = None
    last: date | None = None
    granularity: Granularity = "unknown"
    type: TimeType = "DATE"
    extent: Extent = "within"
    note: str = ""
    focus: bool = True

    def noting(self, note: str) -> "Value":
        """The same value with a note for its evidence."""
        return replace(self, note=f"{self.note}; {note}" if self.note and note else self.note or note)


def day(of: date) -> Value:
    """One day."""
    return Value(of.isoformat(), of, of, "day")


def week(of: date) -> Value:
    """The ISO week (Monday to Sunday) that holds a day."""
    iso = of.isocalendar()
    monday = of - timedelta(days=of.weekday())
    return Value(f"{iso.year}-W{iso.week:02d}", monday, monday + timedelta(days=6), "week")


def weekend(of: date) -> Value:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(of)
    assert whole.last is not None  # noqa: S101 -- a week always has an end
    return Value(f"{whole.timex}-WE", whole.last - timedelta(days=1), whole.last, "days")


def month(year: int, number: int) -> Value:
    """A calendar month."""
    return Value(f"{year:04d}-{number:02d}", date(year, number, 1), _month_end(year, number), "month")


def quarter(year: int, number: int) -> Value:
    """A quarter of a calendar year, 1 to 4."""
    return Value(f"{year:04d}-Q{number}", date(year, 3 * number - 2, 1), _month_end(year, 3 * number), "quarter")


def half(year: int, number: int) -> Value:
    """A half of a calendar year, 1 or 2."""
    return Value(f"{year:04d}-H{number}", date(year, 6 * number - 5, 1), _month_end(year, 6 * number), "season")


def season(year: int, code: str) -> Value:
    """A season ("SP", "SU", "FA", "WI"); winter is named after the year in which it begins."""
    begin = SEASONS[code]
    ending = (year, begin + 2) if code != "WI" else (year + 1, 2)
    return Value(f"{year:04d}-{code}", date(year, begin, 1), _month_end(*ending), "season")


def year(number: int) -> Value:
    """A calendar year."""
    return Value(f"{number:04d}", date(number, 1, 1), date(number, 12, 31), "year")


def fiscal_year(number: int) -> Value:
    """A fiscal year: which twelve months it covers is its keeper's affair, so the year before counts in."""
    return Value(f"{number:04d}", date(number - 1, 1, 1), date(number, 12, 31), "year")


def decade(number: int) -> Value:
    """A decade by its first three digits: 198 is the 1980s."""
    return Value(f"{number:03d}", date(number * 10, 1, 1), date(number * 10 + 9, 12, 31), "decade")


def century(number: int) -> Value:
    """A century by its ordinal: 20 is the twentieth, TIMEX3 "19"."""
    first = 100 * (number - 1)
    return Value(f"{number - 1:02d}", date(max(first, 1), 1, 1), date(first + 99, 12, 31), "century")


def daypart(of: date, code: str) -> Value:
    """A part of a day ("MO", "AF", "EV", "NI", "DT") or a clock time ("14:30")."""
    return Value(f"{of.isoformat()}T{code}", of, of, "hour" if code[:1].isdigit() else "day", "TIME")


def reference(name: str, anchor: date | None) -> Value:
    """PRESENT_REF, PAST_REF or FUTURE_REF, bounded by the anchor where there is one."""
    first = anchor if name != "PAST_REF" else None
    last = anchor if name != "FUTURE_REF" else None
    return Value(name, first, last, extent="span" if name == "PRESENT_REF" else "within", focus=False)


def duration(timex: str) -> Value:
    """A length of time that is not placed in the calendar."""
    return Value(timex, type="DURATION", extent="span", focus=False)


def repeated(timex: str) -> Value:
    """A time that comes again and again."""
    return Value(timex, type="SET", extent="repeated", focus=False)


def unresolved(timex: str | None, granularity: Granularity = "unknown", kind: TimeType = "DATE") -> Value:
    """A time that nothing in the report places."""
    return Value(timex, granularity=granularity, type=kind, note="no anchor to count from", focus=False)


def narrowed(value: Value, part: Part) -> Value:
    """The early, middle or late third of a period; "late October" is the 21st to the end (CONVENTIONS, time)."""
    if value.first is None or value.last is None or value.granularity == "day":
        return value
    if value.granularity == "month":
        begin, end = {"early": (1, 10), "mid": (11, 20), "late": (21, value.last.day)}[part]
        return replace(value, first=value.first.replace(day=begin), last=value.first.replace(day=end))
    days = (value.last - value.first).days + 1
    third = days // 3
    begin, end = {"early": (0, third), "mid": (third, days - third), "late": (days - third, days)}[part]
    return replace(value, first=value.first + timedelta(days=begin), last=value.first + timedelta(days=end - 1))


def around(of: date, unit: str) -> Value:
    """The calendar unit ("d", "w", "m", "q", "y", "e", "c") that holds a day."""
    match unit:
        case "w":
            return week(of)
        case "m":
            return month(of.year, of.month)
        case "q":
            return quarter(of.year, (of.month + 2) // 3)
        case "y":
            return year(of.year)
        case "e":
            return decade(of.year // 10)
        case "c":
            return century(of.year // 100 + 1)
        case _:
            return day(of)


def moved(of: date, number: int, unit: str) -> date:
    """A day so many units later (earlier if negative); the last of a short month stands for a day that it lacks.

    Raises ValueError or OverflowError beyond the years 1 to 9999.
    """
    if unit in "hdw":
        return of + timedelta(days=number * {"h": 0, "d": 1, "w": 7}[unit])
    months = of.year * 12 + of.month - 1 + number * {"m": 1, "q": 3, "y": 12, "e": 120, "c": 1200}[unit]
    into, at = divmod(months, 12)
    if not 1 <= into <= 9999:
        raise OverflowError(f"the year {into} is outside the calendar")
    return date(into, at + 1, min(of.day, calendar.monthrange(into, at + 1)[1]))


def granularity_of(unit: str) -> Granularity:
    """The granularity that a unit's code stands for."""
    return _CODES[unit]


def unit_of(granularity: Granularity) -> str:
    """The unit's code that a granularity stands for; days for what has none."""
    return next((code for code, name in _CODES.items() if name == granularity), "d")


def _month_end(of_year: int, number: int) -> date:
    return date(of_year, number, calendar.monthrange(of_year, number)[1])
