"""Background: what led here, recaps of years and habits, told apart from the news."""

import re
from dataclasses import dataclass
from datetime import timedelta

from dateline.coding.attribution.standing import Standing
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.model import Evidence, Time

NEWS_DAYS = 14
"""An event whose words put it more than this many days before publication is background: weekly round-ups and
follow-ups of the same fortnight are still news."""

_RECAP = re.compile(
    r"\b(?:so far|to date|in the past|previously|historically|years ago|months ago|long[- ]running|"
    r"over the (?:past|last) (?:few |several |\w+ )?(?:months|years|decades?)|"
    r"in (?:recent|past|previous) (?:months|years|decades)|during the (?:war|civil war|conflict|dictatorship)|"
    r"since (?:the (?:start|beginning|outbreak|fall|war|end)|independence))\b",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(
    r"\bhad(?:\s+(?:also|already|been|earlier|previously|since|not|never|\w+ly))*\s*$", re.IGNORECASE
)
HEAD_CHARACTERS = 25
"""How far into a sentence a time or a summing-up word still heads it."""
_BEFORE = re.compile(r"\b(?:since|after|following)\b[^,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """Whether a frame is background, and the words that say so."""

    background: bool
    evidence: Evidence


def tell_background(
    document: Document, frames: tuple[Frame, ...], times: Times, standings: tuple[Standing, ...]
) -> tuple[Setting, ...]:
    """One setting for every frame, in the frames' order. A report's first sentence is never background by tense."""
    return tuple(_setting(document, frame, times, standing) for frame, standing in zip(frames, standings, strict=True))


def _setting(document: Document, frame: Frame, times: Times, standing: Standing) -> Setting:
    dated = _by_own_time(frame, times)
    if dated is not None:
        return dated
    for rule in (_by_recap_words, _by_tense, _by_sentence_time):
        evidence = rule(document, frame, times)
        if evidence is not None:
            return Setting(background=True, evidence=evidence)
    if standing.status == "habitual":
        return Setting(background=True, evidence=Evidence(rule="background.habit", score=0.7))
    return Setting(background=False, evidence=Evidence(rule="background.none", score=0.6))


def _by_own_time(frame: Frame, times: Times) -> Setting | None:
    """By the event's own time words: long past is background, recent is news."""
    told = {mention.start: mention for mention in times.mentions if mention.start is not None}
    own = [told[argument.start] for argument in frame.of("time") if argument.start in told]
    for time in own:
        if _long_past(time, times):
            return Setting(background=True, evidence=_because("background.long-past", time))
    if any(time.last is not None for time in own):
        return Setting(background=False, evidence=_because("background.recent-time", own[0]))
    return None


def _by_recap_words(document: Document, frame: Frame, times: Times) -> Evidence | None:
    """By words that sum up months or years, in the clause or at the sentence's head."""
    del times
    sentence = document.sentences[frame.sentence]
    recap = _RECAP.search(document.text, *frame.clause) or _RECAP.search(
        document.text, sentence.start, min(sentence.start + HEAD_CHARACTERS, sentence.end)
    )
    if recap is None or frame.sentence == 0:
        return None
    return Evidence(rule="background.recap-words", score=0.9, start=recap.start(), end=recap.end())


def _by_tense(document: Document, frame: Frame, times: Times) -> Evidence | None:
    """By the pluperfect, past the first sentences: the news itself is told in the past tense."""
    del times
    if frame.sentence < 2 or frame.voice == "noun":
        return None
    begin = max(document.sentences[frame.sentence].start, frame.trigger.start - 30)
    pluperfect = _PLUPERFECT.search(document.text[begin : frame.trigger.start])
    return Evidence(rule="background.pluperfect", score=0.6, note=pluperfect.group().strip()) if pluperfect else None


def _by_sentence_time(document: Document, frame: Frame, times: Times) -> Evidence | None:
    """By a long past time that heads the sentence or that *since* or *after* puts before it."""
    sentence = document.sentences[frame.sentence]
    for time in times.mentions:
        if time.start is None or not sentence.start <= time.start < sentence.end or not _long_past(time, times):
            continue
        lead = document.text[sentence.start : time.start]
        if _BEFORE.search(lead[-12:]) or len(lead) < HEAD_CHARACTERS:
            return _because("background.sentence-of-the-past", time, 0.7)
    return None


def _long_past(time: Time, times: Times) -> bool:
    """Whether the words put it well before the report, or since a day well before it."""
    if times.anchor is None:
        return False
    limit = times.anchor - timedelta(days=NEWS_DAYS)
    if time.last is not None and time.last < limit:
        return True
    return time.first is not None and time.first < limit and time.extent in ("span", "repeated")


def _because(rule: str, time: Time, score: float = 0.9) -> Evidence:
    return Evidence(rule=rule, score=score, start=time.start, end=time.end)
