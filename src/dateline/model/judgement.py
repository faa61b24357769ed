"""Judgements: what a person decided about an incident."""

from typing import Any, Literal

from dateline.model.noun import Noun

Decision = Literal["accept", "reject", "correct", "merge", "split", "note", "withdraw"]
"""`reject`: it is no event; `withdraw`: the judgement that this one supersedes counts no more."""

Reviewed = Literal["accepted", "corrected", "rejected"]


class Anchor(Noun):
    """Where a judged event's words stand: by these it is found again when its report is coded anew, or has a new text.

    `start` and `end` count in the text whose hash is `sha256`; `around` are the words with some before and after them.
    """

    report: str
    sha256: str
    start: int
    end: int
    text: str
    around: str


class Judgement(Noun):
    """One decision: by whom, when (ISO 8601, UTC), on what, and why. Never changed; a later one may supersede it.

    `incident` is the id that it was given of; `anchors` its events then. For `merge`, `others` are the events of the
    incident that it is one with; for `split`, those that are another incident's. For `correct`, `field` names the
    incident's field and `value` is its JSON.
    """

    id: int = 0
    at: str
    who: str
    verdict: Decision
    incident: str
    anchors: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    field: str | None = None
    value: Any = None
    reason: str = ""
    supersedes: int | None = None
