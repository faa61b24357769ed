"""Comparing in a store comes to what comparing in memory does, whoever comes and goes, in whatever order."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select
from tests.linking.across.test_linker import traces
from tests.linking.across.traced import QAIM, RAWA, trace

from dateline.linking.across.clustering import Name
from dateline.linking.across.keeping import numbers_of
from dateline.linking.across.linker import Linker
from dateline.linking.across.trace import Trace
from dateline.pipeline.project.comparing import Comparer
from dateline.pipeline.project.shelf import Recent, Shelf
from dateline.store import Store, open_store
from dateline.store.tables import keys, links

Links = set[tuple[Name, Name]]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("comparing") / "p.dateline"), create=True) as opened:
        yield opened


@st.composite
def crowds(draw: st.DrawFn) -> list[Trace]:
    """Traces that mostly share a place and day, of reports with several incidents: blocks are full at once."""
    return [
        trace(
            f"r{draw(st.integers(0, 6))}",
            f"i{number}",
            sites=draw(st.sampled_from([(QAIM,), (RAWA,)])),
            kind=draw(st.sampled_from(["territory-taken", "airstrike"])),
            main=False,
        )
        for number in range(draw(st.integers(2, 14)))
    ]


def remembered(made: Iterable[Trace], most: int) -> Links:
    linker = Linker(most=most)
    linker.add(made)
    return {(one, other) for one, others in linker._links.items() for other in others}  # noqa: SLF001


def stored(connection: Connection, numbered: Mapping[int, Trace]) -> Links:
    found = connection.execute(select(links.c.one, links.c.other))
    return {(numbered[row.one].key, numbered[row.other].key) for row in found}


def by_report(made: Iterable[Trace]) -> list[list[Trace]]:
    return [list(own) for _, own in groupby(sorted(made, key=lambda t: t.key), key=lambda t: t.report)]


@given(st.one_of(traces(), crowds()), st.integers(0, 10**6), st.sampled_from([1, 2, 3]))
@settings(max_examples=150, deadline=None)
def test_links_in_a_store_are_those_in_memory(store: Store, made: list[Trace], seed: int, most: int) -> None:
    chance = Random(seed)  # noqa: S311  # an order, no secret
    numbered: dict[int, Trace] = {}
    shelf = Shelf()
    shelf.traces = Recent(1000, lambda _, wanted: {number: numbered[number] for number in wanted})
    coming = by_report(made)
    chance.shuffle(coming)
    there: list[dict[int, Trace]] = []
    with store.writing() as connection:
        connection.execute(delete(keys))
        connection.execute(delete(links))
        comparer = Comparer(connection, shelf, most)
        while coming:
            own = dict(enumerate(coming.pop(), len(numbered) + 1))
            numbered |= own
            before = stored(connection, numbered)
            touched = comparer.take_in(own, {telling: numbers_of(each) for telling, each in own.items()})
            there.append(own)
            lost = before - stored(connection, numbered)
            assert {name for pair in lost for name in pair} <= {numbered[n].key for n in touched}
            if chance.random() < 0.4:
                gone = there.pop(chance.randrange(len(there)))
                touched = comparer.take_out(gone)
                assert not touched & gone.keys()
                if chance.random() < 0.3:
                    coming.insert(0, list(gone.values()))
            left = [each for own in there for each in own.values()]
            assert stored(connection, numbered) == remembered(left, most)
