"""Background: what led here, recaps of years and habits, told apart from the news."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.coding.attribution.standing import Standing
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.coding.times.resolve import Times
from dateline.model import Evidence, Time

NEWS_DAYS = 14
"""An event whose words put it more than this many days before publication is background; follow-ups of the same
fortnight are still news."""
ROUND_UP_DAYS = 45
"""The same for a report that says of itself that it sums up a month."""

_ROUND_UP = re.compile(
    r"\b(?:round-?\s?up|monthly|bulletin|situation (?:report|update)|overview|summary of (?:events|incidents)|"
    r"(?:this|over the|during the|in the course of the|for the month of) month)\b",
    re.IGNORECASE,
)

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
_AFTERMATH = re.compile(
    r"\b(?:weeks?|months?|years?|decades?) (?:after|since|following)\b"
    r"(?:\s+(?:the|a|an|their|its|his|her))?(?:\s+\w+){0,2}\s*$",
    re.IGNORECASE,
)
_LAID = re.compile(r"(?:planted|placed|hidden|left|laid|thrown|hurled)\b", re.IGNORECASE)
HEAD_CHARACTERS = 25
"""How far into a sentence a time or a summing-up word still heads it."""
_BEFORE = re.compile(r"\b(?:since|after|following)\b[^,;]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Setting:
    """Whether a frame is background, and the words that say so."""

    background: bool
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Told:
    """A report, its times (`at`: by offset), and the day before which what it tells is no longer news (None without a
    date).
    """

    document: Document
    times: Times
    at: Mapping[int, Time]
    oldest: date | None

    def long_past(self, time: Time) -> bool:
        """Whether the words put it well before the report, or since a day well before it."""
        if self.oldest is None:
            return False
        if time.last is not None and time.last < self.oldest:
            return True
        return time.first is not None and time.first < self.oldest and time.extent in ("span", "repeated")


def tell_background(
    document: Document, frames: tuple[Frame, ...], times: Times, standings: tuple[Standing, ...]
) -> tuple[Setting, ...]:
    """One setting for every frame, in the frames' order. A report's first sentence is never background by tense."""
    at = {mention.start: mention for mention in times.mentions if mention.start is not None}
    told = Told(document, times, at, _oldest_news(document, times))
    settings: list[Setting] = []
    for number, (frame, standing) in enumerate(zip(frames, standings, strict=True)):
        own = _setting(told, frame, standing)
        if number and standing.status == "happened" and _goes_on(told, own, settings[-1], frames[number - 1], frame):
            own = Setting(background=True, evidence=Evidence(rule=GOES_ON, score=0.6))
        settings.append(own)
    return tuple(settings)


GOES_ON = "background.goes-on"
_DATED = ("background.long-past", "background.sentence-of-the-past", GOES_ON)


def _goes_on(told: Told, own: Setting, before: Setting, last: Frame, frame: Frame) -> bool:
    """Whether a frame without time words goes on telling what the sentence before it dated long past."""
    if own.evidence.rule != "background.none" or before.evidence.rule not in _DATED:
        return False
    sentences = told.document.sentences
    here, there = sentences[frame.sentence], sentences[last.sentence]
    if here.paragraph != there.paragraph or here.index - there.index > 1:
        return False
    return not any(here.start <= start < here.end for start in told.at)


def _oldest_news(document: Document, times: Times) -> date | None:
    if times.anchor is None:
        return None
    opening = " ".join(s.text for s in document.sentences[:OPENING_SENTENCES])
    sums_up = _ROUND_UP.search(document.report.title or "") or _ROUND_UP.search(opening)
    days = min(ROUND_UP_DAYS if sums_up else NEWS_DAYS, (times.anchor - date.min).days)
    return times.anchor - timedelta(days=days)


OPENING_SENTENCES = 3


def _setting(told: Told, frame: Frame, standing: Standing) -> Setting:
    dated = _by_own_time(told, frame)
    if dated is not None:
        return dated
    for rule in (_by_recap_words, _by_aftermath, _by_tense, _by_sentence_time):
        evidence = rule(told, frame)
        if evidence is not None:
            return Setting(background=True, evidence=evidence)
    if standing.status == "habitual":
        return Setting(background=True, evidence=Evidence(rule="background.habit", score=0.7))
    return Setting(background=False, evidence=Evidence(rule="background.none", score=0.6))


def _by_own_time(told: Told, frame: Frame) -> Setting | None:
    """By the event's own time words: long past is background, recent is news."""
    own = [told.at[argument.start] for argument in frame.of("time") if argument.start in told.at]
    for time in own:
        if told.long_past(time):
            return Setting(background=True, evidence=_because("background.long-past", time))
    recent = next((t for t in own if t.first and t.last and (t.last - t.first).days <= ROUND_UP_DAYS), None)
    return Setting(background=False, evidence=_because("background.recent-time", recent)) if recent else None


def _by_recap_words(told: Told, frame: Frame) -> Evidence | None:
    """By words that sum up months or years, in the clause or at the sentence's head."""
    sentence = told.document.sentences[frame.sentence]
    recap = _RECAP.search(told.document.text, *frame.clause) or _RECAP.search(
        told.document.text, sentence.start, min(sentence.start + HEAD_CHARACTERS, sentence.end)
    )
    if recap is None or frame.sentence == 0:
        return None
    return Evidence(rule="background.recap-words", score=0.9, start=recap.start(), end=recap.end())


def _by_aftermath(told: Told, frame: Frame) -> Evidence | None:
    """By the weeks or years that the words themselves put behind it ("six weeks after the bombing")."""
    begin = max(told.document.sentences[frame.sentence].start, frame.trigger.start - 60)
    after = _AFTERMATH.search(told.document.text, begin, frame.trigger.start)
    if after is None:
        return None
    return Evidence(rule="background.aftermath", score=0.8, start=after.start(), end=after.end())


def _by_tense(told: Told, frame: Frame) -> Evidence | None:
    """By the pluperfect, past the first sentences: the news itself is told in the past tense."""
    if frame.sentence < 2 or frame.voice == "noun":
        return None
    if _LAID.match(told.document.text, frame.trigger.start):
        return None  # "the bomb had been planted by": how the news came about
    begin = max(told.document.sentences[frame.sentence].start, frame.trigger.start - 30)
    pluperfect = _PLUPERFECT.search(told.document.text[begin : frame.trigger.start])
    return Evidence(rule="background.pluperfect", score=0.6, note=pluperfect.group().strip()) if pluperfect else None


def _by_sentence_time(told: Told, frame: Frame) -> Evidence | None:
    """By a long past time that heads the sentence or that *since* or *after* puts before it."""
    sentence = told.document.sentences[frame.sentence]
    for time in told.times.mentions:
        if time.start is None or not sentence.start <= time.start < sentence.end or not told.long_past(time):
            continue
        lead = told.document.text[sentence.start : time.start]
        if _BEFORE.search(lead[-12:]) or len(lead) < HEAD_CHARACTERS:
            return _because("background.sentence-of-the-past", time, 0.7)
    return None


def _because(rule: str, time: Time, score: float = 0.9) -> Evidence:
    return Evidence(rule=rule, score=score, start=time.start, end=time.end)
