"""Comparing: tellings that come are linked with those they are likely one with, and tellings that go are taken out.

As in `linking.across.blocks`: in a block of more than MOST tellings only those that stand first by rank are compared
with all. Who comes may oust one from there, whose links may then rest on nothing; who goes lets another move up.
"""

from bisect import insort
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection

from dateline.linking.across.blocking import MOST
from dateline.linking.across.keeping import numbers_of
from dateline.linking.across.numbering import number_of
from dateline.linking.across.trace import Trace
from dateline.pipeline.project.shelf import Shelf
from dateline.store import keys
from dateline.store.keys import Ranked


class Comparer:
    """Compares within one transaction; blocks hold `most` that are compared with all."""

    def __init__(self, connection: Connection, shelf: Shelf, most: int = MOST) -> None:
        self._connection, self._shelf, self._most = connection, shelf, most

    def take_in(self, traces: Mapping[int, Trace], own: Mapping[int, Collection[int]]) -> set[int]:
        """Link the tellings of one report, whose keys these are, with live ones; gives those that lost a link."""
        heads = keys.heads(self._connection, set().union(*own.values()), self._most)
        pairs: set[tuple[int, int]] = set()
        ousted: set[int] = set()
        for telling, trace in traces.items():
            near = self._near((number_of(trace.key), telling), own[telling], heads, ousted)
            pairs |= self._likely(telling, trace, near - traces.keys())
        keys.put_links(self._connection, pairs)
        ranks = {telling: number_of(trace.key) for telling, trace in traces.items()}
        keys.put_keys(self._connection, ((n, ranks[telling], telling) for telling in own for n in own[telling]))
        return self._compare_less(ousted)

    def take_out(self, traces: Mapping[int, Trace]) -> set[int]:
        """Take tellings out of what is compared; gives those that lost or gained a link."""
        own = {telling: numbers_of(trace) for telling, trace in traces.items()}
        numbers = set().union(*own.values())
        before = keys.heads(self._connection, numbers, self._most + 1)
        touched = keys.drop(self._connection, traces, numbers)
        full = {n: head for n, head in before.items() if len(head) > self._most}
        left = {n for n, head in full.items() if any(telling in traces for _, telling in head[: self._most])}
        after = keys.heads(self._connection, left, self._most)
        for number, head in after.items():
            stood = set(full[number][: self._most])
            for _, telling in (ranked for ranked in head if ranked not in stood):
                trace = self._traces([telling])[telling]
                pairs = self._likely(telling, trace, keys.block(self._connection, number) - {telling})
                pairs -= set(keys.linked(self._connection, [telling]))
                keys.put_links(self._connection, pairs)
                touched |= {name for pair in pairs for name in pair}
        return touched - traces.keys()

    def _near(self, ranked: Ranked, own: Iterable[int], heads: dict[int, list[Ranked]], ousted: set[int]) -> set[int]:
        """Whom a telling is compared with; it takes its place in the heads of its blocks."""
        near: set[int] = set()
        for number in own:
            head = heads.setdefault(number, [])
            if len(head) < self._most:
                near.update(telling for _, telling in head)
                insort(head, ranked)
            elif ranked < head[-1]:
                near |= keys.block(self._connection, number)
                ousted.add(head.pop()[1])
                insort(head, ranked)
            else:
                near.update(telling for _, telling in head)
        return near

    def _likely(self, telling: int, trace: Trace, near: Iterable[int]) -> set[tuple[int, int]]:
        traces = self._traces(near)
        join = self._shelf.weights.join
        return {(telling, o) for o, t in traces.items() if self._shelf.score((telling, trace), (o, t)) >= join}

    def _compare_less(self, ousted: Collection[int]) -> set[int]:
        """Undo the links of ousted tellings that hung on a block in which they stand first no longer."""
        links = list(keys.linked(self._connection, ousted))
        if not links:
            return set()
        traces = self._traces({telling for pair in links for telling in pair})
        own = {telling: numbers_of(trace) for telling, trace in traces.items()}
        shared = {(one, other): own[one] & own[other] for one, other in links}
        heads = keys.heads(self._connection, set().union(*shared.values()), self._most)
        idle = [
            (one, other)
            for (one, other), numbers in shared.items()
            if not any(self._compared(traces, one, other, heads[number]) for number in numbers)
        ]
        keys.drop_links(self._connection, idle)
        return {telling for pair in idle for telling in pair}

    def _compared(self, traces: Mapping[int, Trace], one: int, other: int, head: list[Ranked]) -> bool:
        least = min((number_of(traces[telling].key), telling) for telling in (one, other))
        return len(head) < self._most or least <= head[-1]

    def _traces(self, tellings: Iterable[int]) -> dict[int, Trace]:
        return self._shelf.traces.of(self._connection, tellings)
