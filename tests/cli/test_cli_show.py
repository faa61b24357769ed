import csv
import json
from pathlib import Path

import pytest
from tests.projects import SUNDAY, TAKEN, all_coded, coded, report
from typer.testing import CliRunner, Result

from dateline.cli.app import app
from dateline.pipeline.project import Project, open_project
from dateline.pipeline.project.showing import ShownIncident


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["show", *words])


def told(*words: str) -> dict[str, object]:
    result = run(*words, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


def incident_of(project: str, *names: str) -> str:
    with open_project(project) as opened:
        return next(i.id for i in opened.incidents() if {m.report for m in i.members} == set(names))


@pytest.fixture
def bombing(project: str) -> str:
    return incident_of(project, "delta", "gamma")


def test_help_has_an_example() -> None:
    assert "For example" in run("--help").stdout


def test_an_incident_is_shown_with_words_voices_sources_reports_and_history(project: str, bombing: str) -> None:
    shown = run(project, bombing).stdout
    for words in (
        bombing, "car bomb", "At least 14 people were killed", "rest on each", "The Gamma Post",
        "Why they are one incident", "report delta has a new text", "2017-11-05",
    ):  # fmt: skip
        assert words in shown, words


def test_every_statement_has_the_sentence_that_its_words_stand_in(project: str, bombing: str) -> None:
    with open_project(project) as opened:
        shown = opened.show(bombing)
    assert isinstance(shown, ShownIncident)
    spoken = [(s, shown.sentence_of(s)) for s in shown.incident.statements if s.mention and s.mention.start is not None]
    assert spoken
    for statement, sentence in spoken:
        assert sentence is not None
        assert statement.mention is not None
        assert statement.mention.text
        assert statement.mention.text in sentence.text
        assert shown.reports[statement.report].text[sentence.start : sentence.end] == sentence.text


def test_data_hold_all_of_it(project: str, bombing: str) -> None:
    data = told(project, bombing)
    assert data.keys() == {"asked", "incident", "sentences", "reports", "judgements", "history"}
    incident = data["incident"]
    assert isinstance(incident, dict)
    assert len(incident["statements"]) == len(data["sentences"])  # type: ignore[arg-type]
    rows = list(csv.DictReader(run(project, bombing, "-f", "csv").stdout.splitlines()))
    assert [row["value"] for row in rows] == [s["value"] for s in incident["statements"]]
    assert len(run(project, bombing, "-f", "jsonl").stdout.splitlines()) == 1


def test_tolls_are_a_ledger_with_findings(project: str, bombing: str) -> None:
    assert "13" in run(project, bombing, "--tolls").stdout
    ledger = told(project, bombing, "--tolls")
    assert {figure["report"] for figure in ledger["figures"]} == {"delta", "gamma"}  # type: ignore[attr-defined]
    rows = list(csv.DictReader(run(project, bombing, "--tolls", "-f", "csv").stdout.splitlines()))
    assert {row["best"] for row in rows} == {"13", "14"}
    assert "14" in run(project, "gamma", "--tolls").stdout


def test_a_report_is_shown_with_its_texts_and_incidents(project: str, bombing: str) -> None:
    shown = run(project, "delta").stdout
    assert "Mogadishu" in shown
    assert bombing in shown
    data = told(project, "delta")
    assert [version["number"] for version in data["versions"]] == [1, 2]  # type: ignore[attr-defined]
    assert [each["id"] for each in data["incidents"]] == [bombing]  # type: ignore[attr-defined]
    assert "bombing" in run(project, "delta", "-f", "csv").stdout


def test_a_reports_text_and_the_bytes_it_came_from(project: str, tmp_path: Path) -> None:
    assert "13 people" in run(project, "delta", "--text").stdout
    assert run(project, "delta", "--text", "--version", "1").stdout == TAKEN[2].text + "\n"
    out = tmp_path / "delta.txt"
    assert run(project, "delta", "--original", str(out), "--version", "1").exit_code == 0
    assert out.read_bytes() == TAKEN[2].text.encode()
    wrong = run(project, "delta", "--text", "--version", "9")
    assert (wrong.exit_code, "with a text 9" in wrong.stderr) == (2, True)


def test_what_is_not_there_is_told(project: str) -> None:
    wrong = run(project, "i000")
    assert wrong.exit_code == 2
    assert "no incident and no report 'i000'" in wrong.stderr


def test_an_id_that_was_merged_is_followed_and_said_so(tmp_path: Path) -> None:
    url = str(tmp_path / "p.dateline")
    with open_project(url, create=True) as opened:
        opened.add(all_coded())
        one, other = (_of(opened, name) for name in ("kappa", "omega"))
        opened.judge("merge", one, who="Ana", other=other, reason="a test")
        (kept,) = {opened.incident(one).id, opened.incident(other).id}
    gone = other if kept == one else one
    shown = run(url, gone).stdout
    assert f"{gone} was merged into it" in shown
    assert "merge by Ana: a test" in shown
    assert told(url, gone)["asked"] == gone


def test_an_incident_that_nobody_tells_any_more_says_why(tmp_path: Path) -> None:
    url = str(tmp_path / "p.dateline")
    with open_project(url, create=True) as opened:
        opened.add([coded(TAKEN[4])])
        gone = _of(opened, "kappa")
        opened.add([coded(report("kappa", "The market reopened.", SUNDAY, TAKEN[4].publisher))])
    wrong = run(url, gone)
    assert wrong.exit_code == 2
    assert "no report tells the incident" in wrong.stderr


def _of(opened: Project, name: str) -> str:
    return next(i.id for i in opened.incidents() if {m.report for m in i.members} == {name})
