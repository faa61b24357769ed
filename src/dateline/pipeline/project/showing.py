"""Showing: one incident or one report of a project, with all that belongs to it."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Connection

from dateline.coding.text.sentences import split_sentences
from dateline.errors import SettingsError
from dateline.model import JoinedIncident, Judgement, Record, Report, Span, Statement
from dateline.pipeline.project.feed import feed_rows
from dateline.store.bodies import bodies_of
from dateline.store.codings import record_of
from dateline.store.incidents import Change, changes_after, incident_of
from dateline.store.judgements import all_judgements
from dateline.store.lookups import copies_among, incidents_in, is_incident, reports_in_force
from dateline.store.texts import copies_of, history_of, report_of

_MOST = 10_000
"""More changes of one incident than this are not told."""


@dataclass(frozen=True)
class ShownIncident:
    """An incident with the reports that tell it (their texts are those that its statements count in), what people
    decided of it and all that happened to it. `asked` is the id that was asked for; `copies`: copy and original."""

    asked: str
    incident: JoinedIncident
    reports: Mapping[str, Report]
    copies: Mapping[str, str]
    judgements: Sequence[Judgement]
    history: Sequence[Mapping[str, Any]]

    @cached_property
    def _sentences(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        return {
            name: [(sentence.start, sentence.end) for sentence in split_sentences(report.text)]
            for name, report in self.reports.items()
        }

    def sentence_of(self, statement: Statement) -> Span | None:
        """The sentence that a statement's words stand in; None where it rests on no words."""
        mention = statement.mention
        start = None if mention is None else mention.start
        if start is None or statement.report not in self.reports:
            return None
        bounds = self._sentences[statement.report]
        place = bisect_right(bounds, start, key=lambda pair: pair[0]) - 1
        if place < 0 or not bounds[place][0] <= start < bounds[place][1]:
            return None
        return Span.of(self.reports[statement.report].text, *bounds[place])

    def as_data(self) -> dict[str, Any]:
        """All of it as JSON; `sentences` has one for each statement, or null."""
        told = [self.sentence_of(statement) for statement in self.incident.statements]
        return {
            "asked": self.asked,
            "incident": self.incident.model_dump(mode="json", by_alias=True),
            "sentences": [None if span is None else span.model_dump() for span in told],
            "reports": [
                {**report.model_dump(mode="json", exclude={"text"}), "copy_of": self.copies.get(name)}
                for name, report in self.reports.items()
            ],
            "judgements": [judgement.model_dump(mode="json") for judgement in self.judgements],
            "history": list(self.history),
        }


@dataclass(frozen=True)
class ShownReport:
    """A report with its text in force, its record, how each of its texts was got, and the incidents that it tells: the
    id of each, and of the incident in the record."""

    report: Report
    record: Record | None
    versions: Sequence[Mapping[str, object]]
    incidents: Sequence[tuple[str, str]]
    copy_of: str | None

    def as_data(self) -> dict[str, Any]:
        """All of it as JSON."""
        return {
            "report": self.report.model_dump(mode="json"),
            "copy_of": self.copy_of,
            "versions": [dict(version) for version in self.versions],
            "incidents": [{"id": name, "in_record": own} for name, own in self.incidents],
            "record": None if self.record is None else self.record.model_dump(mode="json", by_alias=True),
        }


def show(connection: Connection, project: str, identifier: str) -> ShownIncident | ShownReport:
    """The incident of that id, or the report of that name. Raises SettingsError where there is neither."""
    if is_incident(connection, identifier):
        return _incident(connection, project, identifier)
    report = report_of(connection, identifier)
    if report is None:
        remedy = "dateline incidents lists the incidents"
        raise SettingsError(f"{project}: there is no incident and no report {identifier!r}; {remedy}")
    return ShownReport(
        report,
        record_of(connection, identifier),
        history_of(connection, identifier),
        incidents_in(connection, identifier),
        copies_among(copies_of(connection, [identifier])).get(identifier),
    )


def _incident(connection: Connection, project: str, identifier: str) -> ShownIncident:
    incident = incident_of(connection, identifier)
    changes = changes_after(connection, 0, _MOST, incident=incident.id if incident else identifier)
    if incident is None:
        last = changes[-1] if changes else None
        why = f" since {last.at} ({last.reason})" if last else ""
        raise SettingsError(f"{project}: no report tells the incident {identifier!r} any more{why}")
    names = sorted({member.report for member in incident.members})
    reports = reports_in_force(connection, names)
    ids = {incident.id, identifier, *(change.incident for change in changes if change.other == incident.id)}
    judged = [j for j in all_judgements(connection) if j.incident in ids or j.id in incident.judgements]
    copies = copies_among(copies_of(connection, names))
    ordered = sorted(reports.values(), key=lambda report: (str(report.published or ""), report.id))
    return ShownIncident(
        identifier,
        incident,
        {report.id: report for report in ordered},
        copies,
        judged,
        list(feed_rows(changes, _bodies(connection, changes))),
    )


def _bodies(connection: Connection, changes: Sequence[Change]) -> dict[str, str]:
    return bodies_of(connection, (sha for change in changes for sha in (change.before, change.after) if sha))
