from datetime import date

import pytest

from dateline.coding.attribution.standing import Standing
from dateline.coding.background import tell_background
from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.document import Document
from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import resolve_times
from dateline.encoder.reading import Act, Reading
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


def test_how_the_news_came_about_is_not_put_behind_it_by_its_tense(coder: Coder) -> None:
    record = coded(coder, LEAD + "The bomb had been planted by gunmen.")
    planted = next(event for event in record.events if event.trigger.text == "planted")
    assert planted.reasons["background"].rule == "encoder.background"


def test_days_go_before_the_encoder_s_reading_and_its_reading_before_none() -> None:
    text = "Troops shelled Loikaw on Wednesday after the fall of Kawlin. Rebels took Kawlin in March 2022."
    document = read_document(Report(id="r", text=text, published=DAY))
    times = resolve_times(document)
    frames = tuple(frame_at(document, word) for word in ("shelled", "fall", "took"))
    readings = (
        Reading((act_at(text, "shelled", 0.2), act_at(text, "fall", 0.9))),
        Reading((act_at(text, "took", 0.1),)),
    )
    found = tell_background(document, frames, times, (Standing(),) * 3, readings)
    assert [setting.background for setting in found] == [False, True, True]
    rules = ["encoder.background", "encoder.background", "background.long-past"]
    assert [setting.evidence.rule for setting in found] == rules
    assert [setting.evidence.score for setting in found[:2]] == [0.8, 0.9]


def frame_at(document: Document, word: str) -> Frame:
    start = document.text.index(word)
    sentence = document.sentence_at(start)
    assert sentence is not None
    mentions = resolve_times(document).mentions
    own = [t for t in mentions if word == "took" and t.start is not None and t.start > start]
    arguments = tuple(Argument("time", t.start, t.end) for t in own if t.start is not None and t.end is not None)
    tag = Tag("trigger", start, start + len(word), "attack")
    return Frame(sentence.index, tag, (sentence.start, sentence.end), arguments=arguments)


def act_at(text: str, word: str, background: float) -> Act:
    start = text.index(word)
    return Act(start, start + len(word), 0.9, (("attack", 0.9),), (("happened", 0.9),), background)


def test_a_headline_s_only_act_is_its_news() -> None:
    def told(text: str, words: tuple[str, ...], *shares: float) -> list[bool]:
        document = read_document(Report(id="r", text=text, published=DAY))
        acts = tuple(act_at(text, word, share) for word, share in zip(words, shares, strict=True))
        readings = (Reading(acts), *(Reading() for _ in document.sentences[1:]))
        frames = tuple(frame_at(document, word) for word in words)
        found = tell_background(document, frames, resolve_times(document), (Standing(),) * len(words), readings)
        return [setting.background for setting in found]

    assert told("Nine dead after attack near Loikaw", ("attack",), 0.9) == [False]
    assert told("Troops search Loikaw after attack", ("search", "attack"), 0.1, 0.9) == [False, True]
    assert told("The nine men died after an attack near Loikaw.", ("attack",), 0.9) == [True]


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
