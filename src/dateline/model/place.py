"""Places: named stretches of the earth, with honest precision."""

from typing import Literal

from dateline.model.evidence import Evidence
from dateline.model.span import Span

Precision = Literal["exact", "town", "near", "district", "admin1", "region", "country", "sea"]
PlaceRole = Literal["at", "origin", "destination", "launched_from", "area"]


class Place(Span):
    """A mention of a place and what it resolves to.

    `lat`/`lon` are degrees (WGS 84) or None where nothing is known; `uncertainty_km` a radius within which the place
    lies; `country` ISO 3166-1 alpha-2; `admin1` the first-order division's name; `extent` the wider phrase
    ("the center of Qaim") that shaped precision and uncertainty.
    """

    geonameid: int | None = None
    name: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: Precision | None = None
    uncertainty_km: float | None = None
    role: PlaceRole = "at"
    extent: Span | None = None
    evidence: Evidence | None = None
