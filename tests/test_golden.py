"""The example reports, coded: what changes in their records shows in the diff of a golden file, errors included.

After a change that is meant: `DATELINE_GOLDEN=write pytest tests/test_golden.py`, then read the diff and commit it too.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import dateline
from dateline.model import Actor, Event, Record

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
GOLDEN = Path(__file__).resolve().parent / "golden"
REPORTS = sorted(p for p in EXAMPLES.iterdir() if p.suffix in {".txt", ".md", ".json"} and p.stem.lower() != "readme")


def who(actors: tuple[Actor, ...]) -> str:
    return "; ".join(f"{a.text} = {a.id or '?'}" for a in actors) or "-"


def lines_of(record: Record) -> Iterator[str]:
    """A record in a few words a line: the values, not the evidence."""
    yield f"main {record.main_event}"
    for event in record.events:
        yield from event_lines(event)
    for incident in record.incidents:
        tolls = "; ".join(f"{row.best} {row.loss} ({row.group})" for row in incident.losses) or "-"
        yield f"{incident.id} {incident.kind} of {' '.join(incident.events)} | {tolls}"
    for control in record.control:
        yield f"control {control.place.text}: {control.holder.text} {control.first}..{control.last} {control.level}"
    for notice in record.notices:
        yield f"notice {notice.code}: {notice.message}"


def event_lines(event: Event) -> Iterator[str]:
    time = event.time
    places = "; ".join(f"{p.text} {p.role} {p.country}/{p.admin1} {p.precision}" for p in event.places) or "-"
    losses = "; ".join(f"{x.low}/{x.best}/{x.high} {x.loss} {x.group}" for x in event.losses) or "-"
    source = event.claim.source.text if event.claim.source else "the report"
    state = event.status + (" background" if event.background else "")
    yield f"{event.id} {event.trigger.text!r} {event.kind} {state} [{event.codes.plover}, {event.codes.acled}]"
    yield f"   by {who(event.actors)} | to {who(event.targets)} | at {places}"
    yield f"   {f'{time.first}..{time.last} {time.basis}' if time else 'no time'} | {losses} | {source}"


@pytest.mark.parametrize("path", REPORTS, ids=lambda p: p.stem)
def test_an_example_is_coded_as_before(path: Path) -> None:
    golden = GOLDEN / f"{path.stem}.txt"
    told = "".join(
        f"{line}\n" for arrival in dateline.read([path]) for line in lines_of(dateline.Coder().code(arrival))
    )
    if os.environ.get("DATELINE_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == told
