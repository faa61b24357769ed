"""The commands that change a project, from the outside."""

import json
from pathlib import Path

import pytest
from tests.projects import TAKEN
from typer.testing import CliRunner, Result

from dateline.cli.app import app
from dateline.pipeline.project import open_project

PUBLISHED = [
    {"id": given.id, "text": given.text, "published": str(given.published), "publisher": given.publisher}
    for given in TAKEN
]


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    (folder / "reports.jsonl").write_text("".join(json.dumps(each) + "\n" for each in PUBLISHED), encoding="utf-8")
    added = run("add", folder / "reports.jsonl", "--to", folder / "p.dateline")
    assert added.exit_code == 0, added.stderr
    assert "6 reports added" in added.stderr
    return folder / "p.dateline"


@pytest.fixture
def project(filled: Path, tmp_path: Path) -> Path:
    own = tmp_path / "p.dateline"
    own.write_bytes(filled.read_bytes())
    return own


def ids(project: Path) -> dict[str, str]:
    with open_project(str(project)) as opened:
        return {incident.kind: incident.id for incident in opened.incidents()}


def test_adding_again_adds_nothing_and_a_broken_line_loses_no_other(project: Path, tmp_path: Path) -> None:
    lines = [json.dumps(PUBLISHED[0]), '{"id": "broken', json.dumps({**PUBLISHED[1], "id": "later"})]
    (tmp_path / "more.jsonl").write_text("\n".join(lines), encoding="utf-8")
    added = run("add", tmp_path / "more.jsonl", "--to", project, "--skip-bad")
    assert added.exit_code == 0
    assert "1 report added, 0 with a new text, 1 there already" in added.stderr
    assert "more.jsonl:2" in added.stderr


def test_a_project_that_is_not_there_is_told(tmp_path: Path) -> None:
    for words in (("recode", tmp_path / "none"), ("judge", "list", tmp_path / "none")):
        wrong = run(*words)
        assert wrong.exit_code == 2
        assert "dateline add REPORTS --to" in wrong.stderr
    assert not (tmp_path / "none").exists()


def test_recode_shows_the_difference_before_it_takes_effect(project: Path) -> None:
    shown = run("recode", project, "--rule", "ucdp", "--diff", "--format", "jsonl")
    assert shown.exit_code == 0, shown.stderr
    assert "nothing has taken effect" in shown.stderr
    rows = [json.loads(line) for line in shown.stdout.splitlines()]
    assert {"id", "at", "what", "before", "after"} <= rows[0].keys()
    assert "in force now" in run("recode", project, "--rule", "ucdp").stderr
    assert "nothing to do" in run("recode", project, "--rule", "ucdp").stderr


def test_a_change_of_the_actor_list_is_previewed_on_the_reports_that_it_touches(project: Path, tmp_path: Path) -> None:
    list_ = tmp_path / "ours.yaml"
    list_.write_text(
        "changes:\n  - {from: 2017-11-01, rename: islamic-state, to: The So-called State}\n", encoding="utf-8"
    )
    shown = run("recode", project, "--actors", list_, "--touched", "--diff")
    assert shown.exit_code == 0, shown.stderr
    assert "2 of 6 reports coded anew" in shown.stderr
    assert run("recode", project, "--touched", "--diff").exit_code == 2


def test_judging_by_short_words(project: Path) -> None:
    bomb, march = ids(project)["bombing"], ids(project)["protest"]
    words = ("killed=12-14", "day=2017-11-04", "status=ongoing")
    given = run("judge", "correct", project, bomb, *words, "--by", "Ana", "--because", "two hospitals")
    assert given.exit_code == 0, given.stderr
    assert run("judge", "merge", project, bomb, march, "--by", "Ana").exit_code == 0
    assert run("judge", "undo", project, "4", "--by", "Bo").exit_code == 0
    with open_project(str(project)) as opened:
        found = opened.incident(bomb)
        assert [(row.low, row.high) for row in found.losses if row.loss == "killed"] == [(12, 14)]
        assert found.status == "ongoing"
        assert len(opened.judgements()) == 5
    assert "withdraw" in run("judge", "list", project).stdout
    assert len(run("judge", "list", project, "--json").stdout.splitlines()) == 5


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("killed=many", "killed=12-14"),
        ("day=yesterday", "2017-11-03"),
        ("actor=nobody-known", "dateline actors search"),
        ("place=Qaim", "dateline gazetteer search"),
        ("losses=[", "no JSON"),
        ("colour=red", "cannot be corrected"),
        ("kind=no-such-kind", "dateline codebook"),
    ],
)
def test_a_correction_that_makes_no_sense_says_what_to_write(project: Path, words: str, told: str) -> None:
    wrong = run("judge", "correct", project, ids(project)["bombing"], words, "--by", "Ana")
    assert wrong.exit_code == 2
    assert told in wrong.stderr
