"""Plain statements of holding, as the whole coder reads them."""

from datetime import date

import pytest

from dateline.model import Control, Report
from dateline.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def stated(coder: Coder, text: str) -> list[Control]:
    return list(coder.code(Report(id="r", text=text, published=date(2017, 5, 4))).control)


def brief(coder: Coder, text: str) -> list[tuple[str, str | None]]:
    return [(c.place.text, c.part.text.strip() if c.part else None) for c in stated(coder, text)]


def test_a_plain_statement(coder: Coder) -> None:
    assert ("Mosul", None) in brief(coder, "Shells fell on the Islamic State-held city of Mosul in Iraq on Tuesday.")


def test_a_part_is_said_to_be_one(coder: Coder) -> None:
    found = brief(coder, "Shells fell on an Islamic State-held area of Mosul in Iraq on Tuesday.")
    assert [place for place, part in found if part is None] == []
    assert any(part and "area of" in part for _, part in found)


def test_nobody_holds_areas_of_a_country(coder: Coder) -> None:
    assert brief(coder, "Aid did not reach Islamic State-held areas in Iraq on Tuesday.") == []


def test_a_siege_is_no_holding(coder: Coder) -> None:
    assert brief(coder, "Mosul has been under government siege since 2016, residents said.") == []


def test_what_was_once_held_is_not_held(coder: Coder) -> None:
    assert brief(coder, "People returned to the once Islamic State-held town of Sinjar in Iraq.") == []


def test_since_when(coder: Coder) -> None:
    text = "Mosul in Iraq has been held by Islamic State since 2014, officials said on Tuesday."
    found = [c for c in stated(coder, text) if c.place.text == "Mosul"]
    assert [c.first.year for c in found if c.first] == [2014]
