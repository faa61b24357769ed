"""Rulings: what the words around a verb or noun make of it (negated, planned, possible, ...), and which words did."""

from collections.abc import Iterator, Sequence

from dateline.codebook.cues import Cue, Family, Shape
from dateline.coding.attribution.wording import Wording
from dateline.frozen import frozen
from dateline.model import Status


@frozen
class Ruling:
    """A status and the words that decided it: tokens `first` to `last`; `certainty` falls with hedges.

    `weight` says how it stands against another ruling on the same verb: a negation or condition beats a plan.
    """

    status: Status
    rule: str
    first: int
    last: int
    certainty: float = 1.0

    @property
    def weight(self) -> int:
        """Greater rulings prevail."""
        return _WEIGHTS[self.status]


_WEIGHTS: dict[Status, int] = {
    "hypothetical": 6,
    "negated": 5,
    "called_for": 4,
    "planned": 4,
    "attempted": 4,
    "possible": 3,
    "habitual": 2,
    "ongoing": 1,
    "happened": 0,
}
_PREFERENCE: tuple[Family, ...] = (
    "fact", "attempt", "negation", "possibility", "plan", "call", "condition", "habit", "speech", "hedge",
)  # fmt: skip


@frozen
class Governors:
    """The cues of a sentence by the token that they end at, for reading leftwards."""

    wording: Wording
    ending: tuple[tuple[tuple[int, Cue], ...], ...]

    def at(self, last: int, shapes: Sequence[Shape], *takes: str) -> Iterator[tuple[int, Cue]]:
        """Cues of these shapes that end at token `last` and take one of these, the most telling family first."""
        if not 0 <= last < len(self.ending):
            return
        for first, cue in self.ending[last]:
            if cue.shape in shapes and (not takes or not cue.takes.isdisjoint(takes)):
                yield first, cue


def governors_of(wording: Wording) -> Governors:
    """The cues of a sentence, by their last token."""
    ending: list[list[tuple[int, Cue]]] = [[] for _ in wording.words]
    for first, cues in enumerate(wording.cues):
        if wording.word(first - 1) == "-":  # "court-ordered evictions" stand, whoever ordered them
            continue
        for cue in cues:
            ending[first + len(cue.words) - 1].append((first, cue))
    ranked = (tuple(sorted(found, key=_telling)) for found in ending)
    return Governors(wording, tuple(ranked))


def _telling(found: tuple[int, Cue]) -> tuple[int, int]:
    _, cue = found
    return -len(cue.words), _PREFERENCE.index(cue.family)


def heavier(one: Ruling | None, other: Ruling | None) -> Ruling | None:
    """The ruling that prevails; the first where they weigh alike."""
    if one is None or other is None:
        return one or other
    return other if other.weight > one.weight else one
