"""Code the gold sets and score them: `python -m benchmarks.quality [TASK ...]`.

Codes `../shared/gold/TASK/dev.reports.jsonl` with the coder as installed, keeps the records in `coded/TASK.dev.jsonl`,
runs the scorer on them, and prints one table (and, with --out FILE, writes it as Markdown).
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.linking import REPORTS_OF, records_of, write_joined
from dateline.model import Report
from dateline.pipeline import Coder

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
TASKS = ("evloc", "plover", "acled", "places", "times", "status", "losses", "muc4", "claims", "ucdp", *REPORTS_OF)
FLOORS = {
    "evloc.trigger_recall": 0.70,
    "evloc.place_f1": 0.50,
    "plover.top1_accuracy": 0.50,
    "acled.weighted_f1": 0.55,
    "places.overlap_f1": 0.55,
    "times.relaxed_f1": 0.86,
    "times.value_f1": 0.72,
    "status.macro_f1": 0.45,
    "losses.killed_exact": 0.60,
    "muc4.slots_f1": 0.30,
    "claims.source_f1": 0.50,
    "link.victim_found": 0.80,
    "series.b3_precision": 0.975,
    "series.pairs_f1": 0.87,
}
"""What is demanded of the first tagger, and of joining; a figure that falls below its floor fails the check."""


def reports_of(path: Path) -> list[Report]:
    """The reports of a gold set's file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [Report.model_validate_json(line) for line in lines if line.strip()]


def code_task(coder: Coder, task: str, folder: Path, half: str) -> tuple[Path, int, float]:
    """Code one gold set's reports to a file; gives the file, the number of reports and the seconds that it took."""
    reports = reports_of(SHARED / "gold" / task / f"{half}.reports.jsonl")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{task}.{half}.jsonl"
    begun = time.perf_counter()
    with target.open("w", encoding="utf-8") as out:
        for record in coder.code_many(reports):
            out.write(record.model_dump_json() + "\n")
    return target, len(reports), time.perf_counter() - begun


def link_task(coder: Coder, task: str, folder: Path) -> tuple[Path, int, float]:
    """Code a gold set's reports, unless they are there, and join them; gives the file of incidents."""
    source = REPORTS_OF[task]
    records = folder / f"{source}.dev.jsonl"
    if not records.exists():
        code_task(coder, source, folder, "dev")
    reports = reports_of(SHARED / "gold" / source / "dev.reports.jsonl")
    begun = time.perf_counter()
    target = folder / f"{task}.joined.jsonl"
    write_joined(reports, records_of(records), target)
    return target, len(reports), time.perf_counter() - begun


def score(task: str, coded: Path, half: str) -> dict[str, float]:
    """The scorer's figures for one task."""
    return score_file(task, SHARED / "gold" / task / f"{half}.gold.jsonl", coded)


def score_file(task: str, gold: Path, coded: Path) -> dict[str, float]:
    """The scorer's figures for coded records against a file of keys."""
    command = [sys.executable, str(SHARED / "score" / "score.py"), task, str(gold), str(coded)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in (line.split() for line in printed.splitlines())}


def row(name: str, value: float) -> str:
    """One line of the table, with the floor where there is one."""
    floor = FLOORS.get(name)
    low = value > 0 if name.endswith(".missing_reports") else floor is not None and value < floor
    verdict = "BELOW" if low else "" if floor is None else "ok"
    return f"| {name} | {value:.4g} | {'' if floor is None else format(floor, '.2f')} | {verdict} |"


def main() -> None:
    """Run the tasks that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("tasks", nargs="*", choices=[*TASKS, []], help="tasks to run (default: all)")
    parser.add_argument("--out", type=Path, help="write the table to this Markdown file too")
    parser.add_argument("--keep", type=Path, default=Path("coded"), help="folder for the coded records")
    parser.add_argument("--half", choices=["dev", "train"], default="dev", help="train: muc4 and evloc alone have one")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a figure is below its floor")
    options = parser.parse_args()
    coder = Coder()
    lines = [f"| figure ({options.half} half) | value | floor | |", "|---|---:|---:|---|"]
    print("\n".join(lines))
    for task in options.tasks or TASKS:
        linked = task in REPORTS_OF
        coded, number, seconds = (
            link_task(coder, task, options.keep) if linked else code_task(coder, task, options.keep, options.half)
        )
        found = [row(name, value) for name, value in score(task, coded, options.half).items()]
        found.append(row(f"{task}.reports_per_s", number / seconds))
        print("\n".join(found), flush=True)
        lines += found
    if options.out:
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if options.check and any("BELOW" in line for line in lines):
        sys.exit("a figure is below its floor")


if __name__ == "__main__":
    main()
