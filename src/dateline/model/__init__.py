"""The nouns of dateline: small, frozen, validated. Imports nothing else of ours but the errors."""

from dateline.model.actor import Actor, Sort
from dateline.model.claim import About, Attribution, Claim, Stance
from dateline.model.control import Control, ControlLevel
from dateline.model.event import Codes, Event, Status, Targeting
from dateline.model.evidence import Alternative, Evidence
from dateline.model.incident import Incident
from dateline.model.loss import Loss, LossKind, Scope
from dateline.model.notice import Notice
from dateline.model.place import Place, PlaceRole, Precision
from dateline.model.record import Mentions, Record, head_of
from dateline.model.report import Report, ReportHead
from dateline.model.span import Span
from dateline.model.time import Basis, Extent, Granularity, Time, TimeType

__all__ = [
    "About",
    "Actor",
    "Alternative",
    "Attribution",
    "Basis",
    "Claim",
    "Codes",
    "Control",
    "ControlLevel",
    "Event",
    "Evidence",
    "Extent",
    "Granularity",
    "Incident",
    "Loss",
    "LossKind",
    "Mentions",
    "Notice",
    "Place",
    "PlaceRole",
    "Precision",
    "Record",
    "Report",
    "ReportHead",
    "Scope",
    "Sort",
    "Span",
    "Stance",
    "Status",
    "Targeting",
    "Time",
    "TimeType",
    "head_of",
]
