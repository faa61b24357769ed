"""The nouns of dateline: small, frozen, validated. Imports nothing else of ours but the errors."""

from dateline.model.actor import Actor, Sort
from dateline.model.claim import About, Attribution, Claim, Stance
from dateline.model.control import Control, ControlLevel
from dateline.model.event import Codes, Event, Status, Targeting
from dateline.model.evidence import Alternative, Evidence
from dateline.model.incident import Incident
from dateline.model.joined_incident import Grade, JoinedIncident, Member, Proposal, Source
from dateline.model.judgement import Anchor, Decision, Judgement, Reviewed
from dateline.model.ledger import Figure, Finding, Ledger, Verdict
from dateline.model.loose_figure import LooseFigure
from dateline.model.loss import Loss, LossKind, Scope
from dateline.model.notice import Notice
from dateline.model.place import Place, PlaceRole, Precision
from dateline.model.record import Mentions, Record, head_of
from dateline.model.report import Report, ReportHead
from dateline.model.row import Basis as RowBasis
from dateline.model.row import Cell, Override, Refusal, Row
from dateline.model.span import Span
from dateline.model.statement import Dispute, Matter, Side, Statement
from dateline.model.tenure import Contradiction, Holder, Site, Tenure, Told, Witness
from dateline.model.time import Basis, Extent, Granularity, Time, TimeType

__all__ = [
    "About",
    "Actor",
    "Alternative",
    "Anchor",
    "Attribution",
    "Basis",
    "Cell",
    "Claim",
    "Codes",
    "Contradiction",
    "Control",
    "ControlLevel",
    "Decision",
    "Dispute",
    "Event",
    "Evidence",
    "Extent",
    "Figure",
    "Finding",
    "Grade",
    "Granularity",
    "Holder",
    "Incident",
    "JoinedIncident",
    "Judgement",
    "Ledger",
    "LooseFigure",
    "Loss",
    "LossKind",
    "Matter",
    "Member",
    "Mentions",
    "Notice",
    "Override",
    "Place",
    "PlaceRole",
    "Precision",
    "Proposal",
    "Record",
    "Refusal",
    "Report",
    "ReportHead",
    "Reviewed",
    "Row",
    "RowBasis",
    "Scope",
    "Side",
    "Site",
    "Sort",
    "Source",
    "Span",
    "Stance",
    "Statement",
    "Status",
    "Targeting",
    "Tenure",
    "Time",
    "TimeType",
    "Told",
    "Verdict",
    "Witness",
    "head_of",
]
