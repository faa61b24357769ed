"""Decoding: from the network's numbers to a reading."""

from collections.abc import Iterator, Sequence

import numpy as np

from dateline.encoder.heads import Cells, Heads, Matrix, softmax
from dateline.encoder.labels import Labels
from dateline.encoder.pieces import Pieces
from dateline.encoder.reading import Act, Found, Reading, Said, Tie

UNSURE = 0.2
"""Share of *trigger* from which a word is given as an act; whoever reads the acts decides how sure is sure enough."""
LIKELY = 0.1
"""Chance from which a tie is given."""
_KEPT = 3


def spans_of(shares: Matrix) -> Iterator[tuple[int, int, int, float]]:
    """Spans of one layer: first and last piece, number of the label, share of the label at the first piece."""
    tags = shares.argmax(axis=-1)
    at, last = 1, len(tags) - 1
    while at < last:
        if tags[at] == 0:
            at += 1
            continue
        label, start = (int(tags[at]) - 1) // 2, at
        at += 1
        while at < last and tags[at] == 2 * label + 2:
            at += 1
        yield start, at - 1, label, float(shares[start, 2 * label + 1 : 2 * label + 3].sum())


def acts_of(shares: Matrix) -> list[tuple[Cells, float]]:
    """Stretches whose every piece is a trigger's with at least UNSURE, each with the greatest share in it."""
    chance = 1.0 - shares[:, 0]
    found: list[tuple[Cells, float]] = []
    at, last = 1, len(chance) - 1
    while at < last:
        if chance[at] < UNSURE:
            at += 1
            continue
        start = at
        at += 1
        while at < last and chance[at] >= UNSURE and shares[at, 2] > shares[at, 1]:
            at += 1
        found.append(((start, at - 1), float(chance[start:at].max())))
    return found


def decode(pieces: Pieces, vectors: Matrix, logits: Matrix, heads: Heads, labels: Labels) -> Reading:
    """The reading of one sentence from its vectors and the logits of all layers."""
    begin, layers = 0, {}
    for layer, width in labels.widths():
        layers[layer] = softmax(logits[:, begin : begin + width])
        begin += width
    acts = acts_of(layers["trigger"])
    rows = [
        (start, end, labels.layers[layer][label], share)
        for layer, shares in layers.items()
        if layer != "trigger"
        for start, end, label, share in spans_of(shares)
    ]
    rows.sort()
    spans = _spans(pieces, vectors, rows, heads, labels)
    return Reading(
        _acts(pieces, vectors, acts, heads, labels),
        spans,
        _ties(vectors, [at for at, _ in acts], rows, heads, labels) if acts else (),
        tuple(_said(pieces, vectors, n, row, heads) for n, row in enumerate(rows) if row[2] == "cue"),
    )


Row = tuple[int, int, str, float]


def _spans(pieces: Pieces, vectors: Matrix, rows: Sequence[Row], heads: Heads, labels: Labels) -> tuple[Found, ...]:
    sorted_rows = [row for row in rows if row[2] in ("actor", "object")]
    sorts: dict[tuple[int, int], str] = {}
    if sorted_rows:
        shares = heads.choose("sort", heads.ends(vectors, [row[:2] for row in sorted_rows]))
        sorts = {row[:2]: labels.sorts[int(n)] for row, n in zip(sorted_rows, shares.argmax(axis=-1), strict=True)}
    return tuple(
        Found(
            *pieces.stretch(start, end),
            label,
            share,
            sorts.get((start, end), "") if label in ("actor", "object") else "",
        )
        for start, end, label, share in rows
    )


def _acts(
    pieces: Pieces, vectors: Matrix, acts: Sequence[tuple[Cells, float]], heads: Heads, labels: Labels
) -> tuple[Act, ...]:
    if not acts:
        return ()
    ends = heads.ends(vectors, [at for at, _ in acts])
    kinds, statuses, told = (heads.choose(name, ends) for name in ("kind", "status", "background"))
    return tuple(
        Act(
            *pieces.stretch(*at),
            score,
            _best(labels.kinds, kinds[n]),
            _best(labels.statuses, statuses[n]),
            float(told[n, 1]),
        )
        for n, (at, score) in enumerate(acts)
    )


def _best(names: Sequence[str], shares: Matrix) -> tuple[tuple[str, float], ...]:
    order = np.argsort(-shares, kind="stable")[:_KEPT]
    return tuple((names[int(n)], float(shares[n])) for n in order)


def _ties(vectors: Matrix, acts: Sequence[Cells], rows: Sequence[Row], heads: Heads, labels: Labels) -> tuple[Tie, ...]:
    tied = [n for n, row in enumerate(rows) if row[2] in labels.arguments]
    if not tied:
        return ()
    chances = heads.roles(vectors, acts, [rows[n][:2] for n in tied], [rows[n][2] for n in tied])
    return tuple(
        Tie(int(act), tied[int(span)], labels.roles[int(role)], float(chances[act, span, role]))
        for act, span, role in zip(*np.nonzero(chances >= LIKELY), strict=True)
    )


def _said(pieces: Pieces, vectors: Matrix, number: int, row: Row, heads: Heads) -> Said:
    content, source = heads.pointed(vectors, row[:2])
    return Said(number, pieces.stretch(*content) if content else None, pieces.stretch(*source) if source else None)
