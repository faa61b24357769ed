"""Standing: did it happen, who says so, and how sure are they?"""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from dateline.codebook import Codebook
from dateline.codebook.cues import Cues
from dateline.coding.attribution.denials import Denial, disowned, find_denials
from dateline.coding.attribution.nominals import rule_on_noun
from dateline.coding.attribution.ruling import Governors, Ruling, governors_of
from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.verbs import rule_on_verb
from dateline.coding.attribution.weighing import Weighed, act_of, weigh
from dateline.coding.attribution.wording import (
    ADJECTIVAL,
    COORDINATORS,
    SUBORDINATORS,
    Wording,
    is_negator,
    is_verbal,
    word_sentence,
)
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.wordclass import class_of
from dateline.coding.text.document import Document
from dateline.encoder.reading import Reading
from dateline.frozen import frozen
from dateline.model import About, Evidence, Stance, Status

_HEDGE_REACH = 12
_NOUNS_AFTER_TO = frozenset({"death", "jail", "prison", "war", "court", "exile", "trial", "safety", "power", "custody"})
_PRESUPPOSING = frozenset({"praise", "call", "deny", "ask", "reject", "refuse", "unsaid"})
"""Sorts of saying that take the occurrence for granted: who condemns an attack, or does not
say whether it was, is not who tells of it."""
_PRESUPPOSING_CUES = ("speech.accuse.condemn", "speech.accuse.denounce", "speech.accuse.criti")
_TALKS = frozenset({"meeting", "mediation", "ceasefire", "agreement", "call", "visit", "cooperation"})
_REAL = frozenset({"happened", "ongoing", "attempted"})
_CLAIMED = frozenset({"accuse", "claim responsibility"})
_DENIED_ONLY = 0.5
"""Certainty of an occurrence that the report knows from its denial alone."""
_CLAUSE_OPENERS = COORDINATORS | SUBORDINATORS
_CLAUSE_MARKS = SUBORDINATORS | {";", ":", "“", "”"}


@frozen
class Standing:
    """How one frame stands: its status, which saying it rests on (index into the sayings, None: the report's own
    word), what is claimed of it, how sure (0..1), whose denials stand against it, and the words that decided.
    """

    status: Status = "happened"
    saying: int | None = None
    stance: Stance = "asserts"
    about: About = "occurrence"
    certainty: float = 1.0
    denials: tuple[Denial, ...] = ()
    reasons: Mapping[str, Evidence] = field(default_factory=dict)


def judge_standings(
    document: Document,
    frames: tuple[Frame, ...],
    sayings: tuple[Saying, ...],
    readings: tuple[Reading, ...],
    cues: Cues,
    codebook: Codebook,
) -> tuple[Standing, ...]:
    """One standing for every frame, in the frames' order."""
    governors: dict[int, Governors] = {}
    for frame in frames:
        if frame.sentence not in governors:
            governors[frame.sentence] = governors_of(word_sentence(document.sentences[frame.sentence], (), cues))
    rulings = [_ruling(governors[frame.sentence], frame) for frame in frames]
    weighed = [
        weigh(ruling, None if _holds_no(document, frame) else act_of(frame, readings))
        for frame, ruling in zip(frames, rulings, strict=True)
    ]
    real = {i for i, found in enumerate(weighed) if found.status in _REAL}
    denials = find_denials(document, frames, sayings, codebook, real)
    standings = [
        _standing(governors[frame.sentence], frame, (ruling, found), sayings, denials.get(number, ()))
        for number, (frame, ruling, found) in enumerate(zip(frames, rulings, weighed, strict=True))
    ]
    held = [(i, s.saying) for i, s in enumerate(standings) if s.status == "negated" and s.saying is not None]
    for index, more in disowned(document, frames, sayings, held, real).items():
        standings[index] = replace(standings[index], denials=(*standings[index].denials, *more))
    return tuple(standings)


def _holds_no(document: Document, frame: Frame) -> bool:
    """Whether the trigger's own words say no ("will not withdraw", a refusal that took place)."""
    words = document.text[frame.trigger.start : frame.trigger.end].lower().split()
    return any(is_negator(word) for word in words)


def _standing(
    governors: Governors,
    frame: Frame,
    judged: tuple[Ruling | None, Weighed],
    sayings: Sequence[Saying],
    denials: tuple[Denial, ...],
) -> Standing:
    reasons: dict[str, Evidence] = {}
    wording = governors.wording
    ruling, weighed = judged
    status = weighed.status
    certainty = ruling.certainty if ruling and weighed.act is None else 1.0
    reasons["status"] = weighed.evidence(_status_evidence(wording, ruling))
    hedge = _hedge(governors, frame)
    if hedge is not None:
        certainty *= hedge.certainty
        reasons["certainty"] = _evidence(wording, hedge, "hedged")
    index = _covering(frame, sayings)
    if index is not None:
        saying = sayings[index]
        certainty *= saying.certainty
        reasons["claim"] = _claim_evidence(saying)
    if (index is None or sayings[index].attribution.source is None) and _only_denied(frame, sayings, denials):
        certainty *= _DENIED_ONLY
    doubt = None if index is not None else _unsaid(frame, sayings)
    if doubt is not None:
        certainty *= doubt.certainty
        reasons["claim"] = _claim_evidence(doubt)
    about: About = "authorship" if index is not None and sayings[index].sort in _CLAIMED else "occurrence"
    return Standing(status, index, "asserts", about, round(certainty, 3), denials, reasons)


def _ruling(governors: Governors, frame: Frame) -> Ruling | None:
    tokens = governors.wording.tokens
    inside = [i for i, t in enumerate(tokens) if frame.trigger.start <= t.start and t.end <= frame.trigger.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    noun = _is_noun(governors.wording, frame, first)
    ruling = rule_on_noun(governors, first, last) if noun else rule_on_verb(governors, first)
    above = rule_on_verb(governors, first) if noun and _clause_rules(governors.wording, first) else None
    if ruling is None and above is not None and above.status in ("hypothetical", "negated"):
        return above
    if ruling is not None and ruling.rule.startswith("cue:attempt.attempted") and frame.kind in _TALKS:
        return replace(ruling, status="happened")  # failed talks were held
    return ruling


def _is_noun(wording: Wording, frame: Frame, first: int) -> bool:
    """Whether the trigger names the occurrence as a noun, whatever its look-alikes are elsewhere."""
    if frame.voice == "passive":
        return False
    if wording.word(first - 1) == "to" and wording.words[first] in _NOUNS_AFTER_TO:
        return True
    if wording.word(first - 1).endswith(ADJECTIVAL) and not wording.words[first].endswith(("ed", "ing")):
        return True
    if frame.voice == "noun" or class_of(wording.tokens, first) == "noun":
        return not is_verbal(wording, first)
    return False


def _clause_rules(wording: Wording, first: int) -> bool:
    """Whether "if" or "that" stands left of a noun within its clause: "if an attack"."""
    for position in range(first - 1, max(-1, first - 6), -1):
        word = wording.words[position]
        if word in {"if", "whether"} and wording.word(position + 1) == "the":
            return False  # "it is not known if the arrest": it took place
        if word in {"if", "unless", "that", "whether"}:
            return True
        if word in _CLAUSE_OPENERS or not word[:1].isalpha():
            return False
    return False


def _hedge(governors: Governors, frame: Frame) -> Ruling | None:
    """A hedging adverb in the trigger's clause: "reportedly fled", or an adjective before it: "alleged attack"."""
    wording = governors.wording
    position = next((i for i, t in enumerate(wording.tokens) if t.start >= frame.trigger.start), 0)
    for index in range(position - 1, max(-1, position - _HEDGE_REACH), -1):
        for first, cue in governors.at(index, ("adverb", "adjective")):
            near = cue.shape == "adverb" or position - index <= 3
            if cue.family == "hedge" and near:
                return Ruling("happened", f"cue:{cue.id}", first, index, cue.certainty)
        if wording.words[index] in _CLAUSE_MARKS:
            return None
    return None


def _covering(frame: Frame, sayings: Sequence[Saying]) -> int | None:
    """The innermost saying whose content holds the trigger and tells of it rather than takes it for granted."""
    best: tuple[int, int] | None = None
    for index, saying in enumerate(sayings):
        if abs(saying.sentence - frame.sentence) > 40 or saying.sort in _PRESUPPOSING or saying.stance == "denies":
            continue
        if saying.by(*_PRESUPPOSING_CUES):
            continue
        for start, end in saying.contents:
            if start <= frame.trigger.start and frame.trigger.end <= end and (best is None or end - start < best[0]):
                best = (end - start, index)
    return best[1] if best else None


def _unsaid(frame: Frame, sayings: Sequence[Saying]) -> Saying | None:
    """Who "could not confirm" that it happened, or None."""
    return next(
        (s for s in sayings if s.sort == "unsaid" and "confirm" in s.rule and s.covers(*_extent(frame))),
        None,
    )


def _extent(frame: Frame) -> tuple[int, int]:
    return frame.trigger.start, frame.trigger.end


def _only_denied(frame: Frame, sayings: Sequence[Saying], denials: Sequence[Denial]) -> bool:
    """Whether the report knows of it from a denial alone; who denies his part in "the attack" does not deny it."""
    return any(
        denial.about != "authorship" and sayings[denial.saying].covers(frame.trigger.start, frame.trigger.end)
        for denial in denials
    )


def _status_evidence(wording: Wording, ruling: Ruling | None) -> Evidence:
    if ruling is None:
        return Evidence(rule="standing.told-as-fact", score=0.8, note="nothing around the trigger says otherwise")
    return _evidence(wording, ruling, f"{ruling.status}, by these words")


def _evidence(wording: Wording, ruling: Ruling, note: str) -> Evidence:
    start, end = wording.span(ruling.first, ruling.last)
    return Evidence(rule=ruling.rule, score=0.9, note=note, start=start, end=end)


def _claim_evidence(saying: Saying) -> Evidence:
    words = saying.attribution.cue or saying.attribution.content
    return Evidence(
        rule=saying.rule,
        score=saying.certainty,
        note=f"told by its source ({saying.sort})",
        start=words.start if words else None,
        end=words.end if words else None,
    )
