"""Blocking: keys that two traces must share one of to be compared at all.

A key hangs on its trace alone, so that who is compared with whom does not depend on the order in which reports come.
Each kind of key is narrow: a place on a day, a person's name, words that hardly ever stand together. The traces that
have one key are its block. Most blocks stay small however many reports there are, since they hang on a day or a few
weeks; those of a person's name and of a day that is recalled for years do not. In a block of more than `MOST` the
traces that stand first by rank (`numbering.py`: as if drawn by chance, but always the same) are compared with all, the
others with those only. So a block costs no more than its size times `MOST`, those who tell of one much-told incident
still meet through the first, and who is compared still hangs on which traces there are, not on their order.
"""

import math
from array import array
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.linking.across.numbering import rank_of
from dateline.linking.across.trace import Days, Site, Trace

Key = tuple[Hashable, ...]
Numbers = NDArray[np.signedinteger[Any]]

MOST = 100
"""The largest block in which all are compared with all. The largest of the 437 Syrian reports has 46, the largest of
400,000 made-up events 64. With 10 in its place the figures of `series` and `link` are what they are, with 5 too."""
CELL = 0.25
"""Degrees of a cell: some 28 km from north to south."""
_REACH_KM, _MOST_KM = 8.0, 30.0
"""A site's neighbourhood is its own uncertainty, within these."""
_LONGEST = 7
"""A time of more days than this gives no key of a place and a day."""
_WORDS, _SPAN = 8, 21
"""How many telling words make keys, and the days within which two of them do: 471 of 518 pairs of articles
on one incident share a key (`series`)."""
_DAYS_NAMED, _PLACES_NAMED = 4, 4
"""How many of the days and places that a report names besides make keys."""


def keys_of(trace: Trace) -> frozenset[Key]:
    """All keys of a trace. Traces told as real and not share none; of different sorts, such as force and protest, they
    share persons hit alone: what follows an act names who suffered it.
    """
    names = ((trace.told, *key) for key in _by_name(trace))
    return frozenset((*names, *((trace.told, trace.sort, *key) for key in _keys(trace))))


def candidates(traces: Sequence[Trace], most: int = MOST) -> Iterator[tuple[int, int]]:
    """Places of the traces that are compared, each pair once, the lower place first.

    Keys are held as numbers, with the trace's place in their last bits: two keys that happen to have one number (of 30
    million keys of a million traces some twenty do) only make pairs be compared in vain.
    """
    bits = len(traces).bit_length()
    packed = array("q")
    for place, trace in enumerate(traces):
        packed.extend(hash(key) >> bits << bits | place for key in keys_of(trace))
    if not packed:
        return
    members, owners, starts, ends = _shared(np.frombuffer(packed, dtype=np.int64), bits, traces, most)
    del packed
    edges = [0, *(np.flatnonzero(np.diff(owners)) + 1).tolist(), len(owners)] if len(owners) else []
    for first, last in pairwise(edges):
        one = int(owners[first])
        others = {place for n in range(first, last) for place in members[starts[n] : ends[n]].tolist()}
        yield from ((one, other) for other in sorted(others) if other > one)


def _shared(
    packed: Numbers, bits: int, traces: Sequence[Trace], most: int
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """The members of all keys, block by block; and for each trace in order and each key that it shares, its place and
    where those it is compared with start and end among the members. Sorts and overwrites what it is given.
    """
    packed.sort()
    members = (packed & ((1 << bits) - 1)).astype(np.int32)
    packed >>= bits
    edges = np.flatnonzero(packed[1:] != packed[:-1]).astype(np.int32) + 1
    starts, ends = np.append(np.int32(0), edges), np.append(edges, np.int32(len(members)))
    sizes = ends - starts
    ahead = np.repeat(ends, sizes)
    for block in np.flatnonzero(sizes > most).tolist():
        first, last = starts[block], ends[block]
        members[first:last] = sorted(members[first:last].tolist(), key=lambda place: rank_of(traces[place].key))
        ahead[first + most : last] = first + most
    wanted = np.repeat(sizes > 1, sizes)
    back = np.argsort(members[wanted], kind="stable")
    return members, members[wanted][back], np.repeat(starts, sizes)[wanted][back], ahead[wanted][back]


def _keys(trace: Trace) -> Iterator[Key]:
    yield from _by_words(trace)
    days = _days(trace.days)
    for site in trace.sites:
        if site.wide:
            yield from _by_area(trace, site, days)
        else:
            yield from ((cell, day) for cell in _cells(site) for day in days)
    yield from _by_mention(trace)


def _by_name(trace: Trace) -> Iterator[Key]:
    """Persons hit, and others of no office that the report names, by any two words of the name."""
    for name in trace.named | trace.around.people:
        yield from (("name", *sorted(pair)) for pair in combinations(sorted(set(name)), 2))


def _by_words(trace: Trace) -> Iterator[Key]:
    """What a whole report is about: any two of its most telling words within some weeks, or one and a day named."""
    if not trace.main:
        return
    top = sorted(trace.words, key=lambda word: (-trace.words[word], word))[:_WORDS]
    yield from (("word", word, day) for word in top for day in _named_days(trace))
    if trace.filed is not None:
        span = trace.filed // _SPAN
        yield from (("words", *sorted(pair), n) for pair in combinations(top, 2) for n in (span, span + 1))


def _named_days(trace: Trace) -> list[int]:
    """The day it is told of, the days that its report names besides."""
    own = [trace.days.first] if trace.days and trace.days.told and trace.days.first == trace.days.last else []
    return [*own, *sorted(trace.around.days - set(own))[-_DAYS_NAMED:]]


def _by_area(trace: Trace, site: Site, days: range) -> Iterator[Key]:
    """Wide areas say little: on one day, with one actor, target or number of dead."""
    marks = [*trace.actors, *trace.targets, *(toll for toll in trace.tolls.items() if toll[1][0] > 1)]
    for day in days:
        yield from ((site.country, site.admin1, day, mark) for mark in marks)


def _by_mention(trace: Trace) -> Iterator[Key]:
    """A report that comes back to an incident names its place and its day, in whatever part."""
    if trace.main:
        places = [*{s.name: None for s in trace.sites if not s.wide}, *sorted(trace.around.places)[:_PLACES_NAMED]]
        yield from (("named", place, day) for day in _named_days(trace) for place in places)


def _days(days: Days | None) -> range:
    """The days of keys: one more than those it may have been, so that days next to each other meet."""
    if days is None or days.last - days.first > _LONGEST:
        return range(0)
    return range(days.first, days.last + 2)


def _cells(site: Site) -> Iterator[tuple[int, int]]:
    """The cells that the neighbourhood of a site touches; four at most but for the largest."""
    if site.lat is None or site.lon is None:
        return
    reach = min(max(site.within_km, _REACH_KM), _MOST_KM) / 111.2
    wide = reach / max(0.2, math.cos(math.radians(site.lat)))
    for row in range(math.floor((site.lat - reach) / CELL), math.floor((site.lat + reach) / CELL) + 1):
        for column in range(math.floor((site.lon - wide) / CELL), math.floor((site.lon + wide) / CELL) + 1):
            yield row, column
