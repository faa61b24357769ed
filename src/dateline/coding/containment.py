"""Containment: which occurrences a sentence tells only within another ("condemned the *attack*", "after the *raid*").

PLOVER and CAMEO code the outer act. CAMEO divides its verbal categories by the act that is spoken of (0356 agree to
pull back, 1056 demand it, 1246 refuse it, 138 threaten force); in PLOVER the content of a request, a refusal or a
threat is its *mode*. Their coders (TABARI, PETRARCH) read verbs; a noun in a verb's phrase is part of its meaning.
The record keeps these events, their status and the claims; only the crosswalk asks how they are told (`told`).
"""

import re
from collections.abc import Sequence
from typing import Literal

from dateline.codebook import Codebook
from dateline.coding.attribution.standing import Standing
from dateline.coding.content_clauses import between_triggers, is_matter, is_part, is_past, is_subject
from dateline.coding.roles.frames import Frame
from dateline.coding.text import closed
from dateline.coding.text.document import Document, Sentence
from dateline.frozen import frozen

How = Literal["matter", "part", "occasion", "aside", "ultimatum", "refusal"]
"""matter: what words, papers or proceedings are about; part: a noun in another act's phrase; occasion: when or why;

aside: not contained, but told in a clause beside the news ("*as* troops shelled the town", "*who* were abducted");
ultimatum: announced on a condition ("will pull out *unless*"), which makes it a threat; refusal: what somebody says
he *will not* do.
"""

_WORDY = frozenset(
    {"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "CONSULT", "SANCTION"}
)
_PROCEEDINGS = frozenset({"arrest", "trial"})
_UNTOLD = frozenset({"negated", "possible", "hypothetical"})
_REFUSING = re.compile(
    r"\b(?:(?:will|would|shall|could|can)(?: not|n[o']t| never)|cannot|won't|can't) (?:[a-z]+ly |ever |be )?$",
    re.IGNORECASE,
)
_REFUSABLE = frozenset({"AGREE", "CONCEDE", "RETREAT", "COOPERATE", "AID", "CONSULT"})
"""Categories that are a refusal when somebody says he will not."""
_ASIDES = closed.words("as while who whom which where whose")
_OCCASION = re.compile(
    r"\b(?:after|following|in the wake of|because of|due to|in (?:response|reaction|retaliation|reprisal|revenge) "
    r"(?:to|for)|over|since|despite|amid|during|scene of|sparked by|triggered by|prompted by|on the eve of|before)\b"
    r"(?:[^,;:.]{0,40}\b(?:of|by|in|at|on|with|between|and))?(?:\s+[\w'-]+){0,4}\s*$",
    re.IGNORECASE,
)


@frozen
class Within:
    """The frame (by number; None for an ultimatum) that holds this one, and how."""

    holder: int | None
    how: How


def find_containment(
    document: Document, frames: tuple[Frame, ...], standings: tuple[Standing, ...], codebook: Codebook
) -> tuple[Within | None, ...]:
    """For every frame, in order, what holds it; None for what the sentence tells in its own right."""
    found: list[Within | None] = []
    together = _by_sentence(frames)
    for number, frame in enumerate(frames):
        sentence = document.sentences[frame.sentence]
        holders = [
            other
            for other in together[frame.sentence]
            if other != number
            and _holds(document, frames[other], standings[other], codebook)
            and not _is_attribute(sentence, frames[other])
        ]
        held = _held(sentence, frames, number, holders, codebook) or _passed_on(sentence, frames, found, number)
        if held is None and standings[number].status == "planned" and _is_conditional(sentence, frame):
            held = Within(None, "ultimatum")
        if held is None and _is_refusal(document, frame, standings[number], codebook):
            held = Within(None, "refusal")
        if held is None and (news := _beside(sentence, frames, number, holders)) is not None:
            held = Within(news, "aside")
        found.append(held)
    return tuple(_occasions(document, frames, standings, found, codebook))


def _by_sentence(frames: Sequence[Frame]) -> dict[int, list[int]]:
    together: dict[int, list[int]] = {}
    for number, frame in enumerate(frames):
        together.setdefault(frame.sentence, []).append(number)
    return together


def _category(codebook: Codebook, frame: Frame) -> str | None:
    kind = codebook.kind(frame.kind)
    return kind.codes.get("plover") if kind is not None else None


def _holds(document: Document, frame: Frame, standing: Standing, codebook: Codebook) -> bool:
    if _category(codebook, frame) is None:
        return False
    return standing.status not in _UNTOLD or _is_refusal(document, frame, standing, codebook)


def _is_refusal(document: Document, frame: Frame, standing: Standing, codebook: Codebook) -> bool:
    if standing.status != "negated" or _category(codebook, frame) not in _REFUSABLE or frame.voice != "active":
        return False
    return _REFUSING.search(document.text, max(0, frame.trigger.start - 40), frame.trigger.start) is not None


def _is_attribute(sentence: Sentence, frame: Frame) -> bool:
    """Whether a participle only describes the noun behind it: "*striking* miners gave the government two days"."""
    words = sentence.between(frame.trigger.start, frame.trigger.end)
    if frame.voice == "noun" or len(words) != 1 or not (is_past(words[0].lower) or words[0].lower.endswith("ing")):
        return False
    place = sentence.tokens.index(words[0])
    before = sentence.classes[place - 1] if place else "det"
    behind = sentence.classes[place + 1] if place + 1 < len(sentence.classes) else "mark"
    return before in ("det", "adj", "num", "poss") and behind in ("noun", "adj")


def _describes(sentence: Sentence, frame: Frame) -> bool:
    """Whether a past form only describes a noun: "offered to free *detained* men", "to rebuild houses *burned* by"."""
    words = sentence.between(frame.trigger.start, frame.trigger.end)
    if len(words) != 1 or not is_past(words[0].lower):
        return False
    place = sentence.tokens.index(words[0])
    before = sentence.classes[place - 1] if place else "mark"
    behind = sentence.classes[place + 1] if place + 1 < len(sentence.classes) else "mark"
    if before in ("verb", "prep", "to", "det", "adj", "num", "poss"):
        return behind in ("noun", "adj", "name")
    following = sentence.tokens[place + 1].lower if place + 1 < len(sentence.tokens) else ""
    return frame.voice == "passive" and before == "noun" and following == "by"


def _beside(sentence: Sentence, frames: Sequence[Frame], number: int, holders: Sequence[int]) -> int | None:
    """The earlier news beside whose clause this one is told, or None."""
    frame = frames[number]
    if frame.voice == "noun":
        return None
    for other in holders:
        between = between_triggers(sentence, frames[other].trigger.end, frame.trigger.start)
        if frames[other].trigger.end <= frame.trigger.start and frames[other].voice != "noun":
            opener = next((t.lower for t, _ in reversed(between) if t.lower in _ASIDES or t.lower in (";", "but")), "")
            if opener in _ASIDES:
                return other
    return None


def _held(
    sentence: Sentence, frames: Sequence[Frame], number: int, holders: Sequence[int], codebook: Codebook
) -> Within | None:
    """What holds a frame: an earlier trigger, the nearest first; else a later one whose subject it stands in."""
    frame = frames[number]
    start, end = frame.trigger.start, frame.trigger.end
    told_by = "" if frame.voice == "noun" or _describes(sentence, frame) else _word_at(sentence, start)
    for other in reversed([n for n in holders if frames[n].trigger.end <= start]):
        holder, between = frames[other], between_triggers(sentence, frames[other].trigger.end, start)
        noun = holder.voice == "noun"
        spoken = _speaks(codebook, holder) and not _is_twin(codebook, frame, holder)
        if spoken and is_matter(between, told_by, noun=noun):
            return Within(other, "matter")
        if frame.voice == "noun" and is_part(between, noun=noun):
            return Within(other, "part")
    for other in [n for n in holders if frame.voice == "noun" and end <= frames[n].trigger.start]:
        holder, between = frames[other], between_triggers(sentence, end, frames[other].trigger.start)
        told_by = _word_at(sentence, holder.trigger.start)
        if _is_twin(codebook, holder, frame) and is_matter(between, told_by, noun=True):
            return Within(other, "part")
        if _speaks(codebook, holder) and holder.voice == "passive" and is_subject(between):
            return Within(other, "matter")
    return None


def _speaks(codebook: Codebook, frame: Frame) -> bool:
    """Whether a trigger's act is words or a proceeding, which are about something."""
    return _category(codebook, frame) in _WORDY or frame.kind in _PROCEEDINGS


def _is_twin(codebook: Codebook, deed: Frame, noun: Frame) -> bool:
    """Whether a verb tells again what a noun before it named: "gathered for a *rally* to protest the killings"."""
    category = _category(codebook, deed)
    return (
        deed.voice != "noun" and noun.voice == "noun" and category in _WORDY and category == _category(codebook, noun)
    )


def _passed_on(
    sentence: Sentence, frames: Sequence[Frame], found: Sequence[Within | None], number: int
) -> Within | None:
    """What a relative clause says of something contained is contained with it: "the attack *that killed* three"."""
    before = found[number - 1] if number else None
    if before is None or before.holder is None or frames[number - 1].sentence != frames[number].sentence:
        return None
    between = between_triggers(sentence, frames[number - 1].trigger.end, frames[number].trigger.start)
    relatives = [token for token, kind in between if kind == "rel" and token.lower not in ("when", "where")]
    return before if relatives else None


def _occasions(
    document: Document,
    frames: Sequence[Frame],
    standings: Sequence[Standing],
    found: Sequence[Within | None],
    codebook: Codebook,
) -> list[Within | None]:
    """Nouns that only date or explain something else that the same sentence tells."""
    kept, together = list(found), _by_sentence(frames)
    for number, frame in enumerate(frames):
        if found[number] is not None or frame.voice != "noun":
            continue
        lead = document.text[document.sentences[frame.sentence].start : frame.trigger.start]
        if not _OCCASION.search(lead[-100:]):
            continue
        news = next(
            (
                other
                for other in together[frame.sentence]
                if other != number
                and kept[other] is None
                and _holds(document, frames[other], standings[other], codebook)
            ),
            None,
        )
        if news is not None:
            kept[number] = Within(news, "occasion")
    return kept


def _word_at(sentence: Sentence, offset: int) -> str:
    return next((token.lower for token in sentence.tokens if token.end > offset), "")


def _is_conditional(sentence: Sentence, frame: Frame) -> bool:
    return any(token.lower == "unless" for token in sentence.between(frame.trigger.end, sentence.end))


def kinds_held(frames: Sequence[Frame], containment: Sequence[Within | None]) -> list[frozenset[str]]:
    """For every frame the kinds of what it contains as its matter or part."""
    held: list[frozenset[str]] = [frozenset()] * len(frames)
    for frame, within in zip(frames, containment, strict=True):
        if within is not None and within.holder is not None and within.how in ("matter", "part"):
            held[within.holder] |= {frame.kind}
    return held
