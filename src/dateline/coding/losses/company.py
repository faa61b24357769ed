"""Companies: phrases for people that stand together, or inside one another."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.people import People
from dateline.frozen import frozen

_OF_REACH = 9
_CLOSING = frozenset({"--", "–", "—", ")"})


@frozen
class Company:
    """People joined by commas and "and"; `parts` are those "including ..." that are among them."""

    members: tuple[People, ...]
    parts: tuple[People, ...] = ()

    @property
    def start(self) -> int:
        """Index of the first token."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Index after the last token of the members."""
        return self.members[-1].end

    @property
    def outer_end(self) -> int:
        """Index after the last token, parts included."""
        return max(self.parts[-1].end, self.end) if self.parts else self.end


def companies(words: Words, people: Sequence[People], book: LossBook, taken: frozenset[int]) -> list[Company]:
    """People joined into companies, with those that are among them."""
    found: list[Company] = []
    for phrase in people:
        if found and not phrase.pronoun:
            last = found[-1]
            between = words[last.outer_end : phrase.start]
            if taken.isdisjoint(range(last.outer_end, phrase.start)):
                if _is_part(between, phrase, book, last):
                    found[-1] = replace(last, parts=(*last.parts, phrase))
                    continue
                if _joins(between, book, words, phrase):
                    if last.parts and between[0] not in _CLOSING and _fits_in(phrase, last):
                        found[-1] = replace(last, parts=(*last.parts, phrase))
                    else:
                        found[-1] = replace(last, members=(*last.members, phrase))
                    continue
        found.append(Company((phrase,)))
    return found


def _is_part(between: Words, phrase: People, book: LossBook, last: Company) -> bool:
    if between in (("--",), ("–",), ("—",), ("(",)) and phrase.range and phrase.range[1] and _fits_in(phrase, last):
        return last.members[-1].range not in (None, (1, 1, 1))
    if phrase.partitive and not (set(between) - {",", "and", "at", "least", "("}):
        return True
    stripped = tuple(word for word in between if word not in {",", "(", "-", "–", "—"})
    if not stripped or len(stripped) > 4:
        return False
    cue = book.including.at(stripped, 0)
    if cue is None:
        return False
    if stripped[0] == "with":
        return "being" in stripped
    return (
        not set(stripped[cue[0] :]) - {"them", "whom", "these", "were", "was", "at", "least", "of"}
        and last.members[-1].range is not None
    )


def _fits_in(phrase: People, company: Company) -> bool:
    """Whether no more are said to be part than the whole has: "two gunmen, including the leader, and nine nurses"."""
    whole, part = company.members[-1].range, phrase.range
    return not (whole and part and whole[1] and part[1] and part[1] > whole[1])


def _after_of(between: Words, book: LossBook) -> Words:
    """What follows "of the Chadian Army" between two phrases; nothing where a verb or another preposition does."""
    index = 1
    while index < min(len(between), _OF_REACH) and between[index] not in {",", "and"}:
        if between[index] in book.stops - {"of"} or not between[index][0].isalnum():
            return ()
        index += 1
    return between[index:]


def _joins(between: Words, book: LossBook, words: Words, phrase: People) -> bool:
    """Whether two phrases are conjoined: "and" between them, or a comma with an "and" to come."""
    if between and between[0] == "of":
        between = _after_of(between, book)
    if between and between[0] in _CLOSING:
        between = between[1:]
    if not between or len(between) > 4:
        return False
    stripped = between[1:] if between[0] == "," and len(between) > 1 else between
    join = book.joins.at(stripped, 0)
    if join is None or join[0] != len(stripped):
        return False
    if stripped != (",",):
        return True
    rest = words[phrase.end : phrase.end + 12]
    clause = next((n for n, word in enumerate(rest) if word in book.auxiliaries), len(rest))
    return "and" in rest[:clause] and phrase.range is not None and not phrase.named
