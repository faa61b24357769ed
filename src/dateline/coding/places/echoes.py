"""Echoes: further mentions of a name that the report has once made clear to be a place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.coding.tagging.tags import Tag
from dateline.coding.text.document import Document, Sentence, Token
from dateline.gazetteer.fold import fold
from dateline.gazetteer.words import Words

_SURE = 0.6  # the least score by which a tag makes its name clear


def find_echoes(
    document: Document, placed: Sequence[tuple[Tag, int]], people: frozenset[str], words: Words
) -> Iterator[tuple[Tag, int]]:
    """Tags, with their sentences' numbers, where a placed name stands again untagged and nothing makes it another's."""
    names = _clear_names(document, placed, people)
    taken = sorted(tag.key for tag, _ in placed)
    for sentence in document.sentences:
        if sentence.shouted:
            continue
        busy = [key for key in taken if key[0] < sentence.end and sentence.start < key[1]]
        for tag in _in_sentence(sentence, names, words):
            if not any(start < tag.end and tag.start < end for start, end in busy):
                yield tag, sentence.index


def _clear_names(
    document: Document, placed: Sequence[tuple[Tag, int]], people: frozenset[str]
) -> dict[str, list[tuple[str, ...]]]:
    names: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for tag, sentence in placed:
        if sentence < 0 or tag.score < _SURE:
            continue
        own = tuple(t.text for t in document.sentences[sentence].between(tag.start, tag.end))
        if own and len(own[0]) > 2 and not any(fold(word) in people for word in own):
            names[own[0]][own] = None
    return {first: sorted(found, key=len, reverse=True) for first, found in names.items()}


def _in_sentence(sentence: Sentence, names: dict[str, list[tuple[str, ...]]], words: Words) -> Iterator[Tag]:
    tokens = sentence.tokens
    at = 0
    while at < len(tokens):
        own = next((n for n in names.get(tokens[at].text, ()) if _stands(tokens, at, n, words)), None)
        if own is None:
            at += 1
            continue
        last = at + len(own)
        yield Tag("place", tokens[at].start, tokens[last - 1].end, score=0.5, rule="toponym:known:named before")
        at = last


def _stands(tokens: Sequence[Token], at: int, own: tuple[str, ...], words: Words) -> bool:
    last = at + len(own)
    if tuple(token.text for token in tokens[at:last]) != own:
        return False
    if last < len(tokens) and tokens[last].text in words.organisations:
        return False
    if at == 0:
        return True
    before = tokens[at - 2] if tokens[at - 1].text == "." and at > 1 else tokens[at - 1]
    if before.lower in words.titles or before.lower in words.given:
        return False
    return not before.is_capitalised or before.lower in words.never or before.lower in words.compass
