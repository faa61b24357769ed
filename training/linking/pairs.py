"""Pairs of traces with whether they are one occurrence, from the dev halves of `series` and `link`."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from dateline.linking.across.blocking import keys_of
from dateline.linking.across.trace import Trace
from dateline.linking.across.wording import WHOLE
from dateline.model import Record

ALIKE = 0.08
"""Pairs of articles that share so much wording are taken too, blocked or not: they show what stock phrases weigh."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two traces, whether they are one, the incidents of the key that they belong to, and what the pair counts."""

    one: Trace
    other: Trace
    same: bool
    incidents: tuple[str, str]
    counts: float


def read_key(path: Path) -> list[dict[str, Any]]:
    """The rows of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def series_pairs(traces: Sequence[Trace], incident_of: Mapping[str, str]) -> Iterator[Pair]:
    """Pairs of what two articles are about."""
    mains = [trace for trace in traces if trace.main and trace.report in incident_of]
    for i, j in sorted(blocked(mains) | alike(mains)):
        a, b = mains[i], mains[j]
        incidents = incident_of[a.report], incident_of[b.report]
        yield Pair(a, b, incidents[0] == incidents[1], incidents, 1.0)


def link_pairs(traces: Sequence[Trace], incidents_of: Mapping[tuple[str, str], set[str]]) -> Iterator[Pair]:
    """Pairs of incidents that name a victim of the key; they count double, being few."""
    known = [trace for trace in traces if trace.key in incidents_of]
    for i, j in sorted(blocked(known)):
        one, other = incidents_of[known[i].key], incidents_of[known[j].key]
        if known[i].report != known[j].report:
            yield Pair(known[i], known[j], bool(one & other), (min(one), min(other)), 2.0)


def read_pairs(rows: Iterable[Sequence[Any]], records: Mapping[str, Record], traces: Iterable[Trace]) -> Iterator[Pair]:
    """Pairs that were read side by side: two reports, and where in them an event is told; few, so they count more."""
    known = {trace.key: trace for trace in traces}
    for number, (report, at, other, there, verdict) in enumerate(rows):
        one, two = (_told_at(records, known, *place) for place in ((report, at), (other, there)))
        if one is not None and two is not None:
            yield Pair(one, two, verdict == "same", (f"read {number}", f"read {number}"), READ_COUNTS)


def _told_at(
    records: Mapping[str, Record], traces: Mapping[tuple[str, str], Trace], report: str, at: int
) -> Trace | None:
    record = records[report]
    events = {event.id for event in record.events if event.trigger.start == at}
    found = next((incident.id for incident in record.incidents if events & set(incident.events)), "")
    return traces.get((report, found))


READ_COUNTS = 15.0


def blocked(traces: Sequence[Trace]) -> set[tuple[int, int]]:
    """Places of traces that share a key."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for place, trace in enumerate(traces):
        for key in keys_of(trace):
            blocks[key].append(place)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def alike(traces: Sequence[Trace]) -> set[tuple[int, int]]:
    """Places of traces whose wordings are at least ALIKE."""
    shared: Counter[tuple[int, int]] = Counter()
    having: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, trace in enumerate(traces):
        for word, weight in trace.words.items():
            for earlier, other in having[word]:
                shared[earlier, place] += weight * other
            having[word].append((place, weight))
    return {pair for pair, cosine in shared.items() if cosine >= ALIKE * WHOLE**2}


def victims(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, set[str]]]:
    """Incident, report and the longer words of the victims' names, for each telling of the key of `link`."""
    for row in rows:
        for mention in row["mentions"]:
            words = {w.lower() for name in mention["names"] for w in name.replace("-", " ").split() if len(w) > 3}
            yield str(row["id"]), str(mention["report"]), words
