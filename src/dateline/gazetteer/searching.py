"""Searching: what a name may mean, as the coder sees it, for a person who looks it up."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from dateline.errors import SettingsError
from dateline.gazetteer.build import TRANSLITERATED
from dateline.gazetteer.entry import Entry, Match
from dateline.gazetteer.fold import fold
from dateline.gazetteer.layers import LayeredGazetteer
from dateline.gazetteer.order import likeness
from dateline.gazetteer.sqlite import SqliteGazetteer

Opened = SqliteGazetteer | LayeredGazetteer
How = Literal["exact", "folded", "other name", "without article", "transliterated", "fuzzy"]

_HOW: dict[str, How] = {
    "name": "folded", "alias": "other name", "article": "without article", "sound": "transliterated", "fuzzy": "fuzzy",
}  # fmt: skip
_LETTERS = 3  # that a near name shares at its head
_MOST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """One place that a name may mean, and how the name fits it; `fuzzy` is a guess that the coder makes last."""

    entry: Entry
    how: How


def country_called(name: str, opened: Opened) -> str:
    """The alpha-2 code of a country, given by code or name. Raises SettingsError where there is none."""
    base = opened.base if isinstance(opened, LayeredGazetteer) else opened
    if name.upper() in base.countries():
        return name.upper()
    found = next((m.entry.country for m in base.find(name) if m.entry.kind == "country"), None)
    if found is None:
        raise SettingsError(f"--country {name!r} is no country; write it as IQ, IRQ or Iraq")
    return found


def search_places(name: str, country: str | None, opened: Opened) -> Sequence[Found]:
    """The candidates for a name, best known first; in a country names like it come last, where nothing else fits."""
    found = opened.find(name, country)
    if not found and country:
        found = opened.find_like(name, country)
    return [Found(match.entry, _how(name, match)) for match in found]


def nearest_names(name: str, opened: Opened) -> Sequence[str]:
    """Names spelled or sounding like this one, at most five."""
    folded = fold(name)
    like = [match for country in sorted(TRANSLITERATED) for match in opened.find_like(name, country)]
    like.sort(key=lambda match: (-likeness(folded, fold(match.entry.name)), -match.entry.population))
    spelled = get_close_matches(folded, opened.keys_from(folded[:_LETTERS]), _MOST, 0.75) if folded else []
    written = [opened.find(key)[0].entry.name for key in spelled if opened.find(key)]
    return list(dict.fromkeys((*written, *(match.entry.name for match in like))))[:_MOST]


def _how(name: str, match: Match) -> How:
    if match.way == "name" and name == match.entry.name:
        return "exact"
    return _HOW[match.way]
