"""The linker: traces in, groups that tell of one occurrence out; at once or one by one, in any order, the same.

`Linker` holds all in memory and grows; `link` joins many at once; `groups_among` is for a store that keeps traces and
links itself and asks for the groups of one connected set.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from dateline.linking.across.blocking import MOST, candidates, keys_of
from dateline.linking.across.blocks import Blocks
from dateline.linking.across.clustering import Name, Node, clusters_of, connected
from dateline.linking.across.scoring import Weights, explain, own_weights, score
from dateline.linking.across.sets import Sets
from dateline.linking.across.trace import Trace
from dateline.model import Evidence

Scorer = Callable[[Trace, Trace, Weights], int]
Groups = tuple[tuple[Name, ...], ...]


class Linker:
    """Keeps traces, whom each may be one with, and the groups that follow."""

    def __init__(self, weights: Weights | None = None, scorer: Scorer = score, most: int = MOST) -> None:
        self._weights = weights or own_weights()
        self._scorer = scorer
        self._traces: dict[Name, Trace] = {}
        self._blocks = Blocks(most)
        self._links: dict[Name, set[Name]] = defaultdict(set)
        self._sets = Sets()

    def add(self, traces: Iterable[Trace]) -> None:
        """Take traces in. One that is there already (by report and incident) is left as it is."""
        for trace in traces:
            if trace.key in self._traces:
                continue
            self._traces[trace.key] = trace
            coming = self._blocks.add(trace.key, keys_of(trace))
            for name in coming.near:
                if self._score(trace.key, name) >= self._weights.join:
                    self._links[trace.key].add(name)
                    self._links[name].add(trace.key)
            self._sets.touch((trace.key,))
            for name in coming.ousted:
                self._compare_less(name)

    def groups(self) -> Groups:
        """All groups, each in the order of its names, in the order of their first.

        Only the connected sets that traces have come to since the last call are worked out again.
        """
        return self._sets.groups(
            self._links, lambda found: clusters_of(found, self._links, self._score, self._weights.join)
        )

    def reasons(self, group: Iterable[Name]) -> tuple[Evidence, ...]:
        """Why the members are together: for each after the first, its best pair with those before it."""
        names = sorted(group)
        return tuple(
            explain(self._traces[name], self._traces[best], self._weights)
            for n, name in enumerate(names)
            if n and (best := max(names[:n], key=lambda other: self._score(name, other)))
        )

    def _compare_less(self, name: Name) -> None:
        """Undo the links that hung on a block in which the name stands first no longer."""
        own = keys_of(self._traces[name])
        for other in list(self._links[name]):
            if not self._blocks.compared(name, other, own & keys_of(self._traces[other])):
                self._links[name].discard(other)
                self._links[other].discard(name)
                self._sets.touch((name, other))

    def _score(self, one: Name, other: Name) -> int:
        return self._scorer(self._traces[one], self._traces[other], self._weights)


def link(traces: Iterable[Trace], weights: Weights | None = None, scorer: Scorer = score, most: int = MOST) -> Groups:
    """The groups of many traces: what a Linker would give, in less memory (750,000 traces: 3.7 GiB with them)."""
    chosen = weights or own_weights()
    known = {trace.key: trace for trace in traces}
    names = sorted(known)
    listed = [known[name] for name in names]
    links: dict[int, list[int]] = defaultdict(list)
    for one, other in candidates(listed, most):
        if scorer(listed[one], listed[other], chosen) >= chosen.join:
            links[one].append(other)
            links[other].append(one)
    groups = groups_of(range(len(listed)), links, lambda a, b: scorer(listed[a], listed[b], chosen), chosen.join)
    return tuple(tuple(names[place] for place in group) for group in groups)


def groups_among(
    traces: Iterable[Trace],
    links: Iterable[tuple[Name, Name]],
    weights: Weights | None = None,
    scorer: Scorer = score,
) -> Groups:
    """The groups of traces and the links between them, both of one connected set or of several whole ones.

    A link is a pair that was compared (`blocking.candidates` says which are) and scores `join` or more. Each group in
    the order of its names, in the order of their first. Raises KeyError where a link names a trace that is not there.
    """
    chosen = weights or own_weights()
    known = {trace.key: trace for trace in traces}
    beside: dict[Name, set[Name]] = {name: set() for name in known}
    for one, other in links:
        beside[one].add(other)
        beside[other].add(one)
    return groups_of(known, beside, lambda a, b: scorer(known[a], known[b], chosen), chosen.join)


def groups_of(
    nodes: Iterable[Node], links: Mapping[Node, Iterable[Node]], scores: Callable[[Node, Node], int], join: int
) -> tuple[tuple[Node, ...], ...]:
    """All groups, each in order, in the order of their first."""
    return tuple(
        sorted(group for found in connected(nodes, links) for group in clusters_of(found, links, scores, join))
    )
