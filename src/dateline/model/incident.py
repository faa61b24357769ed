"""Incidents: events judged to be one occurrence."""

from dateline.model.actor import Actor
from dateline.model.claim import Claim
from dateline.model.event import Codes, Status
from dateline.model.evidence import Evidence
from dateline.model.loss import Loss
from dateline.model.noun import Noun
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.time import Time


class Incident(Noun):
    """The report's events that tell of one occurrence, merged; `reasons` say why they were joined."""

    id: str
    kind: str
    codes: Codes = Codes()
    background: bool = False
    events: tuple[str, ...]
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    weapons: tuple[Span, ...] = ()
    losses: tuple[Loss, ...] = ()
    status: Status = "happened"
    claims: tuple[Claim, ...] = ()
    reasons: tuple[Evidence, ...] = ()
