"""Refusing: why ACLED has no row of an incident. The rules in their order; the first that fits is told."""

from dateline.model import JoinedIncident
from dateline.rulebooks.acled.tables import Tables
from dateline.rulebooks.precision import acled_when

REAL = frozenset({"happened", "ongoing", "attempted"})


def objection(incident: JoinedIncident, tables: Tables) -> tuple[str, str] | None:
    """The rule and its words, or None; that it has a place, a day and a party is seen when these are looked for."""
    code = incident.codes.acled
    if incident.reviewed == "rejected":
        return "acled.rejected", "a person judged that it is no event"
    if incident.status not in REAL:
        return "acled.not-real", f"it is told as {incident.status.replace('_', ' ')}, not as done"
    if incident.proposal is not None and incident.proposal.grade == "discounted":
        return "acled.not-told", "nobody tells it as done"
    if code is None:
        return "acled.no-type", f"ACLED has no type for what is told as {incident.kind}"
    if code not in tables.types:
        return "acled.no-type", f"{code!r} is no sub-event type of ACLED's"
    return None


def no_place(incident: JoinedIncident) -> tuple[str, str]:
    """Why no place will do."""
    if not incident.places:
        return "acled.no-place", "no place is told"
    if all(place.precision in (None, "country") for place in incident.places):
        return "acled.country-only", "no place below a country is told"
    return "acled.no-place", "no place is told whose country and point are known"


def no_day(incident: JoinedIncident) -> tuple[str, str]:
    """Why no day will do."""
    time = incident.time
    if time is None or (time.first is None and time.last is None):
        return "acled.no-day", "no day is told"
    if acled_when(time) is None:
        return "acled.beyond-a-month", "the day is not known within a month"
    return "acled.no-day", "no day is told"


NO_PARTY = ("acled.no-party", "nobody is told whom ACLED could name as an actor")
