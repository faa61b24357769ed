"""Readings: what the trained encoder recognises in every sentence of a report, offsets in the report's text."""

from collections.abc import Sequence
from typing import Protocol

from dateline.coding.text.document import Document
from dateline.encoder.reading import Reading


class SentenceReader(Protocol):
    """Reads sentences: the encoder, or a double of it."""

    def read(self, sentences: Sequence[str]) -> list[Reading]:
        """What it recognises in each sentence, in their order."""
        ...


def read_sentences(document: Document, encoder: SentenceReader) -> tuple[Reading, ...]:
    """One reading for every sentence of a report, in the sentences' order."""
    found = encoder.read([sentence.text for sentence in document.sentences])
    return tuple(reading.moved(s.start) for reading, s in zip(found, document.sentences, strict=True))
