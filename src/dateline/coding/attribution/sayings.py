"""Sayings: who is said to have said what, in the report's own words."""

from dataclasses import dataclass

from dateline.coding.tagging.tags import Tags
from dateline.coding.text.document import Document
from dateline.model import Attribution, Stance


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution, the sort of saying its cue is ("say", "believe", "deny", "promise", "order", ...), and how sure
    its cue sounds (0..1).
    """

    attribution: Attribution
    sentence: int
    sort: str = "say"
    stance: Stance = "asserts"
    certainty: float = 1.0


def find_sayings(document: Document, tags: tuple[Tags, ...]) -> tuple[Saying, ...]:
    """Every attribution of a report, in order of its cue."""
    del document, tags
    return ()
