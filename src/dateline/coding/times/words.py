"""Words of time: months, weekdays, numbers, units, parts of the day, as regex pieces and look-up tables.

All patterns are for folded text (`fold`): lower case, straight apostrophes, one kind of blank.
"""

import re
from datetime import date

from dateline.coding.text.tokens import APOSTROPHES
from dateline.coding.times.values import Part

MONTHS = {name: number for number, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
UNITS = {
    "minute": "n", "hour": "h", "day": "d", "night": "d", "week": "w", "fortnight": "f", "month": "m", "quarter": "q",
    "year": "y", "decade": "e", "century": "c", "centurie": "c", "second": "s",
}  # fmt: skip
SEASON_CODES = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
DAYPARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV",
    "sunset": "EV", "nightfall": "EV", "night": "NI", "nighttime": "NI", "daytime": "DT", "noon": "12:00",
    "midday": "12:00", "midnight": "24:00",
}  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBERS = (
    {name: number for number, name in enumerate(_ONES)}
    | {name: 10 * number for number, name in enumerate(_TENS, 2)}
    | {"hundred": 100, "dozen": 12}
)
ORDINALS = {name: number for number, name in enumerate(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
     "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
     "twentieth", "twenty-first"), 1)}  # fmt: skip
S = r"[ ]{1,3}"
S0 = r"[ ]{0,3}"
GAP = r"(?:[ ]{1,3}|-)"
END = r"(?![\w])"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:\.|(?!\w)))"
)
LONG_MONTH = MONTH.replace(r"(?:\.|(?!\w))", r"\.")
"""A month that stands alone: an abbreviation needs its full stop (*Jan* and *Dec* are names too)."""
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
SHORT_WEEKDAY = r"(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?:\.|(?!\w))"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%])"
UNIT = r"(?:minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie)"
NUMBER = (
    r"(?:\d{1,4}(?:\.\d)?(?![\d,])|"
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
    r"(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"(?:a )?hundred|(?:a )?dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_TENS_WORDS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
SPOKEN_YEAR = (
    rf"(?:nineteen[ -](?:{_TENS_WORDS}(?:[ -]{_ONES_WORDS})?|(?:oh|hundred)[ -]{_ONES_WORDS}|ten|eleven|twelve|"
    rf"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|"
    rf"two[ -]thousand(?:[ -](?:and[ -])?{_ONES_WORDS})?(?!,))"
)
"""A year in words, as broadcasts are written down: *nineteen ninety-six*."""
VAGUELY = r"(?:a few|few|several|some|many|a couple of|a couple|couple of|a number of|numerous)"
DAYPART = (
    r"(?:morning|afternoon|evening|night|nighttime|dawn|daybreak|dusk|sunset|sunrise|nightfall|noon|midday|midnight)"
)
SEASON = r"(?:spring|summer|fall|autumn|winter)"
PART = r"(?:the[ ])?(?:very[ ])?(?:early|mid|late|middle|later|earlier)"

_LETTERS = {"s": "T{}S", "n": "T{}M", "h": "T{}H", "d": "{}D", "w": "{}W", "m": "{}M", "q": "{}Q", "y": "{}Y"}
_MULTIPLES = {"f": ("{}W", 2), "e": ("{}Y", 10), "c": ("{}Y", 100), "q": ("{}M", 3)}
_BLANKS = str.maketrans(
    dict.fromkeys("\t\r\x0b\x0c\u00a0\u2009\u202f\u2002\u2003", " ") | {"\u2011": "-", "\u2010": "-"}
)
_EVENED = {**APOSTROPHES, **_BLANKS}
_WRAP = re.compile(r"(?<!\n)\n(?!\n)")


def fold(text: str) -> str:
    """The text in lower case, with straight apostrophes and plain blanks; every offset stays where it was."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters (İ) grow in lower case
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    return _WRAP.sub(" ", lowered.translate(_EVENED))


def period(number: str, unit: str) -> str:
    """The TIMEX3 value of a length: P3D of "three days", PXW of "several weeks"."""
    code = UNITS[unit]
    count = number_of(number)
    letters, times = _MULTIPLES.get(code) or (_LETTERS[code], 1)
    return "P" + letters.format("X" if count is None else f"{count * times:g}")


def month_number(name: str) -> int:
    """1 to 12, from a month's name or abbreviation."""
    return MONTHS[name[:3]]


def weekday_number(name: str) -> int:
    """0 (Monday) to 6, from a weekday's name or abbreviation."""
    return WEEKDAYS[name[:3]]


def number_of(words: str) -> float | None:
    """The number that digits or words name; None for vague ones."""
    words = words.strip().removeprefix("a ").replace("-", " ")
    if words[:1].isdigit():
        return float(words)
    parts = words.split()
    if not parts or any(part not in NUMBERS for part in parts):
        return 1.0 if words in ("a", "an", "another", "") else None
    return float(sum(NUMBERS[part] for part in parts))


def year_of(digits: str, anchor: date | None) -> int:
    """A year of four digits, or of two: then the one nearest the anchor, else 1950 to 2049."""
    digits = digits.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    short = int(digits)
    if anchor:
        return min((1900 + short, 2000 + short), key=lambda full: abs(full - anchor.year))
    return 1900 + short if short >= 50 else 2000 + short


def spoken_year(words: str) -> int:
    """The year that words name: *nineteen ninety-six*, *two thousand*."""
    parts = [part for part in words.replace("-", " ").split() if part not in ("and", "oh", "hundred")]
    if parts[0] == "two":
        return 2000 + sum(NUMBERS[part] for part in parts[2:])
    return 1900 + sum(NUMBERS[part] for part in parts[1:])


def part_of(word: str | None) -> Part | None:
    """ "early", "mid" or "late", from the words that say so."""
    if not word:
        return None
    return next((_PARTS[form] for form in word.replace("-", " ").split() if form in _PARTS), None)


_PARTS: dict[str, Part] = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early", "onset": "early",
    "mid": "mid", "middle": "mid",
    "late": "late", "later": "late", "end": "late", "close": "late",
}  # fmt: skip
