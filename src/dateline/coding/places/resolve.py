"""From place tags to places of the gazetteer."""

from dateline.coding.tagging.tags import Tags
from dateline.coding.text.document import Document
from dateline.model import Place, Span


def resolve_places(document: Document, tags: tuple[Tags, ...]) -> tuple[Place, ...]:
    """One Place for every place tag, at the tag's own offsets, resolved or saying why not."""
    found = [tag for sentence in tags for tag in sentence.of("place")]
    return tuple(Place(**Span.of(document.text, tag.start, tag.end).model_dump()) for tag in found)
