"""Explicit dates: days, months, years, decades and what lacks its year only."""

import re
from datetime import date

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.tense import Direction
from dateline.coding.times.values import Value

_COUNTED = re.compile(
    r"\s?-?(?:people|persons|troops|soldiers|men|women|children|civilians|fighters|militants|rebels|guerrillas|members|"
    r"families|refugees|dead|deaths|killed|wounded|injured|others|feet|foot|miles?|km|kilomet\w+|met(?:er|re)s?|tons?|"
    r"tonnes|pounds|dollars|euros|hours|gmt|local|percent|points?|shares|jobs|houses|homes|workers|students|police|"
    r"officers|votes|students|square|acres|hectares|rounds|men|cases|million|billion|block)\b"
)
_MEASURED = re.compile(
    r"(?:\$|£|€|#|about|around|least|most|than|some|nearly|almost|over|approximately|roughly|up to|estimated|killed|"
    r"killing|injured|injuring|wounded|wounding|another|no\.|number|route|highway|at|flight|page|room)\s?$"
)
_YEARLY = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|to|late|early|mid|during|year|before|after|for|between|and|through|throughout|"
    r"than|on|the|or|circa|around|about|as|fiscal|winter|summer|spring|autumn|fall|election|elections|war|olympics|copyright|"
    r"[a-z]+'s|model|vs\.?|versus)|[(,;:/–—-]|^)\s?$"
)


def full_day(match: re.Match[str], scene: Scene) -> Value | None:
    """A day and a month, with or without year or weekday; with a part of the day."""
    month, number = w.month_number(match["month"]), int(match["day"])
    written = match["year"]
    if not written and match["month"] in ("may", "march") and not scene.is_capitalised(match.start("month")):
        return None
    try:
        if written:
            found = v.day(date(_year(written, scene.anchor), month, number))
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
    chosen = min(days, key=lambda d: (_against(d, anchor, way), abs((d - anchor).days)))
    return v.day(chosen).noting(f"no year is given; {_why(way)} {anchor}")


def _against(day: date, anchor: date, way: Direction) -> bool:
    return (way.way == "past" and day > anchor) or (way.way == "future" and day < anchor)


def _why(way: Direction) -> str:
    return {"past": "the last one up to", "future": "the next one from", None: "the one nearest to"}[way.way]


def _years(anchor: date) -> list[int]:
    return [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]


def _year(digits: str, anchor: date | None) -> int:
    digits = digits.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    short = int(digits)
    if anchor:
        return min((1900 + short, 2000 + short), key=lambda full: abs(full - anchor.year))
    return 1900 + short if short >= 50 else 2000 + short


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
    year = _year(match["c"], scene.anchor)
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
            last = date(_year(year, scene.anchor), month, end)
        else:
            found = _yearless_day(match, scene, month, end)
            if found.last is None:
                return v.unresolved(f"XXXX-{month:02d}-{begin:02d}", "days")
            last = found.last
    except ValueError:
        return None
    first = last.replace(day=begin)
    return Value(first.isoformat(), first, last, "days", extent="span", note=f"{begin} to {end}")


def month_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """A month with its year, or a part of one."""
    found = v.month(_year(match["year"], scene.anchor), w.month_number(match["month"]))
    return _part(found, match["part"])


def month_alone(match: re.Match[str], scene: Scene) -> Value | None:
    """A month without year: the last one up to the anchor, or the next one if the clause looks ahead."""
    name, which = match["month"], match["which"]
    if not _is_month(match, scene):
        return None
    number = w.month_number(name)
    if scene.anchor is None:
        return v.unresolved(f"XXXX-{number:02d}", "month")
    anchor = scene.anchor
    way = scene.direction(match)
    year = anchor.year
    if which == "next" or (not which and way.ahead):
        year += number < anchor.month or (which == "next" and number == anchor.month)
        note = f"the next one from {anchor}"
    elif which == "this":
        note = f"of the year of {anchor}"
    else:
        year -= number > anchor.month or (which in ("last", "past") and number == anchor.month)
        note = f"the last one up to {anchor}"
    return _part(v.month(year, number), match["part"]).noting(note)


def _is_month(match: re.Match[str], scene: Scene) -> bool:
    """Whether *may* and *march* are the months: a capital inside a sentence, or a preposition where all is capitals."""
    if match["month"] not in ("may", "march") or match["which"] or match["part"]:
        return True
    before = scene.before(match)
    led = re.search(
        r"\b(?:in|since|of|by|until|till|from|during|before|after|for|last|next|through|between|and)\s$", before
    )
    if scene.sentence.shouted:
        ahead = re.match(r"\s(?:be|have|not|also|well|now|soon|only|still)\b", scene.after(match))
        return bool(led and not ahead)
    if not scene.is_capitalised(match.start("month")):
        return False
    opens = match.start() <= scene.sentence.start + 1
    return bool(led) or (not opens and match["month"] == "may")


def year_alone(match: re.Match[str], scene: Scene) -> Value | None:
    """A year of four digits, told from a count by the words around it."""
    before, after = scene.before(match), scene.after(match)
    if match["part"] is None and not match["short"]:
        if _COUNTED.match(after) or re.match(r"[.,:/]\d|-\d|%|'s?\d|\.\d", after):
            return None
        if _MEASURED.search(before) and not re.search(r"\b(?:around|about|than)\s?$", before):
            return None
        if not _YEARLY.search(before) and not re.match(r"\s?(?:$|[.,;:)?!'–—]|-)", after):
            return None
    number = _year(match["short"] or match["year"], scene.anchor)
    if scene.anchor and number > scene.anchor.year + 60:
        return None
    return _part(v.year(number), match["part"])


def decade(match: re.Match[str], scene: Scene) -> Value | None:
    """ "the 1980s", "the '80s", "the early eighties"."""
    if match["digits"]:
        digits = match["digits"]
        whole = digits[:3] if len(digits) == 4 else f"{_year(digits, scene.anchor)}"[:3]
    else:
        whole = f"19{2 + _TENS.index(match['name'][:3])}"
    return _part(v.decade(int(whole)), match["part"])


def century(match: re.Match[str], scene: Scene) -> Value | None:
    """ "the 20th century", "the nineteenth century"."""
    del scene
    ordinal = match["ordinal"]
    number = int(ordinal[:-2]) if ordinal[0].isdigit() else w.ORDINALS.get(ordinal, 0)
    return _part(v.century(number), match["part"]) if 1 <= number <= 30 else None


def _part(found: Value, word: str | None) -> Value:
    part = w.part_of(word)
    return v.narrowed(found, part) if part else found


_TENS = ("twe", "thi", "for", "fif", "six", "sev", "eig", "nin")
_ORD = r"(?:st|nd|rd|th)?"
_PART = rf"(?:(?P<part>{w.PART}|the (?:end|beginning|start|middle|close|onset) of)(?: |-)(?:in |of )?)?"
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
    Rule("month-of-year", rf"{_PART}(?P<month>{w.MONTH})(?:,? |,? of |-)(?P<year>{w.YEAR}|'\d\d(?!\d))", month_of_year),
    Rule(
        "month",
        rf"{_PART}(?:(?P<which>last|next|this|past|this past|this coming) )?(?P<month>{w.MONTH})(?![\w])",
        month_alone,
    ),
    Rule(
        "decade",
        rf"{_PART}(?:the )?(?:(?P<digits>(?:1[5-9]|20)\d0|'\d0)'?s|"
        r"(?:nineteen[ -])?(?P<name>(?:twen|thir|for|fif|six|seven|eigh|nine)ties))(?!\w)",
        decade,
    ),
    Rule(
        "century",
        rf"{_PART}(?:the )?(?P<ordinal>\d\d?(?:st|nd|rd|th)|{'|'.join(w.ORDINALS)})[ -]centur(?:y|ies)(?!\w)",
        century,
    ),
    Rule("year", rf"{_PART}(?:(?P<year>{w.YEAR})(?![\w])|(?P<short>'\d\d)(?![\w]))", year_alone),
)
"""In order of preference: what says more comes first."""
