"""Word pieces: a sentence as the network reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

LONGEST = 256
"""Word pieces beyond which a sentence is cut; what stands behind is not read."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids, looks and offsets of a sentence's pieces, the special first and last one too."""

    text: str
    ids: list[int]
    looks: list[int]
    offsets: list[tuple[int, int]]

    def __len__(self) -> int:
        return len(self.ids)

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Start and end in characters of these pieces, grown to whole words."""
        start, end = self.offsets[first][0], self.offsets[last][1]
        while 0 < start < len(self.text) and self.text[start - 1].isalnum() and self.text[start].isalnum():
            start -= 1
        while 0 < end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum():
            end += 1
        return start, end

    def within(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last piece of a stretch of characters; None if it has none."""
        found = [at for at, (first, last) in enumerate(self.offsets) if first < end and start < last]
        return (found[0], found[-1]) if found else None


def cut(tokenizer: Tokenizer, text: str) -> Pieces:
    """A sentence's pieces."""
    encoding = tokenizer.encode(text)
    ids, offsets = list(encoding.ids), list(encoding.offsets)
    if len(ids) > LONGEST:
        ids, offsets = [*ids[: LONGEST - 1], ids[-1]], [*offsets[: LONGEST - 1], offsets[-1]]
    return Pieces(text, ids, looks_of(text, offsets), offsets)


def look(word: str) -> int:
    """How a piece is written: 0 nothing, 1 lower case, 2 capitalised, 3 capitals, 4 else. The vocabulary has none."""
    if not word:
        return 0
    if word.islower():
        return 1
    if word[:1].isupper():
        return 3 if word.isupper() and len(word) > 1 else 2
    return 4


def looks_of(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The look of each piece; where the whole text is in capitals they say nothing, and count as lower case."""
    read = text.lower() if text.isupper() else text
    if len(read) != len(text):  # a few letters (İ) grow in lower case
        return [look(text[start:end].lower()) for start, end in offsets]
    return [1 if (word := read[start:end]).islower() else look(word) for start, end in offsets]
