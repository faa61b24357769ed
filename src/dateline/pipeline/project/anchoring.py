"""Anchoring: tellings found again by where the words of their events stand."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sqlalchemy import Connection

from dateline.model import Anchor
from dateline.store.codings import live_tellings

ALIKE = 0.75
"""From this share of equal characters on, the words around two equal triggers are held for one place in two texts."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A telling and where the words of its events stand, in the text of that hash: start, end, words, words around."""

    telling: int
    report: str
    incident: str
    sha256: str
    places: Sequence[tuple[int, int, str, str]]


def anchored(connection: Connection, reports: Iterable[str]) -> dict[str, list[Anchored]]:
    """The live tellings of these reports, by report."""
    found: dict[str, list[Anchored]] = {}
    for row in live_tellings(connection, reports):
        each = Anchored(row.id, row.report, row.incident, row.sha256, [tuple(a) for a in json.loads(row.anchors)])
        found.setdefault(row.report, []).append(each)
    return found


def found_at(anchors: Iterable[Anchor], known: Mapping[str, Sequence[Anchored]]) -> list[int]:
    """The tellings that these anchors hold to, each once: for each the one with most of the words."""
    wanted: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        wanted.setdefault(anchor.report, []).append(anchor)
    found: dict[int, None] = {}
    for report, own in wanted.items():
        for anchor in own:
            hits = [each for each in known.get(report, ()) if _holds(anchor, each)]
            if hits:
                best = max(hits, key=lambda each: (sum(_holds(a, each) for a in own), -len(each.places), -each.telling))
                found[best.telling] = None
    return list(found)


def anchors_of(telling: Anchored) -> list[Anchor]:
    """The anchors of a telling."""
    return [
        Anchor(report=telling.report, sha256=telling.sha256, start=start, end=end, text=words, around=around)
        for start, end, words, around in telling.places
    ]


def successors(old: Sequence[Anchored], new: Sequence[Anchored]) -> dict[int, int | None]:
    """For each telling of an earlier coding the one of the later coding that tells the same, or None."""
    report = {each.report: list(new) for each in old}
    found: dict[int, int | None] = {}
    for each in old:
        held = found_at(anchors_of(each), report)
        counts = {t: sum(_holds(a, n) for a in anchors_of(each) for n in new if n.telling == t) for t in held}
        found[each.telling] = max(counts, key=lambda t: (counts[t], -t), default=None)
    return found


def _holds(anchor: Anchor, telling: Anchored) -> bool:
    if anchor.sha256 == telling.sha256:
        return any(start < anchor.end and anchor.start < end for start, end, _, _ in telling.places)
    return any(words == anchor.text and _alike(anchor.around, around) for _, _, words, around in telling.places)


def _alike(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
