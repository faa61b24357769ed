"""The toll ledger: every figure that reports give of losses, and how the figures fit together."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from dateline.model.claim import Claim
from dateline.model.loss import LossKind, Scope
from dateline.model.noun import Noun
from dateline.model.place import Place
from dateline.model.span import Span

Verdict = Literal["complete", "residual", "exceeded", "agrees", "uncoded", "more coded", "unchecked"]
"""Of a total: its parts make it up, leave a rest, or are more than it. Of a cumulative figure: what is coded agrees
with it, is less, is more; or there is nothing to hold it against."""


class Figure(Noun):
    """One figure of one report: how many of whom were lost, where and when, in which words and on whose word.

    `id` is "REPORT/EVENT/LOSS START-END", with "-" for the event of a figure that stands in none; `span` counts in the
    text of `report`. `first`/`last` (wire: `from`/`to`) are the days that the figure is of; `since` the first day of a
    cumulative one. `part_of` and `supersedes` name the figure that this is a part of, or takes the place of; `repeats`
    one that tells the same, so that this counts no more. `original` is whose figure it is: the named source, else the
    publisher, else the report.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    id: str
    report: str
    event: str | None = None
    incident: str | None = None
    span: Span
    loss: LossKind
    group: str = "unknown"
    low: int | None = None
    best: int | None = None
    high: int | None = None
    place: Place | None = None
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")
    since: date | None = None
    scope: Scope = "new"
    part_of: str | None = None
    supersedes: str | None = None
    repeats: str | None = None
    original: str = ""
    claim: Claim = Claim()

    @property
    def counts(self) -> bool:
        """Whether it adds to what was lost: no repetition, no part of another figure, no toll of months or years.

        A figure of no event counts only as a total: "12 bodies on a clinic's floor" may be those of any attack.
        """
        if self.event is None and self.scope != "total":
            return False
        return self.repeats is None and self.part_of is None and self.scope != "cumulative"


class Finding(Noun):
    """What comes of holding figures against one another; `figures` are those it rests on, the total or claim first.

    `low`, `best` and `high` are the rest: what the parts, or what is coded, leave of it. `words` tell it plainly.
    """

    rule: Literal["ledger.parts", "ledger.cumulative"]
    verdict: Verdict
    words: str
    figures: tuple[str, ...]
    low: int | None = None
    best: int | None = None
    high: int | None = None


class Ledger(Noun):
    """The figures of one report or many, and the findings about them."""

    figures: tuple[Figure, ...] = ()
    findings: tuple[Finding, ...] = ()

    def figure(self, identifier: str) -> Figure | None:
        """The figure of that id, or None."""
        return next((figure for figure in self.figures if figure.id == identifier), None)

    def parts_of(self, identifier: str) -> tuple[Figure, ...]:
        """The figures that are parts of this one, repetitions left out."""
        return tuple(f for f in self.figures if f.part_of == identifier and f.repeats is None)
