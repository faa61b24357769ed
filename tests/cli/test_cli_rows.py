"""Rows of a project, from the outside: made, refused, put right by a person, checked."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from tests.projects import all_coded
from typer.testing import CliRunner, Result

from dateline.cli.app import app
from dateline.pipeline.project import open_project


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("rows") / "p.dateline"
    with open_project(str(file), create=True) as opened:
        opened.add(all_coded())
    return file


def rows_of(project: Path, book: str, *more: str) -> list[dict[str, Any]]:
    made = run("rows", project, "--rulebook", book, "--format", "jsonl", *more)
    assert made.exit_code == 0, made.stderr
    return [json.loads(line) for line in made.stdout.splitlines()]


@pytest.mark.parametrize("book", ["ucdp", "acled", "airwars"])
def test_every_incident_makes_a_row_or_is_refused_with_a_rule(project: Path, book: str) -> None:
    with open_project(str(project)) as opened:
        known = {incident.id for incident in opened.incidents()}
    made, refused = rows_of(project, book), rows_of(project, book, "--refused")
    assert {i for each in (*made, *refused) for i in each["incidents"]} == known
    assert all(each["words"] and each["rule"] for each in refused)
    assert all(each["rulebook"] == book and each["version"] for each in made)


def test_csv_has_the_schemes_columns_in_order(project: Path, tmp_path: Path) -> None:
    assert run("rows", project, "--rulebook", "ucdp", "-f", "csv", "-o", tmp_path / "ged.csv").exit_code == 0
    with (tmp_path / "ged.csv").open(encoding="utf-8", newline="") as file:
        told = list(csv.DictReader(file))
    assert list(told[0])[-7:] == ["deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob"]
    assert {row["country"] for row in told} >= {"Somalia"}
    assert "country" in run("rows", project, "--rulebook", "ucdp").stdout


def test_a_persons_word_goes_over_the_books_and_says_so(project: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.dateline"
    own.write_bytes(project.read_bytes())
    (bomb,) = [row for row in rows_of(own, "ucdp") if row["values"]["country"] == "Somalia"]
    incident = bomb["incidents"][0]
    given = run("judge", "correct", own, incident, "rows.ucdp.best=13", "--by", "Ana", "--because", "the ministry")
    assert given.exit_code == 0, given.stderr
    (after,) = [row for row in rows_of(own, "ucdp") if row["id"] == bomb["id"]]
    assert after["values"]["best"] == 13
    (word,) = after["overrides"]
    assert (word["column"], word["who"], word["reason"]) == ("best", "Ana", "the ministry")
    assert word["was"] == bomb["values"]["best"]
    checked = run("rows", own, "--rulebook", "ucdp", "--check")
    assert checked.exit_code == 1
    assert "ucdp.deaths.sum" in checked.stderr
    with open_project(str(own)) as opened:
        assert opened.incident(str(incident)).reviewed is None
