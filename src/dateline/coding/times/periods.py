"""Periods of the year: quarters, halves, fiscal years and seasons."""

import re

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
    named = match["year"] or (str(w.spoken_year(match["words"])) if match["words"] else None)
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


def _parted(found: Value, word: str | None) -> Value:
    part = w.part_of(word)
    return v.narrowed(found, part) if part else found


_PART = rf"(?:(?P<part>{w.PART}|(?:the |at )?(?:end|beginning|start|middle|close) of)(?:[ -])(?:in |of |on )?)?"
_ORDINALS = r"(?:first|second|third|fourth|1st|2nd|3rd|4th)"

RULES = (
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
        rf"(?P<season>{w.SEASON})(?!\w)(?:,? (?:of )?(?:(?P<year>{w.YEAR})|(?P<words>{w.SPOKEN_YEAR})))?",
        season,
    ),
)
"""In order of preference: what says more comes first."""
