"""Preparing: all that is stored of a coded report, made where it was coded: the only writer has little left to do."""

from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.linking.across.copies import print_of
from dateline.linking.across.follow_ups import cause_of
from dateline.linking.across.keeping import bands_of, numbers_of, print_to_json, trace_to_json
from dateline.linking.across.rarity import Rarity
from dateline.linking.across.trace import Trace
from dateline.linking.across.tracing import traces_of
from dateline.linking.control.witnesses import site_key, witnesses_of
from dateline.linking.values.joining import join_tellings
from dateline.linking.values.originals import Voices
from dateline.linking.values.telling import Telling
from dateline.model import Incident, JoinedIncident, Record, Report
from dateline.store.codings import Ready, ReadyTelling, pack_record
from dateline.store.facets import facets_of
from dateline.store.incidents import body_of, hash_of
from dateline.store.packing import as_json, packed

AROUND = 40
"""Characters before and after an event's words by which it is found again in a changed text."""


@dataclass(frozen=True, slots=True)
class Preparer:
    """Makes ready what is stored; `rule` names the rule by which an incident's values are made."""

    codebook: Codebook
    rarity: Rarity
    rule: str

    def ready(self, report: Report, record: Record) -> Ready:
        """What is stored of a report and its record."""
        mark = print_of(report.id, report.text)
        traces = traces_of(record, report.text, self.rarity, self.codebook)
        voices = Voices(record, self.codebook.originals)
        return Ready(
            record=pack_record(record),
            print=print_to_json(mark),
            bands=bands_of(mark),
            tellings=tuple(
                self._telling(report.text, record, incident, trace, voices)
                for incident, trace in zip(record.incidents, traces, strict=True)
            ),
            witnesses=tuple(
                (site_key(witness), witness.model_dump_json(by_alias=True))
                for witness in witnesses_of(record, self.codebook.originals)
            ),
        )

    def _telling(self, text: str, record: Record, incident: Incident, trace: Trace, voices: Voices) -> ReadyTelling:
        follow_ups = following(record, incident, self.codebook)
        telling = Telling(record, incident, record.report.id)
        joined = join_tellings(
            [telling], self.codebook, identifier="", rule=self.rule, voices={record.report.id: voices}
        )
        alone = with_members(joined, {(trace.report, trace.incident): (trace.main, follow_ups)})
        body = body_of(alone)
        return ReadyTelling(
            incident=incident.id,
            trace=trace_to_json(trace),
            keys=tuple(sorted(numbers_of(trace))),
            anchors=as_json(_anchors(text, record, incident)),
            main=trace.main,
            follow_ups=follow_ups,
            alone=packed(body),
            alone_sha256=hash_of(body),
            facets=facets_of(alone),
        )


def with_members(joined: JoinedIncident, known: dict[tuple[str, str], tuple[bool, tuple[str, ...]]]) -> JoinedIncident:
    """The incident with what is known of its members, by report and incident: whether each is what its report is about,
    and what follows it there."""
    members = tuple(
        member.model_copy(update={"main": main, "follow_ups": follow_ups})
        for member in joined.members
        for main, follow_ups in (known[member.report, member.incident],)
    )
    return joined.model_copy(update={"members": members})


def following(record: Record, cause: Incident, codebook: Codebook) -> tuple[str, ...]:
    """The report's incidents that came of the one: its arrests and trials, the protests against it."""
    found = ((each, cause_of(each, record.incidents, codebook)) for each in record.incidents)
    return tuple(each.id for each, behind in found if behind is not None and behind.id == cause.id)


def _anchors(text: str, record: Record, incident: Incident) -> list[tuple[int, int, str, str]]:
    """Where the incident's events stand: start, end, the words, and the words with those around them."""
    wanted = set(incident.events)
    triggers = (event.trigger for event in record.events if event.id in wanted)
    return [(t.start, t.end, t.text, text[max(0, t.start - AROUND) : t.end + AROUND]) for t in triggers]
