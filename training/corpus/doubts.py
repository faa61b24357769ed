"""Where a passage goes against the rest: words marked nearly everywhere but here, or here and nearly nowhere else.

No doubt is a fault: each asks for a second look. The rates come from the corpus itself.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from training.corpus.passage import Passage

_WORDS = re.compile(r"\w+(?:['’-]\w+)*")
OFTEN, SELDOM, KIND = 0.8, 0.08, 0.85
"""Rates from which a word counts as always marked, as never marked, as always of one kind."""
LEAST = 8
"""Occurrences below which a word says nothing."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place to look at again, and why."""

    passage: str
    what: str
    words: str
    reason: str

    def __str__(self) -> str:
        return f"{self.passage}: {self.what} {self.words!r}: {self.reason}"


@dataclass(frozen=True, slots=True)
class _Seen:
    passage: str
    word: str
    shown: str
    marked: bool
    kind: str = ""


def _occurrences(passage: Passage, label: str) -> Iterator[_Seen]:
    """Every word of the passage, and whether a trigger or span of this label begins with it."""
    text = passage.text or ""
    if label == "trigger":
        starts = {trigger.start: trigger.kind for trigger in passage.triggers}
        covered = [(trigger.start, trigger.end) for trigger in passage.triggers]
    else:
        starts = {span.start: label for span in passage.spans if span.label == label}
        covered = [(span.start, span.end) for span in passage.spans if span.label == label]
    for match in _WORDS.finditer(text):
        at = match.start()
        if at in starts:
            yield _Seen(passage.id, match[0].lower(), match[0], marked=True, kind=starts[at])
        elif not any(start < at < end for start, end in covered):
            yield _Seen(passage.id, match[0].lower(), match[0], marked=False)


def _marks(passages: Sequence[Passage], label: str, *, seldom: bool) -> Iterator[Doubt]:
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for passage in passages:
        for one in _occurrences(passage, label):
            seen[one.word].append(one)
    for found in seen.values():
        rate = sum(one.marked for one in found) / len(found)
        if len(found) < LEAST or rate in (0, 1) or SELDOM < rate < OFTEN:
            continue
        told = f"marked in {rate:.0%} of {len(found)}"
        for one in found:
            if one.marked and rate <= SELDOM and seldom:
                yield Doubt(one.passage, f"{label} here, elsewhere none:", one.shown, told)
            elif not one.marked and rate >= OFTEN:
                yield Doubt(one.passage, f"no {label} here, elsewhere one:", one.shown, told)


def _kinds(passages: Sequence[Passage]) -> Iterator[Doubt]:
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for passage in passages:
        for one in _occurrences(passage, "trigger"):
            if one.marked:
                seen[one.word].append(one)
    for found in seen.values():
        (kind, most), *_ = Counter(one.kind for one in found).most_common(1)
        if len(found) >= LEAST and KIND <= most / len(found) < 1:
            for one in found:
                if one.kind != kind:
                    told = f"elsewhere {kind} ({most} of {len(found)})"
                    yield Doubt(one.passage, f"kind {one.kind} of", one.shown, told)


def doubts(passages: Sequence[Passage]) -> list[Doubt]:
    """All doubts over passages whose texts are at hand, by passage."""
    found = [*_marks(passages, "trigger", seldom=True), *_kinds(passages)]
    for label in ("place", "time", "cue"):
        found += _marks(passages, label, seldom=False)
    return sorted(found, key=lambda doubt: (doubt.passage, doubt.what, doubt.words))
