"""Linking is the same whatever the order, and each join says why."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.linking.across.traced import QAIM, RAWA, trace

from dateline.linking.across import clustering
from dateline.linking.across.blocking import MOST, candidates, keys_of
from dateline.linking.across.clustering import Name, clusters_of, connected
from dateline.linking.across.linker import Linker, groups_among, link
from dateline.linking.across.numbering import rank_of
from dateline.linking.across.scoring import own_weights, score
from dateline.linking.across.trace import Trace

PERSONS = (frozenset[tuple[str, ...]](), frozenset({("luis", "galan")}), frozenset({("carlos", "pizarro")}))

TOLLS: tuple[dict[str, tuple[int, int | None]], ...] = ({}, {"killed": (3, 3)}, {"killed": (30, None)})


@st.composite
def traces(draw: st.DrawFn) -> list[Trace]:
    return [
        trace(
            f"r{number // 2}",
            f"i{number % 2}",
            day=draw(st.sampled_from([None, date(2017, 11, 3), date(2017, 11, 4), date(2017, 12, 1)])),
            filed=draw(st.sampled_from([date(2017, 11, 3), date(2017, 11, 5), date(2018, 2, 1)])),
            sites=draw(st.sampled_from([(), (QAIM,), (RAWA,), (QAIM, RAWA)])),
            kind=draw(st.sampled_from(["territory-taken", "airstrike", "shooting"])),
            main=number % 2 == 0,
            named=draw(st.sampled_from(PERSONS)),
            tolls=draw(st.sampled_from(TOLLS)),
            words=draw(st.sampled_from([{"qaim": 1.0}, {"qaim": 0.6, "rawa": 0.8}, {"galan": 1.0}])),
        )
        for number in range(draw(st.integers(2, 9)))
    ]


@given(traces(), st.randoms(), st.sampled_from([1, 2, 3, MOST]), st.booleans())
def test_order_and_pace_make_no_difference(made: list[Trace], chance: object, most: int, asking: bool) -> None:
    at_once = link(made, most=most)
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types its Random as object
    linker = Linker(most=most)
    for number, each in enumerate(shuffled, 1):
        linker.add([each])
        if asking:
            assert linker.groups() == link(shuffled[:number], most=most)
    assert linker.groups() == at_once
    assert sorted(name for group in at_once for name in group) == sorted(each.key for each in made)


@given(traces())
def test_the_groups_of_each_connected_set_are_the_groups_of_all(made: list[Trace]) -> None:
    known = {each.key: each for each in made}
    links: dict[Name, set[Name]] = {name: set() for name in known}
    for i, j in candidates(made):
        one, other = made[i], made[j]
        if score(one, other, own_weights()) >= own_weights().join:
            links[one.key].add(other.key)
            links[other.key].add(one.key)
    found = [
        group
        for names in connected(known, links)
        for group in groups_among([known[name] for name in names], [(a, b) for a in names for b in links[a]])
    ]
    assert tuple(sorted(found)) == link(made)


def test_a_set_too_large_for_all_pairs_is_grouped_by_its_links_alone() -> None:
    likeness = {(0, 1): 9, (1, 2): 6, (2, 3): 9, (3, 4): 2, (0, 2): 1, (1, 3): 2}
    names = list(range(clustering.SMALL + 1))
    links: dict[int, list[int]] = {n: [n - 1, n + 1] for n in names[1:-1]}
    links |= {names[0]: [1], names[-1]: [names[-2]]}

    def scores(one: int, other: int) -> int:
        asked.append((one, other))
        return likeness.get((min(one, other), max(one, other)), -4 if abs(one - other) > 1 else 1)

    asked: list[tuple[int, int]] = []
    groups = clusters_of(names, links, scores, 1)
    assert groups[:2] == [(0, 1, 2, 3), (4, 5)]
    assert len(asked) < 10 * len(names)


def test_in_a_full_block_all_are_compared_with_those_that_stand_first() -> None:
    crowd = [trace(f"r{n}") for n in range(12)]
    first = sorted(crowd, key=lambda each: rank_of(each.key))[:3]
    pairs = {frozenset((crowd[i].key, crowd[j].key)) for i, j in candidates(crowd, 3)}
    assert pairs == {frozenset((one.key, each.key)) for one in first for each in crowd if each != one}
    assert link(crowd, most=3) == link(crowd)  # they are linked through those


@given(traces())
def test_a_pair_scores_the_same_either_way_round(made: list[Trace]) -> None:
    for one in made:
        for other in made:
            assert score(one, other, own_weights()) == score(other, one, own_weights())


@given(traces())
def test_candidates_are_all_pairs_that_share_a_key_once(made: list[Trace]) -> None:
    keys = [keys_of(each) for each in made]
    wanted = [(i, j) for i, j in combinations(range(len(made)), 2) if keys[i] & keys[j]]
    assert list(candidates(made)) == wanted


def test_two_reports_of_one_taking_are_one_and_say_why() -> None:
    linker = Linker()
    linker.add([trace("a"), trace("b"), trace("c", sites=(RAWA,), day=date(2017, 11, 17), filed=date(2017, 11, 17))])
    assert linker.groups() == ((("a", "i1"), ("b", "i1")), (("c", "i1"),))
    (why,) = linker.reasons(linker.groups()[0])
    assert why.rule == "linking.across"
    assert "qaim" in why.note
    assert why.score > 0.5


def test_attacks_on_one_day_in_one_town_with_different_dead_stay_apart() -> None:
    words = {"baghdad": 1.0}
    first = trace(
        "a", kind="shooting", named=frozenset({("luis", "galan")}), fatal=True, tolls={"killed": (1, 1)}, words=words
    )
    second = trace(
        "b",
        kind="bombing",
        named=frozenset({("carlos", "pizarro")}),
        fatal=True,
        tolls={"killed": (20, 20)},
        words={"rawa": 1.0},
        targets=frozenset({"name:carlos-pizarro"}),
        actors=frozenset({"islamic-state"}),
    )
    assert len(link([first, second])) == 2


def test_one_person_is_killed_once_however_late_the_report() -> None:
    name = frozenset({("oscar", "arnulfo", "romero")})
    killing = trace("a", kind="assassination", named=name, fatal=True, words={"romero": 1.0})
    recap = trace(
        "b",
        kind="killing",
        named=frozenset({("arnulfo", "romero")}),
        fatal=True,
        filed=date(2018, 3, 1),
        words={"romero": 1.0},
        main=False,
    )
    assert len(link([killing, recap])) == 1


def test_two_incidents_of_one_report_are_never_joined() -> None:
    assert len(link([trace("a", "i1"), trace("a", "i2")])) == 2


def test_what_did_not_happen_is_not_what_did() -> None:
    assert len(link([trace("a"), trace("b", told="unreal")])) == 2


def test_a_trace_given_twice_counts_once() -> None:
    assert link([trace("a"), trace("a")]) == ((("a", "i1"),),)
