"""Speakers named in square brackets."""

import pytest

from dateline.coding.attribution.transcripts import speakers_of
from dateline.coding.text.reading import read_document
from dateline.model import Report


def speeches(text: str) -> list[tuple[str, str, str]]:
    found = speakers_of(read_document(Report(id="r", text=text)))
    return [(text[slice(*s.source)], text[slice(*s.content)], s.rule) for s in found]


def test_an_interview() -> None:
    text = (
        "LIMA, 28 APR 89 -- [TEXT] [BEGIN RECORDING] [REPORTER] MR MINISTER, WHAT HAPPENED?\n\n"
        "[ROJAS] TWO [WORDS INDISTINCT] WERE BURNED.\n\nNOBODY WAS HURT. [QUESTION] BY WHOM? [ROJAS] WE DO NOT KNOW. "
        "[END RECORDING] THE MINISTER LEFT."
    )
    assert speeches(text) == [
        ("REPORTER", "MR MINISTER, WHAT HAPPENED?", "sayings.question"),
        ("ROJAS", "TWO [WORDS INDISTINCT] WERE BURNED.\n\nNOBODY WAS HURT.", "sayings.transcript"),
        ("QUESTION", "BY WHOM?", "sayings.question"),
        ("ROJAS", "WE DO NOT KNOW.", "sayings.transcript"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "THE FARABUNDO MARTI FRONT [FMLN] ATTACKED. [FMLN] GUERRILLAS FLED.",
        "“It was late. [Rojas] Never came,” she said.",
        "[TEXT] THE ARMY WITHDREW. [PASSAGE OMITTED] THE ROAD IS OPEN.",
        "[He] went on to say that the road was open.",
        "[] [ ] [x] [[A]] [A]",
    ],
)
def test_brackets_that_name_no_speaker(text: str) -> None:
    assert speeches(text) == []
