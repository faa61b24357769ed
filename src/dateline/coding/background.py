"""Background: what led here, recaps of years and habits, told apart from the news."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.coding.attribution.standing import Standing
from dateline.coding.attribution.weighing import act_of
from dateline.coding.roles.frames import Frame
from dateline.coding.text.document import Document
from dateline.coding.text.headlines import is_headline
from dateline.coding.times.resolve import Times
from dateline.encoder.reading import Act, Reading
from dateline.frozen import frozen
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
_LAID = re.compile(r"(?:planted|placed|hidden|left|laid|thrown|hurled)\b", re.IGNORECASE)
HEAD_CHARACTERS = 25
"""How far into a sentence a time or a summing-up word still heads it."""
_BEFORE = re.compile(r"\b(?:since|after|following)\b[^,;]*$", re.IGNORECASE)


@frozen
class Setting:
    """Whether a frame is background, and the words that say so."""

    background: bool
    evidence: Evidence


@frozen
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
    document: Document,
    frames: tuple[Frame, ...],
    times: Times,
    standings: tuple[Standing, ...],
    readings: tuple[Reading, ...],
) -> tuple[Setting, ...]:
    """One setting for every frame, in the frames' order: by its days, else by the encoder's reading."""
    at = {mention.start: mention for mention in times.mentions if mention.start is not None}
    told = Told(document, times, at, _oldest_news(document, times))
    settings: list[Setting] = []
    for number, (frame, standing) in enumerate(zip(frames, standings, strict=True)):
        own = _by_words(told, frame, standing)
        if number and standing.status == "happened" and _goes_on(told, own, settings[-1], frames[number - 1], frame):
            own = Setting(background=True, evidence=Evidence(rule=GOES_ON, score=0.6))
        settings.append(own)
    read = tuple(
        _by_reading(act_of(frame, readings)) if own.evidence.rule == UNTOLD else own
        for frame, own in zip(frames, settings, strict=True)
    )
    return _of_headline(document, frames, read)


def _of_headline(document: Document, frames: tuple[Frame, ...], read: tuple[Setting, ...]) -> tuple[Setting, ...]:
    """A headline tells news: if the encoder takes all of it for background ("11 dead after attack"), none of it is."""
    opening = [number for number, frame in enumerate(frames) if frame.sentence == 0]
    sentences = document.sentences
    if not opening or not is_headline(sentences[0]) or (len(sentences) > 1 and sentences[1].shouted):
        return read
    if any(read[number].evidence.rule != READ or not read[number].background for number in opening):
        return read
    news = Setting(background=False, evidence=Evidence(rule=HEADLINE, score=0.6, note="nothing else is its news"))
    return tuple(news if number in opening else setting for number, setting in enumerate(read))


UNTOLD, READ, HEADLINE = "background.none", "encoder.background", "background.headline"
LIKELY = 0.3
"""Share from which the encoder's word is taken. Corpus, own and real dev, F1: .65 and .60; at .5 .62 and .54."""
GOES_ON = "background.goes-on"
_DATED = ("background.long-past", "background.sentence-of-the-past", GOES_ON)


def _goes_on(told: Told, own: Setting, before: Setting, last: Frame, frame: Frame) -> bool:
    """Whether a frame without time words goes on telling what the sentence before it dated long past."""
    if own.evidence.rule != UNTOLD or before.evidence.rule not in _DATED:
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


def _by_words(told: Told, frame: Frame, standing: Standing) -> Setting:
    """By its own time words, else by those of its sentence, by its tense."""
    dated = _by_own_time(told, frame)
    if dated is not None:
        return dated
    evidence = _by_recap_words(told, frame) or _by_tense(told, frame, standing) or _by_sentence_time(told, frame)
    if evidence is not None:
        return Setting(background=True, evidence=evidence)
    return Setting(background=False, evidence=Evidence(rule=UNTOLD, score=0.6))


def _by_reading(act: Act | None) -> Setting:
    """What no day decides: the encoder's share. Habits, recaps and what led to the news are background to it."""
    if act is None:
        return Setting(background=False, evidence=Evidence(rule=UNTOLD, score=0.6))
    background = act.background >= LIKELY
    share = act.background if background else 1 - act.background
    return Setting(background, Evidence(rule=READ, score=round(share, 3), start=act.start, end=act.end))


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


def _by_tense(told: Told, frame: Frame, standing: Standing) -> Evidence | None:
    """By the pluperfect, past the first sentences, unless it is reported speech: news is told in the past tense."""
    if frame.sentence < 2 or frame.voice == "noun" or standing.saying is not None:
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
