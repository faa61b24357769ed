"""A verb of a sentence: its group, its form, of whom it is said."""

from typing import Literal

from dateline.coding.text.chunks import Chunk
from dateline.frozen import frozen

Form = Literal["finite", "passive", "reduced", "participle", "infinitive"]


@frozen
class Verb:
    """A verb group from its first auxiliary to its main verb `at`. `subject` is the bare phrase it is said of.

    `governor` is the number of the verb that it depends on or shares its subject with; `opener` the word before the
    group where that word opens a clause ("who", "and", "to", "after"), else empty.
    """

    first: int
    at: int
    form: Form
    opener: str = ""
    subject: Chunk | None = None
    governor: int | None = None

    @property
    def passive(self) -> bool:
        """Whether the subject suffers the act."""
        return self.form in ("passive", "reduced")
