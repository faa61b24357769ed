"""Count tags: the words that say how many."""

from collections.abc import Sequence

from dateline.codebook.counts import CountBook
from dateline.coding.losses.quantities import read_quantity
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.document import Sentence

_BARE = frozenset({"no", "none", "one", "few", "both"})


class CountRecogniser:
    """Tags quantities ("at least 29", "half a dozen"), not years, ages, times, dates, distances, money, units."""

    def __init__(self, book: CountBook) -> None:
        self._book = book

    def recognise(self, sentence: Sentence, found: Sequence[Tag]) -> list[Tag]:
        """The count tags of a sentence, in order; a word is in one at most."""
        del found
        words = tuple([token.lower for token in sentence.tokens])
        starts = self._book.starts
        tags: list[Tag] = []
        index = 0
        while index < len(words):
            begins = words[index] in starts or words[index][0].isdigit()
            quantity = read_quantity(words, index, self._book) if begins else None
            if quantity is None:
                index += 1
                continue
            if quantity.end - quantity.start > 1 or words[index] not in _BARE:
                start, end = sentence.tokens[quantity.start].start, sentence.tokens[quantity.end - 1].end
                tags.append(Tag("count", start, end, rule=f"counts.{quantity.rule}"))
            index = quantity.end
        return tags
