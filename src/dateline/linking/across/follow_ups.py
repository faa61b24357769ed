"""Follow-ups: what comes of an act (an arrest, a trial, a protest against it) is told with the act it came of."""

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.linking.within.likeness import ARMED, REAL
from dateline.model import Incident

FOLLOWING = frozenset(
    {
        "arrest", "capture", "trial", "conviction", "accusation", "criticism", "rejection", "demand", "body-found",
        "release",
    }
)  # fmt: skip
"""Kinds that follow an act told in the same report."""


def cause_of(incident: Incident, incidents: Sequence[Incident], codebook: Codebook) -> Incident | None:
    """The act of force that an incident follows: the one of its report told with the most harm, then the most often.

    None where the incident is no follow-up, or the report tells no such act.
    """
    if incident.kind not in FOLLOWING:
        return None
    acts = [i for i in incidents if codebook.kinds[i.kind].family in ARMED and i.status in REAL and i.id != incident.id]

    def worth(act: Incident) -> tuple[int, int, float]:
        killed = sum(row.best or 0 for row in act.losses if row.loss == "killed" and row.scope == "new")
        return min(killed, 1), len(act.events), codebook.kinds[act.kind].harm

    return max(acts, key=worth, default=None)
