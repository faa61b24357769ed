"""Naming: sentences that say who those hurt before were ("The victims were identified as Ana Ruiz and Luis Paz").

They tell no occurrence of their own; whom they name is a target of the one told last.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.coding.roles.frames import Argument, Frame
from dateline.coding.tagging.shouted_names import PERSONAL
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.document import Document, Sentence

REACH = 4
"""How many sentences back the occurrence may lie."""
_HARMFUL = frozenset({"violence", "remote", "battle"})
_VICTIMS = (
    r"(?:victims?|dead|deceased|fatalit(?:y|ies)|casualt(?:y|ies)|wounded|injured|kidnapped|abducted|missing|hostages?"
    r"|slain|killed|murdered|assassinated|bodies|body|corpses?|names)"
)
_AS = (
    r"(?:\s+(?:also|later|only|been|officially))*"
    r"(?:\s+(?:identified|named|listed)(?:\s+(?:by|only|officially)\b[^.;:]{0,50}?)?\s+as)?"
)
_FORMS = (
    re.compile(
        rf"\b{_VICTIMS}\b[^.;:]{{0,80}}?\b(?:is|are|was|were|has been|have been|includes?|included)\b{_AS}\s*:?\s+",
        re.I,
    ),
    re.compile(rf"\bidentified\s+[^.;:]{{0,60}}\b{_VICTIMS}\b[^.;:]{{0,40}}?\bas\s+", re.I),
)
_THEY = re.compile(r"\s*(?:they|these|their names|the names|the others?(?: \w+)?) (?:is|are|was|were)\s+", re.I)
_PERSONS = ("party:head", "party:civilians", "party:demonym", "party:organisation")
_STOPS = ("verb", "aux", "rel", "sub")


def name_victims(
    document: Document, tags: Sequence[Tags], frames: Sequence[Frame], codebook: Codebook
) -> tuple[Frame, ...]:
    """The frames, with those as further targets whom a later sentence names as their victims."""
    more: dict[int, list[Argument]] = {}
    for found in tags:
        sentence = document.sentences[found.sentence]
        told = _told_before(frames, sentence, codebook)
        if told is None:
            continue
        for tag in _named(sentence, found):
            more.setdefault(told, []).append(Argument("target", tag.start, tag.end, 0.6, "naming.victims"))
    return tuple(_with(frame, more.get(number, ())) for number, frame in enumerate(frames))


def _told_before(frames: Sequence[Frame], sentence: Sentence, codebook: Codebook) -> int | None:
    """The number of the last harmful frame up to this sentence, or None."""
    for number in range(len(frames) - 1, -1, -1):
        frame = frames[number]
        if frame.sentence > sentence.index:
            continue
        if sentence.index - frame.sentence > REACH:
            return None
        kind = codebook.kind(frame.kind)
        if kind is not None and kind.family in _HARMFUL:
            return number
    return None


def _named(sentence: Sentence, tags: Tags) -> Iterator[Tag]:
    """Whom the sentence names: names in a row, or the first phrase of persons and what is joined to it."""
    begin, only_names = _begin(sentence)
    if begin is None:
        return
    kinds: Mapping[int, str] = {t.start: k for t, k in zip(sentence.tokens, sentence.classes, strict=True)}
    stop = min((at for at, kind in kinds.items() if at >= begin and kind in _STOPS), default=sentence.end)
    row = [tag for tag in tags.of("actor") if begin <= tag.start and tag.end <= stop and tag.value != "pronoun"]
    if not row or sentence.text[begin - sentence.start : row[0].start - sentence.start].count(" ") > _ARTICLES:
        return
    if row[0].rule in PERSONAL:
        yield from (tag for tag in row if tag.rule in PERSONAL)
    elif not only_names:
        for before, tag in zip((None, *row), row, strict=False):
            gap = "" if before is None else sentence.text[before.end - sentence.start : tag.start - sentence.start]
            if tag.rule not in _PERSONS + tuple(PERSONAL) or (before is not None and "and" not in gap.lower()):
                return
            yield tag


_ARTICLES = 3
"""Words that may stand before the first name: an article, a number, "at least"."""


def _begin(sentence: Sentence) -> tuple[int | None, bool]:
    """Where the names begin, and whether only names will do ("they are students" names nobody)."""
    match = _THEY.match(sentence.text)
    if match is not None:
        return sentence.start + match.end(), True
    for form in _FORMS:
        match = form.search(sentence.text)
        if match is not None:
            return sentence.start + match.end(), False
    return None, False


def _with(frame: Frame, more: Sequence[Argument]) -> Frame:
    known = {argument.key for argument in frame.arguments}
    return replace(frame, arguments=frame.arguments + tuple(a for a in more if a.key not in known)) if more else frame
