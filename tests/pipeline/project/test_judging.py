"""What people decide: in force at once, kept through new texts and reports, undone without a trace in the values."""

import pytest
from tests.projects import SUNDAY, TAKEN, all_coded, coded, report

from dateline.errors import SettingsError
from dateline.model import JoinedIncident
from dateline.pipeline.project import Project
from dateline.store.incidents import body_of


def of(project: Project, *reports: str) -> JoinedIncident:
    """The incident told by exactly these reports' first incidents."""
    return next(i for i in project.incidents() if {f"{m.report}/{m.incident}" for m in i.members} == set(reports))


@pytest.fixture
def filled(project: Project) -> Project:
    project.add(all_coded())
    return project


def test_a_merge_joins_and_its_withdrawal_gives_both_ids_back(filled: Project) -> None:
    one, other = of(filled, "kappa/i1"), of(filled, "omega/i1")
    judgement = filled.judge("merge", one.id, other=other.id, who="Ana", reason="one story")
    merged = filled.incident(other.id)
    assert merged.id == filled.incident(one.id).id
    assert {member.report for member in merged.members} == {"kappa", "omega"}
    filled.withdraw(judgement.id, who="Ana")
    assert body_of(filled.incident(one.id)) == body_of(one)
    assert body_of(filled.incident(other.id)) == body_of(other)
    assert {one.id, other.id} <= {incident.id for incident in filled.incidents()}


def test_a_split_parts_and_its_withdrawal_joins_again(filled: Project) -> None:
    both = of(filled, "alpha/i1", "bravo/i1")
    judgement = filled.judge("split", both.id, members=["bravo"], who="Ana")
    assert {m.report for m in of(filled, "bravo/i1").members} == {"bravo"}
    filled.withdraw(judgement.id, who="Ana")
    assert body_of(filled.incident(both.id)) == body_of(both)
    again = filled.withdraw(judgement.id + 1, who="Bo")
    assert again.supersedes == judgement.id + 1
    assert len(of(filled, "bravo/i1").members) == 1


def test_a_split_holds_when_the_text_changes_and_more_reports_come(filled: Project) -> None:
    both = of(filled, "alpha/i1", "bravo/i1")
    filled.judge("split", both.id, members=["bravo"], who="Ana")
    later = report("bravo", "QAIM, Iraq (AP) -- " + TAKEN[1].text, publisher=TAKEN[1].publisher)
    assert filled.add([coded(later)]) == ["version"]
    with_alpha = next(i for i in filled.incidents() if "alpha" in {m.report for m in i.members})
    assert "bravo" not in {member.report for member in with_alpha.members}


def test_a_correction_stands_on_words_and_is_laid_over_what_later_reports_tell(filled: Project) -> None:
    both = of(filled, "delta/i1", "gamma/i1")
    losses = [{"loss": "killed", "group": "civilians", "low": 13, "best": 13, "high": 13}]
    filled.judge("correct", both.id, field="losses", value=losses, who="Ana", reason="hospital list")
    (killed,) = filled.incident(both.id).losses
    assert (killed.best, killed.group, killed.evidence and killed.evidence.note) == (
        13,
        "civilians",
        "Ana: hospital list",
    )
    assert killed.text in TAKEN[2].text
    more = report("sigma", "The car bomb at a market in Mogadishu on Saturday killed 20 people, medics said.", SUNDAY)
    filled.add([coded(more)])
    after = filled.incident(both.id)
    assert after.reviewed == "corrected"
    assert [row.best for row in after.losses] == [13]
    assert {statement.report for statement in after.statements} >= {"delta", "gamma"}


def test_a_verdict_is_superseded_not_lost(filled: Project) -> None:
    found = of(filled, "omega/i1")
    filled.judge("reject", found.id, who="Ana", reason="no event")
    assert filled.incident(found.id).reviewed == "rejected"
    filled.judge("accept", found.id, who="Bo")
    assert filled.incident(found.id).reviewed == "accepted"
    filled.withdraw(2, who="Bo")
    assert filled.incident(found.id).reviewed == "rejected"
    assert [judgement.verdict for judgement in filled.judgements()] == ["reject", "accept", "withdraw"]
    assert any("by Ana: no event" in change.reason for change in filled.changes(incident=found.id))


def test_what_makes_no_sense_is_refused_and_changes_nothing(filled: Project) -> None:
    found = of(filled, "omega/i1")
    seen = list(filled.changes())
    for wrong in (
        {"verdict": "correct", "field": "kind", "value": "no-such-kind"},
        {"verdict": "correct", "field": "status", "value": "perhaps"},
        {"verdict": "correct", "field": "colour", "value": "red"},
        {"verdict": "correct", "field": "losses", "value": [{"loss": "killed", "best": "many"}]},
        {"verdict": "merge", "other": found.id},
        {"verdict": "merge", "other": "i0"},
        {"verdict": "split", "members": ["omega"]},
        {"verdict": "split", "members": ["alpha"]},
    ):
        with pytest.raises(SettingsError):
            filled.judge(identifier=found.id, who="Ana", **wrong)
    with pytest.raises(SettingsError, match="whose"):
        filled.judge("accept", found.id, who=" ")
    with pytest.raises(SettingsError, match="no judgement 7"):
        filled.withdraw(7, who="Ana")
    assert filled.judgements() == []
    assert list(filled.changes()) == seen
