"""Blocking: keys that two traces must share one of to be compared at all.

A key hangs on its trace alone, so that who is compared with whom does not depend on the order in which reports come.
Each kind of key is narrow enough to stay small however many reports there are: a place on a day, a person's name,
words that hardly ever stand together.
"""

import math
from array import array
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

import numpy as np

from dateline.linking.across.trace import Days, Site, Trace

Key = tuple[Hashable, ...]

CELL = 0.25
"""Degrees of a cell: some 28 km from north to south."""
_REACH_KM = 8.0
_MOST_KM = 30.0
_LONGEST = 7
_WORDS, _SPAN = 8, 21
_DAYS_NAMED, _PLACES_NAMED = 4, 4


def keys_of(trace: Trace) -> frozenset[Key]:
    """All keys of a trace. Traces told as real and not share none; of different sorts, such as force and protest, they
    share persons hit alone: what follows an act names who suffered it.
    """
    names = ((trace.told, *key) for key in _by_name(trace))
    return frozenset((*names, *((trace.told, trace.sort, *key) for key in _keys(trace))))


def candidates(traces: Sequence[Trace]) -> Iterator[tuple[int, int]]:
    """Places of the traces that share a key, each pair once, the lower place first.

    Keys are held as numbers: two keys that happen to have one number (some 10 million keys: about once in 10,000 runs)
    only make a pair be compared in vain.
    """
    hashes, places = array("q"), array("i")
    for place, trace in enumerate(traces):
        for key in keys_of(trace):
            hashes.append(hash(key))
            places.append(place)
    numbers = np.frombuffer(hashes, dtype=np.int64) if hashes else np.empty(0, np.int64)
    order = np.argsort(numbers, kind="stable")
    owners = np.frombuffer(places, dtype=np.int32)[order] if places else np.empty(0, np.int32)
    edges = np.flatnonzero(np.diff(numbers[order])) + 1
    starts, ends = np.append(0, edges), np.append(edges, len(owners))
    pairs = array("q")
    for n in np.flatnonzero(ends - starts > 1):
        for one, other in combinations(owners[starts[n] : ends[n]].tolist(), 2):
            pairs.append(one * len(traces) + other)
    found = np.unique(np.frombuffer(pairs, dtype=np.int64)) if pairs else np.empty(0, np.int64)
    return (divmod(pair, len(traces)) for pair in found.tolist())


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
