import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.cli.options import TollRuleName, published_day, today
from dateline.linking.values.rules import RULES

runner = CliRunner()
WORDS = "Gunmen killed 14 people in Gao on Friday, the army said."


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def test_help_of_every_command_has_an_example() -> None:
    for command in ([], ["code"], ["explain"], ["codebook"]):
        result = runner.invoke(app, [*command, "--help"])
        assert result.exit_code == 0
        assert "For example" in result.stdout


def test_version() -> None:
    assert runner.invoke(app, ["--version"]).stdout.startswith("dateline ")


def test_formats(good: Path, tmp_path: Path) -> None:
    lines = runner.invoke(app, ["code", str(good), "--format", "jsonl", "--published", "2024-05-06"])
    assert lines.exit_code == 0
    record = json.loads(lines.stdout)
    assert (record["report"]["id"], record["report"]["published"]) == ("good", "2024-05-06")
    array = runner.invoke(app, ["code", str(good), str(good), "-f", "json"])
    assert len(json.loads(array.stdout)) == 2
    assert "good" in runner.invoke(app, ["code", str(good)]).stdout
    page = tmp_path / "page.html"
    assert runner.invoke(app, ["code", str(good), "-f", "html", "--out", str(page)]).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_rule_of_tolls_is_the_users_choice(tmp_path: Path) -> None:
    path = tmp_path / "toll.txt"
    path.write_text("An airstrike killed dozens of people in Aleppo on Friday, activists said.", encoding="utf-8")

    def best(*options: str) -> list[int]:
        result = runner.invoke(app, ["code", str(path), "-f", "jsonl", "--published", "2016-05-06", *options])
        return [row["best"] for i in json.loads(result.stdout)["incidents"] for row in i["losses"]]

    assert best() == best("--rule", "latest") == [36]
    assert best("--rule", "acled") == [12]
    assert best("--rule", "ucdp") == [24]
    assert runner.invoke(app, ["code", str(path), "--rule", "highest"]).exit_code == 2


def test_every_rule_of_tolls_can_be_named() -> None:
    assert [name.value for name in TollRuleName] == list(RULES)


def test_nothing_readable_still_closes_the_json(tmp_path: Path) -> None:
    result = runner.invoke(app, ["code", str(tmp_path / "none"), "-f", "json"])
    assert (result.exit_code, json.loads(result.stdout)) == (1, [])


def test_bad_input_is_one_line_and_exit_code_1(good: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["code", str(tmp_path / "none.txt"), str(good), "-f", "jsonl"])
    assert result.exit_code == 1
    assert "none.txt: cannot be read" in result.stderr
    assert "Traceback" not in result.stderr
    assert len(result.stdout.splitlines()) == 1


def test_skip_bad_goes_on_and_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a b"}\n{"text"\n{"text": "c d"}\n', encoding="utf-8")
    strict = runner.invoke(app, ["code", str(path), "-f", "jsonl"])
    assert (strict.exit_code, len(strict.stdout.splitlines())) == (1, 1)
    assert f"{path}:2" in strict.stderr
    lenient = runner.invoke(app, ["code", str(path), "-f", "jsonl", "--skip-bad"])
    assert (lenient.exit_code, len(lenient.stdout.splitlines())) == (0, 2)
    assert "1 broken record skipped" in lenient.stderr


@pytest.mark.parametrize(
    "options",
    [["--published", "yesterday"], ["--published", "2999-01-01"], ["--format", "xml"], ["--jobs", "0"], ["--out", "/"]],
)
def test_wrong_options_exit_with_2(good: Path, options: list[str]) -> None:
    assert runner.invoke(app, ["code", str(good), *options]).exit_code == 2


def test_another_language_gives_a_notice_and_no_events(tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    path.write_text("Les forces armées ont tué trois civils à Gao, selon le porte-parole.", encoding="utf-8")
    record = json.loads(runner.invoke(app, ["code", str(path), "-f", "jsonl"]).stdout)
    assert record["events"] == []
    assert [notice["code"] for notice in record["notices"]] == ["language"]


def test_a_failing_coder_loses_no_other_report(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.cli import crew

    class Broken:
        def __init__(self, settings: object) -> None:
            del settings

        def code(self, report: object) -> None:
            raise KeyError(report)

    monkeypatch.setattr(crew, "own_coder", Broken)
    result = runner.invoke(app, ["code", str(good), "-f", "jsonl"])
    assert result.exit_code == 1
    assert "good: dateline failed on this report: KeyError" in result.stderr


def test_explain_lists_and_names_unknown_events(good: Path) -> None:
    assert runner.invoke(app, ["explain", str(good)]).exit_code == 0
    result = runner.invoke(app, ["explain", str(good), "e999"])
    assert result.exit_code == 2
    assert "no event 'e999'" in result.stderr


def test_codebook_prints_kinds_and_one_in_full() -> None:
    table = runner.invoke(app, ["codebook"]).stdout
    assert all(words in table for words in ("airstrike", "ASSAULT", "Air/drone strike", "MUC-4"))
    assert "verbs" in runner.invoke(app, ["codebook", "airstrike"]).stdout
    (kind,) = json.loads(runner.invoke(app, ["codebook", "airstrike", "-f", "json"]).stdout)
    assert kind["codes"]["acled"] == "Air/drone strike"
    unknown = runner.invoke(app, ["codebook", "no-such"])
    assert (unknown.exit_code, "no kind 'no-such'" in unknown.stderr) == (2, True)


def test_jobs_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"text": f"{WORDS} {n}"}) + "\n" for n in range(40)), encoding="utf-8")
    alone = runner.invoke(app, ["code", str(path), "-f", "jsonl"])
    command = [sys.executable, "-m", "dateline", "code", str(path), "-f", "jsonl", "--jobs", "2"]
    together = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert together.returncode == 0, together.stderr
    assert together.stdout == alone.stdout
    assert together.stderr == ""


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": WORDS * 20}) + "\n") * 400, encoding="utf-8")
    command = f"{sys.executable} -m dateline code {path} -f jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_the_output_is_never_a_report(good: Path, tmp_path: Path) -> None:
    refused = runner.invoke(app, ["code", str(good), "--out", str(good)])
    assert refused.exit_code == 2
    assert good.read_text(encoding="utf-8") == WORDS
    target = tmp_path / "coded.jsonl"
    for _ in range(2):  # the second time it stands among the reports
        done = runner.invoke(app, ["code", str(tmp_path), "--format", "jsonl", "--out", str(target)])
        assert done.exit_code == 0, done.output
        assert [json.loads(line)["report"]["id"] for line in target.read_text(encoding="utf-8").splitlines()] == [
            "good"
        ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told_in_one_line(good: Path) -> None:
    done = runner.invoke(app, ["code", str(good), "--format", "json", "--out", "/dev/full"])
    assert done.exit_code == 3
    assert "cannot be written" in done.output
    assert "Traceback" not in done.output


def test_today_anywhere_is_no_future() -> None:
    assert today() >= datetime.now(UTC).date()
    assert published_day(today().isoformat(), today()) == today()
