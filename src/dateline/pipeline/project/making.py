"""Making: the JSON of an incident from the tellings that make it up and what people judged of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dateline.codebook import Codebook
from dateline.linking.across.scoring import explain
from dateline.linking.values.joining import join_tellings
from dateline.linking.values.judging import with_judgements
from dateline.linking.values.telling import Telling
from dateline.model import Evidence, JoinedIncident, Judgement, Record
from dateline.pipeline.project.anchoring import anchored, found_at
from dateline.pipeline.project.preparing import with_members
from dateline.pipeline.project.shelf import Shelf
from dateline.store import codings, incidents, judgements, texts
from dateline.store.facets import facets_of
from dateline.store.packing import packed


@dataclass(frozen=True, slots=True)
class Made:
    """An incident's state by its hash, its facets, and its packed JSON where the store cannot hold it yet."""

    state: str
    facets: str
    body: bytes | None


class Maker:
    """Makes incidents by one codebook and one rule of merging."""

    def __init__(self, codebook: Codebook, rule: str, shelf: Shelf) -> None:
        self._codebook, self._rule, self._shelf = codebook, rule, shelf

    def make(self, connection: Connection, groups: Sequence[tuple[int, ...]]) -> list[Made]:
        """The incidents that these groups of tellings make up, as they are kept."""
        rows, copies, judged = self._known(connection, groups)
        coded = {row.coding for group in groups for row in map(rows.__getitem__, group) if len(group) > 1}
        records = self._shelf.records.of(connection, coded)
        made = []
        for group in groups:
            own = {telling: rows[telling] for telling in group}
            given = [judgement for judgement, held in judged if held & own.keys()]
            first = own[group[0]]
            if len(own) == 1 and not given and copies[first.report] == first.report:
                made.append(Made(first.alone, first.facets, None))
                continue
            joined = self._joined(connection, own, copies, given, records)
            body = incidents.body_of(joined)
            made.append(Made(incidents.hash_of(body), facets_of(joined), packed(body)))
        return made

    def join(self, connection: Connection, groups: Sequence[tuple[int, ...]]) -> list[JoinedIncident]:
        """The incidents that these groups of tellings make up, without their ids."""
        rows, copies, judged = self._known(connection, groups)
        records = self._shelf.records.of(connection, {row.coding for row in rows.values()})
        joined = []
        for group in groups:
            own = {telling: rows[telling] for telling in group}
            given = [judgement for judgement, held in judged if held & own.keys()]
            joined.append(self._joined(connection, own, copies, given, records))
        return joined

    def _known(
        self, connection: Connection, groups: Sequence[tuple[int, ...]]
    ) -> tuple[dict[int, codings.TellingRow], dict[str, str], list[tuple[Judgement, set[int]]]]:
        """The tellings of these groups, of which texts their reports are copies, and what was judged of them."""
        rows = codings.telling_rows(connection, [telling for group in groups for telling in group])
        reports = {row.report for row in rows.values()}
        return rows, texts.copies_of(connection, reports), self._judgements(connection, reports)

    def _joined(
        self,
        connection: Connection,
        rows: dict[int, codings.TellingRow],
        copies: dict[str, str],
        given: Sequence[Judgement],
        records: Mapping[int, Record],
    ) -> JoinedIncident:
        if missing := {row.coding for row in rows.values()} - records.keys():
            records = {**records, **self._shelf.records.of(connection, missing)}
        tellings = [_telling(records[row.coding], row, copies) for row in rows.values()]
        reasons = self._reasons(connection, rows)
        joined = join_tellings(tellings, self._codebook, identifier="", rule=self._rule, reasons=reasons)
        known = {(row.report, row.incident): (row.main, row.follow_ups) for row in rows.values()}
        return with_judgements(with_members(joined, known), given, self._codebook)

    def _judgements(self, connection: Connection, reports: set[str]) -> list[tuple[Judgement, set[int]]]:
        """The judgements in force on values of these reports' incidents, each with the tellings that it holds to."""
        given = [j for j in judgements.judgements_on(connection, reports) if j.verdict not in ("merge", "split")]
        if not given:
            return []
        known = anchored(connection, {anchor.report for judgement in given for anchor in judgement.anchors})
        return [(judgement, set(found_at(judgement.anchors, known))) for judgement in given]

    def _reasons(self, connection: Connection, rows: dict[int, codings.TellingRow]) -> tuple[Evidence, ...]:
        """Why they are together: for each telling after the first, its best pair with those before it."""
        traces = self._shelf.traces.of(connection, rows)
        order = sorted(rows, key=lambda telling: traces[telling].key)
        found = []
        for n, telling in enumerate(order[1:], 1):
            own = (telling, traces[telling])
            best = max(order[:n], key=lambda other: self._shelf.score(own, (other, traces[other])))
            found.append(explain(own[1], traces[best], self._shelf.weights))
        return tuple(found)


def _telling(record: Record, row: codings.TellingRow, copies: dict[str, str]) -> Telling:
    incident = next(incident for incident in record.incidents if incident.id == row.incident)
    return Telling(record, incident, copies[row.report])
