from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.times import values as v
from dateline.coding.times.feasts import easter, islamic_day, orthodox_easter
from dateline.coding.times.words import fold, number_of, spoken_year

DAYS = st.dates(date(10, 1, 1), date(9998, 12, 31))


@given(DAYS, st.sampled_from("dwmqye"))
def test_a_unit_holds_its_day(day: date, unit: str) -> None:
    found = v.around(day, unit)
    assert found.first is not None
    assert found.last is not None
    assert found.first <= day <= found.last


@given(DAYS, st.sampled_from(["early", "mid", "late"]))
def test_a_part_lies_within_its_whole(day: date, part: v.Part) -> None:
    for whole in (v.month(day.year, day.month), v.year(day.year), v.season(day.year, "WI")):
        found = v.narrowed(whole, part)
        assert found.first is not None
        assert found.last is not None
        assert whole.first is not None
        assert whole.last is not None
        assert whole.first <= found.first <= found.last <= whole.last


def test_moving_by_months_stays_in_the_month() -> None:
    assert v.moved(date(2017, 3, 31), -1, "m") == date(2017, 2, 28)
    with pytest.raises(OverflowError):
        v.moved(date(2017, 3, 31), -3000, "y")


@pytest.mark.parametrize(("year", "day"), [(1998, (4, 12)), (2000, (4, 23)), (2017, (4, 16)), (2019, (4, 21))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(("year", "day"), [(2016, (5, 1)), (2017, (4, 16)), (2018, (4, 8)), (2022, (4, 24))])
def test_orthodox_easter(year: int, day: tuple[int, int]) -> None:
    assert orthodox_easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("islamic", "day"),
    [
        ((1438, 9, 1), (2017, 5, 27)),
        ((1435, 9, 1), (2014, 6, 29)),
        ((1400, 1, 1), (1979, 11, 21)),
        ((1, 1, 1), (622, 7, 19)),
    ],
)
def test_the_arithmetic_islamic_calendar(islamic: tuple[int, int, int], day: tuple[int, int, int]) -> None:
    """Against the tables of the calendar's months; the first day of all is 16 July 622 of the Julian calendar."""
    assert islamic_day(*islamic) == date(*day)


@pytest.mark.parametrize(
    ("words", "number"),
    [("three", 3), ("twenty-four", 24), ("a", 1), ("24", 24), ("a dozen", 12), ("several", None), ("1.5", 1.5)],
)
def test_numbers_in_words(words: str, number: float | None) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("words", "year"), [("nineteen ninety-six", 1996), ("two thousand", 2000), ("nineteen oh five", 1905)]
)
def test_years_in_words(words: str, year: int) -> None:
    assert spoken_year(words) == year


@given(st.text())
def test_folding_moves_no_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
