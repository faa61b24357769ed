"""Standing: did it happen, who says so, and how sure are they?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.coding.attribution.sayings import Saying
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tags
from dateline.coding.text.document import Document
from dateline.model import About, Evidence, Stance, Status


@dataclass(frozen=True, slots=True)
class Denial:
    """A party's denial of a frame: which saying (index), and of what."""

    saying: int
    about: About = "occurrence"


@dataclass(frozen=True, slots=True)
class Standing:
    """How one frame stands: its status, which saying it rests on (index into the sayings, None: the report's own
    word), what is claimed of it, how sure (0..1), whose denials stand against it, and the words that decided.
    """

    status: Status = "happened"
    saying: int | None = None
    stance: Stance = "asserts"
    about: About = "occurrence"
    certainty: float = 1.0
    denials: tuple[Denial, ...] = ()
    reasons: Mapping[str, Evidence] = field(default_factory=dict)


def judge_standings(
    document: Document, tags: tuple[Tags, ...], frames: tuple[Frame, ...], sayings: tuple[Saying, ...]
) -> tuple[Standing, ...]:
    """One standing for every frame, in the frames' order."""
    del document, tags, sayings
    return tuple(Standing() for _ in frames)
