"""Frames: a trigger and who, where, when and with what, as spans not yet resolved."""

from typing import Literal

from dateline.coding.tagging.tags import Role, Tag
from dateline.frozen import frozen

Voice = Literal["active", "passive", "noun"]


@frozen
class Argument:
    """One filler of a role: offsets in the report's text, a score (0..1) and the rule that chose it.

    The offsets are those of an `actor`, `place`, `weapon` tag or of a time mention, so that it can be looked up there.
    """

    role: Role
    start: int
    end: int
    score: float = 1.0
    rule: str = ""

    @property
    def key(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end


@frozen
class Frame:
    """One telling of an occurrence: its trigger, kind, the clause it stands in, its arguments.

    `also` are further triggers of the same sentence that tell the same occurrence (*killed* in "killed in airstrikes").
    """

    sentence: int
    trigger: Tag
    clause: tuple[int, int]
    voice: Voice = "active"
    arguments: tuple[Argument, ...] = ()
    also: tuple[Tag, ...] = ()

    @property
    def kind(self) -> str:
        """The codebook's kind of the trigger."""
        return self.trigger.value

    def of(self, *roles: Role) -> tuple[Argument, ...]:
        """The arguments in these roles, in order of the text."""
        return tuple([argument for argument in self.arguments if argument.role in roles])
