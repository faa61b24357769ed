"""Quotations: where a report gives somebody's own words, over sentences and paragraphs."""

import re
from collections.abc import Sequence

from dateline.coding.text.document import Document, Sentence
from dateline.frozen import frozen

_MARK = re.compile(r"[“”„\"«»]|``|''")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»") | {"''"}
_SPEECH_WORDS = 4
"""A quotation of fewer words without a mark of its own before the closing one is a scare quote or a name."""


@frozen
class Quotation:
    """One quotation with its marks, `start` to `end`; `speech` unless it is a few words within a sentence."""

    start: int
    end: int
    speech: bool = True


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations of a report, in order. One that its paragraph never closes runs to the paragraph's end."""
    found: list[Quotation] = []
    for first, last in _paragraphs(document.sentences):
        for start, end in _within(document.text, first, last):
            found.append(Quotation(start, end, _is_speech(document.text[start:end])))
    return tuple(found)


def quotation_at(quotations: Sequence[Quotation], offset: int) -> Quotation | None:
    """The quotation that holds this offset, or None."""
    low, high = 0, len(quotations)
    while low < high:
        middle = (low + high) // 2
        if quotations[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return quotations[low] if low < len(quotations) and quotations[low].start <= offset else None


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in sentences:
        first, _ = bounds.get(sentence.paragraph, (sentence.start, 0))
        bounds[sentence.paragraph] = first, sentence.end
    return list(bounds.values())


def _within(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """The spans between marks of one paragraph; one left open runs to its end if it is speech.

    A quotation within another belongs to it, unless that leaves the outer one open: then a closing mark is missing.
    """
    spans, opened = _paired(text, first, last, nested=True)
    if opened is not None:
        spans, opened = _paired(text, first, last, nested=False)
    if opened is not None and _is_speech(text[opened:last]):
        spans.append((opened, last))
    return spans


def _paired(text: str, first: int, last: int, *, nested: bool) -> tuple[list[tuple[int, int]], int | None]:
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    inner = 0
    for match in _MARK.finditer(text, first, last):
        mark = match.group()
        if opened is None:
            if mark in _OPENING or (_can_open(text, match.end(), last) and _may_open(mark, match.start(), first)):
                opened, inner = match.start(), 0
        elif mark in _OPENING:
            inner += nested
        elif (mark in _CLOSING or mark == '"') and match.end() - opened > len(mark):
            if inner:
                inner -= 1
                continue
            spans.append((opened, match.end()))
            opened = None
    return spans, opened


def _may_open(mark: str, start: int, first: int) -> bool:
    """Whether a mark that closes, or opens and closes alike, may open: a closing one only where a paragraph begins."""
    return mark in {'"', "''"} or (mark == "”" and start == first)


def _can_open(text: str, after: int, last: int) -> bool:
    return after < last and not text[after].isspace()


def _is_speech(text: str) -> bool:
    body = text.strip("“”„\"«»`' ")
    return len(body.split()) >= _SPEECH_WORDS or body[-1:] in {",", ".", "!", "?"}
