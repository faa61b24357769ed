from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import Times, resolve_times
from dateline.model import Report, Time

FRIDAY = date(2017, 11, 3)


def read(text: str, published: date | None = FRIDAY) -> Times:
    return resolve_times(read_document(Report(id="r", text=text, published=published)))


def one(text: str, words: str, published: date | None = FRIDAY) -> Time:
    found = [time for time in read(text, published).mentions if time.text == words]
    assert found, [time.text for time in read(text, published).mentions]
    return found[0]


RESOLVED = [
    # sentence, words, TIMEX3 value, from, to
    ("Iraqi forces invaded Friday the center.", "Friday", "2017-11-03", "2017-11-03", "2017-11-03"),
    ("Abadi promised on Tuesday an end.", "Tuesday", "2017-10-31", "2017-10-31", "2017-10-31"),
    ("Delegations will meet on Tuesday.", "Tuesday", "2017-11-07", "2017-11-07", "2017-11-07"),
    ("He said on Thursday that talks will go on.", "Thursday", "2017-11-02", "2017-11-02", "2017-11-02"),
    ("They attacked last Friday.", "last Friday", "2017-10-27", "2017-10-27", "2017-10-27"),
    ("They attacked last week.", "last week", "2017-W43", "2017-10-23", "2017-10-29"),
    ("They will meet next month.", "next month", "2017-12", "2017-12-01", "2017-12-31"),
    ("He declared late October the launch.", "late October", "2017-10", "2017-10-21", "2017-10-31"),
    ("It fell in October.", "October", "2017-10", "2017-10-01", "2017-10-31"),
    ("It fell in December.", "December", "2016-12", "2016-12-01", "2016-12-31"),
    ("He will take over in September.", "September", "2018-09", "2018-09-01", "2018-09-30"),
    ("They want to sell, under a June agreement.", "June", "2017-06", "2017-06-01", "2017-06-30"),
    ("They hope to win a June election.", "June", "2018-06", "2018-06-01", "2018-06-30"),
    ("They fought from 1991 to 1997.", "1997", "1997", "1997-01-01", "1997-12-31"),
    ("The vote was held on September 25.", "September 25", "2017-09-25", "2017-09-25", "2017-09-25"),
    ("The vote was held on 20 May.", "20 May", "2017-05-20", "2017-05-20", "2017-05-20"),
    ("It was seized on 10 March.", "10 March", "2017-03-10", "2017-03-10", "2017-03-10"),
    ("The deadline was set for 10 November.", "10 November", "2017-11-10", "2017-11-10", "2017-11-10"),
    ("It will end on 30 December.", "30 December", "2017-12-30", "2017-12-30", "2017-12-30"),
    ("Held since 2014 by them.", "2014", "2014", "2014-01-01", None),
    ("He was killed in March 2015.", "March 2015", "2015-03", "2015-03-01", "2015-03-31"),
    ("It was taken three weeks ago.", "three weeks ago", "2017-W41", "2017-10-09", "2017-10-15"),
    ("He came yesterday evening.", "yesterday evening", "2017-11-02TEV", "2017-11-02", "2017-11-02"),
    ("They struck last night.", "last night", "2017-11-02TNI", "2017-11-02", "2017-11-02"),
    ("Troops invaded, early today, the center.", "early today", "2017-11-03TMO", "2017-11-03", "2017-11-03"),
    ("It began at 5 p.m. on Thursday.", "5 p.m. on Thursday", "2017-11-02T17:00", "2017-11-02", "2017-11-02"),
    ("It was built in the 1980s.", "the 1980s", "198", "1980-01-01", "1989-12-31"),
    ("It is now calm.", "now", "PRESENT_REF", "2017-11-03", "2017-11-03"),
    ("They recently fled.", "recently", "PAST_REF", None, "2017-11-03"),
    ("A war in the near future is feared.", "the near future", "FUTURE_REF", "2017-11-03", None),
    ("They fought from 3 to 5 May.", "3 to 5 May", "2017-05-03", "2017-05-03", "2017-05-05"),
    ("They fought between March and June.", "March", "2017-03", "2017-03-01", "2017-06-30"),
    ("Sales rose in the third quarter.", "the third quarter", "2017-Q3", "2017-07-01", "2017-09-30"),
    ("He died on 12/23/16 here.", "12/23/16", "2016-12-23", "2016-12-23", "2016-12-23"),
    ("He died on 30.04.2017 here.", "30.04.2017", "2017-04-30", "2017-04-30", "2017-04-30"),
    ("They left last summer.", "last summer", "2017-SU", "2017-06-01", "2017-08-31"),
    ("He was killed in January this year.", "January this year", "2017-01", "2017-01-01", "2017-01-31"),
    ("It fell in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996-01-01", "1996-12-31"),
    ("He was found on Thanksgiving Day.", "Thanksgiving Day", "2016-11-24", "2016-11-24", "2016-11-24"),
    ("He was shot on Good Friday 1998.", "Good Friday 1998", "1998-04-10", "1998-04-10", "1998-04-10"),
    ("Profit fell from a year ago.", "a year ago", "2016", "2016-01-01", "2016-12-31"),
    ("Two people were killed in 24 hours.", "24 hours", "PT24H", "2017-11-02", "2017-11-03"),
    ("Rebels opened fire in past week.", "past week", "P1W", "2017-10-27", "2017-11-03"),
    ("Clashes erupted in the past few days.", "the past few days", "PXD", "2017-10-25", "2017-11-03"),
    ("It was the bloodiest raid in two weeks.", "two weeks", "P2W", None, None),
    ("Police came after Sunday massacre.", "Sunday", "2017-10-29", "2017-10-29", "2017-10-29"),
    ("Killings in the Plateau, 1994-2008 (p. 41).", "1994-2008", "1994", "1994-01-01", "2008-12-31"),
    ("They were killed on Orthodox Easter 2016.", "Orthodox Easter 2016", "2016-05-01", "2016-05-01", "2016-05-01"),
    ("They fled a few days ago.", "a few days ago", "PAST_REF", "2017-10-25", "2017-11-03"),
    (
        "The strikes of the winter of nineteen ninety-four.",
        "winter of nineteen ninety-four",
        "1994-WI",
        "1994-12-01",
        "1995-02-28",
    ),
    ("Clashes broke out in Holy Week.", "Holy Week", "2017-W15", "2017-04-09", "2017-04-16"),
    ("He was shot despite the Easter truce in Ukraine, 2018.", "Easter", "2017-04-16", "2017-04-16", "2017-04-16"),
    ("Russian guns broke Easter 2018 calm.", "Easter 2018", "2018-04-08", "2018-04-08", "2018-04-08"),
    ("They fled on Orthodox Christmas.", "Orthodox Christmas", "2017-01-07", "2017-01-07", "2017-01-07"),
    ("Crowds gathered for Newroz.", "Newroz", "2017-03-21", "2017-03-21", "2017-03-21"),
    ("He was shot on Nigeria's Independence Day.", "Independence Day", "2017-10-01", "2017-10-01", "2017-10-01"),
    ("He was shot on Independence Day.", "Independence Day", "2017-07-04", "2017-07-04", "2017-07-04"),
    ("The town was shelled in Ramadan.", "Ramadan", "2017-05-26/2017-06-26", "2017-05-26", "2017-06-26"),
    ("A truce will start before Ramadan.", "Ramadan", "2018-05-15/2018-06-15", None, "2018-05-14"),
    ("They fell in Ramadan 1435.", "Ramadan 1435", "2014-06-28/2014-07-29", "2014-06-28", "2014-07-29"),
    (
        "A mine hit them on the first day of Muharram.",
        "the first day of Muharram",
        "2017-09-21/2017-09-23",
        "2017-09-21",
        "2017-09-23",
    ),
    ("A bomb hit the rites of Ashura 2016.", "Ashura 2016", "2016-10-11/2016-10-13", "2016-10-11", "2016-10-13"),
    ("They were freed for Eid al-Fitr.", "Eid al-Fitr", "2017-06-25/2017-06-29", "2017-06-25", "2017-06-29"),
    ("He was shot on Christmas Eve.", "Christmas Eve", "2016-12-24", "2016-12-24", "2016-12-24"),
]


@pytest.mark.parametrize(("text", "words", "timex", "first", "last"), RESOLVED, ids=[row[0] for row in RESOLVED])
def test_times_are_resolved(text: str, words: str, timex: str, first: str | None, last: str | None) -> None:
    time = one(text, words)
    assert time.timex == timex
    assert time.first == (first and date.fromisoformat(first))
    assert time.last == (last and date.fromisoformat(last))
    assert time.evidence is not None


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They fought for three weeks.", "P3W"),
        ("A two-year war ended.", "P2Y"),
        ("They fought for several days.", "PXD"),
        ("Clashes erupted in the past 24 hours.", "PT24H"),
    ],
)
def test_lengths_are_durations(text: str, timex: str) -> None:
    (time,) = read(text).mentions
    assert (time.type, time.timex) == ("DURATION", timex)


@pytest.mark.parametrize("text", ["They attack every Friday.", "He prays daily.", "They met on Fridays."])
def test_repeated_times_are_sets(text: str) -> None:
    (time,) = read(text).mentions
    assert (time.type, time.extent, time.first) == ("SET", "repeated", None)


@pytest.mark.parametrize(
    "text",
    [
        "They may attack.",
        "They will march on the capital.",
        "The 19 April Movement fled.",
        'The "9 May" People\'s Liberation Forces fled.',
        "About 2000 people fled.",
        "It cost $1990 to repair.",
        "At least 1950 soldiers died.",
        "He was the second man.",
        "Ramadan Saleh spoke, and Ali Rajab nodded.",
        "Police searched a house in Safar village.",
        "The fall of Mosul was quick.",
    ],
)
def test_other_words_are_no_times(text: str) -> None:
    assert read(text).mentions == ()


def test_the_days_in_focus_carry_later_words() -> None:
    text = "On September 25 the vote was held. The following day troops moved. A week later they struck."
    found = {time.text: time.first for time in read(text).mentions}
    assert found == {
        "September 25": date(2017, 9, 25),
        "The following day": date(2017, 9, 26),
        "A week later": date(2017, 10, 2),
    }


def test_a_january_report_on_december_means_the_year_before() -> None:
    time = one("Rebels attacked on 30 December.", "30 December", date(2018, 1, 5))
    assert time.first == date(2017, 12, 30)


def test_a_year_ago_means_the_same_quarter_where_quarters_are_compared() -> None:
    text = "Profit fell in the third quarter from a year ago. The year-ago quarter was good. The latest period was."
    assert [time.timex for time in read(text).mentions] == ["2017-Q3", "2016-Q3", "2016-Q3", "2017-Q3"]


def test_a_span_gives_no_day_to_clock_times() -> None:
    text = "A curfew is in effect since 30 August. The attack took place at 8:45 a.m."
    assert one(text, "8:45 a.m.").first == FRIDAY


def test_without_an_anchor_relative_times_stay_open() -> None:
    for text in ("It fell on Friday.", "It fell last week.", "It fell today.", "It fell on 3 May.", "Two days ago."):
        for time in read(text, None).mentions:
            assert time.first is None
            assert time.last is None
    assert one("It fell in 2014.", "2014", None).first == date(2014, 1, 1)


def test_the_printed_day_is_the_anchor() -> None:
    times = read("QAIM, Iraq, 3 Nov 2016 -- Troops left yesterday.", FRIDAY)
    assert (times.anchor, times.anchor_basis) == (date(2016, 11, 3), "dateline")
    assert [time.first for time in times.mentions] == [date(2016, 11, 3), date(2016, 11, 2)]
    assert times.mentions[0].basis == "dateline"


def test_shouted_wire_text() -> None:
    text = "SAN SALVADOR, 3 JAN 90 (EFE) -- [TEXT] TROOPS MAY ATTACK. A BOMB EXPLODED LAST NIGHT. HE WAS SEIZED IN MAY."
    assert [(t.text, t.timex) for t in read(text, None).mentions] == [
        ("3 JAN 90", "1990-01-03"),
        ("LAST NIGHT", "1990-01-02TNI"),
        ("MAY", "1989-05"),
    ]


@settings(deadline=None)
@given(st.text(), st.one_of(st.none(), st.dates()))
def test_any_text_is_survived(text: str, published: date | None) -> None:
    for time in read(text, published).mentions:
        assert time.text == text[time.start : time.end]


WORDS = "on|last|next|Friday|May|3|2014|1990|the|week|ago|years|two|a|million|since|until|from|to|İ|at|5|p.m.|early|\n"


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS.split("|"))).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_heap_of_time_words_is_survived(text: str, published: date | None) -> None:
    found = read(text, published).mentions
    for time, following in pairwise(found):
        assert (time.end or 0) <= (following.start or 0)


QAIM = Path(__file__).resolve().parents[3].parent / "shared" / "reports" / "qaim-2017-11-03.txt"


@pytest.mark.skipif(not QAIM.exists(), reason="the shared report on Qaim is not there")
def test_the_qaim_report() -> None:
    text = QAIM.read_text(encoding="utf-8")
    got = [(t.text, str(t.first), str(t.last)) for t in read(text).mentions]
    for wanted in (
        ("Friday", "2017-11-03", "2017-11-03"),
        ("late October", "2017-10-21", "2017-10-31"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014", "2014-01-01", "None"),
        ("Tuesday", "2017-10-31", "2017-10-31"),
        ("last week", "2017-10-23", "2017-10-29"),
        ("Thursday", "2017-11-02", "2017-11-02"),
        ("September 25", "2017-09-25", "2017-09-25"),
        ("early today", "2017-11-03", "2017-11-03"),
        ("earlier on the day", "2017-11-02", "2017-11-02"),
        ("October", "2017-10-01", "2017-10-31"),
    ):
        assert wanted in got


@pytest.mark.parametrize(
    "text", ['He told "This Week," a broadcast, so.', "This was VOA Today.", "He liked High Noon."]
)
def test_a_title_is_no_time(text: str) -> None:
    assert read(text).mentions == ()


@pytest.mark.parametrize(
    ("text", "words"), [("Today they left.", "Today"), ("Attack In Kabul Last Week Killed Six", "Last Week")]
)
def test_a_capital_that_a_sentence_or_headline_asks_for_makes_no_title(text: str, words: str) -> None:
    assert [time.text for time in read(text).mentions] == [words]


def test_to_death_does_not_look_ahead() -> None:
    time = one("He was shot to death on the night of Oct. 23.", "the night of Oct. 23", date(1999, 5, 5))
    assert time.timex == "1998-10-23TNI"
