from datetime import date
from io import StringIO

import pytest
from rich.console import Console, RenderableType

from dateline.model import Record, Report, head_of
from dateline.render.explanation import explanation_of, list_of_events, reasons_of
from dateline.render.occurrences import occurrences_of
from dateline.render.phrases import days_words, numbers, places_words
from dateline.render.table import table_of


def printed(what: RenderableType, width: int = 200) -> str:
    out = StringIO()
    Console(file=out, width=width).print(what)
    return out.getvalue()


def test_main_incident_first_then_news_then_background(record: Record) -> None:
    found = occurrences_of(record)
    assert [[event.id for event in one.tellings] for one in found] == [["e1", "e4"], ["e3"], ["e2"]]
    assert [one.is_main for one in found] == [True, False, False]
    assert [one.background for one in found] == [False, False, True]


def test_table_tells_every_column(report: Report, record: Record) -> None:
    text = printed(table_of(report, record))
    for words in (
        "★", "Army of X", "X Rebels", "Vela, North, XX", "2017-11-03", "14+ killed", "possible", "ministry",
        "denies", "e1 e4", "! odd: a <b>strange</b> thing", "control",
    ):  # fmt: skip
        assert words in text, words


def test_a_report_without_events_says_so(report: Report) -> None:
    assert "no events" in printed(table_of(report, Record(report=head_of(report))))


def test_table_fits_a_narrow_terminal_with_every_value(report: Report, record: Record) -> None:
    text = printed(table_of(report, record), 80)
    assert max(map(len, text.splitlines())) <= 80
    for words in ("Army of X", "2017-11-03", "14+ killed", "possible", "denies", "e1 e4", "retook; retake", "2014"):
        assert words in text, words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2014, 1, 1), date(2014, 12, 31), "2014"),
        (date(2017, 2, 1), date(2017, 2, 28), "2017-02"),
        (date(2017, 10, 21), date(2017, 10, 31), "2017-10-21 to 2017-10-31"),
        (date(2017, 11, 3), date(2017, 11, 3), "2017-11-03"),
        (date(2014, 1, 1), None, "2014-01-01 to …"),
    ],
)
def test_days_in_short(first: date, last: date | None, words: str) -> None:
    assert days_words(first, last) == words


@pytest.mark.parametrize(
    ("numbers_given", "words"),
    [
        ((14, 14, 14), "14"),
        ((14, 14, None), "14+"),
        ((24, 36, 99), "24–99, best 36"),
        ((None, None, 9), "≤ 9"),
        ((None, None, None), "?"),
        ((0, 0, 0), "0"),
    ],
)
def test_numbers_in_short(numbers_given: tuple[int | None, int | None, int | None], words: str) -> None:
    assert numbers(*numbers_given) == words


def test_explanation_gives_words_rule_score_and_what_lost(report: Report, record: Record) -> None:
    text = printed(explanation_of(report, record, "e1"))
    for words in (
        "cue:retake",
        "0.90",
        "places.country-context",
        "not Vela, YY",
        "“Friday”",
        "times.weekday",
        "no reason kept",
    ):
        assert words in text, words


def test_every_field_has_a_reason_line(report: Report, record: Record) -> None:
    fields = {reason.field for reason in reasons_of(report, record.events[0])}
    wanted = {"kind", "codes", "status", "told as", "actor", "target", "place", "time", "loss", "targeting"}
    assert wanted | {"who says so", "confidence"} == fields


def test_places_are_named_once_with_their_way(record: Record) -> None:
    vela = record.events[0].places[0]
    to = vela.model_copy(update={"role": "destination"})
    assert places_words([to]) == "to Vela, North, XX (near, ±5 km)"
    assert places_words([to, vela]) == "Vela, North, XX (near, ±5 km)"
    country = vela.model_copy(update={"name": "Xland", "admin1": None, "precision": "country"})
    assert places_words([country]) == "Xland"


def test_list_of_events_shows_ids(report: Report, record: Record) -> None:
    assert all(name in printed(list_of_events(report, record)) for name in ("e1", "e2", "e3", "e4"))
