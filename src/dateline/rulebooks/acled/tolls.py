"""Tolls: the fatalities of a row. The incident's own rows already follow the rule "acled" (fixed values of words)."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.codebook import Codebook
from dateline.model import JoinedIncident


def dead(incident: JoinedIncident, codebook: Codebook) -> int:
    """The dead of an incident: no toll of months or years, none that is part of another; nought where none is told."""
    rows = [row for row in incident.losses if row.loss == "killed" and row.scope not in ("cumulative", "part")]
    default = codebook.fixed_tolls["*"]
    return sum(next((n for n in (row.best, row.low) if n is not None), default) for row in rows)


def share(total: int, part: int, parts: int) -> int:
    """What falls to one of several rows of one incident: as even as whole numbers allow, the first ones the most."""
    return total // parts + (part < total % parts)


def together(incidents: Sequence[JoinedIncident], numbers: Mapping[str, int]) -> int:
    """The dead of several incidents that are one row, by incident.

    One report tells them apart, so its own add up; what other reports tell may be the same, so the most that any one
    report's incidents come to counts.
    """
    return max(_of_report(incidents, numbers, report) for report in _reports(incidents))


def _reports(incidents: Iterable[JoinedIncident]) -> set[str]:
    return {report for incident in incidents for report in _told_by(incident)}


def _of_report(incidents: Iterable[JoinedIncident], numbers: Mapping[str, int], report: str) -> int:
    return sum(numbers[incident.id] for incident in incidents if report in _told_by(incident))


def _told_by(incident: JoinedIncident) -> frozenset[str]:
    return frozenset(member.report for member in incident.members) or frozenset({incident.id})
