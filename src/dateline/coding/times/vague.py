"""Vague times, lengths of time and repeated times."""

import re
from datetime import date

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

_PERIODS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "quarterly": "P1Q",
            "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y", "hourly": "PT1H"}  # fmt: skip


def present(match: re.Match[str], scene: Scene) -> Value | None:
    """*now*, *currently*, *these days*."""
    del match
    return v.reference("PRESENT_REF", scene.anchor)


def past(match: re.Match[str], scene: Scene) -> Value | None:
    """*recently*, *in the past*, *in recent years*."""
    del match
    return v.reference("PAST_REF", scene.anchor)


def future(match: re.Match[str], scene: Scene) -> Value | None:
    """*soon*, *in the future*."""
    return None if re.match(r" as\b", scene.after(match)) else v.reference("FUTURE_REF", scene.anchor)


def length(match: re.Match[str], scene: Scene) -> Value | None:
    """*three days*, *two-year*: a length, not a place in the calendar."""
    del scene
    return v.duration(w.period(match["number"], match["unit"]))


def stretch(match: re.Match[str], scene: Scene) -> Value | None:
    """*the past 24 hours*, *the next two weeks*: a length that ends or begins at the anchor."""
    if not match["number"] and match["plural"]:  # "coming months", "past years"
        return v.reference("FUTURE_REF" if match["which"] in ("coming", "next") else "PAST_REF", scene.anchor)
    found = v.duration(w.period(match["number"] or "one", match["unit"]))
    number = w.number_of(match["number"] or "one")
    unit = {"f": "w"}.get(code := w.UNITS[match["unit"]], code)
    if scene.anchor is None or unit in "sn":
        return found
    back = match["which"] in ("last", "past", "previous", "preceding")
    edge = _edge(scene.anchor, number, unit, back=back)
    first, last = (edge, scene.anchor) if back else (scene.anchor, edge)
    return Value(found.timex, first, last, v.granularity_of(unit), "DURATION", "within", focus=False,
                 note=f"counted from {scene.anchor}")  # fmt: skip


def _edge(anchor: date, number: float | None, unit: str, *, back: bool) -> date | None:
    if number is None:
        return None
    if unit == "h":
        return v.moved(anchor, (-1 if back else 1) * max(1, round(number / 24)), "d")
    return v.moved(anchor, round(-number if back else number), unit)


def repeated(match: re.Match[str], scene: Scene) -> Value | None:
    """*every day*, *each week*, *daily*, *every Friday*."""
    del scene
    word, unit = match["word"], match["unit"]
    if word:
        return v.repeated(_PERIODS[word])
    if unit in w.UNITS:
        return v.repeated(w.period(match["number"] or "one", unit))
    if unit[:3] in w.WEEKDAYS and unit.endswith("day"):
        return v.repeated(f"XXXX-WXX-{w.weekday_number(unit) + 1}")
    return v.repeated(f"XXXX-XX-XXT{w.DAYPARTS.get(unit, 'DT')}")


def plural_weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """*Fridays*, *on Sundays*."""
    del scene
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
