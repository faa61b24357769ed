"""Clock times and parts of the day."""

import re

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value


def clock(match: re.Match[str], scene: Scene) -> Value | None:
    """*7:30 p.m.*, *8 o'clock*, *1430 GMT*, *14:30*: on the day in focus."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "")[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return _on_day_in_focus(f"{hour:02d}:{minute:02d}", scene)


def military(match: re.Match[str], scene: Scene) -> Value | None:
    """*at 1430*, *0640 GMT*: four digits where words around them, or a leading nought, say that they are a clock's."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if hour > 24 or minute > 59:
        return None
    zoned = re.match(r" ?(?:gmt|utc|hours|hrs|local|z\b|\((?:\d{4} )?(?:gmt|local|utc))", scene.after(match))
    at = re.search(
        r"\b(?:at|from|between|about|around|until|by) (?:about |around |approximately )?$", scene.before(match)
    )
    if not zoned and not (at and (scene.sentence.shouted or hour < 15)):
        return None
    return _on_day_in_focus(f"{hour:02d}:{minute:02d}", scene)


def part_of_day(match: re.Match[str], scene: Scene) -> Value | None:
    """*in the evening*, *at dawn*, *at midnight*, *overnight*: on the day in focus."""
    word = match["word"]
    if word == "overnight":
        return (
            None if re.match(r" (?:stay|bag|success|delivery)", scene.after(match)) else _on_day_in_focus("NI", scene)
        )
    return _on_day_in_focus(w.DAYPARTS[word], scene)


def this_part_of_day(match: re.Match[str], scene: Scene) -> Value | None:
    """*this morning*: of the anchor's day."""
    code = w.DAYPARTS[match["word"]]
    if scene.anchor is None:
        return v.unresolved(None, "day", "TIME")
    return v.daypart(scene.anchor, code).noting(f"counted from {scene.anchor}")


def _on_day_in_focus(code: str, scene: Scene) -> Value:
    day = scene.day_in_focus
    if day is None:
        return v.unresolved(f"XXXX-XX-XXT{code}", "hour" if code[0].isdigit() else "day", "TIME")
    return v.daypart(day, code).noting("on the day in focus")


_ZONE = r"(?: (?:gmt|utc|est|edt|et|cst|cdt|pst|pdt|local time|\([^()]{1,20}\)))?"
_LATE = r"(?:(?:early|late|mid)[ -]?)?"

RULES = (
    Rule(
        "clock", rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>a\.?m|p\.?m)(?:\.|(?!\w)){_ZONE}", clock
    ),
    Rule("o-clock", rf"(?P<hour>\d{{1,2}})(?P<minute>)(?P<half>) ?o'clock{_ZONE}", clock),
    Rule("clock-24", rf"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?P<half>)(?![\d:]){_ZONE}", clock),
    Rule("military", r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?![\d,.%-]\d?|\w)", military),
    Rule("this-part-of-day", rf"this {_LATE}(?P<word>morning|afternoon|evening|night)(?!\w)", this_part_of_day),
    Rule(
        "midnight",
        rf"(?:(?:in|during|at|around|about|by|until|before|after|since) (?:the )?)?{_LATE}"
        r"(?P<word>overnight|midnight|noon|midday)(?!\w)",
        part_of_day,
    ),
    Rule("mid-afternoon", r"mid[- ](?P<word>morning|afternoon|evening)(?!\w)", part_of_day),
    Rule(
        "in-the-night", rf"(?:in|during|by|on) the {_LATE}(?P<word>morning|afternoon|evening|night)(?!\w)", part_of_day
    ),
    Rule(
        "at-dawn",
        r"(?:at|before|around|after|since|until|by) (?P<word>dawn|daybreak|dusk|sunset|sunrise|nightfall|night)(?!\w)",
        part_of_day,
    ),
    Rule("the-night-of", r"the (?P<word>night|evening|morning|afternoon)(?= of)", part_of_day),
)
