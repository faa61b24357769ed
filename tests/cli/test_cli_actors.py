import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli.app import app


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, away from whoever runs this."""
    monkeypatch.setenv("DATELINE_DATA", str(tmp_path / "data"))
    return tmp_path / "data" / "actors"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["actors", *words])


def test_search_tells_how_each_was_found() -> None:
    found = json.loads(run("search", "Ansar Allah", "--format", "json").stdout)
    assert [(hit["id"], hit["how"]) for hit in found] == [("houthis", "alias")]
    assert "another name" in run("search", "Ansar Allah").stdout


def test_search_by_country_and_year() -> None:
    found = json.loads(run("search", "SDF", "--country", "Syria", "--year", "2017", "-f", "json").stdout)
    assert [hit["id"] for hit in found] == ["sdf-syria"]
    assert json.loads(run("search", "SDF", "--country", "SY", "--year", "1999", "-f", "json").stdout) == []
    wrong = run("search", "SDF", "--country", "Nowhere")
    assert wrong.exit_code == 2
    assert "no country" in wrong.stderr


def test_show_tells_lineage_leaders_and_codes() -> None:
    told = json.loads(run("show", "taliban", "--format", "json").stdout)
    assert told["source"] == "UCDP 303"
    assert "Haibatullah Akhundzada" in [leader["name"] for leader in told["leaders"]]
    assert {code["scheme"] for code in told["codes"]} == {"UCDP", "ACLED", "PLOVER"}
    assert json.loads(run("show", "fla-azawad", "-f", "json").stdout)["origins"] == ["csp-azawad"]
    assert "came from" in run("show", "fla-azawad").stdout


def test_show_of_nobody_says_who_might_be_meant() -> None:
    wrong = run("show", "huthiss")
    assert wrong.exit_code == 2
    assert "houthis" in wrong.stderr


def test_what_is_added_is_found_and_known_from_then_on(tmp_path: Path, kept: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("id,name,sort,country\ndelta-lions,Delta Lions,group,NGA\n", encoding="utf-8")
    assert "1 new, 0 changed" in run("add", str(mine)).stdout
    assert "0 new, 0 changed, 1 as they were" in run("add", str(mine)).stdout
    assert (kept / "mine.yaml").exists()
    assert json.loads(run("show", "delta-lions", "-f", "json").stdout)["source"] == "mine.csv"


def test_a_wrong_row_fails_with_its_number_and_adds_nothing(tmp_path: Path, kept: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("id,name,sort\na,A,group\nb,B,gang\n", encoding="utf-8")
    wrong = run("add", str(mine))
    assert wrong.exit_code == 3
    assert "row 3 (b)" in wrong.stderr
    assert not kept.exists()
