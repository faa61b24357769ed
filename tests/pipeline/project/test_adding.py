"""Reports into a project: what is stored, what follows from it, and what adding them again changes."""

from itertools import permutations

import pytest
from tests.projects import SUNDAY, TAKEN, all_coded, coded, record_of, report

from dateline.codebook import Codebook
from dateline.encoder.vocabulary import load_vocabulary
from dateline.errors import SettingsError
from dateline.linking.across.joining import Coded as CodedRecord
from dateline.linking.across.joining import join_reports
from dateline.linking.across.rarity import rarity_in
from dateline.model import JoinedIncident
from dateline.pipeline.project import Project
from dateline.store import incidents, texts


def every(project: Project) -> list[JoinedIncident]:
    return list(project.incidents())


def groups(found: list[JoinedIncident]) -> set[frozenset[tuple[str, str]]]:
    return {frozenset((member.report, member.incident) for member in incident.members) for incident in found}


def test_what_is_added_is_there_with_the_bytes_it_came_from(project: Project) -> None:
    assert project.add(all_coded()) == ["new"] * len(TAKEN)
    assert project.report("alpha") == TAKEN[0]
    assert project.record("alpha") == record_of(TAKEN[0])
    with project.store.reading() as connection:
        (got,) = texts.history_of(connection, "alpha")
        assert texts.original_of(connection, str(got["original"])) == TAKEN[0].text.encode()


def test_two_reports_of_one_occurrence_are_one_incident(project: Project) -> None:
    project.add(all_coded())
    (taken,) = [i for i in every(project) if i.kind == "territory-taken"]
    assert {member.report for member in taken.members} == {"alpha", "bravo"}


def test_a_project_joins_as_linking_does(project: Project, codebook: Codebook) -> None:
    project.add(all_coded())
    wanted = join_reports(
        [CodedRecord(given, record_of(given)) for given in TAKEN], codebook, rarity_in(load_vocabulary())
    )
    found = every(project)
    assert groups(found) == groups(list(wanted))
    bodies = {incidents.body_of(incident) for incident in found}
    assert bodies == {incidents.body_of(incident) for incident in wanted}


def test_the_order_and_the_batches_make_no_difference(project: Project) -> None:
    for given in reversed(all_coded()):
        project.add([given])
    found = groups(every(project))
    assert frozenset({("alpha", "i1"), ("bravo", "i1")}) in found
    assert len({frozenset(group) for group in found}) == len(found)


def test_adding_the_same_again_changes_nothing(project: Project) -> None:
    project.add(all_coded())
    before, seen = every(project), list(project.changes())
    assert project.add(all_coded()) == ["known"] * len(TAKEN)
    assert every(project) == before
    assert list(project.changes()) == seen


def test_a_changed_text_is_a_new_version_and_the_incident_keeps_its_id(project: Project) -> None:
    project.add(all_coded())
    (before,) = [i for i in every(project) if {m.report for m in i.members} == {"delta", "gamma"}]
    later = report("delta", TAKEN[2].text.replace("12 people", "13 people"), SUNDAY, TAKEN[2].publisher)
    assert project.add([coded(later)]) == ["version"]
    assert project.report("delta").text == later.text
    assert project.report("delta", 1).text == TAKEN[2].text
    after = project.incident(before.id)
    assert after.statements != before.statements
    assert any(change.reason == "report delta has a new text" for change in project.changes())


def test_an_earlier_text_that_comes_back_is_a_version_again(project: Project) -> None:
    first = TAKEN[2]
    later = report("delta", first.text.replace("12 people", "13 people"), SUNDAY, first.publisher)
    project.add([coded(first)])
    project.add([coded(later)])
    assert project.add([coded(first)]) == ["version"]
    assert project.report("delta").text == first.text


def test_files_of_one_name_are_two_reports_and_a_moved_file_is_one(project: Project) -> None:
    one, other = TAKEN[0], report("alpha", TAKEN[5].text)
    assert project.add([coded(one, "/a/alpha.txt")]) == ["new"]
    got, known = project.place(coded(other, "/b/alpha.txt").got)
    assert (got.report.id, known) == ("/b/alpha.txt", False)
    assert project.add([coded(other, "/b/alpha.txt")]) == ["again"]
    assert project.place(coded(one, "/moved/alpha.txt").got)[1]


def test_what_is_not_there_is_told(project: Project) -> None:
    with pytest.raises(SettingsError, match="no report 'zulu'"):
        project.report("zulu")
    with pytest.raises(SettingsError, match="no incident 'i0'"):
        project.incident("i0")


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_ids_are_the_same_however_two_pairs_come(project: Project, order: tuple[int, ...]) -> None:
    for n in order:
        project.add([coded(TAKEN[n])])
    assert len(groups(every(project))) == len(every(project))


def test_an_incident_that_goes_with_its_words_says_why(project: Project) -> None:
    project.add(all_coded())
    (march,) = [i for i in every(project) if {m.report for m in i.members} == {"omega"}]
    project.add([coded(report("omega", "Beirut was sunny on Saturday.", SUNDAY, TAKEN[5].publisher))])
    (went,) = [change for change in project.changes() if change.what == "went"]
    assert (went.incident, went.reason) == (march.id, "report omega has a new text")
