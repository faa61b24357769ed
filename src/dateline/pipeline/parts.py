"""Parts: a text as long as a book is coded piece by piece, so that time and memory grow with its length alone.

Resolving and linking look at every mention beside every other one: what takes seconds for 6,000 words would take hours
for a million. Nobody means one incident to be linked over 50 pages either; the record says so in a notice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from dateline.model import Notice, Record, Report, head_of

LONG = 60_000
"""Characters (about 10,000 words) up to which a report is coded as a whole."""
PART = 30_000
"""Characters that a part of a longer one has at most."""

_SEAMS = ("\n\n", "\n", ". ", " ")
_EVENT_ID = re.compile(r"\be(\d+)\b")

Shifts = Mapping[str, int]


def parts_of(report: Report, day: date | None = None) -> tuple[tuple[int, Report], ...]:
    """The report's parts with their offsets, cut between paragraphs where there are any; itself if it is not long.

    `day` is the day that the report prints at its head, which later parts take as theirs.
    """
    if len(report.text) <= LONG:
        return ((0, report),)
    later = {"title": None, "published": day or report.published}
    return tuple(
        (start, report.model_copy(update={"text": report.text[start:end], **(later if start else {})}))
        for start, end in _cuts(report.text)
        if report.text[start:end].strip()
    )


def join_parts(report: Report, coded: Iterable[tuple[int, Record]]) -> Record:
    """One record from the records of the parts: offsets counted in the whole text, ids and indices running on."""
    whole: dict[str, list[object]] = {
        name: [] for name in ("events", "incidents", "figures", "attributions", "control", "notices")
    }
    mentions: dict[str, list[object]] = {"actors": [], "places": [], "times": []}
    main, parts, highest = None, 0, 0
    for offset, record in coded:
        parts += 1
        before = {"at": offset, "events": highest, "sayings": len(whole["attributions"])}
        shifted = _shifted(record.model_dump(exclude={"report"}, by_alias=True), before)
        for event in shifted["events"]:
            event["id"] = _renumbered(event["id"], before["events"])
            highest = max(highest, int(event["id"][1:]))
        for number, incident in enumerate(shifted["incidents"], len(whole["incidents"]) + 1):
            incident["id"] = f"i{number}"
        for name, values in whole.items():
            values += [value for value in shifted[name] if name != "notices" or value not in values]
        for name, values in mentions.items():
            values += shifted["mentions"][name]
        main = record.main_event if offset == 0 else main
    message = f"the report is long and was coded in {parts} parts; nothing is linked from one to the other"
    whole["notices"].append(Notice(code="long-report", message=message))
    return Record.model_validate({"report": head_of(report), "main_event": main, "mentions": mentions, **whole})


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > PART:
        seams = (text.rfind(seam, start + PART // 2, start + PART) + len(seam) for seam in _SEAMS)
        end = next((seam for seam in seams if seam > start + PART // 2), start + PART)
        yield start, end
        start = end
    yield start, len(text)


def _renumbered(words: str, by: int) -> str:
    return _EVENT_ID.sub(lambda found: f"e{int(found.group(1)) + by}", words)


def _shifted(value: object, before: Shifts, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _shifted(inner, before, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_shifted(inner, before, key) for inner in value]
    if isinstance(value, int) and key in ("start", "end"):
        return value + before["at"]
    if isinstance(value, int) and key == "attribution":
        return value + before["sayings"]
    if isinstance(value, str) and key in ("events", "event", "supersedes", "note"):
        return _renumbered(value, before["events"])
    return value
