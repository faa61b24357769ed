"""Control: who holds a place, from when to when, according to whom."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from dateline.model.actor import Actor
from dateline.model.claim import Claim
from dateline.model.event import Status
from dateline.model.evidence import Evidence
from dateline.model.noun import Noun
from dateline.model.place import Place
from dateline.model.span import Span

ControlLevel = Literal["held", "contested", "entered", "claimed"]


class Control(Noun):
    """One statement of control. `first`/`last` (wire: `from`/`to`) are days, None where open or unknown;
    `as_of` is the day that it is said of; `place`, `holder` and `span` point at the words. `part` are words that say
    that it is of a part of the place only ("an area of"), None for all of it; `event` the id of the event that it
    follows from, None where the text plainly states it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    place: Place
    holder: Actor
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")
    as_of: date | None = None
    level: ControlLevel = "held"
    status: Status = "happened"
    span: Span
    part: Span | None = None
    event: str | None = None
    claims: tuple[Claim, ...] = ()
    evidence: Evidence | None = None
