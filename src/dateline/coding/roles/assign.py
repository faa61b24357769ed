"""Roles: who did it, to whom, where, when, with what."""

from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tags
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times


def assign_roles(document: Document, tags: tuple[Tags, ...], times: Times) -> tuple[Frame, ...]:
    """One frame for every occurrence that a sentence tells, in order of the text."""
    del times
    return tuple(
        Frame(
            sentence.sentence,
            tag,
            (document.sentences[sentence.sentence].start, document.sentences[sentence.sentence].end),
        )
        for sentence in tags
        for tag in sentence.of("trigger")
    )
