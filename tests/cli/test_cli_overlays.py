"""A codebook and actors of one's own, from the command line."""

from pathlib import Path

from typer.testing import CliRunner

from dateline.cli.app import app

KIND = """
kinds:
  dam-breach:
    label: Dam breached
    definition: A dam is broken so that its water does harm.
    family: remote
    harm: 6
    codes: {plover: ASSAULT, cameo: "190", acled: Other}
    verbs: [breach]
"""
ACTOR = """
actors:
  - id: river-front
    name: River Front
    sort: group
    country: MMR
    sector: REB
    source: "our own"
"""
TEXT = "River Front fighters breached the dam at Moe on Monday."


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, words)
    return result.exit_code, result.output


def test_a_kind_and_an_actor_of_ones_own_are_used(tmp_path: Path) -> None:
    (tmp_path / "kinds.yaml").write_text(KIND, encoding="utf-8")
    (tmp_path / "actors.yaml").write_text(ACTOR, encoding="utf-8")
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    files = ("--codebook", str(tmp_path / "kinds.yaml"), "--actors", str(tmp_path / "actors.yaml"))
    code, output = run("code", str(tmp_path / "report.txt"), "--format", "jsonl", *files)
    assert code == 0
    assert '"kind":"dam-breach"' in output
    assert '"id":"river-front"' in output
    assert run("codebook", "dam-breach", *files[:2])[0] == 0


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, output = run("code", "-", "--codebook", str(tmp_path / "none.yaml"))
    assert code == 2
    assert "no such file" in output
