"""Rows: losses as they stand in the text, before they belong to events."""

from dateline.frozen import frozen
from dateline.model import Loss


@frozen
class Row:
    """A loss and where its word stands: the sentence, and the word's offsets."""

    sentence: int
    word: tuple[int, int]
    loss: Loss
