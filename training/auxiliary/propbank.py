"""PropBank roles of English web text: verbs, their arguments, modals and negations, and who says what."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.auxiliary.extra import Deed, Extra, Speech, Stretch

FILE = "train/propbank-ewt.jsonl.gz"
LABELS = ("ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP", "ARGM-DIR")
ASPECTS = ("plain", "modal", "negated")
SPOKEN = frozenset([
    "say", "tell", "claim", "report", "announce", "state", "add", "note", "argue", "believe", "think", "deny",
    "warn", "suggest", "insist", "admit", "confirm", "acknowledge", "explain", "declare", "predict", "estimate",
    "allege", "reveal", "write", "conclude", "maintain", "stress", "emphasize", "reiterate", "complain", "boast",
    "joke", "assert", "testify", "contend", "observe", "remark", "indicate", "concede", "recall", "reply",
    "respond",
])  # fmt: skip
"""Verbs whose ARG1 is what is said and whose ARG0 says it (PropBank's frame files: *sayer*, *utterance*)."""
_LONGEST, _FEWEST_SAID = 60, 3
_LIGHT = frozenset({"be", "have", "do"})
_TRIMMED = re.compile(
    r"^(?:(?:the|an?|this|that|these|those|his|her|its|their|our|my|your|in|on|at|near|from|to|of|into|by)\s+)+",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(?:,|\(|\bwho\b|\bwhich\b|\bthat\b|\bwhere\b|\bwhom\b)")


def read(shared: Path) -> Iterator[Extra]:
    """Every sentence of at most 60 tokens with a verb worth learning from."""
    with gzip.open(shared / FILE, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if len(row["tokens"]) <= _LONGEST:
                extra = _extra(row)
                if extra is not None:
                    yield extra


def _extra(row: Mapping[str, Any]) -> Extra | None:
    text, offsets = str(row["text"]), _offsets(str(row["text"]), row["tokens"])
    if offsets is None:
        return None
    deeds, speeches = [], []
    for frame in row["frames"]:
        lemma = frame["rel"].split(".")[0]
        if lemma in _LIGHT or frame["v"][1] - frame["v"][0] != 1:
            continue
        whole = [(label, _chars(offsets, first, last)) for label, first, last in frame["args"]]
        arguments = tuple((_trimmed(text, at), label) for label, at in whole if label in LABELS)
        names = {label for label, _ in whole}
        aspect = "negated" if "ARGM-NEG" in names else "modal" if "ARGM-MOD" in names else "plain"
        at = _chars(offsets, *frame["v"])
        deeds.append(Deed(at, aspect, arguments))
        said = [(first, last) for label, first, last in frame["args"] if label == "ARG1"]
        if lemma in SPOKEN and len(said) == 1 and said[0][1] - said[0][0] >= _FEWEST_SAID and "C-ARG1" not in names:
            speakers = [_chars(offsets, first, last) for label, first, last in frame["args"] if label == "ARG0"]
            speeches.append(Speech(at, _chars(offsets, *said[0]), speakers[0] if speakers else None))
    if not any(deed.arguments for deed in deeds):
        return None
    return Extra("propbank", text, deeds=tuple(deeds), speeches=tuple(speeches))


def _offsets(text: str, tokens: list[str]) -> list[Stretch] | None:
    found, at = [], 0
    for token in tokens:
        start = text.find(token, at)
        if start < 0:
            return None
        at = start + len(token)
        found.append((start, at))
    return found


def _chars(offsets: list[Stretch], first: int, last: int) -> Stretch:
    return offsets[first][0], offsets[last - 1][1]


def _trimmed(text: str, at: Stretch) -> Stretch:
    """A phrase without leading article or preposition and without what follows its first comma or relative word."""
    words = text[at[0] : at[1]]
    lead = _TRIMMED.match(words)
    start = lead.end() if lead and lead.end() < len(words) else 0
    cut = _CUT.search(words, start + 1)
    end = cut.start() if cut and cut.start() > start else len(words)
    return at[0] + start, at[0] + end
