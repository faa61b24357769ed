import csv
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.app import app
from dateline.errors import SettingsError
from dateline.pipeline.project import open_project
from dateline.pipeline.project.feed import fields_that_differ, since_of
from dateline.render.changes import change_words


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["changes", *words])


def rows(project: str, *words: str) -> list[dict[str, object]]:
    result = run(project, *words, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_help_has_an_example() -> None:
    assert "For example" in run("--help").stdout


def test_the_feed_tells_all_in_its_order(project: str) -> None:
    found = rows(project)
    with open_project(project) as opened:
        assert [row["seq"] for row in found] == [change.seq for change in opened.changes()]
    assert {row["what"] for row in found} >= {"appeared", "changed"}
    assert all(row["before"] is None and row["after"] for row in found if row["what"] == "appeared")


def test_a_change_holds_the_fields_that_differ_and_why(project: str) -> None:
    (changed,) = rows(project, "--what", "changed")
    assert changed["reason"] == "report delta has a new text"
    before, after = changed["before"], changed["after"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert before.keys() == after.keys()
    assert all(before[name] != after[name] for name in before)
    assert "kind" not in after
    assert "statements" not in after
    (whole,) = rows(project, "--what", "changed", "--whole")
    assert "statements" in whole["after"]  # type: ignore[operator]


def test_a_program_asks_for_what_came_after_the_last(project: str) -> None:
    every = rows(project)
    half = len(every) // 2
    assert rows(project, "--after", str(every[half - 1]["seq"])) == every[half:]
    assert rows(project, "--limit", "3") == every[:3]
    assert rows(project, "--after", str(every[-1]["seq"])) == []
    assert run(project, "--after", str(every[-1]["seq"])).stderr.endswith("nothing happened\n")


def test_the_feed_of_one_incident(project: str) -> None:
    (changed,) = rows(project, "--what", "changed")
    assert [row["what"] for row in rows(project, "--incident", str(changed["id"]))] == ["appeared", "changed"]


def test_times_are_days_or_moments_of_any_zone(project: str) -> None:
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    assert rows(project, "--since", "2020-01-01") == rows(project)
    assert rows(project, "--since", tomorrow.date().isoformat()) == []
    assert since_of("2026-11-23T06:30:00+02:00") == "2026-11-23T04:30:00.000000Z"
    assert since_of("2026-11-23T06:30Z") == "2026-11-23T06:30:00.000000Z"
    assert since_of(datetime(2026, 11, 23, 6, 30, tzinfo=timezone(timedelta(hours=1)))).startswith("2026-11-23T05:30")
    assert since_of(date(2026, 11, 23)) == since_of("2026-11-23")
    with pytest.raises(SettingsError, match="no time"):
        since_of("yesterday")


def test_table_and_csv(project: str) -> None:
    shown = run(project).stdout
    assert "appeared" in shown
    assert "killed" in shown
    told = list(csv.DictReader(run(project, "-f", "csv").stdout.splitlines()))
    assert [int(row["seq"]) for row in told] == [row["seq"] for row in rows(project)]
    assert json.loads(told[0]["after"]) == rows(project)[0]["after"]


@pytest.mark.parametrize("words", [["--since", "soon"], ["--what", "moved"]])
def test_what_makes_no_sense_is_told(project: str, words: list[str]) -> None:
    result = run(project, *words)
    assert result.exit_code == 2
    assert words[1] in result.stderr


def test_words_of_changes() -> None:
    def row(before: object, after: object, other: str | None = None) -> dict[str, object]:
        return {"before": before, "after": after, "other": other}

    assert change_words(row({"kind": "attack"}, None, "i2")) == ["into i2"]
    assert change_words(row({"kind": "attack"}, None)) == ["no report tells it any more"]
    assert change_words(row(None, {"kind": "body-found"}, "i2")) == ["from i2", "body found"]
    one, other = {"text": "rebels", "name": None}, {"text": "IS", "name": "Islamic State"}
    assert change_words(row({"actors": [one]}, {"actors": [other]})) == ["who: + Islamic State − rebels"]
    loss = {"loss": "killed", "low": 3, "best": 3, "high": 3}
    assert change_words(row({"losses": []}, {"losses": [loss]})) == ["losses: – → 3 killed"]
    assert change_words(row({"events": ["a/e1"]}, {"events": []})) == ["rests on other statements"]
    assert fields_that_differ({"id": "a", "x": 1, "y": 2}, {"id": "b", "x": 1, "z": 2}) == ["z", "y"]
