"""Join coded reports and write the incidents as the scorer reads them: the tasks `link` and `series` of `quality`."""

from collections.abc import Iterable
from pathlib import Path

from dateline.codebook import load_codebook
from dateline.encoder.vocabulary import load_vocabulary
from dateline.linking.across.joining import Coded, join_reports
from dateline.linking.across.rarity import rarity_in
from dateline.model import Record, Report

REPORTS_OF = {"link": "muc4", "series": "series"}
"""The gold set whose reports a task joins."""


def records_of(path: Path) -> list[Record]:
    """The records of a file of coded reports."""
    return [Record.model_validate_json(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def write_joined(reports: Iterable[Report], records: Iterable[Record], target: Path) -> int:
    """Join the reports, one line an incident; gives the number of incidents."""
    by_id = {record.report.id: record for record in records}
    coded = [Coded(report, by_id[report.id]) for report in reports if report.id in by_id]
    joined = join_reports(coded, load_codebook(), rarity_in(load_vocabulary()))
    with target.open("w", encoding="utf-8") as out:
        out.writelines(incident.model_dump_json(exclude={"statements"}) + "\n" for incident in joined)
    return len(joined)
