"""Arrivals: a report as it was read, and what there is to say about how it was read."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dateline.errors import InputError
from dateline.model import Notice, Report

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it has its final id: its fields, and notices about how it was read."""

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    notices: tuple[Notice, ...] = ()

    def noticing(self, *notices: Notice) -> "Draft":
        """The same with more notices."""
        return replace(self, notices=self.notices + notices)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report and the notices of its reading (guessed encoding, replaced characters, a date in the future)."""

    report: Report
    notices: tuple[Notice, ...] = ()


def sound(text: str) -> tuple[str, tuple[Notice, ...]]:
    """The text with every half of a surrogate pair replaced by U+FFFD, one for one, so that offsets stay.

    Such halves are no characters (a broken escape in JSON makes them); no file could be written with them.
    """
    found = LONE_SURROGATE.search(text)
    if not found:
        return text, ()
    fixed, number = LONE_SURROGATE.subn(REPLACEMENT, text)
    message = f"{number} broken character{'s' * (number > 1)} (halves of surrogate pairs) replaced by U+FFFD"
    return fixed, (Notice(code="encoding", message=message, start=found.start(), end=found.end()),)


def day_of(value: object) -> date:
    """A day from an ISO date or date and time ("2017-11-03", "2017-11-03T10:00:00Z"); the time is dropped.

    Raises ValueError for anything else.
    """
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no date")
    words = value.strip()
    if len(words) > 10 and words[10] not in "T t":
        raise ValueError(f"{value!r} is no date")
    return date.fromisoformat(words[:10])


def arrive(draft: Draft, identifier: str, today: date | None) -> Arrival:
    """Make the report. With `today` given, a later day of publication raises the notice `future-date`."""
    if not draft.text.strip():
        raise InputError("holds no text", identifier, "give the report's words")
    report = Report(
        id=identifier,
        text=draft.text,
        title=draft.title or None,
        publisher=draft.publisher or None,
        published=draft.published,
        url=draft.url or None,
        language=draft.language or None,
    )
    notices = draft.notices
    if today and report.published and report.published > today:
        message = f"published on {report.published}, which is after today ({today}); relative dates may be wrong"
        notices += (Notice(code="future-date", message=message),)
    return Arrival(report, notices)
