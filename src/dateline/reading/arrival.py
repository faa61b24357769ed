"""Arrivals: a report as it was read, and what there is to say about how it was read."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256

from dateline.errors import InputError
from dateline.model import Notice, Report

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class Original:
    """The bytes that a report was read from; the reports of one JSON array share theirs."""

    content: bytes = field(repr=False)

    @cached_property
    def sha256(self) -> str:
        """Their hash."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report came from: the file (its full path, or "stdin") and the entry in it, and the bytes there.

    `named`: whether the report brought its id along, rather than being given one by its file's name.
    """

    place: str
    original: Original
    named: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before it has its final id: its fields, notices about how it was read, and what it was read from.

    `entry` is where it stands in its file (":12", "[3]"), empty where it is all of it; `named` as in an Origin.
    """

    text: str
    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    notices: tuple[Notice, ...] = ()
    original: Original | None = None
    entry: str = ""
    named: bool = False

    def noticing(self, *notices: Notice) -> "Draft":
        """The same with more notices."""
        return replace(self, notices=self.notices + notices)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report, the notices of its reading (guessed encoding, replaced characters, a date to come), its origin."""

    report: Report
    notices: tuple[Notice, ...] = ()
    origin: Origin | None = None


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


def _word(words: str | None) -> str | None:
    return sound(words)[0] if words else None


def arrive(draft: Draft, identifier: str, today: date | None) -> Arrival:
    """Make the report. With `today` given, a later day of publication raises the notice `future-date`."""
    if not draft.text.strip():
        raise InputError("holds no text", identifier, "give the report's words")
    report = Report(
        id=identifier,
        text=draft.text,
        title=_word(draft.title),
        publisher=_word(draft.publisher),
        published=draft.published,
        url=_word(draft.url),
        language=_word(draft.language),
    )
    notices = draft.notices
    if today and report.published and report.published > today:
        message = f"published on {report.published}, which is after today ({today}); relative dates may be wrong"
        notices += (Notice(code="future-date", message=message),)
    return Arrival(report, notices)
