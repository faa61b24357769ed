"""Blocks: whom a trace that comes now is compared with, so that in the end it is as if all had come at once."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.linking.across.blocking import MOST, Key
from dateline.linking.across.clustering import Name
from dateline.linking.across.numbering import Rank, rank_of


@dataclass(frozen=True, slots=True)
class Coming:
    """What follows from one more trace: whom it is compared with, and who no longer stands first in some block."""

    near: frozenset[Name]
    ousted: frozenset[Name]


class Blocks:
    """The names of traces by key, each block in the order of rank."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._blocks: dict[Key, list[Rank]] = defaultdict(list)

    def add(self, name: Name, keys: Iterable[Key]) -> Coming:
        """Take a name in. In a full block it is compared with those that stand first or, where it is one, with all."""
        rank, most = rank_of(name), self._most
        near: set[Name] = set()
        ousted: set[Name] = set()
        for key in keys:
            block = self._blocks[key]
            first = bisect_left(block, rank) < most
            near.update(other for _, other in (block if first else block[:most]))
            if first and len(block) >= most:
                ousted.add(block[most - 1][1])
            insort(block, rank)
        return Coming(frozenset(near), frozenset(ousted))

    def compared(self, one: Name, other: Name, shared: Iterable[Key]) -> bool:
        """Whether two that are in and share these keys are compared: one of them stands first in one of the blocks."""
        least = min(rank_of(one), rank_of(other))
        return any(least <= block[: self._most][-1] for block in map(self._blocks.__getitem__, shared))
