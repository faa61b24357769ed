"""Copies: reports that are one text, printed by several outlets, word for word or nearly.

A report's print holds, for each of many orders of all five-word runs, the first run that it has: two prints agree in as
many places as the texts share runs (Broder 1997, "On the resemblance and containment of documents").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.linking.across.clustering import connected

RUN = 5
PLACES, BAND = 32, 2
ALIKE = 0.4
"""The share of runs from which two texts are one. Of all pairs of 437 Syrian reports 31 share so much, counted in full,
and 31 are joined by their prints, which err by .047 in the mean where more than a twentieth is shared."""

_PRIME = 4_294_967_311
"""The first prime past 32 bits: products of runs and factors wrap round it many times, or all orders would be one."""
_WORD = re.compile(r"[^\W_]+")


def _drawn(name: str) -> NDArray[np.uint64]:
    """Numbers from 1 to 2^31 as if drawn by chance, but the same for all time: prints are kept."""
    drawn = (blake2b(f"{name} {n}".encode(), digest_size=4).digest() for n in range(PLACES))
    return np.array([int.from_bytes(each, "big") // 2 + 1 for each in drawn], dtype=np.uint64)


_FACTORS, _OFFSETS = _drawn("factor"), _drawn("offset")


@dataclass(frozen=True, slots=True)
class Print:
    """A report's print: empty where it has fewer words than a run."""

    report: str
    places: tuple[int, ...]


def print_of(report: str, text: str) -> Print:
    """The print of a text; case, punctuation and spacing do not count."""
    words = _WORD.findall(text.lower())
    runs = {crc32(" ".join(words[n : n + RUN]).encode("utf-8", "surrogatepass")) for n in range(len(words) - RUN + 1)}
    if not runs:
        return Print(report, ())
    values = np.fromiter(runs, dtype=np.uint64, count=len(runs))
    shuffled = (values[:, None] * _FACTORS + _OFFSETS) % np.uint64(_PRIME)
    return Print(report, tuple(int(n) for n in shuffled.min(axis=0)))


def resemblance(one: Print, other: Print) -> float:
    """About the share of runs that two texts have in common, 0 to 1."""
    same = sum(a == b for a, b in zip(one.places, other.places, strict=False))
    return same / PLACES


def copies_of(prints: Iterable[Print]) -> Mapping[str, str]:
    """For each report the first, by id, of those that are one text with it: itself where it has no copy."""
    known = {p.report: p for p in prints}
    bands: dict[tuple[int, tuple[int, ...]], list[str]] = defaultdict(list)
    for each in known.values():
        for n in range(0, len(each.places), BAND):
            bands[n, each.places[n : n + BAND]].append(each.report)
    links: dict[str, set[str]] = defaultdict(set)
    for together in bands.values():
        for n, one in enumerate(together):
            for other in together[n + 1 :]:
                if other not in links[one] and resemblance(known[one], known[other]) >= ALIKE:
                    links[one].add(other)
                    links[other].add(one)
    return {report: group[0] for group in connected(known, links) for report in group}
