"""From actor tags to actors of the registry."""

from dateline.coding.tagging.tags import Tags
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.model import Actor, Place, Span


def resolve_actors(
    document: Document, tags: tuple[Tags, ...], places: tuple[Place, ...], times: Times
) -> tuple[Actor, ...]:
    """One Actor for every actor tag, at the tag's own offsets; mentions of one actor share id and name."""
    del places, times
    found = [tag for sentence in tags for tag in sentence.of("actor")]
    return tuple(Actor(**Span.of(document.text, tag.start, tag.end).model_dump()) for tag in found)
