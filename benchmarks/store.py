"""How adding to a project grows and how fast it is: `python -m benchmarks.store [REPORTS] [--add N]`.

Made-up reports (`made_up.py`: a war told day after day, three incidents a report) are added through `Project.add` in
batches of fifty, as `dateline add` adds them; around report 1,001, 3,001, 10,001, 30,001 and 100,001 it prints the
processor time and the time that one takes, coding left out. With `--add`, reports of the gold sets in `../shared/gold`
go through `dateline add` itself.
"""

import argparse
import gc
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.made_up import Maker, War
from benchmarks.quality import SHARED, reports_of
from benchmarks.speed import SETS, WORDS, command, words_of
from dateline.model import Report
from dateline.pipeline.project import Project, open_project
from dateline.pipeline.project.project import Coded

BATCH, AROUND = 50, 500
MARKS = (1_001, 3_001, 10_001, 30_001, 100_001)


def batches(reports: int) -> Iterator[list[Coded]]:
    """Made-up reports, ready to be added."""
    maker, drawn = Maker(), War().reports(reports)
    while batch := [maker.coded(*each) for each in islice(drawn, BATCH)]:
        yield batch


def grow(project: Project, reports: int) -> None:
    """Add so many reports, and print what those around the marks took."""
    print(
        "| around report | ms of processor time | ms | incidents | file MB | peak MB |\n|---:|---:|---:|---:|---:|---:|"
    )
    done, spent, taken = 0, 0.0, 0.0
    marks = [mark for mark in MARKS if mark <= reports]
    for batch in batches(reports):
        begun, clock = time.process_time(), time.perf_counter()
        project.add(batch)
        done += len(batch)
        if any(mark - AROUND / 2 <= done < mark + AROUND / 2 for mark in marks):
            spent += time.process_time() - begun
            taken += time.perf_counter() - clock
        if any(mark + AROUND / 2 - BATCH <= done < mark + AROUND / 2 for mark in marks):
            _row(project, done, spent / AROUND, taken / AROUND)
            spent = taken = 0.0


def _row(project: Project, done: int, spent: float, taken: float) -> None:
    with project.store.reading() as connection:
        size = connection.exec_driver_sql("SELECT count(*) FROM incidents WHERE state IS NOT NULL").scalar()
    file = Path(project.store.project)
    megabytes = file.stat().st_size / 1e6 if file.exists() else 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = f"{spent * 1e3:.1f} | {taken * 1e3:.1f} | {size:,} | {megabytes:.0f} | {peak:.0f}"
    print(f"| {done - AROUND // 2 + 1:,} | {told} |", flush=True)


def add(jobs: int, place: str, most: int) -> str:
    """Let `dateline add` add gold reports, so many of each set; gives how many of 400 words a second it took in."""
    sets = [reports_of(SHARED / "gold" / name / "dev.reports.jsonl")[:most] for name in SETS]
    reports = [report for each in sets for report in each]
    lead, led = _added(reports[:1], jobs, f"{place}.first")
    wall, processor = _added(reports, jobs, place)
    units = words_of(reports[1:]) / WORDS
    free = 1000 * jobs * units / (1000 * (processor - led))
    told = (
        f"{len(reports)} reports, {units:.0f} of {WORDS} words, `--jobs {jobs}`: {units / (wall - lead):.1f} a second"
    )
    return f"{told} by the clock, {free:.1f} by processor time, the start left out ({lead:.1f} s)"


def _added(reports: list[Report], jobs: int, place: str) -> tuple[float, float]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as lines:
        lines.writelines(json.dumps(report.model_dump(mode="json", exclude={"sha256"})) + "\n" for report in reports)
        lines.flush()
        return command([sys.executable, "-m", "dateline", "add", lines.name, "--to", place, "--jobs", str(jobs)])


def main() -> None:
    """Print how adding grows or, with `--add`, how fast real reports go in."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("reports", nargs="?", type=int, default=30_251)
    parser.add_argument(
        "--add", type=int, metavar="N", help="time `dateline add` instead, on N reports of each gold set"
    )
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--to", metavar="URL", help="an empty PostgreSQL database, in place of a file")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = given.to or f"{folder}/project.dateline"
        if given.add:
            print(add(given.jobs, place, given.add))
            return
        with open_project(place, create=True) as project:
            gc.freeze()
            grow(project, given.reports)


if __name__ == "__main__":
    main()
