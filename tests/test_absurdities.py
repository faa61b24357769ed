"""Readings that a careful coder would call absurd, each found in a real one's check of outputs against texts."""

from datetime import date

import pytest

from dateline.model import Record, Report
from dateline.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def code(coder: Coder, text: str) -> Record:
    return coder.code(Report(id="r", text=text, published=date(2024, 5, 10), language="en"))


def test_the_country_beyond_a_border_did_nothing(coder: Coder) -> None:
    text = "Islamic State militants launched an assault on a town on Syria's border with Turkey on Monday."
    event = code(coder, text).events[0]
    assert [actor.id for actor in event.actors] == ["islamic-state"]
