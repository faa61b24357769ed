"""Periods of account: the quarter or year that a report of figures compares with another.

*A year ago* in a comparison means the same quarter of the year before, if it is a quarter that is compared.
"""

import re
from datetime import date

from dateline.coding.times import values as v
from dateline.coding.times import words as w
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

_FOR = re.compile(r"\b(?:for|during|of|in|over|so far) $")


def this_period(_match: re.Match[str], scene: Scene) -> Value | None:
    """*the quarter*, *the latest period*, *the latest quarter*: the one last told, or the last one that was over."""
    if scene.anchor is None:
        return v.unresolved(None, "quarter")
    return _period(scene.anchor, scene).noting("the period of account last told")


def year_before(match: re.Match[str], scene: Scene) -> Value | None:
    """*the year-ago quarter*, *year-earlier*, *a year ago*: the period of account, a year before."""
    if scene.anchor is None:
        return v.unresolved(None, "year")
    quarterly = scene.period is not None or match["unit"] == "quarter"
    base = _period(scene.anchor, scene) if quarterly else v.year(scene.anchor.year)
    if base.first is None:
        return None
    return _apart(v.around(v.moved(base.first, -1, "y"), "q" if quarterly else "y"), f"a year before {base.timex}")


def quarter_of_year(match: re.Match[str], scene: Scene) -> Value | None:
    """*the 1988 second quarter*, *last year's third quarter*, *the year-ago third quarter*."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["ordinal"]]
    make = v.quarter if match["unit"] == "quarter" else v.half
    if make is v.half and number > 2:
        return None
    if match["year"]:
        return make(int(match["year"]), number)
    if scene.anchor is None:
        return None
    step = {"last": -1, "next": 1, "this": 0}.get(match["which"] or "")
    if step is not None:
        return make(scene.anchor.year + step, number)
    begun = (3 if make is v.quarter else 6) * (number - 1) + 1 <= scene.anchor.month
    return _apart(make(scene.anchor.year - (1 if begun else 2), number), "a year before the last one")


def this_year(match: re.Match[str], scene: Scene) -> Value | None:
    """*the full year*, *for the year*, *the current fiscal year*, *year-end*."""
    if scene.anchor is None:
        return v.unresolved(None, "year")
    if match.group().startswith("the year") and not re.search(
        r"\b(?:for|during|of|in|over|this far into) $", scene.before(match)
    ):
        return None
    return v.year(scene.anchor.year).noting(f"of {scene.anchor}")


def _period(anchor: date, scene: Scene) -> Value:
    if scene.period:
        return scene.period
    return v.around(v.moved(anchor, -1, "q"), "q")


def _apart(found: Value, note: str) -> Value:
    """A period that only stands beside the one told of: nothing later counts from it."""
    return Value(found.timex, found.first, found.last, found.granularity, note=note, focus=False)


RULES = (
    Rule(
        "quarter-of-year",
        rf"(?:the |its |in )?(?:(?P<year>{w.YEAR})(?:'s)?|(?:(?P<which>last|next|this) year(?:'s)?)|"
        r"(?:comparable )?year[- ](?:ago|earlier)) (?P<ordinal>first|second|third|fourth)[- ]"
        r"(?P<unit>quarter|half)(?!\w)",
        quarter_of_year,
    ),
    Rule(
        "year-before",
        r"(?:(?:the )?(?:comparable |corresponding )?year[- ](?:ago|earlier)(?: (?P<unit>quarter|period|results))?|"
        r"(?:a|one) year (?:ago|earlier))(?!\w)",
        year_before,
    ),
    Rule("this-period", r"(?:the )?latest (?:quarter|period)(?!\w)|the quarter(?!\w)", this_period),
    Rule(
        "this-year",
        r"(?:(?:the )?(?:full|(?:current |latest )?fiscal) year|the year(?=[,.;)]| ended| ending)|year[- ]end|"
        r"year's[- ]end)(?!\w)",
        this_year,
    ),
)
"""In order of preference: what says more comes first."""
