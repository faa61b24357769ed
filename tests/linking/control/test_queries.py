"""Questions to a chronicle: by day, by place, and how old an answer is."""

from tests.linking.control.statements import ARMY, LEAGUE, control, day, record

from dateline.linking.control.over import work_out_control_over
from dateline.linking.control.queries import HALF_LIFE, held_on, history_of, holders_on, sites_named

TOWN = "town 7"
REPORTS = (record("a", control("taken", LEAGUE, 10)), record("b", control("taken", ARMY, 100)))
CHRONICLE = work_out_control_over(REPORTS)


def who(number: int) -> list[tuple[str, int]]:
    return [(answer.tenure.holder.id, answer.age) for answer in holders_on(CHRONICLE, TOWN, day(number))]


def test_nobody_is_told_to_hold_it_before_the_first_report() -> None:
    assert who(9) == []


def test_who_held_it_day_by_day() -> None:
    assert who(10) == [("league", 0)]
    assert who(60) == [("league", 50)]
    assert who(101) == [("state IRQ", 1)]


def test_old_statements_are_less_sure_and_say_how_old_they_are() -> None:
    fresh, old = (holders_on(CHRONICLE, TOWN, day(100 + age))[0] for age in (0, HALF_LIFE))
    assert old.confidence == round(fresh.confidence / 2, 3)
    assert f"{HALF_LIFE} days before" in old.words
    assert "days before" not in fresh.words


def test_a_last_word_gives_way_to_a_later_word_of_somebody_else() -> None:
    chronicle = work_out_control_over(
        [record("a", control("stated", LEAGUE, 10)), record("b", control("stated", ARMY, 50))]
    )
    assert [a.tenure.holder.id for a in holders_on(chronicle, TOWN, day(30))] == ["league"]
    assert [a.tenure.holder.id for a in holders_on(chronicle, TOWN, day(60))] == ["state IRQ"]


def test_a_disputed_day_has_both_and_says_so() -> None:
    reports = [record("a", control("taken", LEAGUE, 10)), record("b", control("stated", LEAGUE, 40))]
    chronicle = work_out_control_over([*reports, record("c", control("stated", ARMY, 25))])
    answers = holders_on(chronicle, TOWN, day(25))
    assert {a.tenure.holder.id for a in answers} == {"league", "state IRQ"}
    assert all(a.disputed and "disputed" in a.words for a in answers)


def test_an_entry_lasts_as_long_as_it_is_told_of() -> None:
    chronicle = work_out_control_over([record("a", control("entered", ARMY, 10))])
    assert [a.tenure.level for a in holders_on(chronicle, TOWN, day(10))] == ["entered"]
    assert holders_on(chronicle, TOWN, day(11)) == ()


def test_all_places_on_a_day_and_one_places_history() -> None:
    assert set(held_on(CHRONICLE, day(20))) == {TOWN}
    assert held_on(CHRONICLE, day(1)) == {}
    assert [t.holder.id for t in history_of(CHRONICLE, TOWN)] == ["league", "state IRQ"]
    assert [site.id for site in sites_named(CHRONICLE, "toria")] == [TOWN]
    assert sites_named(CHRONICLE, "elsewhere") == ()
