"""Spans: stretches of one report's text."""

from typing import Self

from pydantic import model_validator

from dateline.model.noun import Noun


class Span(Noun):
    """The characters `start` (inclusive) to `end` (exclusive) of one report's text, and those characters."""

    start: int
    end: int
    text: str

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"a span of {self.start}..{self.end} cannot hold {self.text!r}")
        return self

    @property
    def place_in_text(self) -> tuple[int, int]:
        """Start and end, as a key."""
        return self.start, self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """Cut a span from the text that it belongs to."""
        return Span(start=start, end=end, text=text[start:end])
