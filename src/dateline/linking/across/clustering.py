"""Clustering: groups of traces that tell of one occurrence, from the scores of pairs.

Within each set of traces that likely pairs connect, the two groups with the highest mean score over all their pairs are
joined, again and again, while that mean reaches the weights' `join` (average linkage). Means keep chains from running
on: whoever joins must be like the whole group. Ties go by the traces' keys; so the outcome hangs on which traces there
are, not on their order, and traces that come later can change only the set that they are connected with.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

Name = tuple[str, str]
"""A trace's key: report and incident."""

Node = TypeVar("Node", int, str, Name)
"""What stands for a trace: anything in one order."""


def connected(names: Iterable[Node], links: Mapping[Node, Iterable[Node]]) -> list[list[Node]]:
    """The sets that links connect, each in order."""
    left = set(names)
    found = []
    while left:
        start = left.pop()
        group, edge = [start], [start]
        while edge:
            for other in links.get(edge.pop(), ()):
                if other in left:
                    left.discard(other)
                    group.append(other)
                    edge.append(other)
        found.append(sorted(group))
    return found


def clusters_of(names: Sequence[Node], scores: Callable[[Node, Node], int], join: int) -> list[tuple[Node, ...]]:
    """The groups of a connected set, each in order, the first by name first."""
    if len(names) == 1:
        return [tuple(names)]
    groups: dict[Node, list[Node]] = {name: [name] for name in sorted(names)}
    sums: dict[Node, dict[Node, int]] = defaultdict(dict)
    heap: list[tuple[float, Node, Node, int]] = []
    order = list(groups)
    for n, one in enumerate(order):
        for other in order[n + 1 :]:
            sums[one][other] = sums[other][one] = total = scores(one, other)
            if total >= join:
                heapq.heappush(heap, (-float(total), one, other, 2))
    while heap:
        _, one, other, size = heapq.heappop(heap)
        if one not in groups or other not in groups or len(groups[one]) + len(groups[other]) != size:
            continue
        _join(groups, sums, one, other)
        for third, total in sums[one].items():
            mean = total / (len(groups[one]) * len(groups[third]))
            if mean >= join:
                first, second = sorted((one, third))
                heapq.heappush(heap, (-mean, first, second, len(groups[one]) + len(groups[third])))
    return [tuple(sorted(group)) for group in groups.values()]


def _join(groups: dict[Node, list[Node]], sums: dict[Node, dict[Node, int]], one: Node, other: Node) -> None:
    """The other group goes into the one, with its sums."""
    groups[one] += groups.pop(other)
    gone = sums.pop(other)
    del sums[one][other]
    for third, total in gone.items():
        if third != one:
            del sums[third][other]
            sums[one][third] += total
            sums[third][one] += total
