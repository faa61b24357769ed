"""Coding anew: beside what is in force, shown before it takes effect, in force at once, and back."""

import pytest
from tests.projects import TAKEN, all_coded, preparer, record_of, report

from dateline.model import Record, Report
from dateline.pipeline.project import Project
from dateline.pipeline.project.identity import Identity
from dateline.pipeline.project.recoding import Recoded, Recoding
from dateline.store.incidents import body_of


def other(given: Report) -> Record:
    """What a coder makes of it that sees nobody abducted and no protest."""
    record = record_of(given)
    if given.id == "omega":
        return record.model_copy(update={"events": (), "incidents": (), "main_event": None})
    if given.id == "kappa":
        events = tuple(event.model_copy(update={"targets": ()}) for event in record.events)
        told = tuple(incident.model_copy(update={"targets": ()}) for incident in record.incidents)
        return record.model_copy(update={"events": events, "incidents": told})
    return record


@pytest.fixture
def filled(project: Project) -> Project:
    project.add(all_coded())
    return project


def recoding(project: Project) -> Recoding:
    return Recoding(project, Identity({**project.identity.parts, "codebook": "another"}))


def coded_anew(project: Project, *, keep: bool) -> Recoded:
    work = recoding(project)
    work.propose((a.report, preparer().ready(a.report, other(a.report))) for a in work.left())
    return work.difference(keep=keep)


def bodies(project: Project) -> dict[str, str]:
    return {incident.id: body_of(incident) for incident in project.incidents()}


def test_a_proposal_changes_nothing_and_tells_what_it_would(filled: Project) -> None:
    before, seen = bodies(filled), list(filled.changes())
    found = coded_anew(filled, keep=False)
    assert (found.reports, found.of) == (len(TAKEN), len(TAKEN))
    assert {(d.change.what, *d.after) for d in found.differences} >= {("went",)}
    (changed,) = [d for d in found.differences if d.change.what == "changed"]
    assert set(changed.before) >= {"targets"}
    assert changed.after["targets"] == []
    assert bodies(filled) == before
    assert list(filled.changes()) == seen
    assert list(recoding(filled).left()) == []


def test_what_takes_effect_is_what_was_shown_and_the_way_back_is_open(filled: Project) -> None:
    before = bodies(filled)
    shown = coded_anew(filled, keep=False)
    kept = recoding(filled).difference(keep=True)
    assert [(d.change.what, d.change.incident, d.after) for d in kept.differences] == [
        (d.change.what, d.change.incident, d.after) for d in shown.differences
    ]
    assert bodies(filled) != before
    assert filled.record("omega").incidents == ()
    assert recoding(filled).difference(keep=True).reports == 0
    back = Recoding(filled).difference(keep=True)
    assert back.reports == len(TAKEN)
    assert bodies(filled) == before


def test_judgements_survive_it(filled: Project) -> None:
    found = {i.kind: i for i in filled.incidents()}
    filled.judge("accept", found["bombing"].id, who="Ana")
    filled.judge("split", found["territory-taken"].id, members=["bravo"], who="Ana")
    before = {name: {m.report for m in filled.incident(name).members} for name in (i.id for i in filled.incidents())}
    coded_anew(filled, keep=True)
    assert filled.incident(found["bombing"].id).reviewed == "accepted"
    after = {i.id: {m.report for m in i.members} for i in filled.incidents()}
    assert after == {name: reports for name, reports in before.items() if reports != {"omega"}}


def test_only_some_reports_can_be_coded_anew(filled: Project) -> None:
    work = recoding(filled)
    assert [arrival.report.id for arrival in work.left(["kappa", "omega"])] == ["kappa", "omega"]


def test_a_text_that_changed_meanwhile_is_left_for_later(filled: Project) -> None:
    work = recoding(filled)
    gone = report("omega", TAKEN[5].text + " It rained.")
    assert work.propose([(gone, preparer().ready(gone, record_of(TAKEN[5])))]) == 0


def test_there_and_back_without_a_difference_between(project: Project) -> None:
    project.add(all_coded(TAKEN[:1]))
    before = bodies(project)
    for parts in ("another", "", "another"):
        identity = Identity({**project.identity.parts, "codebook": parts}) if parts else project.identity
        work = Recoding(project, identity)
        work.propose((a.report, preparer().ready(a.report, record_of(a.report))) for a in work.left())
        assert work.difference(keep=True) == Recoded(1, 1, ())
    assert bodies(project) == before
