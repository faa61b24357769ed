"""Stretches: mentions found by where they stand, without looking at all of a report's for every sentence."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Standing(Protocol):
    """Anything that stands somewhere in a report's text."""

    @property
    def start(self) -> int:
        """Where it starts."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...


M = TypeVar("M", bound=Standing)


class Stretches(Generic[M]):
    """Mentions of a report. `within` finds those of a stretch, in the order in which they were given."""

    def __init__(self, mentions: Iterable[M]) -> None:
        self._mentions = sorted(enumerate(mentions), key=lambda numbered: numbered[1].start)
        self._starts = [mention.start for _, mention in self._mentions]

    def within(self, start: int, end: int) -> tuple[M, ...]:
        """The mentions that lie wholly between these offsets."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end + 1)
        found = [numbered for numbered in self._mentions[first:last] if numbered[1].end <= end]
        if len(found) > 1:
            found.sort(key=lambda numbered: numbered[0])
        return tuple([mention for _, mention in found])
