"""Chunks: the noun phrases of a sentence, found by closed-class words, word shapes and capitals.

A chunk runs from its determiner to its head noun ("the Joint Operations Command"); what follows by a preposition is a
chunk of its own, save where a name goes on over "of" ("Ministry of Defence"). A conjunction parts chunks.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.coding.text import closed
from dateline.coding.text.closed import words
from dateline.coding.text.document import Sentence, Token, WordClass
from dateline.coding.text.headlines import is_dash

_STARTS = frozenset({"det", "num", "adj", "noun", "name"})
_INNER = frozenset({"num", "adj", "noun", "name"})
# Heads whose names go on over "of", "for" or "of the": bodies and groups, not places and not men.
_BODIES = words(
    "ministry ministries department office council command front party army movement union organisation organization "
    "league brigade brigades battalion state republic kingdom emirate federation forces force government government's "
    "authority agency commission committee court congress bank group resistance university tigers lord's house "
    "secretariat bureau institute association center centre coalition alliance assembly partisans companions "
    "soldiers lions sons martyrs lashkar jaish ansar jund harakat jabhat hayat liwa faylaq people's democratic "
    "national revolutionary bishops conference knights guardians supporters defenders followers army's"
)
_LINKS = frozenset({"of", "for"})
# Heads that only tell how many or of what sort: the chunk after "of" belongs to them.
_PARTITIVES = words(
    "member members group groups number total hundreds thousands dozens scores tens fighters militants soldiers troops "
    "units elements supporters followers militiamen remnants band gang column majority handful pair couple team "
    "squad contingent crowd crowds mob unit cell cells detachment "
    "guerrillas rebels insurgents terrorists gunmen agents combatants leaders commanders "
    "rest series variety part parts lots"
)
# Offices and bodies whose name goes on even from a lower-case head: "president of Armenia", "mayor of Achi".
_OFFICES = words(
    "president minister governor mayor king queen leader chief head commander secretary-general ambassador parliament "
    "government army bishop archbishop director chairman prosecutor"
)
COUNTERS = words(
    "number hundreds thousands dozens scores tens majority handful pair couple rest series variety lots part parts "
    "million millions half some many several most one two three all none each"
)


class Chunk(NamedTuple):
    """A noun phrase by token indices: `first` to `last` (inclusive), its `head`, and where it starts without article.

    `core` is the first token after determiners, possessive pronouns and numbers. `lead` is the preposition before it,
    in lower case, or empty. `pronoun` tells that the chunk is a pronoun alone.
    """

    first: int
    last: int
    head: int
    core: int
    lead: str = ""
    pronoun: bool = False


def chunk(sentence: Sentence, classes: Sequence[WordClass] | None = None) -> tuple[Chunk, ...]:
    """The chunks of a sentence, in order. `classes` in place of the sentence's own, where more is known."""
    known = sentence.classes if classes is None else classes
    found: list[Chunk] = []
    index = 0
    while index < len(known):
        if known[index] == "pron":
            found.append(Chunk(index, index, index, index, _lead(sentence.tokens, known, index), pronoun=True))
            index += 1
        elif known[index] in _STARTS:
            made = _grow(sentence, known, index)
            if made is not None:
                found.append(made)
            index = made.last + 1 if made is not None else index + 1
        else:
            index += 1
    return tuple(found)


def _grow(sentence: Sentence, classes: Sequence[WordClass], first: int) -> Chunk | None:
    tokens = sentence.tokens
    last = _run(tokens, classes, first)
    head = _head(classes, first, last)
    if head is None:
        return None
    core = first
    while (further := _goes_on(sentence, classes, head, last)) is not None:
        last = _run(tokens, classes, further)
        if tokens[head].lower in COUNTERS or classes[head] == "num":
            head, core = _head(classes, further, last) or last, further
    while core < head and (classes[core] in ("det", "num") or tokens[core].lower == "of" or _ages(tokens, core)):
        core += 1
    return Chunk(first, last, head, core, _lead(tokens, classes, first))


_QUOTES = frozenset('"“”')
_AGES = words("year-old month-old week-old day-old")


def _ages(tokens: Sequence[Token], index: int) -> bool:
    """Whether an age goes on here ("12-year-old girl"), which is no part of who it is."""
    return tokens[index].lower in _AGES or (tokens[index].text == "-" and tokens[index + 1].lower in _AGES)


def _run(tokens: Sequence[Token], classes: Sequence[WordClass], first: int) -> int:
    """The index of the last token of the unbroken run that starts here."""
    last = index = first
    while index < len(classes):
        kind = classes[index]
        gloss = _gloss(tokens, classes, index) if index > first else None
        if tokens[index].text in _QUOTES and index > first:
            gloss = _quoted(tokens, classes, index)
        if gloss is not None:
            index = gloss
            continue
        if kind in _INNER or (kind == "det" and index == first):
            if index > first and _breaks(tokens, classes, index):
                break
            last = index
        elif kind == "poss" or (
            kind == "mark" and tokens[index].text == "-" and index > first and not is_dash(tokens, index)
        ):
            if not (index + 1 < len(classes) and (classes[index + 1] in _INNER or tokens[index].text == "-")):
                break
        elif not (
            (index > first and tokens[index - 1].text == "-")
            or (kind == "adv" and index > first and index + 1 < len(classes) and classes[index + 1] == "adj")
            or (kind == "det" and classes[index - 1] in ("det", "num") and not _is_day(tokens, index - 1))
        ):
            break
        index += 1
    return last


def _quoted(tokens: Sequence[Token], classes: Sequence[WordClass], index: int) -> int | None:
    """Where the phrase goes on after a name in quotation marks within it ("the Maoist \"Shining Path\" *group*")."""
    for close in range(index + 2, min(index + 7, len(tokens) - 1)):
        if tokens[close].text in _QUOTES:
            return close + 1 if classes[close + 1] == "noun" else None
        if classes[close] not in ("name", "noun", "adj"):
            return None
    return None


def _is_day(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number is the day of a month ("on April 9th the army ...")."""
    return index > 0 and tokens[index - 1].lower in closed.MONTHS


def _gloss(tokens: Sequence[Token], classes: Sequence[WordClass], index: int) -> int | None:
    """Where the phrase goes on after a gloss in brackets within it ("Daesh (Islamic State) elements")."""
    if tokens[index].text not in ("(", "[") or classes[index - 1] != "name":
        return None
    for close in range(index + 2, min(index + 7, len(tokens) - 1)):
        if tokens[close].text in (")", "]"):
            return close + 1 if classes[close + 1] == "noun" else None
        if classes[close] not in ("name", "noun", "det", "prep"):
            return None
    return None


def _breaks(tokens: Sequence[Token], classes: Sequence[WordClass], index: int) -> bool:
    """Whether a new phrase starts here without any mark: days and months after a noun, a number after a noun."""
    word = tokens[index].lower
    if word in closed.DAYS and classes[index - 1] in ("noun", "name"):
        return True
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if word in ("last", "this", "next", "late", "early") and (
        following in closed.TIME_NOUNS or following in closed.DAYS or following in closed.MONTHS
    ):
        return True
    if classes[index] == "name" and not tokens[index - 1].is_capitalised and word not in closed.DAYS:
        # "commander of armed forces Haidar al-Abadi": a lower-case plural ends its phrase where a name begins.
        before = tokens[index - 1].lower
        if classes[index - 1] == "noun" and before.endswith("s") and not before.endswith("ss"):
            return True
    return classes[index] == "num" and classes[index - 1] in ("noun", "name") and not tokens[index].text[0].isdigit()


def _head(classes: Sequence[WordClass], first: int, last: int) -> int | None:
    """The last noun or name; a bare number or adjective heads a phrase of its own ("two of them", "the wounded")."""
    for index in range(last, first - 1, -1):
        if classes[index] in ("noun", "name"):
            return index
    return next((index for index in range(last, first - 1, -1) if classes[index] in ("num", "adj")), None)


def _goes_on(sentence: Sentence, classes: Sequence[WordClass], head: int, last: int) -> int | None:
    """Where the phrase goes on after "of": a body's name, or what a word of number counts."""
    tokens = sentence.tokens
    at = last + 1
    if at + 1 >= len(tokens) or tokens[at].lower not in _LINKS:
        return None
    after = at + 1
    if classes[after] == "det" and after + 1 < len(tokens):
        after += 1
    word = tokens[head].lower
    if word == "front" and head and tokens[head - 1].lower == "in":
        return None  # "in front of the embassy": where, not who
    if word in _PARTITIVES and tokens[at].lower == "of" and classes[after] in _INNER:
        return after
    capital = classes[after] == "name" or (sentence.shouted and classes[after] in ("noun", "adj"))
    named = classes[head] == "name" or sentence.shouted
    if word in _BODIES and capital and named:
        return after
    if word in _OFFICES and capital and tokens[at].lower == "of":
        return after
    if classes[head] == "num" and tokens[at].lower == "of" and classes[after] in _INNER:
        return after
    return None


def _lead(tokens: Sequence[Token], classes: Sequence[WordClass], first: int) -> str:
    """The preposition that governs a chunk, a conjunction or comma left aside by the caller."""
    if first and (classes[first - 1] in ("prep", "to") or tokens[first - 1].lower in closed.PREPOSITIONS):
        return tokens[first - 1].lower
    return ""


def spans(sentence: Sentence, chunks: Sequence[Chunk]) -> Iterator[tuple[int, int]]:
    """The chunks' offsets in the report's text, articles and numbers left out."""
    for each in chunks:
        yield sentence.tokens[each.core].start, sentence.tokens[each.last].end
