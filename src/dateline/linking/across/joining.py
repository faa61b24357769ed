"""Joining: coded reports in, incidents of one report or many out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.linking.across.clustering import Name
from dateline.linking.across.copies import copies_of, print_of
from dateline.linking.across.follow_ups import cause_of
from dateline.linking.across.linker import Linker
from dateline.linking.across.rarity import Rarity
from dateline.linking.across.scoring import Weights
from dateline.linking.across.tracing import about_of, traces_of
from dateline.linking.values.joining import join_tellings
from dateline.linking.values.telling import Telling
from dateline.model import Incident, JoinedIncident, Record, Report


@dataclass(frozen=True, slots=True)
class Coded:
    """A report and its record."""

    report: Report
    record: Record


def join_reports(
    coded: Iterable[Coded], codebook: Codebook, rarity: Rarity, *, rule: str = "latest", weights: Weights | None = None
) -> tuple[JoinedIncident, ...]:
    """All incidents that the reports tell, in the order of their ids (the first member's report and incident).

    The order of the reports makes no difference. Raises SettingsError for a rule that there is none of.
    """
    known = {each.report.id: each for each in sorted(coded, key=lambda each: each.report.id)}
    linker = Linker(weights)
    for each in known.values():
        linker.add(traces_of(each.record, each.report.text, rarity, codebook))
    copies = copies_of(print_of(each.report.id, each.report.text) for each in known.values())
    records = {name: each.record for name, each in known.items()}
    joined = (join_group(group, records, copies, linker, codebook, rule) for group in linker.groups())
    return tuple(sorted(joined, key=lambda incident: incident.id))


def join_group(
    group: Sequence[Name],
    records: Mapping[str, Record],
    copies: Mapping[str, str],
    linker: Linker,
    codebook: Codebook,
    rule: str,
) -> JoinedIncident:
    """The incident of one group of the linker's, with why its members are together."""
    tellings = [Telling(records[r], _incident(records[r], i), copies.get(r, r)) for r, i in group]
    joined = join_tellings(
        tellings, codebook, identifier="/".join(min(group)), rule=rule, reasons=linker.reasons(group)
    )
    members = tuple(
        member.model_copy(
            update={
                "main": about_of(records[member.report], codebook) == member.incident,
                "follow_ups": tuple(_following(records[member.report], member.incident, codebook)),
            }
        )
        for member in joined.members
    )
    return joined.model_copy(update={"members": members})


def _incident(record: Record, identifier: str) -> Incident:
    return next(incident for incident in record.incidents if incident.id == identifier)


def _following(record: Record, cause: str, codebook: Codebook) -> Iterator[str]:
    """The report's incidents that follow the one: its arrests and trials, the protests against it."""
    for incident in record.incidents:
        found = cause_of(incident, record.incidents, codebook)
        if found is not None and found.id == cause:
            yield incident.id
