"""Actors: who acts, suffers or speaks."""

from typing import Literal

from dateline.model.evidence import Evidence
from dateline.model.span import Span

Sort = Literal["state", "group", "organisation", "person", "civilians", "facility", "vehicle", "other"]


class Actor(Span):
    """A mention of an actor and what it resolves to.

    `id` is the registry's, or one made by composition ("IRQ-MIL"), or None for who stays unknown; mentions of one
    actor share it. `country` is ISO 3166-1 alpha-3 as PLOVER writes it, `sector` one of PLOVER's (MIL, REB, GOV, ...).
    """

    id: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    sort: Sort = "other"
    evidence: Evidence | None = None
