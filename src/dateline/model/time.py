"""Times: TIMEX3 value and the interval of days that the words allow."""

from datetime import date
from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator

from dateline.model.evidence import Evidence
from dateline.model.noun import Noun

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Granularity = Literal[
    "hour", "day", "days", "week", "month", "season", "quarter", "year", "decade", "century", "unknown"
]
Extent = Literal["span", "within", "repeated"]
Basis = Literal["text", "dateline", "publication"]


class Time(Noun):
    """A time, with the words that tell it (start, end, text) or without words (all three None: basis `publication`).

    `timex` is the TIMEX3 value; `first`/`last` (wire: `from`/`to`) full days or None where unknown or open.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    start: int | None = None
    end: int | None = None
    text: str | None = None
    type: TimeType = "DATE"
    timex: str | None = None
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")
    granularity: Granularity = "unknown"
    extent: Extent = "within"
    basis: Basis = "text"
    evidence: Evidence | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"a time runs from {self.first} to {self.last}, backwards")
        if (self.text is None) != (self.start is None) or (self.start is None) != (self.end is None):
            raise ValueError("a time has all of start, end and text, or none")
        return self
