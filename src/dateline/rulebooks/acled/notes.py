"""Notes: one neutral sentence of our own on a row: when, who, what, where, how many, according to whom.

Only names and numbers are the reports'; the words are those of `data/notes.yaml`.
"""

import re
from collections.abc import Sequence
from datetime import date

from dateline.model import Time
from dateline.rulebooks.acled.parties import Sides
from dateline.rulebooks.acled.sites import Site
from dateline.rulebooks.acled.tables import Tables

_BRACKET = re.compile(r" \([^()]*\)$")
_GENERIC = ("Military Forces", "Police Forces", "Government of")
MOST_NAMED = 3
"""How many sources the sentence names; the column `source` has them all."""


def note(
    kind: str, sides: Sides, site: Site, when: str, fatalities: int, told_by: Sequence[str], tables: Tables
) -> str:
    """The sentence."""
    first = written(sides.first[0].name)
    second = written(sides.second[0].name) if sides.second else ""
    if second == first and second.startswith("an "):
        second = second.replace("an ", "another ", 1)
    where = _where(site)
    at = f"{'near' if site.told.precision == 'near' else 'in'} {where}"
    clause = tables.clauses[kind]["both" if second else "one"]
    clause = clause.replace("{1}", first).replace("{2}", second).replace("{at}", at).replace("{where}", where)
    toll = f"; {_people(fatalities)} reported killed" if fatalities else ""
    end = f", according to {_listed(told_by)}" if told_by else ""
    return f"{when}, {clause}{toll}{end}."


def when_phrase(day: date, precision: int, time: Time | None) -> str:
    """ "On 3 November 2017", "Around 3 November 2017"; for a month "Between 1 and 30 November 2017"."""
    if precision == 1:
        return f"On {_day(day)}"
    if time is None or time.first is None or time.last is None or precision == 2:
        return f"Around {_day(day)}"
    return f"Between {_day(time.first)} and {_day(time.last)}"


def written(name: str) -> str:
    """A party within a sentence: "military forces of Syria" of "Military Forces of Syria (2000-2024)"."""
    short = _BRACKET.sub("", name)
    if short == "Unidentified Armed Group":
        return "an unidentified armed group"
    if short == "Unidentified Military Forces":
        return "unidentified military forces"
    if short.startswith(_GENERIC):
        head, of, country = short.partition(" of ")
        return head.lower() + of + country
    return short.lower() if short in ("Civilians", "Protesters", "Rioters") else short


def _where(site: Site) -> str:
    place = site.told
    name = place.name or place.text
    return (
        name if place.precision == "admin1" or not place.admin1 or place.admin1 == name else f"{name} ({place.admin1})"
    )


def _people(number: int) -> str:
    return "one person was" if number == 1 else f"{number} people were"


def _listed(names: Sequence[str]) -> str:
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[:MOST_NAMED])} and others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
