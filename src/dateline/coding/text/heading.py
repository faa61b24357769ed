"""Headings: the dateline that opens a report."""

import re
from collections.abc import Iterator
from datetime import date

from dateline.coding.text.document import Heading

REACH = 1200
"""How many characters into a report a heading may begin: titles, captions and links come before it."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ ])?"
_DATE = (
    rf"(?:{_WEEKDAY}"
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[ ](?P<m1>{_MONTH})(?:,?[ ](?P<y1>\d{{4}}|\d{{2}}(?!\d|[:.]\d)))?"
    rf"|(?P<m2>{_MONTH})[ ](?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:(?:,[ ]?|[ ])?(?P<y2>\d{{4}}))?(?!\d))"
    r"|(?P<d3>\d{1,2})(?P<sep>[-./])(?P<m3>\d{1,2})(?P=sep)(?P<y3>\d{4}))"
)
_WORD = r"[^\W\d_](?:[^\W_]|['’.-](?=[^\W_])|\.(?=,|[ ]?[-_–—(])){0,30}"
_NAME = rf"{_WORD}(?:[ /]{_WORD}){{0,4}}"
_DASH = r"[ ]?(?:--+|[—–_]|-(?=\s))[ ]?"
_FILED = re.compile(
    rf"(?P<place>{_NAME})"
    rf"(?:[ ]\((?P<paren>[^()\n]{{2,40}})\)(?=,)|,[ ](?!NO DATE)(?P<within>{_NAME}(?:,[ ]{_NAME})?)(?=,|[ ]?[-_–—(]))?"
    rf"(?:,?[ ](?P<date>{_DATE}|NO DATE))?(?:[ ]?\((?P<by>[^()\n]{{2,60}})\))?(?:{_DASH}|(?P<colon>:)[ ])",
    re.IGNORECASE,
)
_STARTS = re.compile(r"(?:\A|(?<=\n)|(?<=[.!?][\"”’ ]))(?=[^\W\d_])")
_DATED = re.compile(
    r"\s*(?:(?:Published|(?:Last[ ])?updated|Posted|Date of publication|Dated)[: ]{0,2}(?:(?:on|at)[ ])?)?"
    rf"(?P<date>{_DATE})"
    r"(?:[ ,]{1,2}(?:at[ ])?\d{1,2}:?\d{2}(?:[ ]?[ap]\.?m\.?)?(?:[ ](?:GMT|UTC|EST|EDT))?(?!\w))?",
    re.IGNORECASE,
)
_AGENCY = r"(?:AFP|AP|Reuters|REUTERS|UPI|EFE|DPA|ANSA|Xinhua|XINHUA|SANA|TASS|Interfax|Anadolu|ACAN-EFE|IANS|PTI|NNA)"
_SIGNED = re.compile(rf"(?<=[ \n])(?P<by>{_AGENCY}),?[ ](?P<date>{_DATE})", re.IGNORECASE)
_MARKS = re.compile(r"(?:\s*\[[^\[\]\n]{1,400}\])*\s*")
_NO_PLACE = {
    "clandestine", "no city", "no place", "update", "updated", "breaking", "breaking news", "watch", "video", "photos",
    "exclusive", "note", "editor", "opinion", "analysis", "correction", "live", "urgent", "factbox", "timeline",
}  # fmt: skip


def find_heading(text: str, published: date | None = None) -> Heading | None:
    """The report's own dateline, or None if it prints none.

    Three forms: place, date and agency before a dash (*QAIM, Iraq, 3 Nov --*); a date that opens the text (*Sun 16
    Apr 2017*); an agency with a full date behind the title (*Reuters Tuesday 4 Aug 2015*). `published` dates a
    day printed without its year, if it lies within ten days of it.
    """
    return _opened_by_date(text, published) or _filed(text, published) or _signed(text, published)


def _filed(text: str, published: date | None) -> Heading | None:
    for begin in _starts(text):
        match = _FILED.match(text, begin)
        if match and _is_dateline(text, match):
            return _heading(text, match, published)
    return None


def _starts(text: str) -> Iterator[int]:
    for match in _STARTS.finditer(text, 0, min(len(text), REACH)):
        yield match.start()


def _is_dateline(text: str, match: re.Match[str]) -> bool:
    """Capitals, a date or an agency tell a dateline from a sentence with a dash in it."""
    place, by = match["place"], match["by"]
    if place.lower() in _NO_PLACE and not match["date"]:
        return False
    if match["colon"] and not (match["y1"] or match["y2"] or match["y3"]):
        return False
    following = text[match.end() : match.end() + 1]
    if not following or following.islower() or not place[0].isupper():
        return False
    dated = bool(match["d1"] or match["d2"] or (match["date"] or "").lower() == "no date")
    shouted = text[match.end() : match.end() + 60].isupper()
    if dated:
        return place.isupper() or len(place.split()) <= 3
    if by:
        return (place.isupper() or len(place.split()) <= 3) and len(by.split()) <= 4 and not by[0].isdigit()
    named = place.isupper() and len(place) >= 4 and len(place.split()) <= _NAME_WORDS
    return named and not shouted and not _AGENCY_ONLY.fullmatch(place)


_NAME_WORDS = 4  # of a place alone before a dash; a longer one is a title ("WEEKLY MALI SECURITY AND AID UPDATE - ...")
_AGENCY_ONLY = re.compile(_AGENCY, re.IGNORECASE)


def _heading(text: str, match: re.Match[str], published: date | None) -> Heading:
    marks = _MARKS.match(text, match.end())
    end = marks.end() if marks else match.end()
    named = match["place"].lower() not in _NO_PLACE
    within = "within" if match["within"] else "paren" if match["paren"] else None
    by = match["by"]
    dated = bool(match["d1"] or match["d2"] or match["d3"])
    return Heading(
        match.start(),
        end,
        place=match.span("place") if named else None,
        within=match.span(within) if named and within else None,
        day=_day(match, published),
        day_span=match.span("date") if dated else None,
        publisher=by.strip() if by else None,
    )


def _opened_by_date(text: str, published: date | None) -> Heading | None:
    match = _DATED.match(text)
    if not match:
        return None
    following = text[match.end() : match.end() + 2].strip(" ")
    printed = _day(match, published)
    if printed is None or following[:1].islower() or following[:1] == ",":
        return None
    if not (match["y1"] or match["y2"] or match["y3"]):
        return None
    end = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" .)\n\t"))
    return Heading(0, end, day=printed, day_span=match.span("date"))


def _signed(text: str, published: date | None) -> Heading | None:
    match = _SIGNED.search(text, 0, min(len(text), 400))
    if not match or not match["by"][0].isupper() or not (match["y1"] or match["y2"] or match["y3"]):
        return None
    end = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip())
    printed = _day(match, published)
    return Heading(match.start(), end, day=printed, day_span=match.span("date"), publisher=match["by"])


def _day(match: re.Match[str], published: date | None) -> date | None:
    try:
        if match["d3"]:
            return _numeric(int(match["d3"]), int(match["m3"]), int(match["y3"]), match["sep"])
        number, name = match["d1"] or match["d2"], match["m1"] or match["m2"]
        if not number:
            return None
        month = _MONTHS.index(name[:3].lower()) + 1
        year = match["y1"] or match["y2"]
        if year:
            return date(_full_year(int(year), len(year), published), month, int(number))
        return _nearest(month, int(number), published)
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int, separator: str) -> date:
    """Day first, but for slashes (American) or where the second number cannot be a month."""
    american = separator == "/" and first <= 12
    return date(year, first, second) if american or second > 12 else date(year, second, first)


def _full_year(year: int, digits: int, published: date | None) -> int:
    """A year of two digits lies in the century that brings it nearest the publication; without one, 1950 to 2049."""
    if digits > 2:
        return year
    if published:
        return min((1900 + year, 2000 + year), key=lambda full: abs(full - published.year))
    return 1900 + year if year >= 50 else 2000 + year


def _nearest(month: int, number: int, published: date | None) -> date | None:
    if published is None:
        return None
    years = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
    days = [date(year, month, number) for year in years if not (month == 2 and number == 29 and year % 4)]
    near = [day for day in days if abs((day - published).days) <= 10]
    return near[0] if near else None
