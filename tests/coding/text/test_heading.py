from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.text.heading import find_heading

HEADED = [
    # text, place, within, day, publisher, where the body begins
    ("SAN SALVADOR, 3 JAN 90 (DOMESTIC SERVICE) -- [TEXT] TROOPS", "SAN SALVADOR", None, date(1990, 1, 3),
     "DOMESTIC SERVICE", "TROOPS"),
    ("CLANDESTINE, 9 JAN 90 (RADIO LIBERTAD) -- [COMMENTARY] [TEXT] OUR", None, None, date(1990, 1, 9),
     "RADIO LIBERTAD", "OUR"),
    ("ESTELI (NICARAGUA), 4 MAY 89 (EL PAIS) -- [EDITORIAL] [TEXT] NEAR", "ESTELI", "NICARAGUA",
     date(1989, 5, 4), "EL PAIS", "NEAR"),
    ("SAN SALVADOR, NO DATE -- [SPEECH] [TEXT] SECOND", "SAN SALVADOR", None, None, None, "SECOND"),
    ("BOGOTA, 10 Jan (EFE) -- Gunmen", "BOGOTA", None, date(1990, 1, 10), "EFE", "Gunmen"),
    ("QAIM, Iraq, 3 Jan -- Troops", "QAIM", "Iraq", date(1990, 1, 3), None, "Troops"),
    ("NEW ORLEANS, Jan 12 (UPI) -- Gunfire", "NEW ORLEANS", None, date(1990, 1, 12), "UPI", "Gunfire"),
    ("BOHANNON, Va. (WAVY) — A man", "BOHANNON", "Va.", None, "WAVY", "A man"),
    ("NEWARK, N.J. _ A new", "NEWARK", "N.J.", None, None, "A new"),
    ("BAGHDAD (Reuters) - Iraqi forces", "BAGHDAD", None, None, "Reuters", "Iraqi forces"),
    ("KABUL, Afghanistan — The", "KABUL", "Afghanistan", None, None, "The"),
    ("Two dead in blast\n\nKABUL — The", "KABUL", None, None, None, "The"),
    ("Sun 16 Apr 2017 Two dead", None, None, date(2017, 4, 16), None, "Two dead"),
    ("30-11-2014 50 killed", None, None, date(2014, 11, 30), None, "50 killed"),
    ("Friday 05 Aug 2016 07:15 Rebels", None, None, date(2016, 8, 5), None, "Rebels"),
    ("Published October 1 2014 They", None, None, date(2014, 10, 1), None, "They"),
    ("Bridge falls to rebels Reuters Tuesday 4 Aug 2015 Troops", None, None, date(2015, 8, 4), "Reuters", "Troops"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "within", "day", "publisher", "body"), HEADED, ids=lambda v: str(v)[:30])
def test_headings_in_many_forms(
    text: str, place: str | None, within: str | None, day: date | None, publisher: str | None, body: str
) -> None:
    heading = find_heading(text, date(1990, 1, 12))
    assert heading is not None
    assert (heading.place and text[slice(*heading.place)]) == place
    assert (heading.within and text[slice(*heading.within)]) == within
    assert heading.day == day
    assert heading.publisher == publisher
    assert text[heading.end :] == body


@pytest.mark.parametrize(
    "text",
    [
        "Hamas fighters — who had crossed the border — fled.",
        "ISIS — the group that held the town — fled.",
        "On 3 November 2017 troops entered Qaim.",
        "November 3, 2017, was a Friday.",
        "UPDATE — Police say one man died.",
        "NORTHERN OSTRIA WEEKLY SECURITY REPORT - Week ending 3 May",
        "WE WILL FIGHT -- SAID THE COMMANDER -- AND THE TROOPS WILL FIGHT.",
        "Iraqi forces invaded Friday the center of Qaim.",
        "2. Aleppo: On March 4 2014 a shell fell on a market",
        "",
    ],
)
def test_sentences_are_no_headings(text: str) -> None:
    assert find_heading(text) is None


def test_a_day_without_its_year_needs_a_publication_near_it() -> None:
    text = "BOGOTA, 30 Dec (EFE) -- Gunmen"
    assert (found := find_heading(text, date(1990, 1, 2))) is not None
    assert found.day == date(1989, 12, 30)
    assert (found := find_heading(text, date(1990, 6, 2))) is not None
    assert found.day is None
    assert (found := find_heading(text)) is not None
    assert found.day is None


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    heading = find_heading(text)
    assert heading is None or 0 <= heading.start < heading.end <= len(text)


def test_a_dateline_may_end_in_a_colon_where_it_tells_a_full_date() -> None:
    found = find_heading("Srinagar, Feb 14, 2019: At least 40 troopers were killed.")
    assert found is not None
    assert found.day == date(2019, 2, 14)
    assert find_heading("Warning: At least 40 troopers were killed.") is None
