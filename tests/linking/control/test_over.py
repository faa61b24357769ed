"""Control over many reports: tenures, contradictions, and the same outcome in any order."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.control.statements import ARMY, DISTRICT, LEAGUE, POLICE, REBELS, TORIA, control, day, record
from tests.linking.tellings import actor, event, place

from dateline.linking.control.contradictions import PERHAPS_ONE, TWO_HOLDERS
from dateline.linking.control.over import Chronicle, work_out_control_over
from dateline.model import Actor, Mentions, Record, Tenure, Time

TOWN = "town 7"


def told(*records: Record, site: str = TOWN) -> tuple[Tenure, ...]:
    return work_out_control_over(records).tenures.get(site, ())


def brief(tenures: tuple[Tenure, ...]) -> list[tuple[str, date | None, date | None, date | None]]:
    return [(t.holder.id, t.first, t.last, t.as_of) for t in tenures]


def test_a_later_taking_in_another_report_ends_a_hold() -> None:
    found = told(record("a", control("stated", LEAGUE, 10)), record("b", control("taken", ARMY, 20)))
    assert brief(found) == [("league", None, day(20), day(10)), ("state IRQ", day(20), None, day(20))]
    assert "outlet" not in found[0].ended_by
    assert "(b)" in found[0].ended_by


def test_a_states_forces_are_one_holder() -> None:
    found = told(record("a", control("taken", ARMY, 10)), record("b", control("stated", POLICE, 40)))
    assert brief(found) == [("state IRQ", day(10), None, day(40))]


def test_a_place_changes_hands_twice() -> None:
    found = told(
        record("a", control("taken", LEAGUE, 10)),
        record("b", control("taken", ARMY, 20)),
        record("c", control("taken", LEAGUE, 30), control("from", ARMY, 30)),
    )
    assert brief(found) == [
        ("league", day(10), day(20), day(10)),
        ("state IRQ", day(20), day(30), day(30)),
        ("league", day(30), None, day(30)),
    ]
    assert not any(tenure.contradictions for tenure in found)


def test_two_holders_on_one_day_are_kept_and_marked() -> None:
    reports = [record("a", control("taken", LEAGUE, 10)), record("b", control("stated", LEAGUE, 40))]
    found = told(*reports, record("c", control("stated", ARMY, 25)))
    by_holder = {tenure.holder.id: tenure for tenure in found}
    (mark,) = by_holder["state IRQ"].contradictions
    assert (mark.tenure, mark.first, mark.last, mark.note) == (by_holder["league"].id, day(25), day(25), TWO_HOLDERS)
    assert by_holder["league"].contradictions[0].tenure == by_holder["state IRQ"].id


def test_rebels_without_a_name_may_be_the_group_that_is_named() -> None:
    found = told(
        record("a", control("taken", LEAGUE, 10)),
        record("b", control("taken", REBELS, 12), control("stated", LEAGUE, 20)),
    )
    assert {t.holder.id: t.last for t in found} == {"league": None, "rebels": None}
    assert {c.note for t in found for c in t.contradictions} == {PERHAPS_ONE}


def test_town_and_district_are_different_places() -> None:
    chronicle = work_out_control_over(
        [record("a", control("stated", LEAGUE, 10)), record("b", control("taken", ARMY, 20, where=DISTRICT))]
    )
    assert len(chronicle.tenures) == 2
    assert [t.last for t in chronicle.every()] == [None, None]


def test_parts_do_not_end_or_contradict_one_another() -> None:
    found = told(
        record("a", control("stated", LEAGUE, 10, part="parts of")),
        record("b", control("taken", ARMY, 10, part="two streets in")),
        site=f"{TOWN} / part",
    )
    assert [(t.last, t.contradictions) for t in found] == [(None, ()), (None, ())]


def test_sides_of_a_town_are_places_of_their_own() -> None:
    east = TORIA.model_copy(update={"extent": TORIA.model_copy(update={"text": "eastern Toria", "end": 13})})
    chronicle = work_out_control_over([record("a", control("stated", LEAGUE, 10, where=east))])
    assert list(chronicle.tenures) == [f"{TOWN} / east"]


@pytest.mark.parametrize(("said_by", "level"), [(ARMY, "claimed"), (LEAGUE, "held"), (None, "held")])
def test_whoever_alone_says_he_holds_it_only_claims_it(said_by: Actor | None, level: str) -> None:
    (found,) = told(record("a", control("taken", ARMY, 10, said_by=said_by)))
    assert found.level == level


def test_copies_and_one_source_count_once() -> None:
    monitor = LEAGUE.model_copy(update={"id": "monitor", "sector": "NGO", "sort": "organisation"})
    quoting = [record(name, control("taken", ARMY, 10, said_by=monitor)) for name in "ab"]
    copies = [record(name, control("taken", ARMY, 10), text="one text") for name in "cd"]
    (found,) = told(*quoting, *copies)
    assert len(found.originals) == 2
    assert found.confidence == pytest.approx(1 - 0.2 * 0.2)


def test_whose_word_it_is_goes_by_the_rule_of_incidents() -> None:
    described = actor("a Britain-based monitoring group", sort="organisation")
    named = actor("The Syrian Observatory for Human Rights", "SOHR", sort="organisation", sector="NGO")
    in_syria = Mentions(places=(place("Sanga", 35.0, 37.0, country="SY", precision="town"),), actors=(named,))
    quoting = [
        record(name, control("taken", ARMY, 10, said_by=voice)).model_copy(update={"mentions": in_syria})
        for name, voice in (("a", described), ("b", named))
    ]
    police = record("c", control("taken", ARMY, 10, said_by=POLICE))
    army = record("d", control("stated", ARMY, 11, said_by=ARMY))
    agency = record("e", control("taken", ARMY, 10), publisher="Reuters")
    (found,) = told(*quoting, police, army, agency)
    assert len(found.originals) == 3
    assert "state of IRQ" in found.originals


def test_a_statement_without_a_day_gives_no_day() -> None:
    (found,) = told(record("a", control("taken", ARMY, None)))
    assert (found.first, found.seen, found.as_of, found.last) == (None, None, None, None)


def test_every_witness_names_its_report() -> None:
    (found,) = told(record("a", control("stated", LEAGUE, 10)), record("b", control("stated", LEAGUE, 30)))
    assert [w.report for w in found.witnesses] == ["a", "b"]


STATEMENTS = st.builds(
    control,
    st.sampled_from(["stated", "taken", "lost", "from", "entered", "fought"]),
    st.sampled_from([LEAGUE, ARMY, POLICE, REBELS]),
    st.one_of(st.none(), st.integers(1, 30)),
    where=st.sampled_from([TORIA, DISTRICT]),
    part=st.sampled_from([None, "parts of", "the north of"]),
    said_by=st.sampled_from([None, ARMY, LEAGUE]),
)
REPORTS = st.lists(st.lists(STATEMENTS, max_size=3), max_size=7).map(
    lambda told: [record(f"r{number}", *statements) for number, statements in enumerate(told)]
)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False), st.integers(0, 7))
def test_any_order_at_once_or_one_by_one(reports: list[Record], random: object, cut: int) -> None:
    whole = work_out_control_over(reports)
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert work_out_control_over(shuffled) == whole
    assert work_out_control_over(shuffled[:cut]).with_reports(shuffled[cut:]) == whole
    step = Chronicle()
    for one in shuffled:
        step = step.with_reports([one])
    assert step == whole


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_a_report_told_twice_counts_once(reports: list[Record]) -> None:
    assert work_out_control_over([*reports, *reports]) == work_out_control_over(reports)


@settings(max_examples=60, deadline=None)
@given(REPORTS)
def test_tenures_are_in_order_and_contradictions_mutual(reports: list[Record]) -> None:
    every = {tenure.id: tenure for tenure in work_out_control_over(reports).every()}
    for tenure in every.values():
        assert tenure.first is None or tenure.last is None or tenure.first <= tenure.last
        assert tenure.earliest is None or (tenure.first is not None and tenure.earliest <= tenure.first)
        assert tenure.as_of is None or tenure.last is None or tenure.as_of <= tenure.last
        for mark in tenure.contradictions:
            assert tenure.id in {other.tenure for other in every[mark.tenure].contradictions}
    witnesses = sum(len(tenure.witnesses) for tenure in every.values())
    assert witnesses <= sum(len(one.control) for one in reports)


def test_a_taking_told_by_its_month_is_the_one_told_by_its_day() -> None:
    august = control("taken", ARMY, 31).model_copy(update={"event": "e1"})
    time = Time(start=0, end=6, text="August", first=day(1), last=day(31), granularity="month")
    vague = record("a", august).model_copy(
        update={"events": (event("e1", "battle").model_copy(update={"time": time}),)}
    )
    found = told(vague, record("b", control("taken", ARMY, 12)), record("c", control("stated", LEAGUE, 10)))
    assert brief(found) == [("league", None, day(12), day(10)), ("state IRQ", day(12), None, day(12))]
    assert {w.first for w in found[1].witnesses} == {day(31), day(12)}


def test_fighting_lasts_as_long_as_it_is_told_of() -> None:
    bouts = [record(name, control("fought", ARMY, when)) for name, when in (("a", 1), ("b", 5), ("c", 25))]
    found = told(*bouts)
    assert [(t.level, t.first, t.as_of) for t in found] == [
        ("contested", day(1), day(5)),
        ("contested", day(25), day(25)),
    ]
