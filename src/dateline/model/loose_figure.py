"""Loose figures: counts of losses that a report tells of no event that it codes."""

from dateline.model.claim import Claim
from dateline.model.loss import Loss
from dateline.model.place import Place
from dateline.model.time import Time


class LooseFigure(Loss):
    """How many were lost, where, when and on whose word: "by now the conflict has taken the lives of 200,000 people".

    `place` and `time` only where its own sentence says so; of a sum over months or years (`scope`: cumulative) the
    time is the one it is counted since or over.
    """

    place: Place | None = None
    time: Time | None = None
    claim: Claim = Claim()
