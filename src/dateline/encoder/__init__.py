"""The trained encoder: sentences in, what it recognises in them out. Nothing is resolved here."""

from dateline.encoder.reading import Act, Found, Reading, Said, Stretch, Tie

__all__ = ["Act", "Found", "Reading", "Said", "Stretch", "Tie"]
