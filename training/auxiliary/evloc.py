"""Event_location's training sentences: a verb, the places where that happened, the sentence's other places."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from pathlib import Path

from training.auxiliary.extra import Extra, Site, Stretch

REPORTS, KEYS = "gold/evloc/train.reports.jsonl", "gold/evloc/train.gold.jsonl"


def read(shared: Path, places: Callable[[str], list[Stretch]], left_out: Set[str]) -> Iterator[Extra]:
    """One extra a sentence, its rows together; `places` finds the toponyms of a text. Sentences of rows left out go."""
    with (shared / REPORTS).open(encoding="utf-8") as lines:
        texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    rows = defaultdict(list)
    with (shared / KEYS).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            rows[texts[row["id"]]].append(row)
    for text, group in rows.items():
        if any(row["id"] in left_out for row in group):
            continue
        named = places(text)
        sites = []
        for row in group:
            there = tuple((start, end) for start, end in row["places"])
            other = tuple(at for at in named if all(at[1] <= a or b <= at[0] for a, b in there))
            if there:
                sites += [Site((start, end), there, other) for start, end in row["trigger"][:1]]
        if sites:
            yield Extra("evloc", text, sites=tuple(sites))
