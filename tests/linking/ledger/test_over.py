"""The toll ledger: parts, totals, what is left over, tolls of years, and nothing counted twice."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.linking.ledger.tolls import FARAN, FRIDAY, MINOR, SANGA, TORIA, report, row, told

from dateline.linking.ledger.over import ledger_of, total_of
from dateline.linking.ledger.ranges import Range
from dateline.model import (
    Event,
    Evidence,
    Finding,
    JoinedIncident,
    Ledger,
    LooseFigure,
    Loss,
    Member,
    Place,
    Record,
    Scope,
    Span,
    Time,
)


def best(ledger: Ledger) -> int | None:
    return total_of(ledger, "killed").best


def one(ledger: Ledger) -> Finding:
    (finding,) = ledger.findings
    return finding


def test_parts_that_make_a_total_up() -> None:
    events = (told(1, row(0, 39), where=SANGA), told(2, row(20, 36)), told(3, row(40, 3), where=MINOR))
    ledger = ledger_of([report("a", *events)])
    assert best(ledger) == 39
    finding = one(ledger)
    assert (finding.verdict, finding.best) == ("complete", 0)
    assert finding.figures == ("a/e1/killed 0-9", "a/e2/killed 20-29", "a/e3/killed 40-48")
    assert [f.scope for f in ledger.figures] == ["total", "part", "part"]


def test_seven_named_of_eleven_counted() -> None:
    total = told(1, row(0, 11, scope="total"), where=SANGA)
    ledger = ledger_of([report("a", total, told(2, row(20, 4)), told(3, row(40, 3), where=MINOR))])
    assert best(ledger) == 11
    assert (one(ledger).verdict, one(ledger).best) == ("residual", 4)
    assert "7 of 11 killed in Sanga are told apart in 2 figures; 4 are left over" in one(ledger).words


def test_a_province_and_its_towns() -> None:
    total = told(1, row(0, 20), where=SANGA)
    ledger = ledger_of([report("a", total, told(2, row(20, 4)), told(3, row(40, 3), where=MINOR))])
    assert (best(ledger), one(ledger).best) == (20, 13)


def test_another_province_another_day_and_other_losses_are_no_parts() -> None:
    total = told(1, row(0, 11, scope="total"), where=SANGA)
    elsewhere = told(2, row(20, 4), where=FARAN)
    earlier = told(3, row(40, 3), first=date(2017, 10, 1), last=date(2017, 10, 1))
    wounded = told(4, row(60, 5, loss="wounded"))
    ledger = ledger_of([report("a", total, elsewhere, earlier, wounded)])
    assert ledger.findings == ()
    assert best(ledger) == 18


def test_parts_that_exceed_their_total_stand_and_are_flagged() -> None:
    total = told(1, row(0, 5, scope="total"), where=SANGA)
    ledger = ledger_of([report("a", total, told(2, row(20, 4)), told(3, row(40, 3), where=MINOR))])
    assert (one(ledger).verdict, best(ledger)) == ("exceeded", 7)
    assert "2 more than the total" in one(ledger).words


def test_those_of_whom_a_phrase_tells_are_parts() -> None:
    children = row(10, 11)
    events = told(1, row(0, 30, of_which=(children,))), told(2, row(40, 19))
    ledger = ledger_of([report("a", *events, together=[(1, 2)])])
    assert ledger.parts_of("a/e1/killed 0-9") == (ledger.figures[1], ledger.figures[2])
    assert (best(ledger), one(ledger).verdict) == (30, "complete")


def test_a_number_told_again_counts_once() -> None:
    ledger = ledger_of([report("a", told(1, row(0, 12)), told(2, row(30, 12), where=SANGA))])
    assert best(ledger) == 12
    assert ledger.figures[1].repeats == ledger.figures[0].id


def test_equal_numbers_of_two_towns_count_twice() -> None:
    assert best(ledger_of([report("a", told(1, row(0, 12)), told(2, row(30, 12), where=FARAN))])) == 24


def test_a_toll_that_rose_takes_the_place_of_the_earlier() -> None:
    events = told(1, row(0, 12)), told(2, row(30, 14, supersedes="e1"))
    ledger = ledger_of([report("a", *events, together=[(1, 2)])])
    assert best(ledger) == 14
    assert ledger.figures[1].supersedes == ledger.figures[0].id


def test_a_lower_claim_of_the_same_incident_has_parts_of_its_own() -> None:
    events = (
        told(1, row(0, 32), where=SANGA),
        told(2, row(20, 16), where=SANGA),
        told(3, row(40, 9)),
        told(4, row(60, 7), where=MINOR),
    )
    ledger = ledger_of([report("a", *events, together=[(1, 2)])])
    assert (best(ledger), one(ledger).verdict, one(ledger).figures[0]) == (32, "complete", "a/e2/killed 20-29")


def test_a_copy_and_the_same_report_twice_change_nothing() -> None:
    record = report("a", told(1, row(0, 12)), text="one text")
    copy = report("b", told(1, row(0, 12)), text="one text")
    assert best(ledger_of([record, copy, record])) == 12


def test_two_reports_of_one_incident_count_it_once() -> None:
    records = [report("a", told(1, row(0, 12))), report("b", told(1, row(0, 15)))]
    assert best(ledger_of(records)) == 27
    members = (Member(report="a", incident="i1"), Member(report="b", incident="i1"))
    joined = JoinedIncident(id="j1", kind="killing", events=("a/e1", "b/e1"), members=members)
    assert best(ledger_of(records, [joined])) == 15
    alike = report("c", told(1, row(0, 12)))
    assert best(ledger_of([records[0], alike])) == 12


def together(*members: tuple[str, str], losses: tuple[Loss, ...] = ()) -> JoinedIncident:
    """An incident that linking made of these incidents of reports, with the tolls that stand for it."""
    events = tuple(f"{name}/e1" for name, _ in members)
    made = tuple(Member(report=name, incident=incident) for name, incident in members)
    return JoinedIncident(id="/".join(members[0]), kind="killing", events=events, members=made, losses=losses)


def test_of_an_incident_of_several_reports_counts_what_stands_for_it() -> None:
    records = [report(name, told(1, row(0, number))) for name, number in (("a", 12), ("b", 15), ("c", 30))]
    members = [("a", "i1"), ("b", "i1"), ("c", "i1")]
    assert best(ledger_of(records, [together(*members, losses=(row(0, 14),))])) == 15
    assert best(ledger_of(records, [together(*members)])) == 30


def test_what_one_report_has_in_a_total_is_in_there_for_all() -> None:
    round_up = report(
        "a", told(1, row(0, 39, scope="total"), where=SANGA), told(2, row(20, 36)), told(3, row(40, 3), where=MINOR)
    )
    single = report("b", told(1, row(0, 34)))
    higher = report("c", told(1, row(0, 50)))
    assert best(ledger_of([round_up, single], [together(("a", "i2"), ("b", "i1"))])) == 39
    assert best(ledger_of([round_up, higher], [together(("a", "i2"), ("c", "i1"))])) == 89


def test_of_nearly_one_text_each_figure_counts_once() -> None:
    one = report("a", told(1, row(0, 12)), told(2, row(50, 12), where=FARAN))
    other = report("b", told(1, row(9, 12)), told(2, row(59, 12), where=FARAN), told(3, row(90, 5), where=MINOR))
    assert best(ledger_of([one, other], copies={"a": "a", "b": "a"})) == 29


def loose(at: int, number: int, *, where: Place | None, scope: Scope = "cumulative", **claim: object) -> LooseFigure:
    """A figure that stands in no event, counted since October."""
    time = Time(start=at, end=at + 7, text="October", first=date(2017, 10, 1), last=None)
    words = row(at, number, scope=scope, high=None).model_dump()
    return LooseFigure.model_validate({**words, "place": where, "time": time, "claim": claim})


def test_a_figure_of_no_event_is_held_against_what_is_coded_and_counts_nothing() -> None:
    coded = report("a", told(1, row(0, 4)), told(2, row(20, 3), where=MINOR))
    with_claim = coded.model_copy(update={"figures": (loose(500, 100, where=SANGA), loose(600, 100, where=SANGA))})
    ledger = ledger_of([with_claim])
    assert best(ledger) == 7
    assert (one(ledger).verdict, one(ledger).best) == ("uncoded", 93)
    assert one(ledger).figures[0] == "a/-/killed 500-510"
    again = ledger.figures[-1]
    assert (again.event, again.repeats) == (None, "a/-/killed 500-510")


def test_a_figure_of_no_event_counts_as_a_total_alone_and_not_where_it_is_denied() -> None:
    bodies = loose(500, 12, where=TORIA, scope="new")
    total = loose(600, 9, where=SANGA, scope="total")
    denied = loose(700, 50, where=SANGA, scope="total", stance="denies")
    record = report("a", told(1, row(0, 4)), told(2, row(20, 3), where=MINOR))
    ledger = ledger_of([record.model_copy(update={"figures": (bodies, total, denied)})])
    assert best(ledger) == 9
    assert [f.id for f in ledger.figures][-2:] == ["a/-/killed 500-509", "a/-/killed 600-608"]


def test_what_an_attack_that_failed_cost_counts_and_what_it_was_to_cost_does_not() -> None:
    beside = row(40, 20, evidence=Evidence(rule="losses.told", start=60, end=66))
    failed = told(1, beside).model_copy(update={"kind": "attack", "status": "attempted"})
    assert (
        best(ledger_of([report("a", failed.model_copy(update={"trigger": Span(start=0, end=6, text="attack")}))])) == 20
    )
    killing = told(1, beside).model_copy(
        update={"status": "attempted", "trigger": Span(start=60, end=66, text="killed")}
    )
    assert best(ledger_of([report("a", killing)])) == 0


def claim(number: int, high: int | None) -> Event:
    """A toll since October, of all of Sanga."""
    cumulative = row(500, number, scope="cumulative", high=high)
    return told(9, cumulative, where=SANGA, first=date(2017, 10, 1), last=None)


@pytest.mark.parametrize(
    ("number", "high", "verdict", "left"),
    [(7, 7, "agrees", 0), (6, None, "more coded", -1), (100, None, "uncoded", 93), (2, 2, "more coded", -5)],
)
def test_so_far_this_year_checks_what_is_coded(number: int, high: int | None, verdict: str, left: int) -> None:
    coded = report("a", told(1, row(0, 4)), told(2, row(20, 3), where=MINOR), told(3, row(40, 50), where=FARAN))
    ledger = ledger_of([coded, report("b", claim(number, high))])
    finding = next(f for f in ledger.findings if f.rule == "ledger.cumulative")
    assert (finding.verdict, finding.best) == (verdict, left)
    assert len(finding.figures) == 3
    assert best(ledger) == 57


def test_a_toll_that_tells_no_place_is_not_checked() -> None:
    everywhere = told(1, row(0, 100, scope="cumulative"), where=None, first=date(2017, 1, 1), last=None)
    assert one(ledger_of([report("a", everywhere)])).verdict == "unchecked"


FIGURES = st.tuples(
    st.integers(0, 14),
    st.sampled_from(["new", "total", "cumulative"]),
    st.sampled_from([TORIA, MINOR, SANGA, FARAN, None]),
)
REPORTS = st.lists(st.lists(FIGURES, min_size=1, max_size=5), min_size=1, max_size=4).map(
    lambda reports: [
        report(
            f"r{number}",
            *(
                told(n, row(20 * n, count, scope=scope), where=where)  # type: ignore[arg-type]
                for n, (count, scope, where) in enumerate(figures, 1)
            ),
            together=[(1, 2)] if len(figures) > 3 else (),
        )
        for number, figures in enumerate(reports)
    ]
)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_order_of_reports_never_matters(reports: list[Record], random: object) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ledger_of(shuffled) == ledger_of(reports)


@settings(max_examples=60, deadline=None)
@given(REPORTS, st.integers(0, 3))
def test_a_copy_never_changes_sums(reports: list[Record], which: int) -> None:
    chosen = reports[which % len(reports)]
    copy = chosen.model_copy(update={"report": chosen.report.model_copy(update={"id": "z copy"})})
    assert total_of(ledger_of([*reports, copy]), "killed") == total_of(ledger_of(reports), "killed")


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_rest_and_parts_make_the_total(reports: list[Record]) -> None:
    ledger = ledger_of(reports)
    known = {figure.id: figure for figure in ledger.figures}
    for finding in ledger.findings:
        if finding.rule == "ledger.parts":
            total, *parts = (known[identifier] for identifier in finding.figures)
            assert finding.best is not None
            assert finding.best + sum(part.best or 0 for part in parts) == total.best
            assert finding.best < 0 or finding.verdict != "exceeded"
    for figure in ledger.figures:
        assert figure.repeats is None or figure.repeats in known
        assert figure.part_of is None or figure.part_of in known
        assert figure.counts == (figure.repeats is None and figure.part_of is None and figure.scope != "cumulative")


def test_a_ledger_of_nothing() -> None:
    assert ledger_of([]) == Ledger()
    assert total_of(Ledger(), "killed") == Range(0, 0, 0)
    assert ledger_of([report("a", told(1, row(0, 3), first=FRIDAY))]).figure("nowhere") is None


def test_a_total_told_from_abroad_sums_up_at_home() -> None:
    filed = TORIA.model_copy(
        update={"country": "LB", "admin1": "Mount", "name": "Cedar", "text": "Cedar", "geonameid": 9}
    )
    events = told(1, row(0, 44, scope="total"), where=filed), told(2, row(20, 16)), told(3, row(40, 10), where=FARAN)
    ledger = ledger_of([report("a", *events)])
    assert (best(ledger), one(ledger).best) == (44, 18)


def test_what_comes_on_top_is_no_total() -> None:
    further = row(40, 27).model_copy(update={"text": "another 27 people", "end": 57})
    events = told(1, row(0, 15)), told(2, row(20, 9), where=MINOR), told(3, further, where=SANGA)
    assert best(ledger_of([report("a", *events)])) == 51


def test_dozens_are_no_total_and_no_part() -> None:
    dozens = row(0, 36, low=24, high=99)
    ledger = ledger_of(
        [report("a", told(1, dozens, where=SANGA), told(2, row(20, 20)), told(3, row(40, 16), where=MINOR))]
    )
    assert ledger.findings == ()
    ledger = ledger_of([report("a", told(1, row(20, 60, scope="total"), where=SANGA), told(2, dozens))])
    assert ledger.findings == ()


def test_a_headline_sums_up_over_its_towns() -> None:
    headline = told(1, row(0, 7)).model_copy(update={"places": (TORIA, FARAN)})
    ledger = ledger_of([report("a", headline, told(2, row(20, 4)), told(3, row(40, 3), where=FARAN))])
    assert (best(ledger), one(ledger).verdict) == (7, "complete")


def test_scores_yield_to_a_number_within_them() -> None:
    scores = row(0, 60, low=40, high=99)
    ledger = ledger_of([report("a", told(1, scores), told(2, row(20, 44)), together=[(1, 2)])])
    assert best(ledger) == 44
    assert best(ledger_of([report("a", told(1, scores), told(2, row(20, 44)))])) == 44
    assert best(ledger_of([report("a", told(1, scores), told(2, row(20, 44), where=FARAN))])) == 104
    ledger = ledger_of([report("a", told(1, scores), told(2, row(20, 12)), together=[(1, 2)])])
    assert best(ledger) == 72
