"""Tags: what a tagger finds in a sentence, before anything is resolved. The seam between recognising and resolving.

The lexicon tagger gives them; `joining` takes the encoder's reading in.
"""

from collections.abc import Sequence
from typing import Literal, Protocol

from dateline.coding.text.document import Sentence
from dateline.frozen import frozen

Label = Literal["trigger", "actor", "place", "weapon", "count", "source", "cue", "physical"]
Role = Literal[
    "actor", "target", "place", "origin", "destination", "launched_from", "area", "time", "weapon", "source", "content"
]


@frozen
class Tag:
    """One labelled stretch of a sentence, offsets in the report's text.

    `value` depends on the label: a trigger's kind ("airstrike"); an actor's form ("name", "nominal", "pronoun");
    a count's loss or empty. `score` is 0..1, `rule` names the cue or the model that gave it.
    """

    label: Label
    start: int
    end: int
    value: str = ""
    score: float = 1.0
    rule: str = ""

    @property
    def key(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end

    def overlaps(self, other: "Tag") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@frozen
class Tags:
    """All tags of one sentence, ordered by start."""

    sentence: int
    tags: tuple[Tag, ...] = ()

    def of(self, label: Label) -> tuple[Tag, ...]:
        """The tags with this label."""
        return tuple([tag for tag in self.tags if tag.label == label])


class Tagger(Protocol):
    """Reads sentences (of one report or many) and returns one `Tags` for each, in the same order."""

    def tag(self, sentences: Sequence[Sentence]) -> list[Tags]:
        """Tag every sentence."""
        ...


class Recogniser(Protocol):
    """Finds tags of one or a few labels in a sentence: the lexicon tagger is made of these."""

    def recognise(self, sentence: Sentence, found: Sequence[Tag]) -> list[Tag]:
        """The tags found here; `found` are those of the recognisers before it."""
        ...
