"""Notices: what a careful reader of this report would query, gathered from the steps that saw it."""

from dateline.coding.places.oddities import place_notices
from dateline.coding.text.document import Document
from dateline.coding.times.notices import time_notices
from dateline.coding.times.resolve import Times
from dateline.model import Event, Notice, Place


def gather_notices(
    document: Document, times: Times, places: tuple[Place, ...], events: tuple[Event, ...]
) -> tuple[Notice, ...]:
    """All notices of a report, those of the whole report first, then in order of the text."""
    found = [*time_notices(document, times), *place_notices(document, places)]
    if times.anchor is None and events:
        found.append(
            Notice(
                code="no-date",
                message="the report has no date: relative times stay unresolved; give --published to resolve them",
            )
        )
    return tuple(sorted(found, key=lambda n: (n.start is not None, n.start or 0, n.code)))
