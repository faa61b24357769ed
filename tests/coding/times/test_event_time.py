from datetime import date

import pytest

from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.document import Document
from dateline.coding.text.reading import read_document
from dateline.coding.times.event_time import time_of_event
from dateline.coding.times.notices import time_notices
from dateline.coding.times.resolve import Times, resolve_times
from dateline.model import Report, Time

FRIDAY = date(2017, 11, 3)


def read(text: str, published: date | None = FRIDAY) -> tuple[Document, Times]:
    document = read_document(Report(id="r", text=text, published=published))
    return document, resolve_times(document)


def frame_at(document: Document, trigger: str, clause: str = "", *arguments: Argument) -> Frame:
    start = document.text.index(trigger)
    sentence = document.sentence_at(start)
    assert sentence
    begin = document.text.index(clause) if clause else sentence.start
    end = begin + len(clause) if clause else sentence.end
    return Frame(sentence.index, Tag("trigger", start, start + len(trigger)), (begin, end), arguments=arguments)


def dated(text: str, trigger: str, clause: str = "", *, background: bool = False) -> Time | None:
    document, times = read(text)
    return time_of_event(frame_at(document, trigger, clause), document, times, background=background)


@pytest.mark.parametrize(
    ("text", "trigger", "clause", "words"),
    [
        ("Gunmen killed two men on Thursday.", "killed", "", "Thursday"),
        ("On Thursday, gunmen killed two men in Qaim.", "killed", "gunmen killed two men in Qaim", "Thursday"),
        ("They fled the town that troops seized in 2014 on Tuesday.", "seized", "that troops seized in 2014", "2014"),
        ("They fled on Tuesday after troops seized it on Monday.", "fled", "They fled on Tuesday", "Tuesday"),
    ],
)
def test_the_nearest_time_of_the_clause(text: str, trigger: str, clause: str, words: str) -> None:
    time = dated(text, trigger, clause)
    assert time is not None
    assert time.text == words


def test_the_day_of_a_saying_dates_no_event() -> None:
    time = dated("The army said on Friday that rebels had killed two men.", "killed")
    assert time is not None
    assert (time.text, time.first, time.last, time.basis) == (None, date(2017, 10, 31), FRIDAY, "publication")


def test_a_time_argument_wins() -> None:
    document, times = read("On Monday he fled and on Tuesday they killed him.")
    start = document.text.index("Monday")
    frame = frame_at(document, "killed", "", Argument("time", start, start + 6))
    time = time_of_event(frame, document, times, background=False)
    assert time is not None
    assert time.text == "Monday"


def test_what_happened_when_a_span_began_did_not_last() -> None:
    text = "The post was vacant since August, when rebels killed him."
    time = dated(text, "killed")
    assert time is not None
    assert (time.first, time.last) == (date(2017, 8, 1), date(2017, 8, 31))
    vacant = dated(text, "vacant")
    assert vacant is not None
    assert vacant.last is None


def test_lengths_and_days_to_come_date_nothing_that_happened() -> None:
    for text in ("After a 48-hour strike rebels killed a man.", "They killed the man who was to speak on 10 November."):
        time = dated(text, "killed")
        assert time is not None
        assert time.text is None


def test_the_day_of_a_saying_dates_the_saying_itself() -> None:
    time = dated("The army threatened revenge and warned on Tuesday.", "warned")
    assert time is not None
    assert time.text == "Tuesday"


def test_background_without_words_has_no_time() -> None:
    assert dated("Rebels had killed two men.", "killed", background=True) is None


def test_what_is_only_planned_is_not_put_into_the_days_before_publication() -> None:
    document, times = read("Rebels plan to kill two men.")
    assert time_of_event(frame_at(document, "kill"), document, times, background=False, status="planned") is None


def test_undated_news_without_publication_has_no_time() -> None:
    document, times = read("Rebels killed two men.", None)
    assert time_of_event(frame_at(document, "killed"), document, times, background=False) is None


def test_the_day_of_the_sentence_before_is_carried_within_a_paragraph() -> None:
    time = dated("Rebels came on Tuesday. They killed two men.", "killed")
    assert time is not None
    assert time.text == "Tuesday"
    other = dated("Rebels came on Tuesday.\n\nThey killed two men.", "killed")
    assert other is not None
    assert other.text is None


def test_a_printed_day_that_differs_is_queried() -> None:
    (notice,) = time_notices(*read("BOGOTA, 10 Jan 1990 (EFE) -- Gunmen", date(1990, 1, 14)))
    assert notice.code == "date-differs"
    assert "4 days later" in notice.message
    assert (notice.start, notice.end) == (8, 19)
    assert time_notices(*read("BOGOTA, 10 Jan 1990 (EFE) -- Gunmen", date(1990, 1, 10))) == ()
    assert time_notices(*read("Gunmen", date(1990, 1, 10))) == ()


def test_since_when_nothing_was_as_bad_dates_no_attack() -> None:
    told = dated("It was the deadliest attack on the army since 18 September 2016.", "attack")
    assert told is not None
    assert told.basis == "publication"
    marched = dated("The siege has lasted since 18 September 2016.", "siege")
    assert marched is not None
    assert marched.first == date(2016, 9, 18)
