"""The wire form, version 1: the names that other programs read, and a schema file that cannot go stale."""

import json
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from dateline.model import Event, Record, Report, Span, Time, head_of

SCHEMA = Path(__file__).resolve().parent.parent.parent / "docs" / "record.schema.json"
NAMES = {
    "report": "id title publisher published url language sha256",
    "events": "id kind codes background trigger actors targets places time weapons losses targeting status claim "
    "attribution confidence",
    "trigger": "start end text",
    "actors": "start end text id name country sector sort",
    "places": "start end text geonameid name lat lon country admin1 precision uncertainty_km role extent",
    "time": "start end text type timex from to granularity extent basis",
    "losses": "start end text loss group low best high scope supersedes of_which",
    "codes": "plover plover_mode cameo acled muc4",
    "claim": "source cue stance about certainty",
}


def test_the_schema_file_is_what_the_nouns_say() -> None:
    schema = json.dumps(Record.model_json_schema(mode="serialization", by_alias=True), indent=1, sort_keys=True) + "\n"
    assert SCHEMA.read_text(encoding="utf-8") == schema, "regenerate docs/record.schema.json: see docs/record.md"


def test_the_names_of_version_1_are_there() -> None:
    definitions = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    noun = {
        "report": "ReportHead",
        "events": "Event",
        "trigger": "Span",
        "actors": "Actor",
        "places": "Place",
        "time": "Time",
        "losses": "Loss",
        "codes": "Codes",
        "claim": "Claim",
    }
    for part, names in NAMES.items():
        missing = set(names.split()) - set(definitions[noun[part]]["properties"])
        assert not missing, f"{noun[part]} lacks {missing}"


def test_a_time_writes_from_and_to() -> None:
    time = Time(first=date(2017, 11, 1), last=date(2017, 11, 3))
    assert json.loads(time.model_dump_json())["from"] == "2017-11-01"
    assert Time.model_validate_json(time.model_dump_json()) == time


def test_a_span_that_does_not_fit_its_text_is_refused() -> None:
    with pytest.raises(ValidationError):
        Span(start=3, end=5, text="abc")
    with pytest.raises(ValidationError):
        Time(first=date(2017, 11, 3), last=date(2017, 11, 1))


def test_unknown_fields_of_a_later_version_are_let_pass() -> None:
    head = head_of(Report(id="r", text="x"))
    later = Record(report=head).model_dump() | {"invented": 1}
    assert Record.model_validate(later) == Record(report=head)


def test_nouns_are_frozen() -> None:
    event = Event(id="e1", kind="attack", trigger=Span(start=0, end=1, text="x"))
    with pytest.raises(ValidationError):
        event.id = "e2"  # type: ignore[misc]  # that it is refused is what this tests
