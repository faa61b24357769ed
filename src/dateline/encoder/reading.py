"""What the encoder recognises in one sentence. Scores are 0..1; offsets count characters of the sentence's own text, or
of the report's once the reading is `moved` there.
"""

from dataclasses import dataclass

Stretch = tuple[int, int]
"""Start and end."""


@dataclass(frozen=True, slots=True)
class Found:
    """A span and its label: actor, object, place, time, weapon, count, source or cue. `sort` is that of an actor or
    object (group, state, facility), else "".
    """

    start: int
    end: int
    label: str
    score: float
    sort: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """Words that name an occurrence. `score`: how surely they do; `kinds`: the likeliest, best first, each with its
    share; `statuses` the same; `background`: how likely it is what led here rather than the news.
    """

    start: int
    end: int
    score: float
    kinds: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[str, float], ...]
    background: float


@dataclass(frozen=True, slots=True)
class Tie:
    """A span's role in an act, both as indices of the reading."""

    act: int
    span: int
    role: str
    score: float


@dataclass(frozen=True, slots=True)
class Said:
    """What a cue ties: its own span's index, the words said and those of who says it (None: none named)."""

    cue: int
    content: Stretch | None
    source: Stretch | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was recognised in one sentence, each part in order of the text."""

    acts: tuple[Act, ...] = ()
    spans: tuple[Found, ...] = ()
    ties: tuple[Tie, ...] = ()
    sayings: tuple[Said, ...] = ()

    def moved(self, by: int) -> "Reading":
        """The same with all offsets counted from `by` characters earlier."""
        if not by:
            return self
        return Reading(
            tuple(
                Act(act.start + by, act.end + by, act.score, act.kinds, act.statuses, act.background)
                for act in self.acts
            ),
            tuple(Found(span.start + by, span.end + by, span.label, span.score, span.sort) for span in self.spans),
            self.ties,
            tuple(Said(said.cue, _moved(said.content, by), _moved(said.source, by)) for said in self.sayings),
        )

    def tied(self, act: int, *roles: str) -> tuple[tuple[Found, Tie], ...]:
        """The spans tied to an act (its index) in these roles, in order of the text."""
        return tuple((self.spans[tie.span], tie) for tie in self.ties if tie.act == act and tie.role in roles)


def _moved(stretch: Stretch | None, by: int) -> Stretch | None:
    return (stretch[0] + by, stretch[1] + by) if stretch else None
