"""Decoding: from the network's numbers to readings, for all sentences of a report at once.

What is recognised in a sentence depends on nothing beside it: every product that runs over several sentences is one
row's by itself (`heads.rowwise`), the rest is elementwise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dateline.encoder.heads import Cells, Heads, Matrix
from dateline.encoder.labels import AIDS, Labels
from dateline.encoder.likeness import NewKinds
from dateline.encoder.pieces import Pieces
from dateline.encoder.reading import Act, Found, Reading, Said, Tie

UNSURE = 0.2
"""Share of *trigger* from which a word is given as an act; whoever reads the acts decides how sure is sure enough."""
LIKELY = 0.1
"""Chance from which a tie is given."""
_KEPT = 3
_SORTED = frozenset({"actor", "object"})

Row = tuple[int, int, str, float]
"""A span's first and last piece, its label and score."""
Shares = tuple[tuple[str, float], ...]
"""The likeliest few names of a choice, the likeliest first, each with its share."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the layers show of one sentence, before any other head is asked.

    Its pieces begin at row `begin` of all; `tied` are the indices of the spans that can be tied to an act, `cues` those
    of the cues.
    """

    pieces: Pieces
    begin: int
    acts: Sequence[tuple[Cells, float]]
    spans: Sequence[Row]
    tied: Sequence[int]
    cues: Sequence[int]


def decode(
    pieces: Sequence[Pieces],
    vectors: Sequence[Matrix],
    logits: Sequence[Matrix],
    heads: Heads,
    labels: Labels,
    new: NewKinds | None = None,
) -> list[Reading]:
    """The reading of every sentence, from its pieces' vectors and their logits of all layers.

    An act of one of the `new` kinds has that one first, its share among all kinds by likeness.
    """
    if not pieces:
        return []
    sketches = list(_sketches(pieces, shares_of(np.concatenate(logits), labels), labels))
    every = np.concatenate(vectors)
    acts = ends_of(every, ((each.begin, at) for each in sketches for at, _ in each.acts))
    choices = heads.choose(acts)
    kept = zip(
        _kinds(_best(labels.kinds, choices.kinds), new.tell(acts) if new else ()),
        _best(labels.statuses, choices.statuses),
        choices.background,
        strict=True,
    )
    sorts, tails = heads.take(ends_of(every, ((each.begin, each.spans[n]) for each in sketches for n in each.tied)))
    sorted_as = iter([labels.sorts[number] for number in sorts])
    ties = iter(_ties(sketches, choices.head, tails, heads, labels))
    asked = iter(heads.ask(ends_of(every, ((each.begin, each.spans[n]) for each in sketches for n in each.cues))))
    return [
        Reading(
            tuple(_acts(each, kept)),
            tuple(_spans(each, dict(zip(each.tied, sorted_as, strict=False)))),
            next(ties),
            tuple(_said(each, own, asked)),
        )
        for each, own in zip(sketches, vectors, strict=True)
    ]


def shares_of(logits: Matrix, labels: Labels) -> dict[str, Matrix]:
    """The shares of each layer's tags for every piece, of the layers that are read."""
    columns = labels.columns()
    begins = [begin for begin, _ in columns.values()]
    layer = np.repeat(np.arange(len(columns)), [end - begin for begin, end in columns.values()])
    raised = np.exp(logits - np.maximum.reduceat(logits, begins, axis=1)[:, layer])
    shares: Matrix = np.divide(raised, np.add.reduceat(raised, begins, axis=1)[:, layer])
    return {name: shares[:, begin:end] for name, (begin, end) in columns.items() if name not in AIDS}


def spans_of(shares: Matrix, tags: Sequence[int]) -> Iterator[tuple[int, int, int, float]]:
    """Spans of one layer: first and last piece, number of the label, share of the label at the first piece.

    `tags` are the numbers of the likeliest tags.
    """
    at, last = 1, len(tags) - 1
    while at < last:
        if tags[at] == 0:
            at += 1
            continue
        label, start = (tags[at] - 1) // 2, at
        at += 1
        while at < last and tags[at] == 2 * label + 2:
            at += 1
        yield start, at - 1, label, float(shares[start, 2 * label + 1] + shares[start, 2 * label + 2])


def acts_of(chance: Sequence[float], goes_on: Sequence[bool]) -> list[tuple[Cells, float]]:
    """Stretches whose every piece is a trigger's with at least UNSURE, each with the greatest share in it.

    `chance` is each piece's share of being a trigger's, `goes_on` whether it rather goes on with one than begins one.
    """
    found: list[tuple[Cells, float]] = []
    at, last = 1, len(chance) - 1
    while at < last:
        if chance[at] < UNSURE:
            at += 1
            continue
        start = at
        at += 1
        while at < last and chance[at] >= UNSURE and goes_on[at]:
            at += 1
        found.append(((start, at - 1), max(chance[start:at])))
    return found


def _sketches(pieces: Sequence[Pieces], layers: Mapping[str, Matrix], labels: Labels) -> Iterator[Sketch]:
    trigger = layers["trigger"]
    chance, goes_on = (1.0 - trigger[:, 0]).tolist(), (trigger[:, 2] > trigger[:, 1]).tolist()
    read = [
        (labels.layers[layer], shares, shares.argmax(axis=-1).tolist())
        for layer, shares in layers.items()
        if layer != "trigger"
    ]
    begin = 0
    for each in pieces:
        end = begin + len(each)
        spans = sorted(
            (first, last, names[label], share)
            for names, shares, tags in read
            for first, last, label, share in spans_of(shares[begin:end], tags[begin:end])
        )
        tied = [number for number, span in enumerate(spans) if span[2] in labels.arguments]
        cues = [number for number, span in enumerate(spans) if span[2] == "cue"]
        yield Sketch(each, begin, acts_of(chance[begin:end], goes_on[begin:end]), spans, tied, cues)
        begin = end


def ends_of(vectors: Matrix, stretches: Iterable[tuple[int, Sequence[Any]]]) -> Matrix:
    """First and last vectors of each stretch, side by side; it is counted from the row given with it."""
    at = [(begin + stretch[0], begin + stretch[1]) for begin, stretch in stretches]
    return vectors[np.array(at, dtype=np.intp).reshape(-1, 2)].reshape(-1, 2 * vectors.shape[1])


def _acts(each: Sketch, kept: Iterator[tuple[Shares, Shares, Matrix]]) -> Iterator[Act]:
    for (at, score), (kinds, statuses, background) in zip(each.acts, kept, strict=False):
        yield Act(*each.pieces.stretch(*at), score, kinds, statuses, float(background[1]))


def _spans(each: Sketch, sorts: Mapping[int, str]) -> Iterator[Found]:
    for number, (start, end, label, share) in enumerate(each.spans):
        yield Found(*each.pieces.stretch(start, end), label, share, sorts[number] if label in _SORTED else "")


def _kinds(old: list[Shares], new: Sequence[tuple[str, float] | None]) -> list[Shares]:
    if not new:
        return old
    return [(found, *shares[: _KEPT - 1]) if found else shares for shares, found in zip(old, new, strict=True)]


def _best(names: Sequence[str], shares: Matrix) -> list[Shares]:
    order = np.argsort(-shares, axis=-1, kind="stable")[:, :_KEPT]
    found = np.take_along_axis(shares, order, axis=-1)
    return [
        tuple((names[n], share) for n, share in zip(*row, strict=True))
        for row in zip(order.tolist(), found.tolist(), strict=True)
    ]


def _ties(
    sketches: Sequence[Sketch], head: Matrix, tail: Matrix, heads: Heads, labels: Labels
) -> list[tuple[Tie, ...]]:
    """The likely ties of each sentence: all of its acts with all spans that can be tied are asked."""
    pairs, label_of, gaps, acts, spans = [], [], [], 0, 0
    for number, each in enumerate(sketches):
        for act, (at, _) in enumerate(each.acts, acts):
            for span, tied in enumerate(each.tied, spans):
                pairs.append((act, span, number, act - acts, tied))
                label_of.append(each.spans[tied][2])
                gaps.append(each.spans[tied][0] - at[0])
        acts, spans = acts + len(each.acts), spans + len(each.tied)
    found: list[list[Tie]] = [[] for _ in sketches]
    if pairs:
        firsts, seconds = ([pair[side] for pair in pairs] for side in (0, 1))
        chances = heads.roles(head[firsts], tail[seconds], label_of, gaps)
        likely = np.nonzero(chances >= LIKELY)
        for pair, role, chance in zip(*(at.tolist() for at in likely), chances[likely].tolist(), strict=True):
            _, _, number, act, span = pairs[pair]
            found[number].append(Tie(act, span, labels.roles[role], chance))
    return [tuple(ties) for ties in found]


def _said(each: Sketch, vectors: Matrix, asked: Iterator[Matrix]) -> Iterator[Said]:
    for number, ask in zip(each.cues, asked, strict=False):
        content, source = pointed(vectors @ ask.T)
        stretch = each.pieces.stretch
        yield Said(number, stretch(*content) if content else None, stretch(*source) if source else None)


def pointed(logits: Matrix) -> tuple[Cells | None, Cells | None]:
    """The pieces of what a cue says and of who says it; None where it points at piece 0, *none*."""
    return _stretch(logits[:, 0], logits[:, 1]), _stretch(logits[:, 2], logits[:, 3])


def _stretch(starts: Matrix, ends: Matrix) -> Cells | None:
    start = int(starts.argmax())
    return (start, start + int(ends[start:].argmax())) if start else None
