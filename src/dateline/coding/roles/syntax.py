"""Syntax: what the roles read a sentence by. Word classes mended by the triggers, chunks, and which tags lie where."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from dateline.coding.tagging.tags import Tag
from dateline.coding.text.chunks import Chunk, chunk
from dateline.coding.text.closed import words
from dateline.coding.text.document import Sentence, Token, WordClass
from dateline.frozen import frozen

Part = str  # a trigger's part of speech as the codebook gives it: "verb", "noun" or "phrase"


@frozen
class Syntax:
    """A sentence's tokens, their classes and chunks. All positions are token indices unless they are called offsets."""

    sentence: Sentence
    classes: tuple[WordClass, ...]
    chunks: tuple[Chunk, ...]
    tags: tuple[Tag, ...]
    chunk_at: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def __len__(self) -> int:
        return len(self.classes)

    def lower(self, position: int) -> str:
        """The word at a position in lower case; empty outside the sentence."""
        return self.sentence.tokens[position].lower if 0 <= position < len(self.classes) else ""

    def kind(self, position: int) -> str:
        """The word class at a position; empty outside the sentence."""
        return self.classes[position] if 0 <= position < len(self.classes) else ""

    def at(self, offset: int) -> int:
        """The position of the token that holds an offset of the report, or the nearest one before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span_of(self, tag: Tag) -> tuple[int, int]:
        """A tag's first and last position."""
        return self.at(tag.start), self.at(tag.end - 1)

    def chunk_of(self, position: int) -> Chunk | None:
        """The chunk that holds a position, or None."""
        number = self.chunk_at[position] if 0 <= position < len(self.classes) else -1
        return self.chunks[number] if number >= 0 else None

    def within(self, first: int, last: int, *labels: str) -> tuple[Tag, ...]:
        """The tags of these labels that lie wholly between two positions."""
        start, end = self.tokens[first].start, self.tokens[last].end
        return tuple([tag for tag in self.tags if start <= tag.start and tag.end <= end and tag.label in labels])


def read_syntax(sentence: Sentence, tags: tuple[Tag, ...], parts: Mapping[tuple[int, int], Part]) -> Syntax:
    """Read a sentence. `parts` tells by a trigger's offsets whether its cue is a verb, a noun or a phrase."""
    classes = list(sentence.classes)
    starts = tuple(token.start for token in sentence.tokens)
    for tag in tags:
        first = max(0, bisect_right(starts, tag.start) - 1)
        last = max(first, bisect_right(starts, tag.end - 1) - 1)
        if tag.label == "trigger" and starts:
            part = parts.get(tag.key, "")
            if part == "verb" and first and _is_named(sentence, first):
                part = "noun"
                last = first  # "an *appeal* for calm", "a *halt* to the raids"
            _mend(classes, first, last, part)
        elif tag.label == "actor" and tag.value != "pronoun":
            classes[first : last + 1] = ["noun" if kind == "verb" else kind for kind in classes[first : last + 1]]
    fixed = tuple(classes)
    chunks = tuple(_freed(sentence, fixed, each) for each in chunk(sentence, fixed))
    chunk_at = [-1] * len(fixed)
    for number, each in enumerate(chunks):
        for position in range(each.first, each.last + 1):
            chunk_at[position] = number
    return Syntax(sentence, fixed, chunks, tags, tuple(chunk_at), starts)


_ARTICLES = words("a an the its their his her")


def _is_named(sentence: Sentence, first: int) -> bool:
    """Whether an article makes a noun of what may be a verb."""
    return sentence.tokens[first - 1].lower in _ARTICLES


# Prepositions that open a clause as well: "after they had left", "as warplanes bombarded".
_OPENERS = words("after before since until till as than but for")


def _freed(sentence: Sentence, classes: Sequence[WordClass], each: Chunk) -> Chunk:
    """A phrase between such a word and a verb is that clause's subject, not what the preposition governs."""
    if each.lead not in _OPENERS:
        return each
    position = each.last + 1
    while position < len(classes) and position <= each.last + 12:
        if classes[position] in ("verb", "aux"):
            word = sentence.tokens[position].lower
            return each if word.endswith("ing") and classes[position] == "verb" else each._replace(lead="")
        if classes[position] not in ("noun", "name", "adj", "num", "det", "adv", "conj", "poss") and (
            sentence.tokens[position].lower not in ("of", "(", ")")
        ):
            return each
        position += 1
    return each


def _mend(classes: list[WordClass], first: int, last: int, part: Part) -> None:
    """The codebook knows better than shapes what a trigger's words are."""
    if part == "noun":
        classes[last] = "noun"
    elif part == "verb" or (part == "phrase" and classes[first] == "verb"):
        classes[first] = "verb"
        if first < last and classes[last] in ("prep", "adv"):
            classes[last] = "adv"


def is_time(syntax: Syntax, each: Chunk, times: Iterable[tuple[int, int]]) -> bool:
    """Whether a chunk tells a time: it shares a word with a time's offsets."""
    start, end = syntax.tokens[each.head].start, syntax.tokens[each.head].end
    return any(first < end and start < last for first, last in times)
