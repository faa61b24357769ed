"""Passages as the network reads them: word pieces, the look of each, and the gold in word pieces."""

from collections.abc import Callable
from dataclasses import dataclass, field

from training.corpus.passage import LOSSES, Passage
from training.tagger.layers import ARGUMENTS, LAYERS, Labels

Stretch = tuple[int, int]
"""First and last word piece."""
LONGEST = 256
"""Word pieces beyond which a passage is cut."""


@dataclass(frozen=True, slots=True)
class GoldTrigger:
    """A trigger in word pieces and the numbers of its labels."""

    id: str
    at: Stretch
    kind: int
    status: int
    background: int


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """A span in word pieces; `sort` is -1 where its label has none."""

    id: str
    at: Stretch
    label: str
    sort: int


@dataclass(frozen=True, slots=True)
class GoldCue:
    """A cue with the contents and sources that it ties; no source is told by an empty tuple."""

    at: Stretch
    contents: tuple[Stretch, ...]
    sources: tuple[Stretch, ...]


@dataclass(slots=True)
class Example:
    """One passage: ids and looks of its pieces with the two special ones, offsets in the text, gold."""

    passage: Passage
    ids: list[int]
    looks: list[int]
    offsets: list[tuple[int, int]]
    tags: dict[str, list[int]] = field(default_factory=dict)
    triggers: list[GoldTrigger] = field(default_factory=list)
    spans: list[GoldSpan] = field(default_factory=list)
    roles: set[tuple[int, int, int]] = field(default_factory=set)
    cues: list[GoldCue] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Word pieces, the special ones included."""
        return len(self.ids)

    def words(self, at: Stretch) -> str:
        """The text of a stretch."""
        return (self.passage.text or "")[self.offsets[at[0]][0] : self.offsets[at[1]][1]]


def look(word: str) -> int:
    """How a piece is written: 0 nothing, 1 lower case, 2 capitalised, 3 capitals, 4 else. The vocabulary has none."""
    if not word:
        return 0
    if word.islower():
        return 1
    if word[:1].isupper():
        return 3 if word.isupper() and len(word) > 1 else 2
    return 4


def _stretch(example: Example, start: int, end: int) -> Stretch | None:
    found = [
        at for at in range(1, example.length - 1) if example.offsets[at][0] < end and start < example.offsets[at][1]
    ]
    return (found[0], found[-1]) if found else None


def _layers(example: Example) -> None:
    for layer, labels in LAYERS.items():
        row = [0] * example.length
        items = (
            [(t.start, t.end, 0) for t in example.passage.triggers]
            if layer == "trigger"
            else [(s.start, s.end, labels.index(s.label)) for s in example.passage.spans if s.label in labels]
        )
        for start, end, label in sorted(items, key=lambda item: item[0] - item[1]):
            at = _stretch(example, start, end)
            if at is None or any(row[at[0] : at[1] + 1]):
                continue
            row[at[0] : at[1] + 1] = [1 + 2 * label] + [2 + 2 * label] * (at[1] - at[0])
        example.tags[layer] = row


def _items(example: Example, labels: Labels) -> None:
    for t in example.passage.triggers:
        at = _stretch(example, t.start, t.end)
        if at:
            kind, status = labels.kinds.index(t.kind), labels.statuses.index(t.status)
            example.triggers.append(GoldTrigger(t.id, at, kind, status, int(t.background)))
    for s in example.passage.spans:
        at = _stretch(example, s.start, s.end)
        if at and s.label in ARGUMENTS:
            example.spans.append(GoldSpan(s.id, at, s.label, labels.sorts.index(s.sort) if s.sort else -1))


def _ties(example: Example, labels: Labels) -> None:
    """Roles as (trigger, span, role)."""
    triggers = {t.id: n for n, t in enumerate(example.triggers)}
    spans = {s.id: n for n, s in enumerate(example.spans)}
    for link in example.passage.links:
        if link.head in triggers and link.tail in spans and link.role in labels.roles:
            example.roles.add((triggers[link.head], spans[link.tail], labels.roles.index(link.role)))
        elif link.role in LOSSES and link.tail in triggers and link.head in spans:
            role = labels.roles.index(f"loss:{link.role}")
            example.roles.add((triggers[link.tail], spans[link.head], role))


def _cues(example: Example) -> None:
    items = example.passage.items()
    links = example.passage.links
    found: dict[Stretch, tuple[set[Stretch], set[Stretch]]] = {}
    for content in (span for span in example.passage.spans if span.label == "content"):
        at = _stretch(example, content.start, content.end)
        tied = {
            role: [items[k.tail] for k in links if k.head == content.id and k.role == role]
            for role in ("source", "cue")
        }
        for cue in tied["cue"]:
            said = _stretch(example, cue.start, cue.end)
            if at and said:
                contents, sources = found.setdefault(said, (set(), set()))
                contents.add(at)
                sources |= {s for s in (_stretch(example, i.start, i.end) for i in tied["source"]) if s}
    example.cues = [GoldCue(at, tuple(sorted(c)), tuple(sorted(s))) for at, (c, s) in sorted(found.items())]


def example_of(
    passage: Passage, encode: Callable[[str], tuple[list[int], list[tuple[int, int]]]], labels: Labels
) -> Example:
    """A passage (its text at hand) as an example; `encode` gives ids and offsets of its pieces, special ones too."""
    text = passage.text or ""
    ids, offsets = encode(text)
    if len(ids) > LONGEST:
        ids, offsets = [*ids[: LONGEST - 1], ids[-1]], [*offsets[: LONGEST - 1], offsets[-1]]
    example = Example(passage, ids, [look(text[start:end]) for start, end in offsets], offsets)
    _layers(example)
    _items(example, labels)
    _ties(example, labels)
    _cues(example)
    return example
