"""Quantities: how many, read from words and figures."""

import re
from dataclasses import replace

from dateline.codebook.counts import CountBook, Range, Words
from dateline.frozen import frozen

_FIGURE = re.compile(r"\d{1,3}(?:[,\s]\d{3})+|\d+")
_GROUPING = re.compile(r"[,\s]")
_DECIMAL = re.compile(r"\d+\.\d+")
_SHARES = (
    (("a", "quarter", "of", "a", "million"), 250_000),
    (("quarter", "of", "a", "million"), 250_000),
    (("half", "a", "million"), 500_000),
    (("half", "million"), 500_000),
)
_SHARE_OPENERS = frozenset(phrase[0] for phrase, _ in _SHARES)
_DASHES = frozenset({"-", "–", "—", "to", "or"})
_LAST_YEAR, _FIRST_YEAR = 2100, 1900


@frozen
class Quantity:
    """How many people; `start` and `end` count tokens of the sentence. None is open, never 0.

    `rule` names how it was read; `definite` tells that the text takes it for known ("the five").
    """

    start: int
    end: int
    low: int | None
    best: int | None
    high: int | None
    rule: str
    definite: bool = False

    @property
    def range(self) -> Range:
        """Low, best and high."""
        return self.low, self.best, self.high


def read_quantity(words: Words, index: int, book: CountBook) -> Quantity | None:
    """The quantity that starts at this word (lower case), modifiers included, or None."""
    if words[index] not in book.starts and not words[index][0].isdigit():
        return None
    modified = book.modifiers.at(words, index)
    if modified:
        after, kind = modified
        inner = read_quantity(words, after, book) if after < len(words) else None
        if inner and inner.best != 0:
            definite = inner.definite or words[after - 1] in {"the", "these", "those", "all"}
            return replace(_modify(inner, kind), start=index, definite=definite)
    if words[index] == "between" or words[index] == "from":
        return _between(words, index, book)
    return _span(words, index, book) or _vague(words, index, book)


def _modify(inner: Quantity, kind: str) -> Quantity:
    low, best, high = inner.range
    if kind == "floor":
        return replace(inner, high=None, rule=f"{inner.rule}+floor")
    if kind == "ceiling":
        return replace(inner, low=None, rule=f"{inner.rule}+ceiling")
    if kind == "near" and inner.rule != "vague" and best is not None:
        return replace(inner, low=best - best // 10, high=best + best // 10, rule=f"{inner.rule}+near")
    if kind == "below" and low is not None:
        return replace(inner, low=low - max(1, low // 10), rule=f"{inner.rule}+below")
    if kind == "under" and high is not None:
        return replace(inner, low=None, best=None, high=max(0, high - 1), rule=f"{inner.rule}+under")
    return inner


def _between(words: Words, index: int, book: CountBook) -> Quantity | None:
    first = _number(words, index + 1, book) if index + 1 < len(words) else None
    if not first or first[0] + 1 >= len(words) or words[first[0]] not in {"and", "to"}:
        return None
    second = _number(words, first[0] + 1, book)
    if not second or second[1] < first[1]:
        return None
    return Quantity(index, second[0], first[1], (first[1] + second[1]) // 2, second[1], "between")


def _span(words: Words, index: int, book: CountBook) -> Quantity | None:
    """A number, or two with a dash, "to" or "or" between them."""
    first = _number(words, index, book)
    if not first:
        return None
    end, value = first
    if end + 1 < len(words) and words[end] in _DASHES:
        second = _number(words, end + 1, book)
        if second and second[1] > value and not _unfit(words, index, second[0], book):
            return Quantity(index, second[0], value, (value + second[1]) // 2, second[1], "between")
    if _unfit(words, index, end, book) or _is_year(words, index, end, value, book):
        return None
    return Quantity(index, end, value, value, value, "number")


def _vague(words: Words, index: int, book: CountBook) -> Quantity | None:
    found = book.vague_phrases.at(words, index)
    if not found or _unfit(words, index, found[0], book):
        return None
    low, best, high = book.vague[found[1]]
    return Quantity(index, found[0], low, best, high, "vague")


def _number(words: Words, index: int, book: CountBook) -> tuple[int, int] | None:
    """The number that starts here, in figures or words: the index after it and its value."""
    word = words[index]
    if word in _SHARE_OPENERS:
        for phrase, value in _SHARES:
            if words[index : index + len(phrase)] == phrase:
                return index + len(phrase), value
    if _FIGURE.fullmatch(word) and len(word) < 12:
        return _scaled(words, index + 1, int(_GROUPING.sub("", word)), book)
    if _DECIMAL.fullmatch(word) and words[index + 1 : index + 2] == ("million",):
        return index + 2, round(float(word) * 1_000_000)
    half = book.vague.get(" ".join(words[index : index + 3]))
    if half and half[0] == half[1] == half[2] == 6 and word in {"half", "a"}:
        return index + 3, 6
    if word in {"a", "an"} and words[index + 1 : index + 2] and words[index + 1] in {*book.scales, "dozen"}:
        return _scaled(words, index + 1, 1, book)
    return _spelled(words, index, book) if word in book.numbers else None


def _scaled(words: Words, index: int, value: int, book: CountBook) -> tuple[int, int]:
    while index < len(words) and (scale := book.scales.get(words[index], book.dozens.get(words[index]))):
        value, index = value * scale, index + 1
    return index, value


def _spelled(words: Words, index: int, book: CountBook) -> tuple[int, int]:
    """A number in words: "two hundred and forty-one", "twenty one"; units after tens, rests after scales."""
    total, value = 0, book.numbers[words[index]]
    index += 1
    if value >= 20 and value % 10 == 0 and index < len(words) and 0 < book.numbers.get(words[index], 0) < 10:
        value, index = value + book.numbers[words[index]], index + 1
    while index < len(words) and (scale := book.scales.get(words[index], book.dozens.get(words[index]))):
        total, value, index = (total + value) * scale, 0, index + 1
        rest = index + 1 if words[index : index + 1] == ("and",) else index
        if rest < len(words) and words[rest] in book.numbers and scale != 12:
            following = _small(words, rest, book)
            if following[1] < scale:
                index, value = following
    return index, total + value


def _small(words: Words, index: int, book: CountBook) -> tuple[int, int]:
    value = book.numbers[words[index]]
    index += 1
    if value >= 20 and value % 10 == 0 and index < len(words) and 0 < book.numbers.get(words[index], 0) < 10:
        return index + 1, value + book.numbers[words[index]]
    if words[index : index + 1] == ("hundred",) and value < 10:
        rest = index + 2 if words[index + 1 : index + 2] == ("and",) else index + 1
        if rest < len(words) and words[rest] in book.numbers:
            end, tail = _small(words, rest, book)
            return end, value * 100 + tail
        return index + 1, value * 100
    return index, value


def _unfit(words: Words, start: int, end: int, book: CountBook) -> bool:
    """Whether what stands around a number says that it counts no people: units, ages, money, dates, names."""
    before = words[start - 1] if start else ""
    after = words[end] if end < len(words) else ""
    if after in {"-", "–"} and end + 1 < len(words):
        after = words[end + 1]
        if after in book.not_before or after in {"old", "strong", "member", "man"} or after[:1].isalpha():
            return True
    figure = words[start][:1].isdigit()
    if after in book.not_before or (figure and (before in book.not_after or after in book.months)):
        return True
    if before in {"$", "€", "£", "us$", "aged", "age"}:
        return True
    if figure and (
        before in book.months or (before in {"-", "/", "."} and start > 1 and words[start - 2][:1].isalpha())
    ):
        return True
    return bool(figure and before == "," and after in {",", "", ".", ")"} and len(words[start]) <= 2)


def _is_year(words: Words, index: int, end: int, value: int, book: CountBook) -> bool:
    """Whether a number of four figures is a year: by the word before it or the end after it, or after a month's day."""
    return (
        end == index + 1
        and len(words[index]) == 4
        and words[index].isdigit()
        and _FIRST_YEAR <= value < _LAST_YEAR
        and (
            words[index - 1 : index] in (("in",), ("of",), ("since",), ("the",))
            or index == 0
            or not book.months.isdisjoint(words[max(0, index - 2 - (words[index - 1] == ",")) : index])
            or words[end : end + 1] in ((",",), (".",), ())
        )
    )
