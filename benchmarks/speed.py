"""Measure speed: `python -m benchmarks.speed [--reports N]`.

Codes the reports of `../shared/gold` (muc4: old wire copy in capitals; places and claims: mixed case) and prints, per
report of 400 words: milliseconds of processor time by step on one core; reports a second of the whole command with one
and two jobs, by the clock and by processor time; the times of import, of loading and to the first result; peak memory.

By processor time, what else the machine does hardly matters; by the clock it does. The gazetteer must be built.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path

from benchmarks.quality import SHARED, reports_of
from dateline.model import Report
from dateline.pipeline.chain import Step
from dateline.pipeline.coder import STEPS, Coder

SETS = ("muc4", "places", "claims")
WORDS = 400
"""A report of this many words is the unit of all figures."""
BUDGET = 25.0
"""Reports a second on two cores that the design asks for."""


def timed(step: Step, spent: dict[str, float]) -> Step:
    """The step, adding the processor time that it takes to `spent`."""
    run: Callable[..., object] = step.run

    @wraps(run)
    def measured(**given: object) -> object:
        begun = time.process_time()
        made = run(**given)
        spent[step.gives] += time.process_time() - begun
        return made

    return replace(step, run=measured)


def words_of(reports: Sequence[Report]) -> int:
    """How many words the reports hold."""
    return sum(len(report.text.split()) for report in reports)


def by_step(sets: dict[str, list[Report]]) -> list[str]:
    """Milliseconds of every step a report of 400 words, one column a set."""
    spent: dict[str, float] = defaultdict(float)
    coder = Coder(steps=[timed(step, spent) for step in STEPS])
    columns: dict[str, dict[str, float]] = {}
    for name, reports in sets.items():
        coder.code(reports[0])
        spent.clear()
        for report in reports:
            coder.code(report)
        columns[name] = {step: 1000 * seconds * WORDS / words_of(reports) for step, seconds in spent.items()}
    order = sorted((step.gives for step in STEPS), key=lambda step: -sum(c[step] for c in columns.values()))
    rows = [(step, [columns[name][step] for name in sets]) for step in order]
    rows.append(("all", [sum(columns[name].values()) for name in sets]))
    lines = [f"| ms a report | {' | '.join(sets)} |", "|---|" + "---:|" * len(sets)]
    return lines + [f"| {step} | {' | '.join(format(value, '.2f') for value in values)} |" for step, values in rows]


def command(arguments: Sequence[str]) -> tuple[float, float]:
    """Run a command; its seconds by the clock and of processor time, its children's included."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def sustained(reports: Sequence[Report]) -> list[str]:
    """Reports a second of `dateline code --jobs N`, its start left out, and the largest process's memory."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.jsonl", Path(folder) / "many.jsonl"
        for path, chosen in ((one, reports[:1]), (many, reports)):
            lines = [json.dumps(report.model_dump(mode="json", exclude={"sha256"})) for report in chosen]
            path.write_text("\n".join(lines), encoding="utf-8")
        start = [sys.executable, "-m", "dateline", "code", "--format", "jsonl"]
        first, worked = command([*start, str(one)])
        rows.append(f"| first result of the command | {first:.2f} s ({worked:.2f} s of processor) |")
        units = words_of(reports[1:]) / WORDS
        for jobs in (1, 2):
            lead, led = (first, worked) if jobs == 1 else command([*start, "--jobs", "2", str(one)])
            wall, processor = command([*start, "--jobs", str(jobs), str(many)])
            rate, cost = units / (wall - lead), 1000 * (processor - led) / units
            verdict = "" if jobs == 1 else f" (budget {BUDGET:.0f})"
            free = 1000 * jobs / cost
            rows.append(
                f"| `--jobs {jobs}` | {rate:.1f} reports/s by the clock, {free:.1f} by processor time{verdict} |"
            )
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return [*rows, f"| largest process | {memory:.0f} MB |"]


def starting() -> list[str]:
    """Seconds of `import dateline` and of making a coder, each the least of three runs."""
    load = "import time; from dateline.pipeline import Coder; b = time.perf_counter(); Coder(); print({})"
    probes = {
        "`import dateline`": "import time; b = time.perf_counter(); import dateline; print({})",
        "`Coder()`, its modules imported": load,
    }
    rows = []
    for name, probe in probes.items():
        line = [sys.executable, "-c", probe.format("time.perf_counter() - b")]
        runs = [float(subprocess.run(line, check=True, capture_output=True, text=True).stdout) for _ in range(3)]
        rows.append(f"| {name} | {min(runs):.2f} s |")
    return rows


def main() -> None:
    """Measure everything and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=100, metavar="N", help="at most this many of each set")
    options = parser.parse_args()
    sets = {name: reports_of(SHARED / "gold" / name / "dev.reports.jsonl")[: options.reports] for name in SETS}
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}; units: reports of {WORDS} words\n")
    print("\n".join(["| whole | |", "|---|---|", *starting()]), flush=True)
    print("\n".join(sustained([report for reports in sets.values() for report in reports])), "\n", flush=True)
    print("\n".join(by_step(sets)))


if __name__ == "__main__":
    main()
