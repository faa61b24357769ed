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
    """The spans between marks of one paragraph; one left open runs to its end if it is speech."""
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
    if opened is not None and _is_speech(text[opened:last]):
        spans.append((opened, last))
    return spans


def _can_open(text: str, after: int, last: int) -> bool:
    return after < last and not text[after].isspace()


def _is_speech(text: str) -> bool:
    body = text.strip("“”„\"«»`' ")
    return len(body.split()) >= _SPEECH_WORDS or body[-1:] in {",", ".", "!", "?"}
