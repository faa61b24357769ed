"""Searching the registry: by folded name, by parts of names, and by likeness as the last resort, marked as such."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from dateline.codebook.registry import ActorEntry, Registry
from dateline.codebook.registry_names import folds, skeleton

How = Literal["id", "name", "alias", "part", "like"]
LIKE = 0.82
"""The share of letters in common from which a name is like another (difflib's ratio of the folded names)."""
_ORDER: tuple[How, ...] = ("id", "name", "alias", "part", "like")


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor found: by which of its names, how (like: by spelling or sound alone), and how well, 0..1."""

    entry: ActorEntry
    matched: str
    how: How
    score: float


def search_actors(
    registry: Registry, name: str, country: str | None = None, year: int | None = None, limit: int = 20
) -> tuple[Hit, ...]:
    """The actors of this name, best first; names merely like it are given only where no name fits.

    `country` is an alpha-3 code; with `year`, only those that were active then as far as is known.
    """
    hits: list[Hit] = []
    for entry in registry:
        if (country and entry.country != country) or (year is not None and not entry.active(year)):
            continue
        best = max(_hits(entry, name), key=lambda hit: (-_ORDER.index(hit.how), hit.score), default=None)
        if best:
            hits.append(best)
    if any(hit.how != "like" for hit in hits):
        hits = [hit for hit in hits if hit.how != "like"]
    return tuple(sorted(hits, key=lambda hit: (_ORDER.index(hit.how), -hit.score, hit.entry.id))[:limit])


def _hits(entry: ActorEntry, name: str) -> Iterator[Hit]:
    wanted = folds(name)
    if entry.id.casefold() == name.strip().casefold():
        yield Hit(entry, entry.id, "id", 1.0)
    for number, alias in enumerate((entry.name, *entry.aliases)):
        held = folds(alias)
        if wanted & held:
            yield Hit(entry, alias, "alias" if number else "name", 1.0)
            continue
        for want in wanted:
            for has in held:
                if set(want) <= set(has):
                    yield Hit(entry, alias, "part", round(len(want) / len(has), 3))
                elif (score := _likeness(want, has)) >= LIKE:
                    yield Hit(entry, alias, "like", round(score, 3))


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    a, b = " ".join(one), " ".join(other)
    if abs(len(a) - len(b)) > 0.4 * max(len(a), len(b)) or a[:1] != b[:1]:
        return 0.0
    if len(one) == len(other) and min(map(len, skeleton(one))) > 1 and skeleton(one) == skeleton(other):
        return 0.95
    matcher = SequenceMatcher(None, a, b)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE and matcher.quick_ratio() >= LIKE else 0.0
