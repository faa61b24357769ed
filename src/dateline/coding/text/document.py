"""Documents: a report cut into sentences and tokens. All offsets count in the report's own text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple

from dateline.frozen import frozen
from dateline.model import Report

_START, _END = attrgetter("start"), attrgetter("end")


class Token(NamedTuple):
    """A word, number or mark. `lower` is its text in lower case with straight apostrophes, for look-ups.

    `is_word`: it holds a letter; `is_capitalised`: it starts with an upper-case one. A tuple, for a report has
    hundreds: they are made three times as fast as a frozen dataclass. The two flags are asked for six times a token,
    so `token_of` works them out once (a tenth of all time went into it).
    """

    start: int
    end: int
    text: str
    lower: str
    is_word: bool
    is_capitalised: bool


def token_of(start: int, text: str, lower: str | None = None) -> Token:
    """The token of this text at this offset; `lower` where lower case alone does not give it."""
    is_word = text[:1].isalpha() or any(c.isalpha() for c in text)
    return Token(start, start + len(text), text, lower or text.lower(), is_word, text[:1].isupper())


WordClass = Literal[
    "det", "num", "adj", "noun", "name", "poss", "pron", "prep", "conj", "sub", "rel", "aux", "adv", "verb", "to",
    "mark",
]  # fmt: skip


@frozen
class Sentence:
    """One sentence (or headline, bullet, caption) and its tokens. `paragraph` counts from 0; the title is not special.

    `classes` are the tokens' word classes as `classes.word_classes` guesses them, once for all steps. `shouted` tells
    that the report writes in capitals throughout, so that case says nothing about names.
    """

    index: int
    start: int
    end: int
    text: str
    paragraph: int
    tokens: tuple[Token, ...]
    shouted: bool = False
    classes: tuple[WordClass, ...] = ()

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that lie wholly within these offsets of the report."""
        return self.tokens[bisect_left(self.tokens, start, key=_START) : self.before(end)]

    def before(self, offset: int) -> int:
        """How many tokens end before this offset of the report, or there."""
        return bisect_right(self.tokens, offset, key=_END)


@frozen
class Heading:
    """The line that heads a report and says where and when it was filed: `QAIM, Iraq, 3 Nov --`.

    `place` are the offsets of the town or None, `within` those of what it lies in (*Iraq*); `day` the day that it
    prints, or None; `day_span` its offsets; `publisher` whoever it names ("RADIO VENCEREMOS"). The body starts at
    `end`; what stands before `start` is a title.
    """

    start: int
    end: int
    place: tuple[int, int] | None = None
    within: tuple[int, int] | None = None
    day: date | None = None
    day_span: tuple[int, int] | None = None
    publisher: str | None = None


@frozen
class Document:
    """A report with its heading (if it prints one) and its sentences, the heading left out of them."""

    report: Report
    sentences: tuple[Sentence, ...]
    heading: Heading | None = None

    @property
    def text(self) -> str:
        """The report's text, which all offsets count in."""
        return self.report.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset, or None."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low] if low < len(self.sentences) and self.sentences[low].start <= offset else None

    def tokens(self) -> Iterator[Token]:
        """All tokens, in order."""
        for sentence in self.sentences:
            yield from sentence.tokens
