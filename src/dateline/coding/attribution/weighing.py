"""Weighing: a frame's status by the words around its trigger and by the encoder's reading of its sentence."""

from collections.abc import Sequence
from typing import cast

from dateline.coding.attribution.ruling import Ruling
from dateline.coding.roles.frames import Frame
from dateline.encoder.reading import Act, Reading
from dateline.frozen import frozen
from dateline.model import Evidence, Status

SILENT = 0.8
"""What it counts for *happened* that no cue rules on the trigger, against the encoder's shares (0..1)."""
CUED = 0.4
"""What a cue's ruling counts against a reading as done: less than silence, for most rulings that the encoder so
contradicts are of a cue that governs something else. Measured on the dev passages of training/corpus, as the others."""
SHADED = 0.9
"""What it counts against another shade of what is not done (*planned* for *called_for*)."""
DENIED = 1.0
"""What a negation counts there: "ruled out that they may attack" stays one. So does a cue that tells it as done."""
_DONE = frozenset({"happened", "ongoing", "attempted", "habitual"})
_OF_ITS_KIND = 0.2


@frozen
class Weighed:
    """A status; `act` is the encoder's where it overruled the words, with the share that it gave."""

    status: Status
    act: Act | None = None
    share: float = 0.0

    def evidence(self, own: Evidence) -> Evidence:
        """Why: the words' own evidence, or the encoder's where it overruled them."""
        if self.act is None:
            return own
        note = f"{self.status}, not as {own.rule} has it"
        return Evidence(
            rule="encoder.status", score=round(self.share, 3), note=note, start=self.act.start, end=self.act.end
        )


def act_of(frame: Frame, readings: Sequence[Reading]) -> Act | None:
    """The act of the frame's sentence that shares characters with its trigger: one of its kind before a surer one.

    The trigger "agreed to hold talks" holds two acts, of which the frame tells one.
    """
    acts = readings[frame.sentence].acts if frame.sentence < len(readings) else ()
    start, end = frame.trigger.start, frame.trigger.end
    over = (act for act in acts if act.start < end and start < act.end)
    return max(over, key=lambda act: (dict(act.kinds).get(frame.kind, 0.0) >= _OF_ITS_KIND, act.score), default=None)


def weigh(ruling: Ruling | None, act: Act | None) -> Weighed:
    """The status that words and encoder together give the most; the words' where they give alike."""
    told: Status = ruling.status if ruling else "happened"
    if act is None:
        return Weighed(told)
    shares: dict[str, float] = dict(act.statuses)
    best, share = max(act.statuses, key=lambda pair: pair[1])
    own = shares.get(told, 0.0) + _weight(ruling, best)
    return Weighed(told) if share <= own else Weighed(cast("Status", best), act, share)


def _weight(ruling: Ruling | None, read: str) -> float:
    """What the words count against a reading."""
    if ruling is None:
        return SILENT
    if ruling.status == "attempted":
        return SHADED
    if read in _DONE:
        return CUED
    return DENIED if ruling.status in ("negated", "happened") else SHADED
