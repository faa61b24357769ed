"""Names: what the known names of a sentence do to its triggers, word classes and chunks.

A name is given by its first and last token; `parties` finds them in the registry.
"""

from collections.abc import Sequence

from dateline.coding.tagging.tags import Tag
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.document import Sentence, WordClass


def is_of_name(sentence: Sentence, trigger: Tag, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a trigger's word is but a part of a name: "Tribal Mobilization", "Anbar Operations Command"."""
    tokens = sentence.tokens
    for first, last in names:
        if tokens[first].start <= trigger.start and trigger.end <= tokens[last].end and first < last:
            return True
    if sentence.shouted or not sentence.text[trigger.start - sentence.start].isupper():
        return False
    words = [token for token in tokens if token.is_word and len(token.text) > 3]
    if 4 * sum(token.is_capitalised for token in words) > 3 * len(words):
        return False  # a headline writes every word so
    number = next((n for n, token in enumerate(tokens) if token.start == trigger.start), 0)
    return number > 0 and tokens[number - 1].is_capitalised and tokens[number - 1].is_word and number > 1


def locked(classes: Sequence[WordClass], names: Sequence[tuple[int, int]]) -> tuple[WordClass, ...]:
    """The classes, no word of a known name a verb ("Shining Path guerrillas")."""
    found = list(classes)
    for first, last in names:
        for position in range(first, last + 1):
            if found[position] in ("verb", "adj"):
                found[position] = "noun"
    return tuple(found)


def held_together(chunks: Sequence[Chunk], names: Sequence[tuple[int, int]]) -> tuple[Chunk, ...]:
    """The chunks, those joined that a name of the registry spans ("Islamic State of Iraq and al-Sham militants")."""
    found: list[Chunk] = []
    for each in chunks:
        before = found[-1] if found else None
        if before is not None and any(
            before.first <= first <= before.last < each.first <= last for first, last in names
        ):
            found[-1] = before._replace(last=each.last, head=each.head)
        else:
            found.append(each)
    return tuple(found)


def cut(each: Chunk, last: int) -> Chunk:
    """The chunk up to a position."""
    return each._replace(last=last, head=last)


def cut_off(each: Chunk, first: int) -> Chunk:
    """The chunk from a position on."""
    return each._replace(first=first, core=first)
