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


def test_a_report_on_mali_is_not_about_a_town_in_portugal(coder: Coder) -> None:
    text = (
        "Bamako. Malian troops executed at least 500 people during an operation in the village of Moura, Mali. "
        "The government in Bamako said that terrorists had died in Moura. Mali rejected the report on Moura."
    )
    record = code(coder, text)
    assert all(place.country in ("ML", None) for place in record.mentions.places)
    assert record.events[0].kind == "execution"


def test_a_town_taken_is_no_prisoner_and_flight_gives_no_control(coder: Coder) -> None:
    record = code(coder, "Rebels captured Kawlin in Myanmar. Soldiers fled across the border into Mizoram in India.")
    assert not any(row.loss == "captured" for event in record.events for row in event.losses)
    assert not any(control.place.country == "IN" for control in record.control)


def test_bodies_handed_over_are_no_new_dead(coder: Coder) -> None:
    record = code(coder, "Russia returned the bodies of 757 soldiers, Ukraine said.")
    assert not any(event.losses for event in record.events)


def test_a_government_without_article_is_the_reports_own(coder: Coder) -> None:
    text = (
        "The Syrian army shelled Homs and Aleppo in Syria. The US-led coalition bombed Raqqa, the United States said. "
        "At least 18 people were killed in government air strikes in Aleppo."
    )
    event = next(e for e in code(coder, text).events if e.trigger.text == "air strikes")
    assert [actor.id for actor in event.actors] == ["SYR-GOV"]


def test_a_name_that_is_also_a_countrys_code_is_a_name(coder: Coder) -> None:
    record = code(coder, "Zaw Min Tun denied that the army of Myanmar had shelled the camp.")
    assert {place.country for place in record.mentions.places} <= {"MM"}
