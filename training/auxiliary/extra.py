"""Extras: sentences of which something is known, beside the corpus's passages of which everything is."""

from dataclasses import dataclass, field

Stretch = tuple[int, int]
"""Start and end in characters of the extra's text."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with its arguments by PropBank's labels; `aspect` is plain, modal or negated."""

    at: Stretch
    aspect: str
    arguments: tuple[tuple[Stretch, str], ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue of speech, what is said and who says it (None: nobody named)."""

    cue: Stretch
    content: Stretch
    source: Stretch | None


@dataclass(frozen=True, slots=True)
class Site:
    """A word that names an occurrence, and of the sentence's places those where it happened and those where not."""

    at: Stretch
    there: tuple[Stretch, ...]
    elsewhere: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """A sentence and what is known of it. `parts` is None where the parts of violence are not known."""

    source: str
    text: str
    parts: tuple[tuple[Stretch, str], ...] | None = None
    deeds: tuple[Deed, ...] = ()
    speeches: tuple[Speech, ...] = field(default=())
    sites: tuple[Site, ...] = ()
