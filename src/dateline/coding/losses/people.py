"""Phrases for people: how many of whom."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.counts import Range, Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.quantities import read_quantity
from dateline.coding.text.document import Sentence
from dateline.frozen import frozen

_ONE: Range = (1, 1, 1)
_SOME: Range = (2, None, None)
_ARTICLES = frozenset({"a", "an", "another", "one", "the", "this", "his", "her", "their", "its", "each", "every"})
_INDEFINITE = frozenset({"a", "an", "another", "one"})
_OWN = frozenset({"his", "her", "their", "its"})
_QUOTES = frozenset({'"', "“", "'", "‘"})
_WHOM = frozenset({"them", "whom", "which", "these", "those"})
_MORE = frozenset({"others", "other", "more", "additional", "another", "further"})
_PRONOUNS = {"he": _ONE, "she": _ONE, "him": _ONE, "they": _SOME, "them": _SOME, "i": _ONE}
_REACH, _NAME_REACH = 8, 4
_BEFORE_NOUN = _ARTICLES | _MORE | _WHOM | _QUOTES | {"of"}


@frozen
class People:
    """A noun phrase for people; `start`, `end` and `noun` (where the part without its number starts) count tokens.

    `range` is None where the text gives no number; `group` is one of the book's GROUPS; `lemma` is the head noun's
    singular, empty for names and bare numbers. `bare`: a number without a noun; `definite`: "the five"; `partitive`:
    "two of them"; `more`: "another 20"; `pronoun`: "he".
    """

    start: int
    end: int
    range: Range | None
    group: str = "unknown"
    lemma: str = ""
    bare: bool = False
    definite: bool = False
    partitive: bool = False
    more: bool = False
    pronoun: bool = False
    named: bool = False
    rule: str = "one"
    noun: int = -1


class Reader:
    """Reads the people of one sentence; `names` are token ranges of persons, `taken` the tokens of loss words."""

    def __init__(
        self,
        sentence: Sentence,
        book: LossBook,
        names: Sequence[tuple[int, int]] = (),
        taken: frozenset[int] = frozenset(),
    ) -> None:
        self.words: Words = tuple(token.lower for token in sentence.tokens)
        self._capital = tuple(token.is_capitalised and not sentence.shouted for token in sentence.tokens)
        self._acronym = tuple(token.text in {"US", "IS"} and not sentence.shouted for token in sentence.tokens)
        self._closed = book.stops | book.skipped | book.auxiliaries | book.suffering | _ARTICLES
        self._book, self._taken = book, taken
        self._names = dict(names)

    def people(self) -> list[People]:
        """Every phrase for people, in order."""
        found: list[People] = []
        index = 0
        while index < len(self.words):
            phrase = self._at(index)
            if phrase:
                found.append(self._with_noun(phrase))
                index = phrase.end
            else:
                index += 1
        return found

    def _with_noun(self, phrase: People) -> People:
        """The phrase with the token that its noun part starts with: after number, article, "other", "of the"."""
        quantity = read_quantity(self.words, phrase.start, self._book.counts)
        noun = min(quantity.end, phrase.end - 1) if quantity else phrase.start
        while noun < phrase.end - 1 and self.words[noun] in _BEFORE_NOUN:
            noun += 1
        return replace(phrase, noun=noun)

    def _at(self, index: int) -> People | None:
        word = self.words[index]
        if index in self._taken:
            return None
        quantity = read_quantity(self.words, index, self._book.counts)
        if quantity:
            phrase = self._counted(quantity.start, quantity.end, quantity.range)
            if phrase is None:
                return None
            return replace(phrase, definite=quantity.definite, rule=quantity.rule)
        if self._is_pronoun(index):
            return People(index, index + 1, _PRONOUNS.get(word, _ONE), pronoun=True, rule="pronoun")
        if index in self._names:
            return People(index, self._names[index], _ONE, named=True, definite=True, rule="name")
        if word in _OWN and index + 1 < len(self.words):
            owned = self._at(index + 1)
            if owned and owned.rule not in {"noun", "plural", "pronoun", "name"}:
                return replace(owned, start=index)
        if word in _ARTICLES:
            return self._described(index)
        return self._uncounted(index)

    def _is_pronoun(self, index: int) -> bool:
        """Whether a pronoun for people stands here: not "her" before a noun, nor "them" in "among them"."""
        word = self.words[index]
        if word == "her":
            following = self.words[index + 1 : index + 2]
            return not self._head(index + 1) and not (
                following and read_quantity(self.words, index + 1, self._book.counts)
            )
        return word in _PRONOUNS and not (word == "them" and self.words[index - 1 : index] in (("among",), ("of",)))

    def _counted(self, start: int, end: int, how_many: Range) -> People | None:
        """A number and what it counts; None where that is no people."""
        words = self.words
        if end < len(words) and words[end] == "of" and end + 1 < len(words):
            return self._partitive(start, end, how_many)
        more = bool(_MORE & set(words[start:end]))
        tail = end
        while tail < len(words) and words[tail] in _MORE:
            tail, more = tail + 1, True
        head = self._head(tail + (self.words[tail : tail + 1] != () and words[tail] in _QUOTES))
        if head:
            return People(start, head[0], how_many, head[1], head[2], more=more)
        if tail < len(words) and words[tail] == "of" and more and words[tail + 1 : tail + 2]:
            inner = self._head(tail + 1)
            return People(
                start,
                inner[0] if inner else tail,
                how_many,
                inner[1] if inner else "unknown",
                bare=not inner,
                more=more,
            )
        return self._unnamed(start, tail, how_many, more=more)

    def _unnamed(self, start: int, tail: int, how_many: Range, *, more: bool) -> People | None:
        """A number with a noun that the book does not know ("three Kurds"), or with none."""
        end = tail
        while end < min(len(self.words), tail + 3) and self._is_open(end) and not self.words[end].endswith("ed"):
            if self.words[end] in self._book.things:
                return None
            end += 1
        return People(start, end, how_many, bare=end == tail, more=more)

    def _partitive(self, start: int, of: int, how_many: Range) -> People | None:
        """ "two of them", "dozens of civilians", "three of the attackers"."""
        words, inner = self.words, of + 1
        if words[inner] in _WHOM:
            return People(start, inner + 1, how_many, partitive=True)
        definite = words[inner] in _ARTICLES or words[inner] in {"those", "these"}
        head = self._head(inner + definite)
        if head:
            return People(start, head[0], how_many, head[1], head[2], partitive=definite)
        if words[inner] in _MORE:
            return People(start, inner + 1, how_many, more=True)
        if inner + definite in self._taken:
            return People(start, inner + definite + 1, how_many, partitive=definite)
        return (
            None if words[inner] in self._book.things else self._unnamed(start, inner + definite, how_many, more=False)
        )

    def _described(self, index: int) -> People | None:
        """An article and a noun: "a soldier" is one, "the soldiers" are some."""
        head = self._head(index + 1)
        if not head:
            return self._countryman(index)
        end, group, lemma, plural = head
        indefinite = self.words[index] in _INDEFINITE
        how_many = _SOME if plural and not indefinite else _ONE
        return People(
            index,
            end,
            how_many,
            group,
            lemma,
            definite=not indefinite,
            more=self.words[index] == "another",
            rule="noun",
        )

    def _countryman(self, index: int) -> People | None:
        """ "an Israeli": an article and one capitalised word with no noun after it."""
        end = index + 1
        while end < len(self.words) and self._capital[end] and self._is_open(end):
            end += 1
        if self.words[index] not in _INDEFINITE or end == index + 1 or self._is_open(end):
            return None
        return People(index, end, _ONE, rule="noun")

    def _uncounted(self, index: int) -> People | None:
        """A noun without article or number: "soldiers", "Mayor" before a name."""
        head = self._head(index, reach=_NAME_REACH if self._capital[index] or self._acronym[index] else 1)
        if not head:
            return None
        end, group, lemma, plural = head
        if plural:
            return People(index, end, _SOME, group, lemma, rule="plural")
        if end in self._names:
            return People(index, self._names[end], _ONE, group, lemma, named=True, definite=True, rule="name")
        return People(index, end, _ONE, group, lemma, definite=True, rule="noun")

    def _head(self, index: int, reach: int = _REACH) -> tuple[int, str, str, bool | None] | None:
        """The head noun of a phrase that goes on here: index after it, group, singular, whether plural."""
        book, words = self._book, self.words
        best: tuple[int, str, str, bool | None] | None = None
        limit = min(len(words), index + reach)
        while index < limit or (best and index == best[0] and index < len(words)):
            compound = book.compounds.at(words, index)
            end = compound[0] if compound else index + 1
            person = book.people.get(compound[1] if compound else words[index])
            if person and index not in self._taken:
                group = person.group if not best or person.group != "unknown" else best[1]
                best, index = (end, group, person.lemma, person.plural), end
            elif best:
                following = next((n for n in (index + 1, index + 2) if self._is_noun(n)), None)
                verbal = words[index] in book.bombing or words[index].endswith(("ed", "ing"))
                if verbal or following is None or not all(self._is_open(n) for n in range(index, following)):
                    break
                index = following
            elif not self._is_open(index):
                break
            else:
                index += 1
        return best

    def _is_noun(self, index: int) -> bool:
        """Whether a noun for people stands here, and no "himself"."""
        word = self.words[index] if index < len(self.words) else ""
        return word in self._book.people and not word.endswith(("self", "selves"))

    def _is_open(self, index: int) -> bool:
        """Whether the word may stand inside a noun phrase: no mark, no closed word, no loss word, no number."""
        if index >= len(self.words) or index in self._taken:
            return False
        word = self.words[index]
        if word in {"-", "'s"} or self._acronym[index]:
            return True
        if word.isdigit():  # an age: "an 18 year old man"
            return bool({"year", "year-old"} & set(self.words[index + 1 : index + 3]))
        return word[:1].isalpha() and word not in self._closed and word not in self._book.counts.numbers
