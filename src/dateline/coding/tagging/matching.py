"""Matching: codebook patterns held against the tokens of a sentence."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.codebook.book import Index
from dateline.codebook.kinds import Surroundings
from dateline.codebook.patterns import GAP, Pattern
from dateline.coding.text.document import Token

_AHEAD, _BEHIND = 6, 8  # words looked at before and after a cue
_CLAUSE_ENDS = frozenset(".;:!?")


class Match(NamedTuple):
    """A pattern found at tokens `first` to `last` (exclusive); its trigger ends before token `head`."""

    pattern: Pattern
    first: int
    head: int
    last: int


def matches_at(index: Index, tokens: Sequence[Token], first: int) -> Iterator[Match]:
    """All patterns that begin at a token, the longest first."""
    for pattern in index.get(tokens[first].lower, ()):
        last = _fit(pattern, tokens, first)
        if last is not None:
            yield Match(pattern, first, first + pattern.head, last)


def fits(surroundings: Surroundings | None, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the words around tokens `first` to `last` (exclusive) are as a cue wants them."""
    if surroundings is None:
        return True
    behind = _clause([token.lower for token in tokens[last : last + _BEHIND]])
    ahead = [token.lower for token in tokens[max(0, first - _AHEAD) : first]]
    following = set(behind[:1])
    return (
        _meets(surroundings.next, surroundings.not_next, following)
        and _meets(surroundings.previous, surroundings.not_previous, ahead[-1:])
        and _meets(surroundings.after, surroundings.not_after, behind)
        and _meets(surroundings.before, surroundings.not_before, ahead)
        and _meets(surroundings.with_, surroundings.without, _others(surroundings, tokens, first, last))
    )


def _clause(words: list[str]) -> list[str]:
    """The words up to the end of the clause."""
    return words[: next((place for place, word in enumerate(words) if word in _CLAUSE_ENDS), len(words))]


def _others(surroundings: Surroundings, tokens: Sequence[Token], first: int, last: int) -> list[str]:
    if not surroundings.with_ and not surroundings.without:
        return []
    return [token.lower for place, token in enumerate(tokens) if not first <= place < last]


def _meets(wanted: frozenset[str], unwanted: frozenset[str], words: Sequence[str] | set[str]) -> bool:
    return (not wanted or not wanted.isdisjoint(words)) and unwanted.isdisjoint(words)


def _fit(pattern: Pattern, tokens: Sequence[Token], first: int) -> int | None:
    """The token after the pattern's last one, or None if the pattern does not fit here."""
    place, elements = first + 1, pattern.elements
    if len(elements) == 1:
        return place
    second = elements[1]
    if second is not None and (place == len(tokens) or tokens[place].lower not in second):
        return None  # nine patterns in ten that begin here end so
    for number in range(1, len(elements)):
        element = elements[number]
        if element is None:
            continue
        room = GAP if elements[number - 1] is None else 0
        found = _next(element, tokens, place, room)
        if found is None:
            return None
        place = found + 1
    return place


def _next(element: frozenset[str], tokens: Sequence[Token], place: int, room: int) -> int | None:
    for step in range(place, min(place + room + 1, len(tokens))):
        if tokens[step].lower in element:
            return step
        if tokens[step].text in _CLAUSE_ENDS:
            return None
    return None
