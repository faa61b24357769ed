"""Content clauses: whether what stands between two triggers makes the second a content or part of the first."""

from collections.abc import Sequence

from dateline.coding.text import closed
from dateline.coding.text.document import Sentence, Token, WordClass
from dateline.coding.text.verbforms import IRREGULAR

_BREAKS = closed.words("who whom which where while whereas as when after before since because although though amid but")
_SAYING_ON = closed.words("saying accusing alleging claiming charging calling demanding arguing")
_INTRODUCING = closed.words("to would will should must could may might having be")
_STOPS = closed.words('. ; : ” "')
_BINDING = closed.words("of on for over against to about at in by from with regarding concerning into")
_REACH = 30

Words = Sequence[tuple[Token, WordClass]]


def between_triggers(sentence: Sentence, start: int, end: int) -> Words:
    """The words between two offsets of a sentence, each with its class."""
    return [
        (token, kind)
        for token, kind in zip(sentence.tokens, sentence.classes, strict=True)
        if start <= token.start and token.end <= end
    ]


def is_matter(between: Words, told_by: str, *, noun: bool) -> bool:
    """Whether no clause of its own begins between words and what may be their content.

    `told_by` is the verb that tells the content, "" for a noun; `noun` says that the words themselves are a noun.
    """
    if len(between) > _REACH or (is_past(told_by) and not _introduced(between)):
        return False
    for place, (token, _) in enumerate(between):
        if token.lower in _STOPS or (token.lower in _BREAKS and (told_by or not _is_preposition(between, place))):
            return False
        if token.lower in ("and", "or", "nor", ",") and _opens_clause(between, place, told_by):
            return False
    return not noun or _bound(between)


def _introduced(between: Words) -> bool:
    """Whether "that", "to" or a modal makes a past form a part of what is said: "demanded that they be *freed*"."""
    return any(token.lower == "that" for token, _ in between) or any(
        token.lower in _INTRODUCING for token, _ in between[-3:]
    )


def _is_preposition(between: Words, place: int) -> bool:
    """Whether "as" or "since" stands before a noun and no verb follows."""
    return between[place][0].lower in ("as", "before", "since") and not any(
        kind in ("verb", "aux") for _, kind in between[place + 1 :]
    )


def _opens_clause(between: Words, place: int, told_by: str) -> bool:
    """Whether a finite verb or participle follows a comma or conjunction; `told_by` is the trigger, "" for a noun."""
    rest = [(token, kind) for token, kind in between[place + 1 :] if kind not in ("adv", "conj") and token.lower != ","]
    if not rest:
        return is_past(told_by) or told_by.endswith("ing")
    token, kind = rest[0]
    if token.lower in _SAYING_ON:
        return False
    if kind == "verb":
        return is_past(token.lower) or token.lower.endswith("ing")
    return kind == "aux" or any(k == "aux" for _, k in rest if between[place][0].lower != ",")


def is_past(word: str) -> bool:
    """Whether a word has the shape of a past form."""
    return word.endswith("ed") or word in IRREGULAR


def is_part(between: Words, *, noun: bool) -> bool:
    """Whether a noun stands in another trigger's own phrase (`noun`: of a noun): no verb, clause or list between."""
    if len(between) > _REACH or any(kind in ("verb", "aux", "rel", "sub") for _, kind in between):
        return False
    if any(token.lower in _STOPS or token.lower in ("but", "while", "as") for token, _ in between):
        return False
    if noun:
        return _bound(between) and not any(token.lower in (",", "and", "or") for token, _ in between)
    return True


def _bound(between: Words) -> bool:
    """Whether a preposition, "to" or "that" ties what follows to a noun."""
    return any(token.lower in _BINDING or token.lower == "that" for token, _ in between[:6])


def is_subject(between: Words) -> bool:
    """Whether a noun stands in the subject of a passive: "the *bombing* was condemned"."""
    if len(between) > _REACH or any(kind in ("verb", "rel", "sub", "conj", "pron") for _, kind in between):
        return False
    return not any(token.lower in _STOPS for token, _ in between)
