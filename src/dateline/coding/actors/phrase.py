"""Phrases: the words of an actor tag, read for their head, their demonyms and the names in them."""

from collections.abc import Set

from dateline.codebook.demonyms import Demonym
from dateline.codebook.heads import Head
from dateline.codebook.registry import ActorEntry, Country
from dateline.coding.actors.identity import Lexica
from dateline.coding.tagging.tags import Tag
from dateline.coding.text import closed
from dateline.coding.text.document import Sentence, Token
from dateline.frozen import frozen

_CUTS = frozenset(
    [
        "of",
        "in",
        "from",
        "with",
        "who",
        "at",
        "on",
        "for",
        "near",
        "against",
        "loyal",
        "belonging",
        "to",
        "by",
        ",",
        "(",
    ]
)
"""What ends the part of a phrase that holds its head ("*members* of the Islamic State")."""
_DETERMINERS = {
    "the": "definite", "this": "definite", "these": "definite", "those": "definite", "that": "definite",
    "its": "possessed", "their": "possessed", "his": "possessed", "her": "possessed", "our": "possessed",
    "a": "indefinite", "an": "indefinite", "some": "indefinite", "another": "indefinite", "other": "indefinite",
    "several": "indefinite", "many": "indefinite", "unidentified": "indefinite", "unknown": "indefinite",
    "two": "indefinite", "three": "indefinite", "four": "indefinite", "five": "indefinite", "dozens": "indefinite",
}  # fmt: skip
PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "he", "her": "he", "hers": "he", "herself": "he",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we", "i": "i", "me": "i", "my": "i", "myself": "i",
    "who": "who", "whom": "who", "whose": "who", "which": "who", "you": "you",
}  # fmt: skip


_POSSESSORS = frozenset(["his", "her", "their", "its"])
RELATIONS = closed.words(
    "backed supported sponsored funded trained armed aligned linked based held controlled occupied brokered "
    "made supplied friendly besieged"
)
"""After a people and a hyphen, these tell of somebody's friends or ground, not of his country ("*Rwandan*-backed")."""


@frozen
class Named:
    """A name of the registry within a phrase: first token, number of tokens, whose it may be."""

    at: int
    length: int
    entries: tuple[ActorEntry, ...]


@frozen
class Phrase:
    """An actor tag, read.

    `head_at` is the index of the head's first token; `determiner` is definite, possessed, indefinite or "".
    """

    tag: Tag
    sentence: Sentence
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    head: Head | None = None
    head_at: int = 0
    determiner: str = ""
    pronoun: str = ""
    possessor: str = ""
    named: tuple[Named, ...] = ()
    demonyms: tuple[Demonym, ...] = ()
    demonym_words: frozenset[int] = frozenset()
    countries: tuple[Country, ...] = ()

    @property
    def text(self) -> str:
        """The words as written, apart by one space."""
        return " ".join(token.text for token in self.tokens)

    @property
    def bare(self) -> bool:
        """Whether nothing but the head and words without a name of their own is there ("the extremist group")."""
        if self.named or self.demonyms or self.countries:
            return False
        first = self.sentence.tokens[0].start if self.sentence.tokens else -1
        return self.sentence.shouted or not any(
            token.is_capitalised and token.start != first for token in self.tokens[: self.head_at]
        )

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The words before the head."""
        return self.words[: self.head_at] if self.head else ()


def read_phrase(tag: Tag, sentence: Sentence, lexica: Lexica, places: Set[int] = frozenset()) -> Phrase:
    """Read the words of one tag; words that start within `places` (offsets) are no demonyms ("Tal *Afar*")."""
    tokens = sentence.between(tag.start, tag.end)
    words = tuple(token.lower for token in tokens)
    if len(words) == 1 and words[0] in PRONOUNS and (words[0] != "us" or tokens[0].text != "US"):
        return Phrase(tag, sentence, tokens, words, pronoun=PRONOUNS[words[0]])
    named = _names(tokens, sentence, lexica)
    taken = {i for name in named for i in range(name.at, name.at + name.length)}
    placed = {i for i, token in enumerate(tokens) if token.start in places}
    demonyms, at_words = _demonyms(tokens, words, taken | placed, lexica)
    head, head_at = _head(words, named, lexica)
    return Phrase(
        tag, sentence, tokens, words, head, head_at, _determiner(tag, sentence, words),
        possessor=_possessor(tag, sentence, words),
        named=named, demonyms=demonyms, demonym_words=at_words,
        countries=_countries(tokens, taken | at_words, lexica),
    )  # fmt: skip


def _names(tokens: tuple[Token, ...], sentence: Sentence, lexica: Lexica) -> tuple[Named, ...]:
    found: list[Named] = []
    at = 0
    while at < len(tokens):
        match = lexica.registry.longest(tokens, at, shouted=sentence.shouted)
        if match:
            found.append(Named(at, *match))
            at += match[0]
        else:
            at += 1
    return tuple(found)


def _demonyms(
    tokens: tuple[Token, ...], words: tuple[str, ...], taken: set[int], lexica: Lexica
) -> tuple[tuple[Demonym, ...], frozenset[int]]:
    found: list[Demonym] = []
    used: set[int] = set()
    for at, token in enumerate(tokens):
        if at in taken or at in used or not token.is_capitalised or (words[at] == "us" and token.text != "US"):
            continue
        match = lexica.demonyms.at(words, at)
        if match and words[at + 1 : at + 2] == ("-",) and words[at + 2 : at + 3] and words[at + 2] in RELATIONS:
            used.add(at)
            continue
        if match:
            found.append(match[1])
            used.update(range(at, at + match[0]))
            continue
        parts = words[at].split("-")
        if parts[-1] not in RELATIONS:
            found.extend(filter(None, (lexica.demonyms.get(part) for part in parts if len(parts) > 1)))
    return tuple(found), frozenset(used)


def _countries(tokens: tuple[Token, ...], taken: set[int] | frozenset[int], lexica: Lexica) -> tuple[Country, ...]:
    found: list[Country] = []
    at = 0
    while at < len(tokens):
        step = 1
        if at not in taken and tokens[at].is_capitalised:
            for length in range(min(4, len(tokens) - at), 0, -1):
                country = lexica.registry.country_of(" ".join(token.text for token in tokens[at : at + length]))
                if country:
                    found.append(country)
                    step = length
                    break
        at += step
    return tuple(found)


def _head(words: tuple[str, ...], named: tuple[Named, ...], lexica: Lexica) -> tuple[Head | None, int]:
    inside = {i for name in named for i in range(name.at + 1, name.at + name.length)}
    stop = next((i for i, word in enumerate(words) if i and word in _CUTS and i not in inside), len(words))
    found = lexica.heads.ending(words, stop)
    if found and not any(name.at <= stop - 1 < name.at + name.length for name in named):
        return found[1], stop - found[0]
    return None, stop


def _possessor(tag: Tag, sentence: Sentence, words: tuple[str, ...]) -> str:
    if words and words[0] in _POSSESSORS:
        return words[0]
    before = _before(tag, sentence)
    return before if before in _POSSESSORS else ""


def _determiner(tag: Tag, sentence: Sentence, words: tuple[str, ...]) -> str:
    if words and words[0] in _DETERMINERS:
        return _DETERMINERS[words[0]]
    return _DETERMINERS.get(_before(tag, sentence), "")


def _before(tag: Tag, sentence: Sentence) -> str:
    """The word before a tag, or nothing where it opens its sentence."""
    number = sentence.before(tag.start)
    return sentence.tokens[number - 1].lower if number else ""
