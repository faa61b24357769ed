"""Relinking: whatever comes, in whatever order and batches, ids last, nobody is lost, and the changes tell it all."""

from random import Random

import pytest
from benchmarks.made_up import Maker, War
from sqlalchemy import select
from tests.killing import quick

from dateline.model import Record, Report
from dateline.pipeline.project import Project, open_project
from dateline.pipeline.project.project import Coded
from dateline.store.tables import incidents, members, tellings

REPORTS = 24


class Watch:
    """What a reader of the changes alone knows, and what a reader of the incidents saw last."""

    def __init__(self) -> None:
        self.states: dict[str, str] = {}
        self.merged: dict[str, str] = {}
        self.ids: dict[frozenset[int], str] = {}
        self._read = 0

    def look(self, project: Project) -> None:
        """Hold what is in the project against what its changes tell, and against what it was."""
        with project.store.reading() as connection:
            live = set(connection.execute(select(tellings.c.id).where(tellings.c.live)).scalars())
            within = connection.execute(select(members.c.telling, members.c.incident).where(members.c.until.is_(None)))
            held = [(row.telling, row.incident) for row in within]
            rows = connection.execute(select(incidents.c.id, incidents.c.state, incidents.c.into)).all()
        self._replay(project)
        assert self.states == {row.id: row.state for row in rows if row.state}
        assert self.merged == {row.id: row.into for row in rows if row.into}
        assert sorted(telling for telling, _ in held) == sorted(live)
        groups: dict[str, set[int]] = {}
        for telling, incident in held:
            groups.setdefault(incident, set()).add(telling)
        assert groups.keys() == self.states.keys()
        ids = {frozenset(group): incident for incident, group in groups.items()}
        assert {g: ids[g] for g in ids.keys() & self.ids.keys()} == {
            g: self.ids[g] for g in ids.keys() & self.ids.keys()
        }
        self.ids = ids

    def _replay(self, project: Project) -> None:
        for change in project.changes():
            if change.seq <= self._read:
                continue
            assert change.seq == self._read + 1
            self._read = change.seq
            assert self.states.get(change.incident) == change.before
            assert change.before != change.after
            self.states.pop(change.incident, None)
            self.merged.pop(change.incident, None)
            if change.after is not None:
                self.states[change.incident] = change.after
            elif change.what == "merged":
                assert change.other is not None
                self.merged[change.incident] = change.other


def groups_of(project: Project) -> set[frozenset[str]]:
    return {frozenset(f"{m.report}/{m.incident}" for m in each.members) for each in project.incidents()}


def retold(maker: Maker, report: Report, as_told: tuple[Report, Record]) -> Coded:
    """The report with the text that another has."""
    told, record = as_told
    given = told.model_copy(update={"id": report.id, "publisher": report.publisher})
    head = record.report.model_copy(update={"id": report.id, "publisher": report.publisher})
    return maker.coded(given, record.model_copy(update={"report": head}))


@pytest.mark.parametrize("seed", range(4))
def test_ids_last_and_the_changes_tell_all(
    project: Project, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = Random(seed)  # noqa: S311  # orders, no secrets
    maker = Maker()
    drawn = list(War(a_day=8, seed=seed).reports(REPORTS))
    coming = [maker.coded(*each) for each in drawn]
    coming += [retold(maker, chance.choice(drawn)[0], chance.choice(drawn)) for _ in range(10)]
    chance.shuffle(coming)
    quick(project)
    watch, final = Watch(), dict[str, Coded]()
    while coming:
        batch = [coming.pop() for _ in range(min(len(coming), chance.randint(1, 5)))]
        project.add(batch)
        final |= {each.got.report.id: each for each in batch}
        watch.look(project)
    straight = str(tmp_path_factory.mktemp("straight") / "p.dateline")
    with quick(open_project(straight, create=True)) as other:
        other.add([final[name] for name in sorted(final)])
        assert groups_of(project) == groups_of(other)
