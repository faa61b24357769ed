"""Losses: how many were killed, wounded, taken or driven out."""

from typing import Literal

from dateline.model.evidence import Evidence
from dateline.model.span import Span

LossKind = Literal[
    "killed", "wounded", "missing", "abducted", "held", "detained", "displaced", "surrendered", "captured"
]
Scope = Literal["new", "total", "cumulative", "part"]
"""Of one occurrence; summed over several in the sentence's words; of months or years; of another's total."""


class Loss(Span):
    """One row of losses; rows of an event are disjoint by `group` and add up.

    `group` says who was lost: "civilians", "fighters: <name of a side>", "perpetrators" or "unknown".
    `high` is None where the text leaves it open ("at least 14"); None is never 0.
    """

    loss: LossKind
    group: str = "unknown"
    low: int | None = None
    best: int | None = None
    high: int | None = None
    scope: Scope = "new"
    supersedes: str | None = None
    of_which: tuple["Loss", ...] = ()
    evidence: Evidence | None = None
