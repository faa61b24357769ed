"""Sources: how many tell of it, who told them, and in which reports it stands; what a person has made of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from dateline.model import Cell, JoinedIncident, Reviewed

_MATTERS = ("toll", "occurrence")
_TAKEN: frozenset[Reviewed] = frozenset(["accepted", "corrected"])
UNCHECKED = "Check: no person has reviewed it"


class Head(Protocol):
    """What source columns need to know of a report."""

    @property
    def title(self) -> str | None:
        """Its headline."""
        ...

    @property
    def publisher(self) -> str | None:
        """Whose it is."""
        ...

    @property
    def published(self) -> date | None:
        """Its day."""
        ...


def told_by(incidents: Sequence[JoinedIncident]) -> str:
    """Who told it: the sources named for the toll, else for the occurrence; none is empty, the reports' own word."""
    for matter in _MATTERS:
        names = [
            statement.claim.source.name or statement.claim.source.text
            for incident in incidents
            for statement in incident.statements
            if statement.matter == matter and statement.claim.stance == "asserts" and statement.claim.source is not None
        ]
        if names:
            return "; ".join(dict.fromkeys(names))
    return ""


def number_of_sources(incidents: Sequence[JoinedIncident]) -> int:
    """How many independent originals there are; an incident that names none rests on one."""
    return max(1, len({source.name for incident in incidents for source in incident.sources}))


def reports_of(incidents: Sequence[JoinedIncident]) -> tuple[str, ...]:
    """The ids of the reports that tell of it."""
    told = [member.report for incident in incidents for member in incident.members]
    told += [event.rpartition("/")[0] for incident in incidents for event in incident.events if "/" in event]
    return tuple(sorted(set(told)))


def articles(reports: Iterable[str], heads: Mapping[str, Head]) -> dict[str, Cell]:
    """The columns of the articles: office, day and headline of each report that is known, one after another."""
    found = [heads[report] for report in reports if report in heads]
    if not found:
        return {}
    offices, days, titles = (
        [head.publisher or "" for head in found],
        [head.published.isoformat() if head.published else "" for head in found],
        [head.title or "" for head in found],
    )
    whole = ['"' + ",".join(each) + '"' for each in zip(offices, days, titles, strict=True)]
    return {
        "source_article": ";".join(whole),
        "source_office": ";".join(offices),
        "source_date": ";".join(days),
        "source_headline": ";".join(titles),
    }


def code_status(incidents: Sequence[JoinedIncident]) -> str:
    """ "Clear" once a person has accepted, or put right, all that it rests on."""
    return "Clear" if all(incident.reviewed in _TAKEN for incident in incidents) else UNCHECKED
