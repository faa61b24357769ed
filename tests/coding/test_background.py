from datetime import date

import pytest

from dateline.model import Record, Report
from dateline.pipeline import Coder

DAY = date(2023, 11, 30)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def coded(coder: Coder, text: str, title: str | None = None) -> Record:
    return coder.code(Report(id="r", text=text, title=title, published=DAY))


def background(record: Record, trigger: str) -> bool:
    return next(e.background for e in record.events if trigger in e.trigger.text)


LEAD = "Troops shelled the town of Loikaw on Wednesday. Two civilians were killed, a medic said. "


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        ("Rebels captured the town of Kawlin in March 2022.", "captured"),
        ("Since 2014 militants have bombed markets and schools.", "bombed"),
        ("Gunmen had attacked the same post.", "attacked"),
        ("So far this year, rebels have attacked forty posts.", "attacked"),
    ],
)
def test_what_led_here_is_background(coder: Coder, sentence: str, trigger: str) -> None:
    record = coded(coder, LEAD + sentence)
    assert background(record, trigger)
    assert not background(record, "shelled")


def test_how_the_news_came_about_is_news(coder: Coder) -> None:
    record = coded(coder, LEAD + "The bomb had been planted by gunmen.")
    assert not background(record, "planted")


def test_last_week_is_still_news(coder: Coder) -> None:
    assert not background(coded(coder, LEAD + "Rebels attacked an army camp on 22 November."), "attacked")


def test_a_monthly_round_up_tells_news_of_the_month(coder: Coder) -> None:
    text = "Rebels attacked an army camp on 3 November. Troops shelled Loikaw on 11 November."
    assert background(coded(coder, text), "attacked")
    assert not background(coded(coder, text, "Conflict round-up, November 2023"), "attacked")


def test_without_a_date_nothing_is_long_past(coder: Coder) -> None:
    record = coder.code(Report(id="r", text="Rebels attacked an army camp on 3 November 2019."))
    assert not background(record, "attacked")


def test_what_goes_on_telling_of_the_past_is_background_too(coder: Coder) -> None:
    record = coded(coder, LEAD + "Two cars exploded on 16 July 2022. The blast wounded 40 people.")
    assert background(record, "exploded")
    assert all(e.background for e in record.events if "blast" in (e.trigger.text, *(s.text for s in e.also)))


def test_weeks_after_it_an_attack_is_background(coder: Coder) -> None:
    record = coded(coder, LEAD + "Six weeks after the bombing of a school, parents marched through the town.")
    assert background(record, "bombing")
    assert not background(record, "marched")
