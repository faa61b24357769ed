"""Events: one telling of one occurrence."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from dateline.model.actor import Actor
from dateline.model.claim import Claim
from dateline.model.evidence import Evidence
from dateline.model.loss import Loss
from dateline.model.noun import Noun
from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.time import Time

Status = Literal[
    "happened", "ongoing", "attempted", "planned", "possible", "called_for", "hypothetical", "habitual", "negated"
]
Targeting = Literal["deliberate", "collateral", "unclear"]


class Codes(Noun):
    """The event's category in each scheme, as that scheme spells it; None where the scheme has none."""

    plover: str | None = None
    plover_mode: str | None = None
    cameo: str | None = None
    acled: str | None = None
    muc4: str | None = None


class Event(Noun):
    """One telling of an occurrence. `attribution` is an index into the record's attributions.

    `also` are further words of the sentence that tell the same occurrence; `denials` are the claims against it that
    the same report tells; `reasons` say for each of its own fields (kind, status, background, main, targeting, ...)
    which rule decided it.
    """

    id: str
    kind: str
    codes: Codes = Codes()
    background: bool = False
    trigger: Span
    also: tuple[Span, ...] = ()
    actors: tuple[Actor, ...] = ()
    targets: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    weapons: tuple[Span, ...] = ()
    losses: tuple[Loss, ...] = ()
    targeting: Targeting = "unclear"
    status: Status = "happened"
    claim: Claim = Claim()
    denials: tuple[Claim, ...] = ()
    attribution: int | None = None
    confidence: float = 0.5
    reasons: Mapping[str, Evidence] = Field(default_factory=dict)
