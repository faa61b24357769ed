"""Periods of the year: quarters, halves, fiscal years, seasons and feasts."""

import re
from datetime import date, timedelta

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

_IN_SEASON = re.compile(r"\b(?:in|during|since|until|by|of|through|before|after|for|over|all)(?: the)?\s$")
_IN_THE_FALL = re.compile(r"\b(?:in|since|until|by|during) the\s$|\bin\s$")


def quarter(match: re.Match[str], scene: Scene) -> Value | None:
    """*the third quarter*, *fourth-quarter*, *the first half of 1989*."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}.get(match["ordinal"]) or int(match["ordinal"][0])
    make = v.quarter if match["unit"].startswith("quarter") else v.half
    if make is v.half and number > 2:
        return None
    if match["year"]:
        return make(int(match["year"]), number)
    if scene.anchor is None:
        return None
    year, which = scene.anchor.year, match["of"]
    if which:
        year += {"last": -1, "next": 1}.get(which, 0)
    else:
        begin = (3 if make is v.quarter else 6) * (number - 1) + 1
        year -= begin > scene.anchor.month and not scene.direction(match).ahead
    return make(year, number).noting(f"the last one begun by {scene.anchor}" if not which else "")


def season(match: re.Match[str], scene: Scene) -> Value | None:
    """*last summer*, *in the spring of 1987*."""
    code, which = w.SEASON_CODES[match["season"]], match["which"] or ""
    named = match["year"]
    if not (which or named or match["part"]) and not _IN_SEASON.search(scene.before(match)):
        return None
    fall = match["season"] in ("fall", "spring") and not (which or named)
    if fall and not _IN_THE_FALL.search(scene.before(match)):
        return None
    if named:
        return _parted(v.season(int(named), code), match["part"])
    if scene.anchor is None:
        return v.unresolved(f"XXXX-{code}", "season")
    anchor = scene.anchor
    year = anchor.year
    begin = v.SEASONS[code]
    if "next" in which or (not which and scene.direction(match).ahead):
        year += begin <= anchor.month
    elif "last" in which or "past" in which:
        year -= begin + 2 >= anchor.month
    elif not which:
        year -= begin > anchor.month
    return _parted(v.season(year, code), match["part"]).noting(f"counted from {anchor}")


def fiscal(match: re.Match[str], _scene: Scene) -> Value | None:
    """*fiscal 1990*, *fiscal year 1990*."""
    return v.fiscal_year(int(match["year"]))


def holiday(match: re.Match[str], scene: Scene) -> Value | None:
    """A feast: *Christmas*, *New Year's Eve*, *the Fourth of July*, *Good Friday*, *Thanksgiving*."""
    name, anchor = match["feast"], scene.anchor
    if match["year"]:
        return v.day(feast_in(int(match["year"]), name))
    if anchor is None:
        return v.unresolved(None, "day")
    which = match["which"] or ""
    found = feast_in(anchor.year, name)
    if which == "next" or (not which and scene.direction(match).ahead):
        found = found if found >= anchor else feast_in(anchor.year + 1, name)
    elif which != "this":
        found = found if found <= anchor else feast_in(anchor.year - 1, name)
    return v.day(found).noting(f"counted from {anchor}")


def feast_in(year: int, name: str) -> date:
    """The day of a feast in a year. Raises ValueError for what is no feast."""
    for pattern, (month, number) in _FEASTS.items():
        if re.fullmatch(pattern, name):
            return date(year, month, number)
    if name.startswith("orthodox"):
        return orthodox_easter(year)
    for pattern, days in _FROM_EASTER.items():
        if re.fullmatch(pattern, name):
            return easter(year) + timedelta(days=days)
    if name.startswith("thanksgiving"):
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    raise ValueError(f"{name!r} is no feast")


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, number = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, number + 1)


def _parted(found: Value, word: str | None) -> Value:
    part = w.part_of(word)
    return v.narrowed(found, part) if part else found


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar, for 1900 to 2099 (Meeus; Julian, so thirteen days on)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, number = divmod(moon + weekday + 114, 31)
    return date(year, month, number + 1) + timedelta(days=13)


_FEASTS = {
    r"christmas eve": (12, 24), r"christmas(?: day)?": (12, 25),
    r"new year's eve": (12, 31), r"new year's(?: day)?": (1, 1),
    r"(?:fourth|4th) of july|july fourth|independence day": (7, 4), r"valentine's day": (2, 14), r"halloween": (10, 31),
    r"may day": (5, 1), r"veterans day|armistice day": (11, 11), r"april fools'? day": (4, 1), r"boxing day": (12, 26),
    r"st\.? patrick's day": (3, 17), r"groundhog day": (2, 2),
}  # fmt: skip
_FROM_EASTER = {
    r"easter(?: sunday)?": 0, r"good friday": -2, r"palm sunday": -7, r"easter monday": 1, r"ash wednesday": -46,
}  # fmt: skip
_ALL_FEASTS = "|".join((*_FEASTS, *sorted(_FROM_EASTER, reverse=True), "thanksgiving(?: day)?", "orthodox easter"))
_PART = rf"(?:(?P<part>{w.PART}|(?:the |at )?(?:end|beginning|start|middle|close) of)(?:[ -])(?:in |of |on )?)?"
_ORDINALS = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

RULES = (
    Rule(
        "feast",
        rf"(?:(?P<which>last|next|this) )?(?P<feast>{_ALL_FEASTS})(?!\w)(?:,? (?P<year>{w.YEAR}))?",
        holiday,
    ),
    Rule(
        "quarter",
        rf"(?:the )?(?P<ordinal>{_ORDINALS})[ -](?:fiscal )?(?P<unit>quarter|half)(?!\w)"
        rf"(?:(?:,? of |,? in |,? )(?P<year>{w.YEAR})| (?:of )?(?P<of>last|this|next|the) year)?",
        quarter,
    ),
    Rule("fiscal", rf"(?:the )?fiscal (?:year )?(?P<year>{w.YEAR})", fiscal),
    Rule(
        "season",
        rf"{_PART}(?:(?:the )?(?P<which>last|next|this|this past|this coming|past|coming) )?"
        rf"(?P<season>{w.SEASON})(?!\w)(?:,? (?:of )?(?P<year>{w.YEAR}))?",
        season,
    ),
)
"""In order of preference: what says more comes first."""
