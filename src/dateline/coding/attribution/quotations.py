"""Quotations: where a report gives somebody's own words, over sentences and paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.text.document import Document, Sentence

_MARK = re.compile(r"[“”„\"«»]|``|''")
_OPENING = frozenset("“„«") | {"``"}
_CLOSING = frozenset("”»") | {"''"}
_SPEECH_WORDS = 4
"""A quotation of fewer words without a mark of its own before the closing one is a scare quote or a name."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation with its marks, `start` to `end`; `speech` unless it is a few words within a sentence.

    `continues` says that it goes on with the quotation before it: a paragraph opened anew with no closing mark before.
    """

    start: int
    end: int
    speech: bool = True
    continues: bool = False


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations of a report, in order. One that its paragraph never closes runs to the paragraph's end."""
    found: list[Quotation] = []
    open_before = False
    for first, last in _paragraphs(document.sentences):
        spans, left_open = _within(document.text, first, last)
        for number, (start, end) in enumerate(spans):
            goes_on = open_before and number == 0 and start == first
            found.append(Quotation(start, end, _is_speech(document.text[start:end]), goes_on))
        open_before = left_open
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


def _within(text: str, first: int, last: int) -> tuple[list[tuple[int, int]], bool]:
    """The spans between marks of one paragraph, and whether the last was left open."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(text, first, last):
        mark = match.group()
        either = mark in {'"', "''"}  # marks that open and close alike
        opens = mark in _OPENING or (either and opened is None and _can_open(text, match.end(), last))
        if opened is None and opens:
            opened = match.start()
        elif opened is not None and (mark in _CLOSING or mark == '"') and match.end() - opened > len(mark):
            spans.append((opened, match.end()))
            opened = None
    if opened is None:
        return spans, False
    if _is_speech(text[opened:last]):
        spans.append((opened, last))
    return spans, True


def _can_open(text: str, after: int, last: int) -> bool:
    return after < last and not text[after].isspace()


def _is_speech(text: str) -> bool:
    body = text.strip("“”„\"«»`' ")
    return len(body.split()) >= _SPEECH_WORDS or body[-1:] in {",", ".", "!", "?"}
