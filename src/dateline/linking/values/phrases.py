"""Phrases: one way to write a value, so that equal values of two reports compare equal."""

import re
from collections.abc import Mapping
from typing import Literal

from dateline.codebook import Codebook
from dateline.model import Actor, Loss, Place, Time

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_WIDE: Mapping[str | None, str] = {"admin1": " (province)", "district": " (district)"}
People = Literal["civilians", "fighters"]
FORCES = frozenset({"MIL", "REB", "PRM", "UAF", "COP", "SPY", "CRM"})
"""PLOVER's sectors whose people bear arms."""
_CIVIL = frozenset({"CVL", "MED", "EDU", "JRN", "REF", "REL", "BUS", "LAB", "AGR", "NGO", "SOC"})


def actor_phrase(actor: Actor) -> str:
    """The actor's id; without one its name or words, folded."""
    return actor.id or folded(actor.name or actor.text)


def place_phrase(place: Place) -> str:
    """Name, province and country; a province or district says that it is one ("Aleppo (province), SY")."""
    if place.geonameid is None and place.name is None:
        return folded(place.text)
    name = (place.name or place.text) + _WIDE.get(place.precision, "")
    parts = (name, None if place.name == place.admin1 else place.admin1, place.country)
    return ", ".join(part for part in parts if part)


def time_phrase(time: Time) -> str | None:
    """The day, or the first and last day; the TIMEX3 value where no day is known."""
    if time.first is None and time.last is None:
        return time.timex
    if time.first == time.last:
        return str(time.first)
    return f"{time.first or '..'}/{time.last or '..'}"


def weapon_phrase(words: str) -> str:
    """The words in the singular."""
    kept = folded(words)
    return kept[:-1] if kept.endswith("s") and not kept.endswith(("ss", "gas", "arms", "us")) else kept


def weapon_class(words: str, codebook: Codebook) -> str | None:
    """The class that the codebook puts a weapon in, by the longest of its names in the words."""
    kept = [weapon_phrase(word) for word in folded(words).split()]
    found = [
        (pattern.length, pattern.cue.kind)
        for word in kept
        for pattern in codebook.weapons.get(word, ())
        if all(weapon_phrase(part) in kept for part in pattern.cue.words.split())
    ]
    return max(found)[1] if found else None


def toll_phrase(loss: Loss) -> str:
    """ "killed 12", "killed 12 civilians", "killed 24-99", "killed at least 14", "killed 300 in all since"."""
    group = "" if loss.group == "unknown" else f" {loss.group}"
    scope = "" if loss.scope in ("new", "total") else f" ({loss.scope})"
    return f"{loss.loss} {range_phrase(loss)}{group}{scope}"


def range_phrase(loss: Loss) -> str:
    """How many, in figures."""
    low, best, high = loss.low, loss.best, loss.high
    if low is None and high is None:
        return "an unknown number" if best is None else str(best)
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"at most {high}" if low is None else f"{low}-{high}"


def people_of_group(group: str) -> People | None:
    """Whether a loss's group are civilians or fighters; None where that is not said."""
    if group == "civilians":
        return "civilians"
    return "fighters" if group.startswith("fighters") else None


def people_of_target(target: Actor) -> People | None:
    """Whether those hit are civilians or fighters, by who they are."""
    if target.sort in ("facility", "vehicle", "other"):
        return None
    if target.sort == "civilians" or target.sector in _CIVIL:
        return "civilians"
    return "fighters" if target.sector in FORCES else None


def folded(words: str) -> str:
    """Lower case, without an article, blanks as one."""
    return " ".join(_ARTICLE.sub("", words).casefold().split())
