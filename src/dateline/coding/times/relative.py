"""Relative dates: what counts from the report's own day or from the time last told."""

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

_STOPS = re.compile(r"\s*(?:$|[.,;:)!?\"”—-]|and\b|but\b)")
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "next": 1,
          "coming": 1, "upcoming": 1, "following": 1, "same": 0, "that": 0}  # fmt: skip
_FROM_FOCUS = ("previous", "preceding", "prior", "following", "same", "that")


def weekday(match: re.Match[str], scene: Scene) -> Value | None:
    """*Friday*: the last one up to and including the anchor, the next one if the clause looks ahead."""
    if scene.after(match).startswith("s") or not scene.anchor:
        return _placeless(match, "XXXX-WXX-" + str(w.weekday_number(match["weekday"]) + 1), scene)
    number, which, anchor = w.weekday_number(match["weekday"]), match["which"] or "", scene.anchor
    way = scene.direction(match)
    if "next" in which or "coming" in which or "following" in which or (not which and way.ahead):
        days = (number - anchor.weekday()) % 7
        days += 7 if which and days == 0 else 0
        note = f"the next one from {anchor}"
    elif which == "this" and way.way != "past":
        days, note = number - anchor.weekday(), f"in the week of {anchor}"
    else:
        days = -((anchor.weekday() - number) % 7)
        days -= 7 if which == "last" and days == 0 else 0
        note = f"the last one up to {anchor}"
    if way.word and not which:
        note += f", for {way.word!r}"
    return _at(anchor + timedelta(days=days), match["daypart"]).noting(note)


def deictic(match: re.Match[str], scene: Scene) -> Value | None:
    """*today*, *yesterday*, *tomorrow*, *tonight*, *last night*."""
    words = match["word"]
    days = {"yesterday": -1, "tomorrow": 1, "last night": -1, "day before yesterday": -2, "day after tomorrow": 2}
    part = match["daypart"] or ("night" if words in ("tonight", "last night") else None)
    early = w.part_of(match["part"])
    if words == "today" and early == "early" and match["part"].split()[-1] == "early" and not part:
        part = "morning"
    if scene.anchor is None:
        return v.unresolved(None, "day", "TIME" if part else "DATE")
    return _at(scene.anchor + timedelta(days=days.get(words, 0)), part).noting(f"counted from {scene.anchor}")


def day_of_focus(match: re.Match[str], scene: Scene) -> Value | None:
    """*earlier on the day*, *that day*, *the same night*: the day in focus."""
    if scene.day_in_focus is None:
        return v.unresolved(None, "day", "TIME" if match["daypart"] else "DATE")
    unit = match["unit"]
    part = unit if unit in w.DAYPARTS else match["daypart"]
    return _at(scene.day_in_focus, part).noting("the day in focus")


def stepped_unit(match: re.Match[str], scene: Scene) -> Value | None:
    """*last week*, *this month*, *the following year*, *early next year*, *later this week*."""
    which, name = match["which"].split()[-1], match["unit"]
    base = scene.anchor
    if which in _FROM_FOCUS and scene.focus and scene.focus.first:
        base = scene.focus.first
    if base is None:
        return v.unresolved(None, v.granularity_of(w.UNITS[name]) if name in w.UNITS else "days")
    step = _STEPS[which]
    if name == "weekend":
        here = which == "this" and (base.weekday() >= 5 or scene.direction(match).ahead)
        weeks = 0 if here else -1 if which == "this" else step
        found = v.weekend(base + timedelta(days=7 * weeks))
    elif name == "night":
        return v.daypart(v.moved(base, step, "d"), "NI").noting(f"counted from {base}")
    else:
        found = v.around(v.moved(base, step, w.UNITS[name]), w.UNITS[name])
    part = w.part_of(match["part"])
    relative_part = (match["part"] or "").split()[-1:] in (["later"], ["earlier"])
    if part and relative_part and which in ("this", "current", "that"):
        return _side(found, part, base).noting(f"counted from {base}")
    return (v.narrowed(found, part) if part else found).noting(f"counted from {base}")


def _side(found: Value, part: v.Part, base: date) -> Value:
    """*Earlier this week* ends with today, *later this week* begins with it."""
    if part == "early" and found.first and found.first <= base:
        return replace(found, last=base)
    if part == "late" and found.last and found.last >= base:
        return replace(found, first=base)
    return found


def of_this_unit(match: re.Match[str], scene: Scene) -> Value | None:
    """*the end of the year*, *in the quarter*, *later in the week*: the unit that holds the anchor."""
    if scene.anchor is None:
        return None
    found = v.around(scene.anchor, w.UNITS[match["unit"]])
    part = w.part_of(match["part"])
    return (v.narrowed(found, part) if part else found).noting(f"counted from {scene.anchor}")


def weekend(match: re.Match[str], scene: Scene) -> Value | None:
    """*the weekend*: the last one, or the next one if the clause looks ahead."""
    if scene.anchor is None:
        return v.unresolved("XXXX-WXX-WE", "days")
    ahead = scene.direction(match).ahead or scene.anchor.weekday() >= 5
    return v.weekend(scene.anchor - timedelta(days=0 if ahead else 7)).noting(f"counted from {scene.anchor}")


def counted(match: re.Match[str], scene: Scene) -> Value | None:
    """*three weeks ago*, *two days later*, *a year earlier*, *10 days before*."""
    how, unit = match["how"], w.UNITS[match["unit"].removesuffix("s")]
    number = w.number_of(match["number"])
    from_anchor = "ago" in how or how in ("from now", "hence")
    back = "ago" in how or how in ("earlier", "before", "previously", "prior", "back")
    base = scene.anchor
    if not from_anchor and scene.focus and scene.focus.first:
        base = scene.focus.first
    if how in ("after", "before", "prior", "back", "previously") and not _STOPS.match(scene.after(match)):
        return v.duration(w.period(match["number"], match["unit"]))
    if unit in "sn":
        return v.reference("PAST_REF" if back else "FUTURE_REF", scene.anchor) if from_anchor else None
    if unit == "f":
        unit, number = "w", 2 * (number or 1)
    if number is None:
        return _vaguely(scene.anchor, unit, back=back)
    if base is None:
        return v.unresolved(None, v.granularity_of(unit))
    if not from_anchor and unit == "y" and scene.focus and scene.focus.granularity in ("quarter", "month"):
        return v.around(v.moved(base, round(-number if back else number) * 12, "m"), v.unit_of(scene.focus.granularity))
    whole = round(number) if number == int(number) else round(number * 12)
    step_unit = unit if number == int(number) else {"y": "m"}.get(unit, unit)
    landed = v.moved(base, -whole if back else whole, step_unit)
    found = v.daypart(landed, "00:00") if unit == "h" else v.around(landed, step_unit)
    return replace(found, timex=found.timex and found.timex.split("T")[0]).noting(f"counted from {base}")


def _vaguely(anchor: date | None, unit: str, *, back: bool) -> Value:
    """*a few days ago*: no date, but no further away than nine of the unit (CONVENTIONS, losses: "several")."""
    found = v.reference("PAST_REF" if back else "FUTURE_REF", anchor)
    if anchor is None:
        return found
    edge = v.moved(anchor, -9 if back else 9, unit)
    return replace(found, first=edge) if back else replace(found, last=edge)


def neighbour_day(match: re.Match[str], scene: Scene) -> Value | None:
    """*the next day*, *the day before*, *a day earlier*: counted from the day in focus."""
    base = scene.day_in_focus
    if base is None:
        return v.unresolved(None, "day")
    step = -1 if match["back"] else 1
    return _at(base + timedelta(days=step), match["daypart"]).noting(f"counted from {base}")


def _at(day: date, part: str | None) -> Value:
    if not part:
        return v.day(day)
    return v.daypart(day, w.DAYPARTS[part.split()[-1]])


def _placeless(match: re.Match[str], timex: str, scene: Scene) -> Value:
    if scene.after(match).startswith("s"):
        return v.repeated(timex)
    return v.unresolved(timex, "day", "TIME" if match["daypart"] else "DATE")


_PART = rf"(?:(?P<part>{w.PART}|(?:the |at )?(?:end|beginning|start|middle|close) of)(?:[ -])(?:in |of |on )?)?"
_DAYPART = rf"(?:(?:'s)?(?: |, |,? at |,? in the )(?P<daypart>(?:early |late |mid-?)?{w.DAYPART})(?!\w))?"
_LATE = r"(?:(?:early|late|earlier|later)(?: on)? )?"
_N = rf"(?:a|an|another|{w.NUMBER}|{w.VAGUELY})"

RULES = (
    Rule(
        "neighbour-day",
        r"(?:the (?:next|following) (?:day|morning|afternoon|evening|night)|the day after|"
        r"(?P<back>the (?:previous|preceding|prior) day|the day before|the night before))"
        rf"(?! (?:yesterday|tomorrow)|\w){_DAYPART}",
        neighbour_day,
    ),
    Rule(
        "deictic",
        r"(?:(?P<part>early|late|earlier|later)(?: on)? )?(?:the )?(?P<word>day before yesterday|day after tomorrow|"
        rf"today|yesterday|tomorrow|tonight|last night)(?!\w){_DAYPART}",
        deictic,
    ),
    Rule(
        "weekday",
        rf"{_LATE}(?:(?:the )?(?P<which>last|next|this|this past|this coming|past|coming|following|previous) )?"
        rf"(?P<weekday>{w.WEEKDAY}){_DAYPART}",
        weekday,
    ),
    Rule(
        "day-of-focus",
        r"(?:earlier|later|early|late) (?:on|in|that) (?:the )?(?:same )?(?P<unit>day)(?P<daypart>)(?!\w)",
        day_of_focus,
    ),
    Rule(
        "that-day",
        r"(?:the same|that same|that) (?P<unit>day|night|morning|evening|afternoon)(?P<daypart>)(?!\w)",
        day_of_focus,
    ),
    Rule(
        "counted",
        r"(?:(?:about|around|nearly|almost|just|more than|less than|some|over) )?"
        rf"(?P<number>{_N})[ -](?P<unit>{w.UNIT})s?(?: or (?:so|two))?,? "
        r"(?P<how>ago|earlier|later|before|from now|hence|previously|prior|after|back)(?!\w)",
        counted,
    ),
    Rule(
        "stepped",
        rf"{_PART}(?:the )?(?P<which>last|this past|this coming|this|next|previous|preceding|prior|coming|"
        r"upcoming|following|same|that|current)[ -]"
        r"(?P<unit>week|month|year|quarter|decade|century|weekend|night)(?!\w)",
        stepped_unit,
    ),
    Rule("weekend", r"(?:the|over the) weekend(?!\w)", weekend),
    Rule(
        "of-unit",
        r"(?P<part>later|earlier|late|early|the end|the beginning|the start|the middle|end|the rest|the close) "
        r"(?:in|of) the (?P<unit>week|month|year|quarter|decade|century)(?!\w)",
        of_this_unit,
    ),
)
"""In order of preference: what says more comes first."""
