"""Feasts: Christmas and Easter by either reckoning, Islamic months and feasts, national days. All by rule or table."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value
from dateline.model import Granularity


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, number = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, number + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar, for 1900 to 2099 (Meeus; Julian, so thirteen days on)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, number = divmod(moon + weekday + 114, 31)
    return date(year, month, number + 1) + timedelta(days=13)


def islamic_day(year: int, month: int, day: int) -> date:
    """A day of the arithmetic Islamic calendar (30-year cycle; Reingold and Dershowitz, Calendrical Calculations).

    Whoever goes by the sighting of the moon may be a day, seldom two, off it.
    """
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRA - 1 + before + day)


_HIJRA = 227_015  # the ordinal of 1 Muharram of the year 1
_SIGHTED = timedelta(days=1)  # how far the sighted moon mostly lies from the reckoned one

_FIXED: Mapping[str, tuple[int, int]] = {
    r"orthodox christmas(?: day)?": (1, 7), r"orthodox christmas eve": (1, 6),
    r"christmas eve": (12, 24), r"christmas(?: day)?": (12, 25),
    r"new year's eve": (12, 31), r"new year's(?: day)?": (1, 1),
    r"(?:fourth|4th) of july|july fourth": (7, 4), r"valentine's day": (2, 14), r"halloween": (10, 31),
    r"may day": (5, 1), r"veterans day|armistice day": (11, 11), r"april fools'? day": (4, 1), r"boxing day": (12, 26),
    r"st\.? patrick's day": (3, 17), r"groundhog day": (2, 2), r"bastille day": (7, 14),
    r"(?:nowruz|newroz|norouz|nawroz|nauroz|navroz)(?: day)?": (3, 21),
}  # fmt: skip
_FROM_EASTER: Mapping[str, int] = {
    r"easter monday": 1, r"easter(?: sunday| day)?": 0, r"good friday": -2, r"palm sunday": -7, r"ash wednesday": -46,
    r"maundy thursday|holy thursday": -3, r"holy saturday": -1,
}  # fmt: skip
_HOLY_WEEK = r"holy week|easter week"
_ISLAMIC_FEASTS: Mapping[str, tuple[int, int, int]] = {
    r"(?:the )?(?:feast of )?eid[ -](?:al|ul)[ -]fitr|eid[ -]ul[ -]fitri|lebaran": (10, 1, 3),
    r"(?:the )?(?:feast of )?eid[ -](?:al|ul)[ -](?:adha|azha)|kurban bayram[iı]?|tabaski|feast of the sacrifice": (
        12, 10, 4),
    r"ashura|ashoura": (1, 10, 1), r"arba'?een|arbain": (2, 20, 1),
    r"mawlid(?: al[ -]nabi)?|eid[ -]milad(?:[ -]un[ -]nabi)?|(?:the )?prophet(?: muhammad| mohammed)?'s birthday": (
        3, 12, 1),
}  # fmt: skip
"""Month, day and length in days (Shia and Sunni keep some of them a few days apart; these are the commoner ones)."""
_ISLAMIC_MONTHS: Mapping[str, int] = {
    r"muharr?am": 1, r"safar": 2, r"rabi(?:'|a)? (?:al[ -]?)?awwal": 3, r"rabi(?:'|a)? (?:al[ -]?)?(?:thani|akhir)": 4,
    r"jumad[ai] (?:al[ -]?)?(?:awwal|ula)": 5, r"jumad[ai] (?:al[ -]?)?(?:thani|akhir|akhira)": 6, r"rajab": 7,
    r"sha'?ban": 8, r"ramadh?an|ramazan": 9, r"shawwal": 10, r"(?:dhu|zul)(?: al)?[ -]?(?:qa'?dah?|qaida)": 11,
    r"(?:dhu|zul)(?: al)?[ -]?hijj?ah?": 12,
}  # fmt: skip

# National days, by the stems that tell the country. Public facts; those that move (Israel's) are left out.
_INDEPENDENCE: Mapping[str, tuple[int, int]] = {
    "ukrain": (8, 24), "nigeria": (10, 1), "pakistan": (8, 14), "india": (8, 15), "syria": (4, 17), "leban": (11, 22),
    "jordan": (5, 25), "afghan": (8, 19), "philippin": (6, 12), "indonesia": (8, 17), "kenya": (12, 12),
    "somali": (7, 1), "south sudan": (7, 9), "sudan": (1, 1),
    "mali": (9, 22), "burkina": (8, 5), "nigerien": (8, 3), "chad": (8, 11),
    "congo": (6, 30), "central african": (8, 13), "mozambi": (6, 25), "angola": (11, 11), "colombia": (7, 20),
    "salvador": (9, 15), "guatemala": (9, 15), "hondura": (9, 15), "nicaragua": (9, 15), "peru": (7, 28),
    "mexic": (9, 16), "venezuela": (7, 5), "bolivia": (8, 6), "ecuador": (8, 10), "haiti": (1, 1), "algeria": (7, 5),
    "tunisia": (3, 20), "moroc": (11, 18), "libya": (12, 24), "yemen": (11, 30), "kosov": (2, 17), "armenia": (9, 21),
    "azerbaijan": (5, 28), "burm": (1, 4), "myanmar": (1, 4), "sri lanka": (2, 4), "bangladesh": (3, 26),
    "uganda": (10, 9), "rwanda": (7, 1), "burundi": (7, 1), "u.s.": (7, 4), "united states": (7, 4), "america": (7, 4),
}  # fmt: skip
_VICTORY: Mapping[str, tuple[int, int]] = {
    "russia": (5, 9), "soviet": (5, 9), "ukrain": (5, 9), "belarus": (5, 9), "bangladesh": (12, 16), "dhaka": (12, 16),
}  # fmt: skip
_NATIONAL: Mapping[str, tuple[Mapping[str, tuple[int, int]], tuple[int, int]]] = {
    "independence day": (_INDEPENDENCE, (7, 4)), "victory day": (_VICTORY, (5, 9)),
}  # fmt: skip
_IN_PASSING = 2  # namings of such countries that need not make a report one about them
_ORTHODOX = re.compile(
    r"\b(?:ukrain|kyiv|kiev|donbas|donetsk|lu[hg]ansk|russia|moscow|belarus|serb|greece|greek|bulgari|romani|ethiopia|"
    r"eritrea|copt|macedoni|montenegr|moldov)"
)


def holiday(match: re.Match[str], scene: Scene) -> Value | None:
    """A feast: *Christmas*, *Orthodox Easter*, *Eid al-Fitr 2017*, *Nowruz*, *Nigeria's Independence Day*."""
    name, anchor = match["feast"], scene.anchor
    if match["year"]:
        return _in_year(int(match["year"]), name, scene)
    if anchor is None:
        return v.unresolved(None, "day")
    return _nearest(name, match, scene, anchor).noting(f"counted from {anchor}")


def _nearest(name: str, match: re.Match[str], scene: Scene, anchor: date) -> Value:
    """The last one begun by the anchor, or the next, as the clause looks back or ahead."""
    which = match["which"] or ""
    if which == "this":
        return _in_year(anchor.year, name, scene)
    found = sorted(
        (_in_year(year, name, scene) for year in (anchor.year - 1, anchor.year, anchor.year + 1)), key=_begin
    )
    if which == "next" or (not which and scene.direction(match).ahead):
        return next(value for value in found if (value.last or anchor) >= anchor)
    return next(value for value in reversed(found) if _begin(value) <= anchor)


def _begin(value: Value) -> date:
    return value.first or date.max


def _in_year(year: int, name: str, scene: Scene) -> Value:
    """A feast in a year. Raises ValueError for what is no feast."""
    if name in _NATIONAL:
        return v.day(date(year, *_of_country(name, scene)))
    if re.fullmatch(_HOLY_WEEK, name):
        sunday = easter_of(year, scene)
        return replace(v.week(sunday), first=sunday - timedelta(days=7))
    for pattern, days in _FROM_EASTER.items():
        if re.fullmatch(pattern, name):
            return v.day(easter_of(year, scene) + timedelta(days=days))
    for pattern, feast in _ISLAMIC_FEASTS.items():
        if re.fullmatch(pattern, name):
            return _islamic(year, *feast)
    return v.day(feast_in(year, name))


def feast_in(year: int, name: str) -> date:
    """The day of a feast that is the same for everyone in a year. Raises ValueError for what is no feast."""
    for pattern, (month, number) in _FIXED.items():
        if re.fullmatch(pattern, name):
            return date(year, month, number)
    if name == "orthodox easter":
        return orthodox_easter(year)
    if name.startswith("thanksgiving"):
        first = date(year, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    raise ValueError(f"{name!r} is no feast")


def easter_of(year: int, scene: Scene) -> date:
    """Easter as the countries keep it of which the sentence speaks, or the report more than in passing."""
    there = _ORTHODOX.search(scene.folded, scene.sentence.start, scene.sentence.end)
    orthodox = there or len(_ORTHODOX.findall(scene.folded)) > _IN_PASSING
    return orthodox_easter(year) if orthodox else easter(year)


def _of_country(name: str, scene: Scene) -> tuple[int, int]:
    """The national day of the country that the sentence names, else of the one that the report names most."""
    days, default = _NATIONAL[name]
    for text in (scene.folded[scene.sentence.start : scene.sentence.end], scene.folded):
        counted = {stem: len(re.findall(rf"\b{re.escape(stem)}", text)) for stem in days}
        stem = max(days, key=lambda stem: (counted[stem], len(stem)))
        if counted[stem]:
            return days[stem]
    return default


def _islamic(year: int, month: int, day: int, length: int) -> Value:
    """The stretch of an Islamic feast or month that begins in a Gregorian year (the later, if two do), a day more at
    either end for the sighting of the moon.
    """
    last = (date(year, 12, 31).toordinal() - _HIJRA) * 30 // 10_631 + 1
    starts = [islamic_day(number, month, day) for number in (last + 1, last, last - 1)]
    start = next(start for start in starts if start.year <= year)
    made = _stretch(start - _SIGHTED, start + timedelta(days=length - 1) + _SIGHTED, _grain(length))
    return made.noting("by the arithmetic Islamic calendar, a day more at either end: the moon is sighted")


def _grain(length: int) -> Granularity:
    return "month" if length >= 29 else "days"


def _stretch(first: date, last: date, granularity: Granularity) -> Value:
    return Value(f"{first.isoformat()}/{last.isoformat()}", first, last, granularity)


def lunar_month(match: re.Match[str], scene: Scene) -> Value | None:
    """A month of the Islamic calendar or a day of it: *Ramadan*, *27 Ramadan 1435*, *the first day of Muharram*."""
    if _is_no_month(match, scene):
        return None
    month = next(number for pattern, number in _ISLAMIC_MONTHS.items() if re.fullmatch(pattern, match["month"]))
    day = _DAYS.get(match["day"] or "") or int(match["number"] or 0)
    length = 1 if day else 30
    if match["year"]:
        return _in_their_year(int(match["year"]), month, day or 1, length)
    if scene.anchor is None:
        return v.unresolved(None, "day" if day else "month")
    return _nearest_month(month, day or 1, length, match, scene, scene.anchor).noting(f"counted from {scene.anchor}")


def _in_their_year(year: int, month: int, day: int, length: int) -> Value:
    if year >= _GREGORIAN:
        return _islamic(year, month, day, length)
    start = islamic_day(year, month, day)  # their own count: "Ramadan 1435"
    return _stretch(start - _SIGHTED, start + timedelta(days=length - 1) + _SIGHTED, _grain(length))


_GREGORIAN = 1600  # the first year that is taken for one of the Gregorian calendar


def _nearest_month(month: int, day: int, length: int, match: re.Match[str], scene: Scene, anchor: date) -> Value:
    found = sorted((_islamic(anchor.year + more, month, day, length) for more in (-1, 0, 1)), key=_begin)
    which = match["which"] or ""
    if which == "this":
        return min(found, key=lambda value: abs((_begin(value) - anchor).days + length // 2))
    if which in ("next", "coming") or (not which and scene.direction(match).ahead):
        return next(value for value in found if (value.last or anchor) >= anchor)
    if which in ("last", "past"):
        return next(value for value in reversed(found) if (value.last or anchor) < anchor)
    return next(value for value in reversed(found) if _begin(value) <= anchor)


_LEADS = re.compile(
    r"\b(?:of|during|in|since|until|before|after|throughout|for|this|last|next|holy|month|by|through)(?: the)? $"
)


def _is_no_month(match: re.Match[str], scene: Scene) -> bool:
    """Whether such a word is rather a man's name or a place's: no capital, a name beside it, "Safar village", or no
    word of time that leads to it.
    """
    start, end = match.span("month")
    if not scene.is_capitalised(start):
        return True
    if re.match(r" [A-Z]\w", scene.text[end : end + 3]) and not scene.sentence.shouted:
        return True
    if _PLACED.match(scene.after(match)):
        return True
    led = match["which"] or match["year"] or match["day"] or match["number"] or _LEADS.search(scene.before(match))
    if led:
        return False
    return match["month"] not in _WELL_KNOWN or _GIVEN.search(scene.text, max(0, start - 20), start) is not None


_WELL_KNOWN = frozenset({"ramadan", "ramadhan", "muharram"})
_PLACED = re.compile(r" (?:village|town|city|district|area|street|province|camp|square|mosque|neighbo|road)")
_GIVEN = re.compile(r"[A-Z][\w'-]+ $")

_FEASTS = "|".join(
    (
        *_NATIONAL, *_FIXED, "orthodox easter", _HOLY_WEEK,
        *_FROM_EASTER, *_ISLAMIC_FEASTS, "thanksgiving(?: day)?",
    )
)  # fmt: skip
_MONTHS = "|".join(_ISLAMIC_MONTHS)
_DAYS: Mapping[str, int] = {**w.ORDINALS, "opening": 1, "last": 29, "final": 29}
_DAY = "|".join(_DAYS)

RULES = (
    Rule(
        "feast",
        rf"(?:(?P<which>last|next|this) )?(?P<feast>{_FEASTS})(?!\w)(?:,? (?P<year>{w.YEAR}))?",
        holiday,
    ),
    Rule(
        "lunar",
        rf"(?:(?:the )?(?P<day>{_DAY}) day of |(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? )?"
        rf"(?:(?P<which>last|next|this|past|coming) )?(?:the )?(?:(?:holy|fasting|sacred|muslim|islamic) month of )?"
        rf"(?P<month>{_MONTHS})(?!\w)(?:,? (?P<year>{w.YEAR}|1[34]\d\d))?",
        lunar_month,
    ),
)
