"""Passages as the network reads them: word pieces, the look of each, and the gold in word pieces."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from dateline.encoder.pieces import LONGEST, looks_of
from training.auxiliary.extra import Extra
from training.auxiliary.propbank import ASPECTS
from training.corpus.passage import LOSSES, Passage
from training.tagger.layers import ARGUMENTS, LAYERS, PARTS, Labels

Stretch = tuple[int, int]
"""First and last word piece."""
UNKNOWN = -100
"""The tag of a piece of which nothing is known: no loss counts it."""


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


@dataclass(frozen=True, slots=True)
class GoldDeed:
    """A verb of an extra in word pieces, the number of its aspect, and its arguments by PropBank's labels."""

    at: Stretch
    aspect: int
    arguments: tuple[tuple[Stretch, str], ...]


@dataclass(frozen=True, slots=True)
class GoldSite:
    """A word of an extra that names an occurrence, where it happened, and the other places of the sentence."""

    at: Stretch
    there: tuple[Stretch, ...]
    elsewhere: tuple[Stretch, ...]


@dataclass(slots=True)
class Example:
    """One passage or extra: ids and looks of its pieces with the two special ones, offsets in the text, gold.

    A layer that `tags` does not have is not known. `passage` is None for an extra.
    """

    text: str
    passage: Passage | None
    ids: list[int]
    looks: list[int]
    offsets: list[tuple[int, int]]
    tags: dict[str, list[int]] = field(default_factory=dict)
    triggers: list[GoldTrigger] = field(default_factory=list)
    spans: list[GoldSpan] = field(default_factory=list)
    roles: set[tuple[int, int, int]] = field(default_factory=set)
    cues: list[GoldCue] = field(default_factory=list)
    deeds: list[GoldDeed] = field(default_factory=list)
    sites: list[GoldSite] = field(default_factory=list)

    @property
    def length(self) -> int:
        """Word pieces, the special ones included."""
        return len(self.ids)

    def words(self, at: Stretch) -> str:
        """The text of a stretch."""
        return self.text[self.offsets[at[0]][0] : self.offsets[at[1]][1]]


def _stretch(example: Example, start: int, end: int) -> Stretch | None:
    found = [
        at for at in range(1, example.length - 1) if example.offsets[at][0] < end and start < example.offsets[at][1]
    ]
    return (found[0], found[-1]) if found else None


def _row(example: Example, items: Iterable[tuple[int, int, int]]) -> list[int]:
    """The tags of one layer from (start, end, label); of two that overlap the longer stays."""
    row = [0] * example.length
    for start, end, label in sorted(items, key=lambda item: item[0] - item[1]):
        at = _stretch(example, start, end)
        if at is None or any(row[at[0] : at[1] + 1]):
            continue
        row[at[0] : at[1] + 1] = [1 + 2 * label] + [2 + 2 * label] * (at[1] - at[0])
    return row


def _layers(example: Example, passage: Passage, labels: Labels) -> None:
    for layer, names in LAYERS.items():
        if layer == "trigger":
            items = [(t.start, t.end, 0) for t in passage.triggers]
        elif layer == "part":
            items = list(_parts(passage, labels))
        else:
            items = [(s.start, s.end, names.index(s.label)) for s in passage.spans if s.label in names]
        example.tags[layer] = _row(example, items)


def _parts(passage: Passage, labels: Labels) -> Iterable[tuple[int, int, int]]:
    """What is tied to a violent act, by the part that its role makes."""
    acts = {t.id for t in passage.triggers if t.kind in labels.violent}
    spans = {s.id: s for s in passage.spans}
    for link in passage.links:
        if link.head in acts and link.role in PARTS and link.tail in spans:
            span = spans[link.tail]
            yield span.start, span.end, LAYERS["part"].index(PARTS[link.role])


def _items(example: Example, passage: Passage, labels: Labels) -> None:
    for t in passage.triggers:
        at = _stretch(example, t.start, t.end)
        if at:
            kind, status = labels.kinds.index(t.kind), labels.statuses.index(t.status)
            example.triggers.append(GoldTrigger(t.id, at, kind, status, int(t.background)))
    for s in passage.spans:
        at = _stretch(example, s.start, s.end)
        if at and s.label in ARGUMENTS:
            example.spans.append(GoldSpan(s.id, at, s.label, labels.sorts.index(s.sort) if s.sort else -1))


def _ties(example: Example, passage: Passage, labels: Labels) -> None:
    """Roles as (trigger, span, role)."""
    triggers = {t.id: n for n, t in enumerate(example.triggers)}
    spans = {s.id: n for n, s in enumerate(example.spans)}
    for link in passage.links:
        if link.head in triggers and link.tail in spans and link.role in labels.roles:
            example.roles.add((triggers[link.head], spans[link.tail], labels.roles.index(link.role)))
        elif link.role in LOSSES and link.tail in triggers and link.head in spans:
            role = labels.roles.index(f"loss:{link.role}")
            example.roles.add((triggers[link.tail], spans[link.head], role))


def _cues(example: Example, passage: Passage) -> None:
    items = passage.items()
    links = passage.links
    found: dict[Stretch, tuple[set[Stretch], set[Stretch]]] = {}
    for content in (span for span in passage.spans if span.label == "content"):
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


Encode = Callable[[str], tuple[list[int], list[tuple[int, int]]]]
"""Ids and offsets of a text's word pieces, the special ones too."""


def _read(text: str, passage: Passage | None, encode: Encode) -> Example:
    ids, offsets = encode(text)
    if len(ids) > LONGEST:
        ids, offsets = [*ids[: LONGEST - 1], ids[-1]], [*offsets[: LONGEST - 1], offsets[-1]]
    return Example(text, passage, ids, looks_of(text, offsets), offsets)


def example_of(passage: Passage, encode: Encode, labels: Labels) -> Example:
    """A passage, its text at hand, as an example."""
    example = _read(passage.text or "", passage, encode)
    _layers(example, passage, labels)
    _items(example, passage, labels)
    _ties(example, passage, labels)
    _cues(example, passage)
    return example


def example_of_text(text: str, encode: Encode) -> Example:
    """A sentence of which nothing is known."""
    return _read(text, None, encode)


def example_of_extra(extra: Extra, encode: Encode) -> Example:
    """An extra as an example: only what is known of it."""
    example = _read(extra.text, None, encode)

    def at(stretch: tuple[int, int]) -> Stretch | None:
        return _stretch(example, *stretch)

    if extra.parts is not None:
        names = LAYERS["part"]
        example.tags["part"] = _row(example, [(*stretch, names.index(part)) for stretch, part in extra.parts])
    for deed in extra.deeds:
        if (verb := at(deed.at)) is not None:
            arguments = tuple((found, label) for stretch, label in deed.arguments if (found := at(stretch)))
            example.deeds.append(GoldDeed(verb, ASPECTS.index(deed.aspect), arguments))
    for site in extra.sites:
        if (verb := at(site.at)) is not None:
            there, other = (tuple(f for s in part if (f := at(s))) for part in (site.there, site.elsewhere))
            example.sites.append(GoldSite(verb, there, other))
    for speech in extra.speeches:
        cue, content = at(speech.cue), at(speech.content)
        source = at(speech.source) if speech.source else None
        if cue and content:
            example.cues.append(GoldCue(cue, (content,), (source,) if source else ()))
    if extra.speeches:
        example.tags["cue"] = _spoken(example)
    return example


def _spoken(example: Example) -> list[int]:
    """The cue layer of an extra: its cues known, all else unknown."""
    row = [UNKNOWN] * example.length
    for cue in example.cues:
        row[cue.at[0] : cue.at[1] + 1] = [1] + [2] * (cue.at[1] - cue.at[0])
    return row
