"""Joined incidents: what several reports tell of one occurrence."""

from typing import Literal

from dateline.model.actor import Actor
from dateline.model.event import Codes
from dateline.model.evidence import Evidence
from dateline.model.incident import Incident
from dateline.model.judgement import Reviewed
from dateline.model.noun import Noun
from dateline.model.statement import Dispute, Statement

Grade = Literal["confirmed", "fair", "weak", "contested", "discounted"]
"""Airwars' grades of how well an incident is borne out."""


class Member(Noun):
    """One report's incident within a joined one; `main`: whether it is what that report is about.

    `follow_ups` are the report's incidents that came of it: an arrest, a trial, a protest against it.
    """

    report: str
    incident: str
    main: bool = False
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    codes: Codes = Codes()
    follow_ups: tuple[str, ...] = ()


class Source(Noun):
    """An independent original: who it is, and the reports that rest on it."""

    name: str
    reports: tuple[str, ...]


class Proposal(Noun):
    """A grade that a rule proposes, until a person takes it."""

    grade: Grade
    evidence: Evidence


class JoinedIncident(Incident):
    """An incident told in one report or many.

    `events` are "REPORT/EVENT"; the merged values follow `rule` (see `linking.values`), `statements` are what they
    follow from, `disputed` where these disagree; `sources` count originals, not outlets; `reasons` say why the reports
    were joined. `reviewed` is what people made of it, by the `judgements` of these numbers.
    """

    members: tuple[Member, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    disputed: tuple[Dispute, ...] = ()
    rule: str = "latest"
    proposal: Proposal | None = None
    reviewed: Reviewed | None = None
    judgements: tuple[int, ...] = ()
