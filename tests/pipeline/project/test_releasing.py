"""Frozen versions: they stay, they can be checked, they tell what changed and why."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from sqlalchemy import update
from tests.projects import TAKEN, coded

from dateline.errors import SettingsError, StoreError
from dateline.pipeline.project import Project
from dateline.pipeline.project.releasing import CHANGES, INCIDENTS, SUMS, Releasing
from dateline.store.tables import released, states


@pytest.fixture
def two(project: Project) -> Project:
    """A project with a release of four reports, and one of all, with a merge and a rejection."""
    project.add([coded(given) for given in TAKEN[:3] + TAKEN[4:5]])
    Releasing(project).freeze("first")
    project.add([coded(given) for given in TAKEN[3:]])
    found = {incident.kind: incident.id for incident in project.incidents()}
    project.judge("merge", found["abduction"], other=found["protest"], who="Ana", reason="one day")
    Releasing(project).freeze("second", "final")
    return project


def test_a_release_stays_as_it_is_while_the_project_goes_on(two: Project, tmp_path: Path) -> None:
    Releasing(two).write("first", tmp_path / "then")
    told = [json.loads(line) for line in (tmp_path / "then" / INCIDENTS).read_text(encoding="utf-8").splitlines()]
    assert len(told) == 3
    assert {member["report"] for each in told for member in each["members"]} == {"alpha", "bravo", "delta", "kappa"}
    Releasing(two).write("first", tmp_path / "again")
    assert (tmp_path / "then" / SUMS).read_text() == (tmp_path / "again" / SUMS).read_text()
    for line in (tmp_path / "then" / SUMS).read_text().splitlines():
        digest, name = line.split("  ")
        assert sha256((tmp_path / "then" / name).read_bytes()).hexdigest() == digest


def test_the_changelog_tells_what_was_added_changed_and_dropped_and_why(two: Project, tmp_path: Path) -> None:
    Releasing(two).write("second", tmp_path / "out")
    rows = [json.loads(line) for line in (tmp_path / "out" / CHANGES).read_text(encoding="utf-8").splitlines()]
    assert {row["what"] for row in rows} <= {"added", "changed", "dropped"}
    (bombed,) = [row for row in rows if "report gamma added" in row["reasons"]]
    assert bombed["what"] == "changed"
    assert bombed["after"]["reports"] == ["delta", "gamma"]
    assert any("by Ana: one day" in reason for row in rows for reason in row["reasons"])


def test_a_release_can_be_checked(two: Project) -> None:
    assert Releasing(two).check("second") == len(list(two.incidents()))
    with two.writing() as connection:
        connection.execute(update(states).values(body=b"x\x9cK\x04\x00\x00b\x00b"))
    with pytest.raises(StoreError, match="not as it was frozen"):
        Releasing(two).check("second")


def test_a_list_that_was_tampered_with_is_told(two: Project) -> None:
    with two.writing() as connection:
        first = released.c.release == 1
        connection.execute(update(released).where(first).values(incident=released.c.incident + "x"))
    with pytest.raises(StoreError, match="list of incidents"):
        Releasing(two).check("first")


def test_names_are_taken_once_and_versions_before_must_be_there(two: Project, tmp_path: Path) -> None:
    work = Releasing(two)
    for name, before in (("first", None), (" ", None), ("third", "zeroth")):
        with pytest.raises(SettingsError):
            work.freeze(name, before=before)
    with pytest.raises(SettingsError, match="first, second"):
        work.check("third")
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsError, match="not empty"):
        work.write("first", tmp_path)
    assert [(each.name, each.stage, each.before) for each in work.all()] == [
        ("first", "candidate", None),
        ("second", "final", "first"),
    ]
