"""The time of an event: which of a report's times dates it, or what its silence allows."""

import bisect
import re
from datetime import date, timedelta

from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document, Sentence
from dateline.coding.times.resolve import Times
from dateline.coding.times.tense import direction_of, verb_between
from dateline.coding.times.values import day, month, year
from dateline.model import Evidence, Status, Time

NEWS_DAYS = 3
"""An undated event of the news lies in the three days before publication (UCDP's rule, CONVENTIONS "time")."""

_SAYING = re.compile(
    r"\b(?:said|says|saying|told|tells|announced|announcing|reported|reports|stated|stating|confirmed|confirming|added|"
    r"declared|claimed|denied|warned|disclosed|revealed|noted|condemned|informed|acknowledged|admitted|statement|"
    r"communique|press release|news conference|press conference|interview|spokes(?:man|woman|person)|tweeted|"
    r"wrote|quoted)"
    r"(?:[ ,]+(?:(?:to )?reporters|journalists|in an? (?:\w+ )?(?:statement|interview|communique|report|tweet)|"
    r"at an? (?:\w+ )?(?:conference|briefing)|here|(?-i:(?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})))?"
    r"[ ,]+(?:(?:on|late|early|earlier) ?)*$",
    re.IGNORECASE,
)


_SUPERLATIVE = re.compile(
    r"\b(?:first|worst|deadliest|biggest|largest|heaviest|bloodiest|fiercest|most)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_NOT_DONE: frozenset[Status] = frozenset(("planned", "called_for", "possible", "hypothetical", "habitual", "negated"))
_WHEN = re.compile(r",? when\b", re.IGNORECASE)


def time_of_event(
    frame: Frame,
    document: Document,
    times: Times,
    *,
    background: bool,
    goes_on: bool = False,
    status: Status = "happened",
) -> Time | None:
    """The time that dates a frame.

    In order: the time that is its argument; the nearest time of its clause; one of its sentence with no verb between;
    the one day that the sentence before it in the paragraph tells; for news, the days up to publication, without
    words. A day that dates the saying ("said on Friday that") dates no event. Background without words gets None
    unless it `goes_on` telling of the day before it, and so does what is planned, demanded, possible or denied: it
    did not happen on those days.
    """
    sentence = document.sentences[frame.sentence]
    told = [_of_when(document, time, frame) for time in _telling(times, sentence, frame)]
    own = [
        time
        for time in told
        if not _dates_saying(document, sentence, time, frame) and not _measures(document, sentence, time, frame)
    ]
    argued = [time for time in own if (time.start, time.end) in {argument.key for argument in frame.of("time")}]
    if argued:
        return _because(_nearest(frame, argued), "its time argument")
    inside = [time for time in own if _start(time) >= frame.clause[0] and _end(time) <= frame.clause[1]]
    if inside:
        return _because(_nearest(frame, inside), "the nearest time of its clause")
    beside = [time for time in own if _reaches(sentence, frame, time)]
    if beside:
        return _because(_nearest(frame, beside), "of its sentence, with no verb between")
    if status in _NOT_DONE or (background and not goes_on):
        return None
    return _carried(document, times, sentence) or (None if background else _undated(times))


def _telling(times: Times, sentence: Sentence, frame: Frame) -> list[Time]:
    """The sentence's times that say anything about days; days to come only for what is told to come."""
    found = [time for time in _of_sentence(times, sentence) if time.timex != "PRESENT_REF"]
    anchor = times.anchor
    if anchor is None or direction_of(sentence, frame.trigger.start, frame.trigger.end).ahead:
        return found
    return [time for time in found if time.first is None or time.first <= anchor]


def _of_when(document: Document, time: Time, frame: Frame) -> Time:
    """What happened in the clause of "since 1 August, when he was shot" happened on that day, not ever since."""
    if time.last or not time.first or frame.trigger.start < _end(time):
        return time
    if not _WHEN.match(document.text, _end(time)):
        return time
    ends = {4: year(time.first.year), 7: month(time.first.year, time.first.month), 10: day(time.first)}
    value = ends.get(len(time.timex or ""))
    return time.model_copy(update={"last": value.last, "extent": "within"}) if value else time


def _of_sentence(times: Times, sentence: Sentence) -> list[Time]:
    return [time for time in _between(times, sentence.start, sentence.end) if time.first or time.last]


def _between(times: Times, start: int, end: int) -> tuple[Time, ...]:
    """The times that begin between these offsets; they are ordered by start."""
    low = bisect.bisect_left(times.mentions, start, key=_start)
    high = bisect.bisect_left(times.mentions, end, key=_start)
    return times.mentions[low:high]


def _dates_saying(document: Document, sentence: Sentence, time: Time, frame: Frame | None = None) -> bool:
    """Whether a verb of saying stands before a time: it dates that verb, so no frame but that verb's own."""
    match = _SAYING.search(document.text, max(sentence.start, _start(time) - 80), _start(time))
    return match is not None and not (frame and match.start() < frame.trigger.end and frame.trigger.start < match.end())


def _measures(document: Document, sentence: Sentence, time: Time, frame: Frame) -> bool:
    """Whether a time says since when nothing was as bad ("the *deadliest* attack *since* 2016"): it dates no attack."""
    begin = max(sentence.start, _start(time) - 60)
    since = _SINCE.search(document.text, begin, min(len(document.text), _start(time) + 6))
    if since is None or frame.trigger.start > _start(time):
        return False
    return _SUPERLATIVE.search(document.text, max(sentence.start, frame.trigger.start - 60), since.start()) is not None


def _reaches(sentence: Sentence, frame: Frame, time: Time) -> bool:
    """Whether no other verb stands between a time outside the clause and the clause."""
    if _end(time) <= frame.clause[0]:
        return not verb_between(sentence, _end(time), frame.clause[0])
    return not verb_between(sentence, frame.clause[1], _start(time))


def _nearest(frame: Frame, found: list[Time]) -> Time:
    return min(found, key=lambda time: _rank(frame, time))


def _rank(frame: Frame, time: Time) -> tuple[bool, bool, int]:
    """Days before lengths and vague words, the nearest first."""
    vague = time.granularity == "unknown"
    distance = max(frame.trigger.start - _end(time), _start(time) - frame.trigger.end)
    return time.type == "DURATION", vague, distance


def _carried(document: Document, times: Times, sentence: Sentence) -> Time | None:
    """The one day of the sentence before, if it stands in the same paragraph."""
    if sentence.index == 0:
        return None
    before = document.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph:
        return None
    told = [t for t in _of_sentence(times, before) if not _dates_saying(document, before, t)]
    if len({(t.first, t.last) for t in told}) != 1 or told[0].first is None or told[0].first != told[0].last:
        return None
    return _because(told[0], "the day told in the sentence before it")


def _undated(times: Times) -> Time | None:
    if times.anchor is None:
        return None
    first = times.anchor - timedelta(days=NEWS_DAYS) if times.anchor > date.min + timedelta(days=NEWS_DAYS) else None
    note = f"news without a day of its own lies within {NEWS_DAYS} days before publication (UCDP)"
    return Time.model_validate({
        "first": first, "last": times.anchor, "granularity": "days", "basis": times.anchor_basis,
        "evidence": Evidence(rule="times.undated-news", score=0.3, note=note),
    })  # fmt: skip


def _because(time: Time, why: str) -> Time:
    evidence = time.evidence or Evidence(rule="times")
    note = f"{evidence.note}; {why}" if evidence.note else why
    return time.model_copy(update={"evidence": evidence.model_copy(update={"note": note})})


def _start(time: Time) -> int:
    return -1 if time.start is None else time.start


def _end(time: Time) -> int:
    return -1 if time.end is None else time.end
