"""`dateline add`: what it tells, what it passes over, and that it goes on where it was stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from dateline.cli import add, crew
from dateline.cli.app import app
from dateline.codebook import load_codebook
from dateline.model import Record, Report
from dateline.model.record import head_of
from dateline.pipeline.project import open_project
from dateline.store import codings

runner = CliRunner()
BROKEN, RAISING, NO_UTF8, REFUSED = 57, 113, 171, 205


def quick_code(given: Report) -> Record:
    if "that the coder fails on" in given.text:
        raise RecursionError("so deep")
    return Record(report=head_of(given))


@pytest.fixture
def quick_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    coder = SimpleNamespace(code=quick_code, codebook=load_codebook())
    monkeypatch.setattr(crew, "own_coder", lambda _: coder)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of 240 reports, four of them bad in as many ways."""
    made = [json.dumps({"id": f"r{n}", "text": f"Report {n} of the river."}).encode() for n in range(1, 241)]
    made[BROKEN - 1] = b'{"id": "r57", "text": '
    made[RAISING - 1] = json.dumps({"id": "r113", "text": "One that the coder fails on."}).encode()
    made[NO_UTF8 - 1] = b'{"id": "r171", "text": "caf\xe9"}'
    path = tmp_path / "reports.jsonl"
    path.write_bytes(b"\n".join(made))
    return path


def names(project: Path | str) -> list[str]:
    with open_project(str(project)) as opened:
        return sorted(opened.reports(), key=lambda name: int(name[1:]))


@pytest.mark.usefixtures("quick_coder")
def test_bad_reports_among_many_lose_nobody_else(lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(connection: object, version: int, name: str, *rest: object) -> int:
        if name == f"r{REFUSED}":
            raise ValueError("none of ours")
        return put_coding(connection, version, name, *rest)  # type: ignore[arg-type]

    put_coding = codings.put_coding
    monkeypatch.setattr(codings, "put_coding", refusing)
    project = tmp_path / "p.dateline"
    result = runner.invoke(app, ["add", str(lines), "--to", str(project)])
    assert result.exit_code == 1
    bad = (BROKEN, RAISING, NO_UTF8, REFUSED)
    assert names(project) == [f"r{n}" for n in range(1, 241) if n not in bad]
    for number in bad:
        assert f"reports.jsonl:{number}" in result.stderr
    assert "236 reports added" in result.stderr
    assert "4 inputs failed" in result.stderr
    monkeypatch.setattr(codings, "put_coding", put_coding)
    again = runner.invoke(app, ["add", str(lines), "--to", str(project), "--skip-bad"])
    assert "1 report added, 0 with a new text, 236 there already" in again.stderr
    assert again.exit_code == 1  # the coder still fails on one


@pytest.mark.usefixtures("quick_coder")
def test_what_comes_through_a_pipe_is_no_new_text_of_what_came_before(tmp_path: Path) -> None:
    project = str(tmp_path / "p.dateline")
    for words, told in (("One.", "1 report added"), ("Two.", "1 report added"), ("One.", "1 there already")):
        result = runner.invoke(app, ["add", "-", "--to", project], input=words)
        assert told in result.stderr
    rows = "\n".join(json.dumps({"text": words}) for words in ("Zero.", "One.", "Two.", "Three."))
    result = runner.invoke(app, ["add", "-", "--to", project], input=rows)
    assert "2 reports added, 0 with a new text, 2 there already" in result.stderr


@pytest.mark.usefixtures("quick_coder")
def test_files_whose_names_are_no_utf8_are_reports_of_their_own(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    for n in (254, 255):
        try:
            Path(os.fsdecode(folder + b"/" + bytes([n]) + b".txt")).write_text(f"Report {n}.", encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes UTF-8 only")
    project = str(tmp_path / "p.dateline")
    for told in ("2 reports added", "0 reports added, 0 with a new text, 2 there already"):
        assert told in runner.invoke(app, ["add", str(tmp_path), "--to", project]).stderr


@pytest.mark.usefixtures("quick_coder")
def test_a_database_that_cannot_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "FIRST_WAIT_S", 0)
    words = tmp_path / "words.txt"
    words.write_text("Words.", encoding="utf-8")
    result = runner.invoke(app, ["add", str(words), "--to", str(words)])
    assert (result.exit_code, "is no dateline project" in result.stderr) == (3, True)
    result = runner.invoke(app, ["add", str(words), "--to", "postgresql://me:secret@127.0.0.1:1/none"])
    assert result.exit_code == 3
    assert "check that the server runs" in result.stderr
    assert "secret" not in result.stderr


def test_killed_with_its_coders_it_goes_on_where_it_was(tmp_path: Path) -> None:
    folder, project = tmp_path / "reports", tmp_path / "p.dateline"
    folder.mkdir()
    texts = [f"Gunmen killed {n} people in Gao on Friday, the army said." for n in range(2, 42)]
    for n, text in enumerate(texts):
        (folder / f"r{n}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "dateline", "add", str(folder), "--to", str(project), "--published", "2024-05-06"]
    for wait in (3.0, 4.0):
        child = subprocess.Popen([*command, "--jobs", "2"], stderr=subprocess.DEVNULL)
        time.sleep(wait)
        coders = children_of(child.pid)
        child.send_signal(signal.SIGKILL)
        child.wait()
        until = time.monotonic() + 20
        while any(Path(f"/proc/{coder}").exists() for coder in coders) and time.monotonic() < until:
            time.sleep(0.1)
        assert not any(Path(f"/proc/{coder}").exists() for coder in coders)
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    with open_project(str(project)) as opened:
        assert sorted(opened.reports()) == sorted(f"r{n}" for n in range(40))
        assert {member.report for i in opened.incidents() for member in i.members} == set(opened.reports())


def children_of(pid: int) -> list[str]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return listed.read_text(encoding="ascii").split() if listed.exists() else []
