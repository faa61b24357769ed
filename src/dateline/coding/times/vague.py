"""Vague times, lengths of time and repeated times."""

import re
from dataclasses import replace
from datetime import date

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

_WITHIN = re.compile(r"\b(?:in|over|within|in the (?:space|course) of|in course of) (?:just |only |nearly |about )?$")
_RECORD = re.compile(r"\b(?:first|worst|most|least|highest|lowest|\w{3,}iest|\w{3,}est)\b")
_MOST = 9
"""What "several" and "a few" reach to at most (CONVENTIONS, losses)."""
_PERIODS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
            "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H"}  # fmt: skip


def present(_match: re.Match[str], scene: Scene) -> Value | None:
    """*now*, *currently*, *these days*."""
    return v.reference("PRESENT_REF", scene.anchor)


def past(_match: re.Match[str], scene: Scene) -> Value | None:
    """*recently*, *in the past*, *in recent years*."""
    return v.reference("PAST_REF", scene.anchor)


def future(match: re.Match[str], scene: Scene) -> Value | None:
    """*soon*, *in the future*."""
    return None if re.match(r" as\b", scene.after(match)) else v.reference("FUTURE_REF", scene.anchor)


def length(match: re.Match[str], scene: Scene) -> Value | None:
    """*three days*, *two-year*: a length. Only *in 24 hours* of what has happened is placed: it ends at the anchor."""
    found = v.duration(w.period(match["number"], match["unit"]))
    unit = w.UNITS[match["unit"]]
    counted = _WITHIN.search(scene.before(match)) and not _RECORD.search(scene.before(match, 48))
    if scene.anchor is None or unit not in "hdw" or not counted or scene.direction(match).ahead:
        return found
    return _placed(found, scene.anchor, w.number_of(match["number"]), unit, back=True)


def stretch(match: re.Match[str], scene: Scene) -> Value | None:
    """*the past 24 hours*, *past week*, *the next two weeks*: a length that ends or begins at the anchor."""
    if not match["number"] and match["plural"]:  # "coming months", "past years"
        return v.reference("FUTURE_REF" if match["which"] in ("coming", "next") else "PAST_REF", scene.anchor)
    number = match["number"] or "one"
    found = v.duration(w.period(number, match["unit"]))
    unit = {"f": "w"}.get(code := w.UNITS[match["unit"]], code)
    if scene.anchor is None or unit in "sn" or match["which"] in ("first", "final"):
        return found
    back = match["which"] in ("last", "past", "previous", "preceding")
    return _placed(found, scene.anchor, w.number_of(number), unit, back=back)


def _placed(found: Value, anchor: date, number: float | None, unit: str, *, back: bool) -> Value:
    """A length put before or behind the anchor; a vague number ("several") reaches as far as nine."""
    count = _MOST if number is None else number
    days = max(1, round(count / 24)) if unit == "h" else round(count)
    edge = v.moved(anchor, -days if back else days, "d" if unit == "h" else unit)
    first, last = (edge, anchor) if back else (anchor, edge)
    return replace(found, first=first, last=last, granularity="day" if unit == "h" else v.granularity_of(unit),
                   extent="within", note=f"counted from {anchor}")  # fmt: skip


def repeated(match: re.Match[str], _scene: Scene) -> Value | None:
    """*every day*, *each week*, *daily*, *every Friday*."""
    word, unit = match["word"], match["unit"]
    if word:
        return v.repeated(_PERIODS[word])
    if unit in w.UNITS:
        return v.repeated(w.period(match["number"] or "one", unit))
    if unit[:3] in w.WEEKDAYS and unit.endswith("day"):
        return v.repeated(f"XXXX-WXX-{w.weekday_number(unit) + 1}")
    return v.repeated(f"XXXX-XX-XXT{w.DAYPARTS.get(unit, 'DT')}")


def plural_weekday(match: re.Match[str], _scene: Scene) -> Value | None:
    """*Fridays*, *on Sundays*."""
    return v.repeated(f"XXXX-WXX-{w.weekday_number(match['weekday']) + 1}")


_N = rf"(?:a|an|half a|{w.NUMBER}|{w.VAGUELY})"

RULES = (
    Rule(
        "stretch",
        r"(?:the )?(?:(?P<which>last|past|previous|preceding|next|coming|following|first|final) )"
        rf"(?:(?P<number>{_N})[ -])?"
        r"(?P<unit>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|centurie)(?P<plural>s)?(?!\w)",
        stretch,
    ),
    Rule(
        "every",
        rf"(?:(?:every|each)(?: other| (?P<number>{w.NUMBER}))? (?P<unit>{w.UNIT}|{w.WEEKDAY}|{w.DAYPART})s?|"
        rf"(?P<word>{'|'.join(_PERIODS)}))(?!\w)",
        repeated,
    ),
    Rule("weekdays", rf"(?P<weekday>{w.WEEKDAY})s(?!\w)", plural_weekday),
    Rule("length", rf"(?P<number>{_N})[ -](?P<unit>{w.UNIT}|second|centurie)s?(?!\w)(?:[ -]old)?", length),
    Rule(
        "present",
        r"(?:right now|until now|by now|for now|now|currently|nowadays|these days|at present|the present|"
        r"(?<!then )current)(?!\w)",
        present,
    ),
    Rule(
        "past",
        r"(?:recently|lately|the (?:recent |distant )?past|recent(?: (?:days|weeks|months|years|times|decades))?|"
        r"(?:years|months|weeks|days|a while|some time) ago)(?!\w)",
        past,
    ),
    Rule(
        "future",
        r"(?:soon|the (?:near |foreseeable |immediate |distant )?future|"
        r"(?:the )?coming (?:days|weeks|months|years))(?!\w)",
        future,
    ),
)
"""In order of preference. Bare *once*, *earlier*, *previously*, *formerly* and *shortly* are left out: annotators mark
one in ten of them; they tell an order of events, no time.
"""
