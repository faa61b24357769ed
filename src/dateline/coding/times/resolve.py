"""From time words to days."""

from dataclasses import dataclass
from datetime import date

from dateline.coding.text.document import Document
from dateline.model import Basis, Time


@dataclass(frozen=True, slots=True)
class Times:
    """All times that a report names, in order, and the day that relative ones count from.

    `anchor` is the day that the report prints of itself, else that of publication, else None; `anchor_basis` says
    which.
    """

    anchor: date | None = None
    anchor_basis: Basis = "publication"
    mentions: tuple[Time, ...] = ()


def resolve_times(document: Document) -> Times:
    """Find and resolve every time expression of a report."""
    return Times(document.report.published)
