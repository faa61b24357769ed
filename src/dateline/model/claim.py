"""Attributions and claims: who is said to have said what, and how sure it is."""

from typing import Literal

from dateline.model.actor import Actor
from dateline.model.evidence import Evidence
from dateline.model.noun import Noun
from dateline.model.span import Span

Stance = Literal["asserts", "denies"]
About = Literal["occurrence", "authorship", "weapon", "toll", "victim status"]


class Attribution(Noun):
    """Words of a report that are said to be somebody's: who (source), by which words (cue), and what (content)."""

    source: Span | None = None
    cue: Span | None = None
    content: Span | None = None


class Claim(Noun):
    """One source asserts or denies one thing; without a source it is the report itself that says so.

    `certainty` (0..1) falls with hedges ("reportedly"); `chain` names the voices between the source and the report
    ("said to X, quoted by Y"), nearest first; `position` is the source's (belligerent, official, medic, ...).
    """

    source: Actor | None = None
    cue: Span | None = None
    stance: Stance = "asserts"
    about: About = "occurrence"
    certainty: float = 1.0
    chain: tuple[str, ...] = ()
    position: str | None = None
    evidence: Evidence | None = None
