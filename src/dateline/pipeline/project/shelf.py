"""The shelf: rows that never change, read once and kept at hand: traces, records, scores of pairs.

All are kept by the numbers of rows. A transaction that comes to nothing gives its numbers back, so whoever sees one
fail clears the shelf.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import Connection

from dateline.linking.across.keeping import trace_from_json
from dateline.linking.across.scoring import Weights, own_weights, score
from dateline.linking.across.trace import Trace
from dateline.store.codings import records_of, traces_in

if TYPE_CHECKING:
    from dateline.model import Record

TRACES, RECORDS, SCORES = 50_000, 200, 500_000
"""How many are kept: some 150 MB, 150 MB and 60 MB where they are full."""

Kept = TypeVar("Kept")


class Recent(Generic[Kept]):
    """Values by number, the least lately used given up first."""

    def __init__(self, most: int, fetch: Callable[[Connection, Iterable[int]], dict[int, Kept]]) -> None:
        self._most, self._fetch = most, fetch
        self._kept: OrderedDict[int, Kept] = OrderedDict()

    def of(self, connection: Connection, numbers: Iterable[int]) -> dict[int, Kept]:
        """The values of these numbers; those that are not at hand are fetched together."""
        wanted = set(numbers)
        found = {number: self._kept[number] for number in wanted if number in self._kept}
        for number in found:
            self._kept.move_to_end(number)
        if missing := wanted - found.keys():
            fetched = self._fetch(connection, sorted(missing))
            found |= fetched
            self._kept.update(fetched)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found

    def clear(self) -> None:
        """Give all up."""
        self._kept.clear()


class Shelf:
    """What a process that links keeps at hand."""

    def __init__(self, weights: Weights | None = None) -> None:
        self.weights = weights or own_weights()
        self.traces: Recent[Trace] = Recent(TRACES, _traces)
        self.records: Recent[Record] = Recent(RECORDS, records_of)
        self._scores: dict[tuple[int, int], int] = {}

    def score(self, one: tuple[int, Trace], other: tuple[int, Trace]) -> int:
        """The score of two tellings, given as number and trace."""
        key = (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])
        found = self._scores.get(key)
        if found is None:
            if len(self._scores) >= SCORES:
                self._scores.clear()
            found = self._scores[key] = score(one[1], other[1], self.weights)
        return found

    def clear(self) -> None:
        """Give all up: a transaction has failed."""
        self.traces.clear()
        self.records.clear()
        self._scores.clear()


def _traces(connection: Connection, numbers: Iterable[int]) -> dict[int, Trace]:
    return {number: trace_from_json(text) for number, text in traces_in(connection, numbers).items()}
