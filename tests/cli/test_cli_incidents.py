import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.projects import TAKEN, coded
from typer.testing import CliRunner, Result

from dateline.cli.app import app
from dateline.errors import SettingsError
from dateline.pipeline.project import open_project


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["incidents", *words])


def rows(project: str, *words: str) -> list[dict[str, object]]:
    result = run(project, *words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, object]] = json.loads(result.stdout)
    return found


def kinds(project: str, *words: str) -> list[object]:
    return [row["kind"] for row in rows(project, *words)]


def test_help_has_an_example() -> None:
    assert "For example" in run("--help").stdout


def test_a_table_tells_what_happened_where_and_who_to_whom(project: str) -> None:
    shown = run(project).stdout
    for words in ("territory", "2017-11-03", "Islamic", "Qā"):
        assert words in shown


def test_each_condition_narrows(project: str) -> None:
    assert set(kinds(project)) >= {"territory-taken", "abduction", "protest"}
    assert kinds(project, "--kind", "control") == ["territory-taken"]
    assert kinds(project, "--place", "Qaim") == ["territory-taken"]
    assert kinds(project, "--country", "Iraq") == ["territory-taken"]
    assert kinds(project, "--country", "ML", "--actor", "gunmen") == ["abduction"]
    assert kinds(project, "--actor", "ISIS", "--role", "target") == ["territory-taken"]
    assert kinds(project, "--actor", "ISIS", "--role", "actor") == []
    assert kinds(project, "--near", "33.9,35.5,40") == ["protest"]
    assert kinds(project, "--to", "2017-11-02") == ["abduction"]
    assert all(row["killed_best"] == 14 for row in rows(project, "--killed-min", "13"))
    assert kinds(project, "--reviewed", "yes") == []


@pytest.mark.parametrize("few", [-1, 1000])
def test_words_of_the_texts_in_force_find_incidents(project: str, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.asking.FEW_TOLD", few)
    assert kinds(project, "--text", "power cuts") == ["protest"]
    assert kinds(project, "--text", "POWER protest*", "--country", "LB") == ["protest"]
    assert kinds(project, "--text", "power protest") == []
    assert kinds(project, "--text", "13 Mogadishu") == kinds(project, "--text", "14 Mogadishu") != []
    assert kinds(project, "--text", "12 Mogadishu") == []  # that text is in force no longer


def test_texts_that_were_there_before_the_index_of_words_are_found(tmp_path: Path) -> None:
    url = str(tmp_path / "p.dateline")
    with open_project(url, create=True) as opened:
        opened.add([coded(TAKEN[5])])
        with opened.store.writing() as connection:
            connection.execute(text("DROP TABLE words"))
            connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    assert kinds(url, "--text", "power cuts") == ["protest"]


def test_pages_follow_one_another(project: str) -> None:
    every = [row["id"] for row in rows(project)]
    first = run(project, "--limit", "1", "-f", "csv")
    (row,) = csv.DictReader(first.stdout.splitlines())
    assert row["id"] == every[0]
    rest = [row["id"] for row in rows(project, "--after", str(row["id"]))]
    assert [row["id"], *rest] == every
    assert f"--after {every[0]}" in run(project, "--limit", "1").stderr


def test_whole_incidents_are_what_the_project_holds(project: str, tmp_path: Path) -> None:
    out = tmp_path / "whole.jsonl"
    assert run(project, "--whole", "-f", "jsonl", "--out", str(out)).exit_code == 0
    told = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    with open_project(project) as opened:
        assert told == [i.model_dump(mode="json", by_alias=True) for i in opened.incidents(sort="day")]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--from", "soon"], "no day"),
        (["--from", "2017-11-05", "--to", "2017-11-03"], "after"),
        (["--kind", "battles"], "dateline codebook"),
        (["--actor", "Nobody At All"], "dateline actors search"),
        (["--role", "actor"], "--actor"),
        (["--country", "Nowhere"], "no country"),
        (["--near", "33,36"], "LAT,LON,KM"),
        (["--near", "95,36,10"], "latitude"),
        (["--status", "maybe"], "happened"),
        (["--grade", "good"], "confirmed"),
        (["--reviewed", "perhaps"], "accepted"),
        (["--text", "..."], "no word"),
        (["--after", "i0"], "no incident 'i0'"),
        (["--whole", "-f", "csv"], "json"),
    ],
)
def test_what_makes_no_sense_is_told(project: str, words: list[str], told: str) -> None:
    result = run(project, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not result.stdout


def test_words_that_no_database_holds_are_told_of_too(project: str) -> None:
    with open_project(project) as opened:
        with pytest.raises(SettingsError):
            opened.page(actor="\0")
        with pytest.raises(SettingsError):
            opened.page(kind="\0")
        assert opened.page(place="Qaim\0").incidents == ()


def test_a_project_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.dateline"))
    assert result.exit_code == 2
    assert "there is no project" in result.stderr


def test_reading_loads_neither_the_coder_nor_the_steps(project: str) -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from dateline.cli.app import app; "
        f"CliRunner().invoke(app, ['incidents', {project!r}]); "
        "heavy = {'onnxruntime', 'numpy', 'alembic', 'yaml', 'dateline.model', 'dateline.codebook'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
