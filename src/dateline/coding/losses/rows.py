"""Rows: losses as they stand in the text, before they belong to events."""

from dataclasses import dataclass

from dateline.model import Loss


@dataclass(frozen=True, slots=True)
class Row:
    """A loss and where its word stands: the sentence, and the word's offsets."""

    sentence: int
    word: tuple[int, int]
    loss: Loss
