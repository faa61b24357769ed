"""Refusing: what is no event in UCDP's sense, by the first rule that says so.

UCDP: "an incident where armed force was used by an organised actor against another organised actor, or against
civilians, resulting in at least one direct death at a specific location and a specific date".
"""

from dateline.model import JoinedIncident
from dateline.rulebooks.ucdp.deaths import dead_of, most_of
from dateline.rulebooks.ucdp.lists import Lists
from dateline.rulebooks.ucdp.sides import Parties

Reason = tuple[str, str]
"""A rule's name, and what it says of the incident."""
_REAL = frozenset(["happened", "ongoing", "attempted"])


def unreal(incident: JoinedIncident) -> Reason | None:
    """Whether a person threw it out, it did not happen, or it is told as what led here."""
    if incident.reviewed == "rejected":
        return "ucdp.rejected", "a person rejected it"
    if incident.status not in _REAL:
        return "ucdp.not-real", f"it is told as {incident.status.replace('_', ' ')}, not as done"
    return None


def unarmed(incident: JoinedIncident, lists: Lists) -> Reason | None:
    """Whether no armed force was used. What PLOVER calls ASSAULT counts where the kind is somebody's own."""
    if lists.is_force(incident.kind) or (incident.codes.plover == "ASSAULT" and incident.kind not in _NO_FORCE):
        return None
    return "ucdp.no-force", f"no armed force of an organised actor was used ({incident.kind})"


_NO_FORCE = frozenset(["mob-violence", "riot"])


def bloodless(incident: JoinedIncident) -> Reason | None:
    """Whether nobody is said to have died of it, by any estimate."""
    killed = [loss for loss in incident.losses if loss.loss == "killed"]
    dead = dead_of(incident)
    if killed and not dead:
        return "ucdp.cumulative", "the dead that it tells are a sum over months or years, of no one event"
    if not dead:
        return "ucdp.no-deaths", "nobody is said to have died"
    if most_of(dead) < 1:
        untold = any(loss.low is None and loss.best is None and loss.high is None for loss in dead)
        if untold:
            return "ucdp.no-number", "people are said to have died, but no source says how many"
        return "ucdp.no-deaths", "nobody died by any estimate"
    return None


def unorganised(parties: Parties) -> Reason | None:
    """Whether no organised party is known on either side, or private people fought one alone."""
    if not parties.doers and not parties.hit:
        return "ucdp.no-actor", "no organised actor is known, or to be inferred, on either side"
    if parties.private_doer and not parties.unnamed_hit:
        return "ucdp.private", "those who did it are private people, no organised actor"
    return None


NO_PLACE: Reason = ("ucdp.no-place", "no place of it is known")
NO_DAY: Reason = ("ucdp.no-day", "neither a day nor a span of days within a year is known")
