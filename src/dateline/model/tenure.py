"""Tenures: who held a place from when to when, as many reports tell it."""

from datetime import date
from typing import Literal

from pydantic import ConfigDict, Field

from dateline.model.actor import Actor
from dateline.model.claim import Claim
from dateline.model.control import ControlLevel
from dateline.model.noun import Noun
from dateline.model.place import Place, Precision
from dateline.model.span import Span

Told = Literal["stated", "taken", "lost", "entered", "fought"]
"""How a report tells of control: a plain statement, a taking, a loss, an entry, fighting for it."""


class Witness(Noun):
    """One report's word on who held a place; the spans and mentions count in the text of `report`.

    `first`/`last` (wire: `from`/`to`) are as the report tells them, None where open or unknown; `earliest` is the first
    day that a taking can have been on where its day is not known exactly; `as_of` the day that it is said of.
    `original` is whose word it is (`linking.values.originals`: a key that equal ones share), `voice` its name to show,
    `quoted` whether the report quotes it or speaks for itself; `sha256` the hash of the report's text, by which copies
    are known.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    report: str
    published: date | None = None
    place: Place
    holder: Actor
    span: Span
    part: Span | None = None
    told: Told = "stated"
    event: str | None = None
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")
    earliest: date | None = None
    as_of: date | None = None
    level: ControlLevel = "held"
    claims: tuple[Claim, ...] = ()
    original: str = ""
    voice: str = ""
    quoted: bool = False
    sha256: str = ""


class Site(Noun):
    """A place, or a part of one, that can be held, whatever the reports call it.

    `id` is the same for the same place in every report; `part` says which part of it ("east", "part" where no words
    tell which), None for all of it. The rest is as in a place (degrees WGS 84, ISO 3166-1 alpha-2).
    """

    id: str
    name: str
    part: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: Precision | None = None
    uncertainty_km: float | None = None


class Holder(Noun):
    """Who holds: a state (whichever of its forces), a group, or "rebels" whom no name tells apart."""

    id: str
    name: str
    country: str | None = None
    sector: str | None = None


class Contradiction(Noun):
    """Days on which another tenure has the place too. `note` says what may explain it."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    tenure: str
    holder: str
    first: date = Field(alias="from")
    last: date = Field(alias="to")
    note: str = ""


class Tenure(Noun):
    """One holder's time at one site, with the witnesses that tell of it and the tenures that contradict it.

    `first`/`last` (wire: `from`/`to`) are None where no witness tells of the beginning or the end; `earliest` is the
    first day that it can have begun on where the takings are not dated to the day; `seen` and `as_of` are the first and
    the last day that a witness says it of, None where none has a day. `ended_by` says what closed it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True, serialize_by_alias=True)

    id: str
    site: Site
    holder: Holder
    level: ControlLevel = "held"
    first: date | None = Field(default=None, alias="from")
    last: date | None = Field(default=None, alias="to")
    earliest: date | None = None
    seen: date | None = None
    as_of: date | None = None
    confidence: float = 0.0
    originals: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    ended_by: str = ""
