"""Joining: coded reports in, incidents of one report or many out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
from dateline.linking.values.originals import Voices
from dateline.linking.values.telling import Telling
from dateline.loading import without_collecting
from dateline.model import Evidence, Incident, JoinedIncident, Record, Report


@dataclass(frozen=True, slots=True)
class Coded:
    """A report and its record."""

    report: Report
    record: Record


@dataclass(frozen=True, slots=True)
class Teller:
    """A report as its incidents see it: its record, whose copy it is, and what is worked out once for all of them.

    `about` is the incident that it is about, `follow_ups` are those that come of each of its incidents.
    """

    record: Record
    copy: str
    voices: Voices
    incidents: Mapping[str, Incident]
    about: str | None
    follow_ups: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, record: Record, copy: str, codebook: Codebook) -> "Teller":
        """What a record says of itself; `copy` names the first report that prints the same text."""
        following: dict[str, list[str]] = defaultdict(list)
        for incident in record.incidents:
            cause = cause_of(incident, record.incidents, codebook)
            if cause is not None:
                following[cause.id].append(incident.id)
        return cls(
            record,
            copy,
            Voices(record, codebook.originals),
            {incident.id: incident for incident in reversed(record.incidents)},
            about_of(record, codebook),
            {cause: tuple(found) for cause, found in following.items()},
        )


@without_collecting()
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
    tellers = {name: Teller.of(each.record, copies.get(name, name), codebook) for name, each in known.items()}
    joined = (
        join_group(group, tellers, codebook, rule=rule, reasons=linker.reasons(group)) for group in linker.groups()
    )
    return tuple(sorted(joined, key=lambda incident: incident.id))


def join_group(
    group: Sequence[Name],
    tellers: Mapping[str, Teller],
    codebook: Codebook,
    *,
    rule: str = "latest",
    reasons: tuple[Evidence, ...] = (),
) -> JoinedIncident:
    """The incident of one group of the linker's; `reasons` say why its members are together."""
    chosen = {report: tellers[report] for report, _ in group}
    joined = join_tellings(
        [Telling(chosen[r].record, chosen[r].incidents[i], chosen[r].copy) for r, i in group],
        codebook,
        identifier="/".join(min(group)),
        rule=rule,
        reasons=reasons,
        voices={report: teller.voices for report, teller in chosen.items()},
    )
    told = tuple(
        each.model_copy(
            update={
                "main": chosen[each.report].about == each.incident,
                "follow_ups": chosen[each.report].follow_ups.get(each.incident, ()),
            }
        )
        for each in joined.members
    )
    return joined.model_copy(update={"members": told})
