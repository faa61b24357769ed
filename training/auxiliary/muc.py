"""MUC-4's training reports: in sentences of violence, the strings that analysts filled their templates with."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Set
from pathlib import Path
from typing import Any

from dateline.coding.text.document import Sentence
from dateline.coding.text.reading import read_document
from dateline.model import Report
from training.auxiliary.extra import Extra, Stretch

REPORTS, TEMPLATES = "gold/muc4/train.reports.jsonl", "gold/muc4/train.gold.jsonl"
SLOTS = {
    "perp_individual": "doer", "perp_organisation": "doer", "physical_target": "victim", "human_target": "victim",
    "weapon": "means",
}  # fmt: skip


def read(shared: Path, violent: Callable[[Sentence], bool], left_out: Set[str]) -> Iterator[Extra]:
    """Sentences of violence of all reports but those left out; `violent` tells whether a sentence names any.

    Sentences without violence are not given: a group's name in them is no doer, but neither is it known not to be.
    """
    with (shared / TEMPLATES).open(encoding="utf-8") as lines:
        templates = {row["id"]: row["templates"] for row in map(json.loads, lines)}
    with (shared / REPORTS).open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in left_out:
                continue
            strings = _strings(templates.get(row["id"], ()))
            for sentence in read_document(Report.model_validate(row)).sentences:
                if violent(sentence):
                    yield Extra("muc", sentence.text, parts=tuple(_found(sentence.text, strings)))


def _strings(templates: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    found = {
        (string, part)
        for template in templates
        for slot, part in SLOTS.items()
        for entity in template.get(slot, ())
        for string in entity
        if len(string) > 1
    }
    return sorted(found, key=lambda item: (-len(item[0]), item))


def _found(text: str, strings: list[tuple[str, str]]) -> Iterator[tuple[Stretch, str]]:
    taken: list[Stretch] = []
    for string, part in strings:
        for match in re.finditer(rf"(?<!\w){re.escape(string)}(?!\w)", text):
            start, end = match.span()
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                yield (start, end), part
