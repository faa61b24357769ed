"""Statements: one value of an incident, as one report tells it and on whose word; and where statements disagree."""

from typing import Literal

from dateline.model.actor import Actor
from dateline.model.claim import Claim
from dateline.model.loss import Loss
from dateline.model.noun import Noun
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.time import Time

Matter = Literal["occurrence", "kind", "status", "actor", "target", "place", "time", "weapon", "toll", "victims"]
"""What a statement is of; `victims`: whether those hit were civilians or fighters."""


Mention = Span | Actor | Place | Time | Loss | None
"""Spans first: of mentions with the same fields filled the first is taken when a statement is read back."""


class Statement(Noun):
    """What one event of one report says of one matter.

    `value` is a phrase that equal values share ("SYR-MIL", "killed 12"); `mention` the resolved mention itself, whose
    offsets count in the text of `report`; `claim` says who says so, through whom, how surely, asserted or denied;
    `original` names the independent original behind it: whoever quotes one monitor shares it.
    """

    matter: Matter
    report: str
    event: str
    value: str
    mention: Mention = None
    claim: Claim = Claim()
    original: str = ""


class Side(Noun):
    """One of the views in a dispute: the value, and the statements for it (indexes into the incident's statements)."""

    value: str
    statements: tuple[int, ...]


class Dispute(Noun):
    """Statements on one matter that cannot all be right, side by side, the best supported first."""

    matter: Matter
    sides: tuple[Side, ...]
    note: str = ""
