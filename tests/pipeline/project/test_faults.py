"""A project keeps what it said that it has, whatever ends or hinders who adds: nothing lost, nothing doubled."""

import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from benchmarks.made_up import Maker, War
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import Engine
from tests.killing import adding, at_each_step, batches, beside, lived, moments, quick
from tests.projects import database

from dateline.cli import add as adding_well
from dateline.errors import StoreError, StoreLostError
from dateline.model import Notice, Record
from dateline.model.record import head_of
from dateline.pipeline.project import Project, open_project
from dateline.pipeline.project.arriving import got_of
from dateline.pipeline.project.project import Coded, now_utc
from dateline.reading.arrival import Draft, Origin, Original, arrive
from dateline.store import connecting, texts
from dateline.store.incidents import Change, body_of
from dateline.store.tables import METADATA

KILLS, SIZE = 50, 3


@cache
def maker() -> Maker:
    return Maker()


@cache
def made(number: int = 60) -> list[Coded]:
    return [maker().coded(*drawn) for drawn in War(a_day=10).reports(number)]


def one_time() -> str:
    return "2026-11-23T00:00:00.000000Z"


def all_of(project: Project) -> dict[str, object]:
    """All that a project tells, without the numbers of its rows."""
    with project.store.reading() as connection:
        histories = {name: texts.history_of(connection, name) for name in project.reports()}
    return {
        "histories": histories,
        "records": {name: project.record(name) for name in histories},
        "incidents": {incident.id: body_of(incident) for incident in project.incidents()},
        "changes": list(project.changes()),
    }


def groups(project: Project) -> set[tuple[str, ...]]:
    """The incidents as they are but for their ids, which hang on who came first."""
    return {tuple(sorted(f"{m.report}/{m.incident}" for m in i.members)) for i in project.incidents()}


def rows(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, and what SQLite itself finds wrong with them (nothing)."""
    connection = sqlite3.connect(url)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    found = {table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr) for table in METADATA.tables}  # noqa: S608
    connection.close()
    return found


def test_killed_fifty_times_it_holds_what_it_said_and_ends_as_if_nothing_had_been(url: str, tmp_path: Path) -> None:
    wanted = batches(made(), SIZE)
    accepted: set[str] = set()
    for steps, moment in moments(KILLS, steps=130, seconds=0.15):
        left = [batch for batch in wanted if batch[0].got.report.id not in accepted]
        _, told = lived(*beside(adding(url, left, one_time, steps)), moment)
        accepted |= told
    assert lived(*beside(adding(url, wanted, one_time, None)))[0]
    straight = str(tmp_path / "straight.dateline")
    with quick(open_project(straight, create=True, clock=one_time)) as project:
        for batch in wanted:
            project.add(batch)
        assert accepted <= set(project.reports())
        expected = all_of(project)
    with open_project(url) as project:
        assert all_of(project) == expected
    if "://" not in url:
        assert rows(url) == rows(straight)


def test_two_who_add_at_once_come_to_what_one_comes_to(url: str, tmp_path: Path) -> None:
    one, other = batches(made()[:40], SIZE), batches(made()[20:][::-1], SIZE)
    both = [beside(adding(url, mine, now_utc, None)) for mine in (one, other)]
    told = [lived(*each) for each in both]
    assert [ended for ended, _ in told] == [True, True]
    with quick(open_project(str(tmp_path / "straight.dateline"), create=True)) as project:
        project.add(made())
        expected = groups(project)
    with open_project(url) as project:
        assert list(project.reports()) == sorted(each.got.report.id for each in made())
        assert groups(project) == expected
        times = [change.at for change in project.changes()]
        assert times == sorted(times)
        assert present_by(project.changes()) == {incident.id for incident in project.incidents()}


def present_by(changes: Iterable[Change]) -> set[str]:
    """The incidents that there are by what the changes tell."""
    return {incident for incident, after in {change.incident: change.after for change in changes}.items() if after}


@pytest.fixture
def team(tmp_path: Path) -> Iterator[str]:
    with database("postgresql", tmp_path) as place:
        yield place


@pytest.mark.parametrize("step", [0, 1, 2, 5, 9, 14, 20, -1])
def test_a_lost_connection_loses_nothing(team: str, step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    url = team
    monkeypatch.setattr(adding_well, "FIRST_WAIT_S", 0)
    server = create_engine(url.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with quick(open_project(url, create=True)) as project:
        project.add(made()[:6])
        with losing_connection(server, step) as lost:
            fates = adding_well.patiently(partial(project.add, made()[:12]))
        assert lost
        assert fates == ["known"] * 6 + ["new"] * 6
        expected = groups(project)
    server.dispose()
    with quick(open_project(url)) as project:
        assert project.add(made()[:12]) == ["known"] * 12
        assert groups(project) == expected


@contextmanager
def losing_connection(server: Engine, step: int) -> Iterator[list[int]]:
    """End the connection that works before the statement of that number, or (-1) before its commit, once."""
    ended: list[int] = []
    seen = count()

    def act(connection: Connection) -> None:
        if connection.engine is server or ended:
            return
        if step == -1 or next(seen) == step:
            own: Any = connection.connection.dbapi_connection
            ended.append(own.info.backend_pid)
            with server.connect() as other:
                other.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": ended[0]})

    if step == -1:
        event.listen(Engine, "commit", act)
        yield ended
        event.remove(Engine, "commit", act)
        return
    stop = at_each_step(act)
    yield ended
    stop()


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(tmp_path: Path) -> None:
    url = str(tmp_path / "p.dateline")
    with quick(open_project(url, create=True)) as project:
        project.add(made()[:3])

    def narrow(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {Path(url).stat().st_size // 4096 + 8}").close()

    event.listen(Engine, "connect", narrow)
    with quick(open_project(url)) as project, pytest.raises(StoreError, match="disk is full; free some space"):
        deque(map(project.add, batches(made(), SIZE)))
    event.remove(Engine, "connect", narrow)
    with quick(open_project(url)) as project:
        held = set(project.reports())
        assert {each.got.report.id for each in made()[:3]} <= held
        fates = [fate for batch in batches(made(), SIZE) for fate in project.add(batch)]
        assert fates == ["known"] * len(held) + ["new"] * (len(made()) - len(held))
    rows(url)


def test_a_busy_project_is_waited_for_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "_WAIT_S", 0.05)
    url = str(tmp_path / "p.dateline")
    with quick(open_project(url, create=True)) as project, quick(open_project(url)) as other:
        with other.writing(), pytest.raises(StoreLostError, match="busy"):
            project.add(made()[:3])
        assert project.add(made()[:3]) == ["new"] * 3


def test_who_reads_cannot_write(url: str) -> None:
    with open_project(url, create=True) as project:
        with pytest.raises(StoreError, match="cannot be written"), project.store.reading() as connection:
            connection.execute(text("DELETE FROM links"))
        with project.store.writing() as connection:
            connection.execute(text("DELETE FROM links"))


def test_many_can_make_one_project_at_once(url: str) -> None:
    told = [lived(*each) for each in [beside(adding(url, [made()[:2]], now_utc, None)) for _ in range(4)]]
    assert [ended for ended, _ in told] == [True] * 4
    with open_project(url) as project:
        assert len(list(project.reports())) == 2


ODD = (
    "\0",
    "a\0b\ud800",
    "\udfff" * 3,
    "\U0001f4a3",
    "\u2028\u0085",
    "x" * 1_000_000,
    "’" * 3000,
    "'); DROP TABLE reports; --",
)


@pytest.mark.parametrize("odd", ODD, ids=[f"odd{n}" for n in range(len(ODD))])
def test_odd_letters_and_lengths_are_stored(url: str, odd: str) -> None:
    draft = Draft(
        f"One {odd} two.", title=odd, publisher=odd, url=odd, notices=(Notice(code="encoding", message="odd"),)
    )
    arrival = arrive(draft, odd, None)
    came = replace(arrival, origin=Origin(f"/{odd}", Original(odd.encode("utf-8", "replace"))))
    words = came.report
    with quick(open_project(url, create=True)) as project:
        got, known = project.place(got_of(came))
        assert not known
        record = Record(report=head_of(got.report), notices=got.notices)
        assert project.add([Coded(got, maker().ready(got.report, record))]) == ["new"]
        (name,) = project.reports()
        assert project.report(name).text == words.text
        assert project.report(name).title == words.title
        assert project.place(got_of(came))[1]
