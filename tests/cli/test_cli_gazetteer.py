import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app

runner = CliRunner()
ROW = "{id}\t{name}\t{name}\t\t{lat}\t{lon}\tP\tPPL\tML\t\t04\t\t\t\t60\t\t\t\t\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    return tmp_path


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "ML.txt"
    path.write_text(ROW.format(id=77_000_001, name="Sabarokoro", lat=14.6, lon=-3.9), encoding="utf-8")
    return path


def test_help_has_examples() -> None:
    for command in ([], ["info"], ["search"], ["add"], ["remove"]):
        result = runner.invoke(app, ["gazetteer", *command, "--help"])
        assert result.exit_code == 0
        assert "For example" in result.stdout


def test_info_tells_what_there_is(dump: Path) -> None:
    before = json.loads(runner.invoke(app, ["gazetteer", "info", "-f", "json"]).stdout)
    assert set(before) == {"embedded"}
    assert before["embedded"]["places"]["town"] > 200_000
    assert "Nothing was added" in runner.invoke(app, ["gazetteer", "info"]).stdout
    added = runner.invoke(app, ["gazetteer", "add", str(dump)])
    assert (added.exit_code, added.stdout) == (0, "")
    assert "1 places of 1 rows added" in added.stderr
    (file,) = json.loads(runner.invoke(app, ["gazetteer", "info", "-f", "json"]).stdout)["added"]["files"]
    assert (file["name"], file["rows"], file["used"], file["places"]) == ("ML", 1, 1, {"town": 1})
    assert len(file["sha256"]) == 64
    assert "1 town" in runner.invoke(app, ["gazetteer", "info"]).stdout
    assert "already there" in runner.invoke(app, ["gazetteer", "add", str(dump)]).stderr


def test_what_was_added_can_be_removed(dump: Path) -> None:
    runner.invoke(app, ["gazetteer", "add", str(dump)])
    removed = runner.invoke(app, ["gazetteer", "remove", "ML.txt"])
    assert (removed.exit_code, removed.stdout) == (0, "")
    assert "1 places and" in removed.stderr
    assert "Nothing was added" in runner.invoke(app, ["gazetteer", "info"]).stdout
    again = runner.invoke(app, ["gazetteer", "remove", "ML.txt"])
    assert again.exit_code == 3
    assert "no file of places was added" in again.stderr


def test_search_tells_how_a_name_fits(dump: Path) -> None:
    runner.invoke(app, ["gazetteer", "add", str(dump)])
    (found,) = json.loads(runner.invoke(app, ["gazetteer", "search", "Sabarokoro", "-f", "json"]).stdout)
    assert (found["geonameid"], found["matched"], found["country"], found["admin1"]) == (
        77_000_001, "exact", "ML", "Mopti",
    )  # fmt: skip
    (found,) = json.loads(runner.invoke(app, ["gazetteer", "search", "sabaro-koro", "-f", "json"]).stdout)
    assert found["matched"] == "transliterated"
    result = runner.invoke(app, ["gazetteer", "search", "Sabarkuru", "--country", "Mali"])
    assert "~Sabarokoro" in result.stdout
    assert "fuzzy" in result.stdout


def test_search_limits_and_nothing_found() -> None:
    result = runner.invoke(app, ["gazetteer", "search", "San Jose", "--limit", "3"])
    assert len(result.stdout.splitlines()) == 4
    assert "more; --limit" in result.stderr
    result = runner.invoke(app, ["gazetteer", "search", "Amsterdamm", "--country", "NLD"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no place is called 'Amsterdamm' in NL; the nearest names are Amsterdam" in result.stderr
    assert runner.invoke(app, ["gazetteer", "search", "Gao", "--country", "Atlantis"]).exit_code == 2


def test_a_broken_file_is_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "mine.csv"
    broken.write_text("name,lat,lon\nX,north,2\n", encoding="utf-8")
    result = runner.invoke(app, ["gazetteer", "add", str(broken)])
    assert result.exit_code == 3
    assert "row 2: latitude 'north'" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_added_village_is_used_by_code(dump: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Gunmen killed six people in the village of Sabarokoro in central Mali on Friday, officials said.",
        encoding="utf-8",
    )
    runner.invoke(app, ["gazetteer", "add", str(dump)])
    from dateline.cli.crew import own_coder

    own_coder.cache_clear()
    record = json.loads(runner.invoke(app, ["code", str(report), "-f", "jsonl", "--published", "2024-05-06"]).stdout)
    (place,) = [p for p in record["mentions"]["places"] if p["text"] == "Sabarokoro"]
    assert (place["geonameid"], place["country"], place["precision"]) == (77_000_001, "ML", "town")
    own_coder.cache_clear()
