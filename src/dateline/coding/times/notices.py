"""Notices about times: what a careful reader would query."""

from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.model import Notice


def time_notices(document: Document, times: Times) -> tuple[Notice, ...]:
    """`date-differs`: the report prints another day than the one that it is said to be published on."""
    heading, published = document.heading, document.report.published
    if times.anchor_basis != "dateline" or heading is None or heading.day is None or published is None:
        return ()
    if heading.day == published:
        return ()
    apart = (published - heading.day).days
    message = (
        f"the report prints {heading.day} but is said to be published on {published}, "
        f"{abs(apart)} day{'s' if abs(apart) != 1 else ''} {'later' if apart > 0 else 'earlier'}; "
        f"its own day is what other times count from"
    )
    start, end = heading.day_span or (None, None)
    return (Notice(code="date-differs", message=message, start=start, end=end),)
