"""UCDP's and ACLED's precision codes from one scale."""

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Place, Time
from dateline.model.place import Precision
from dateline.rulebooks.precision import acled_when, acled_where, ucdp_when, ucdp_where


def place(precision: Precision | None, km: float | None = None) -> Place:
    return Place(start=0, end=1, text="x", precision=precision, uncertainty_km=km)


def days(count: int) -> Time:
    first = date(2017, 10, 1)
    return Time(first=first, last=first + timedelta(days=count - 1), basis="publication")


@pytest.mark.parametrize(
    ("precision", "km", "ucdp", "acled"),
    [
        ("exact", 1, 1, 1), ("town", 5, 1, 1), ("near", 12, 2, 2), ("near", None, 2, 2), ("near", 60, 5, 3),
        ("district", 30, 3, 2), ("admin1", 100, 4, 3), ("region", 200, 5, 3), ("country", 500, 6, None),
        ("sea", 300, 7, 3), (None, None, None, None),
    ],
)  # fmt: skip
def test_where(precision: Precision | None, km: float | None, ucdp: int | None, acled: int | None) -> None:
    assert (ucdp_where(place(precision, km)), acled_where(place(precision, km))) == (ucdp, acled)


def test_every_precision_has_a_code_of_ucdp() -> None:
    assert {ucdp_where(place(precision)) for precision in get_args(Precision)} == {1, 2, 3, 4, 5, 6, 7}


@pytest.mark.parametrize(
    ("count", "ucdp", "acled"),
    [
        (1, 1, 1),
        (2, 2, 2),
        (6, 2, 2),
        (7, 3, 2),
        (8, 4, 3),
        (31, 4, 3),
        (32, 5, None),
        (366, 5, None),
        (367, None, None),
    ],
)
def test_when(count: int, ucdp: int | None, acled: int | None) -> None:
    assert (ucdp_when(days(count)), acled_when(days(count))) == (ucdp, acled)


def test_an_open_or_unknown_time_has_no_code() -> None:
    for time in (None, Time(first=date(2014, 1, 1), basis="publication")):
        assert ucdp_when(time) is None
        assert acled_when(time) is None


@given(st.integers(1, 800), st.integers(1, 800))
def test_a_longer_interval_is_never_better_known(one: int, other: int) -> None:
    short, long = sorted((one, other))
    for code in (ucdp_when, acled_when):
        assert (code(days(short)) or 9) <= (code(days(long)) or 9)
