"""Headlines: sentences without articles and auxiliaries, whose verbs stand in the present tense and look like nouns.

"Raiders shoot miller, wife and guest", "Raiders Attack Miller": each stretch between commas, colons and words such
as "after" is a clause of its own, and wants a verb where one of its words can be one.
"""

from collections.abc import Collection, Iterator, Sequence

from dateline.coding.text import closed
from dateline.coding.text.document import Sentence, Token
from dateline.coding.text.verbforms import EITHER, VERBS, lemma_in

_LONGEST = 26  # words; beyond, a sentence without an article is a list
_TITLED = 0.7  # a sentence with this share of longer words capitalised is in Title Case
_FULL = closed.words("the a an is are was were has had have will would his her their its he she they it been being")
_PARTING = closed.words("; : – — , as after when while before amid but who which that")
_STOPS = _PARTING | closed.PREPOSITIONS | closed.CONJUNCTIONS | closed.AUXILIARIES
_QUOTES = closed.words("\" ' “ ” ‘ ’")
_PLURAL = closed.words("police people military militia men women children youth youths army navy crowd")
# Adverbs and the like that may stand between a headline's verb and what follows it.
_BETWEEN = closed.words("again more over two-dozen at least")
_NO_NOUN = closed.words(
    "kill kills wound wounds injure injures abduct abducts kidnap kidnaps arrest arrests repel repels destroy destroys"
)


def is_title_case(sentence: Sentence) -> bool:
    """Whether most of a sentence's longer words begin with a capital."""
    longer = [token for token in sentence.tokens if len(token.text) > 3 and token.is_word]
    return len(longer) >= 3 and sum(token.is_capitalised for token in longer) >= _TITLED * len(longer)


def is_telegraphic(sentence: Sentence) -> bool:
    """Whether a sentence is written as headlines are: short, without article, pronoun or auxiliary."""
    tokens = sentence.tokens
    return 3 <= len(tokens) <= _LONGEST and not sentence.shouted and not any(t.lower in _FULL for t in tokens)


def is_headline(sentence: Sentence) -> bool:
    """Whether a sentence is written as a headline: telegraphic, in Title Case or in capitals."""
    return sentence.shouted or is_title_case(sentence) or is_telegraphic(sentence)


def headline_verbs(tokens: Sequence[Token], verbs: Collection[int]) -> frozenset[int]:
    """The positions of the verbs of a headline that its words' shapes hide; `verbs` are those that show."""
    found: set[int] = set()
    for first, last in _stretches(tokens):
        found.update(verb + 1 for verb in verbs if first <= verb < last and _reports_act(tokens, verb))
        if any(first <= verb <= last for verb in verbs):
            continue
        ranked = [(_rank(tokens, first, last, at, told=bool(found or verbs)), -at) for at in range(first, last + 1)]
        best = max(ranked, default=(0, 0))
        if best[0] > 0:
            found.add(-best[1])
    return frozenset(found)


def _reports_act(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a headline's "says" has the act itself behind it: "Army says kills six rebels"."""
    following = tokens[verb + 1].lower
    known = lemma_in(following, VERBS) or lemma_in(following, EITHER)
    return tokens[verb].lower in ("says", "say", "said") and following.endswith("s") and known


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first and last position of each clause-like stretch."""
    first = 0
    for position, token in enumerate(tokens):
        if token.lower in _PARTING or is_dash(tokens, position):
            if position > first:
                yield first, position - 1
            first = position + 1
    if first < len(tokens):
        yield first, len(tokens) - 1


def is_dash(tokens: Sequence[Token], position: int) -> bool:
    """Whether a hyphen parts its neighbours: a blank stands beside it ("- police", "town -residents")."""
    if tokens[position].text not in ("-", "--") or not 0 < position < len(tokens) - 1:
        return False
    token = tokens[position]
    return tokens[position + 1].start > token.end or tokens[position - 1].end < token.start


def _rank(tokens: Sequence[Token], first: int, last: int, at: int, *, told: bool) -> int:
    """How likely a word is the stretch's verb; 0 if it cannot be."""
    word = tokens[at].lower
    plain = lemma_in(word, VERBS) and not lemma_in(word, EITHER)
    if word in _NO_NOUN:
        plain = True
    if not plain and not lemma_in(word, EITHER):
        return 0
    third = word.endswith("s") and not word.endswith("ss")
    begins = _takes_object(tokens, at + 1, last)
    if at == first:
        # ", Kills 11", ", Capture Six": the verb before lends its subject.
        return 3 if (told or word in _NO_NOUN) and begins and (plain or third) else 0
    if not _may_be_subject(tokens[at - 1], third=third, plain=plain):
        return 0
    if not begins and not (plain and third):
        return 0
    return 1 + 2 * plain + third + begins


def _may_be_subject(before: Token, *, third: bool, plain: bool) -> bool:
    """Whether the word before a form can be its subject: a plural has no form in -s, a lower-case singular no other."""
    word = before.lower
    if not before.is_word:
        return before.text in _QUOTES
    if word in _STOPS or word == "'s" or word in closed.QUANTIFIERS:
        return False
    collective = word in _PLURAL
    plural = collective or word.endswith("men") or (word.endswith("s") and not word.endswith("ss"))
    if third:
        return not plural or collective or (before.is_capitalised and plain)
    return plural or plain or before.is_capitalised


def _takes_object(tokens: Sequence[Token], position: int, last: int) -> bool:
    """Whether an object can begin here: a number, a name, a noun, but no preposition and no further verb."""
    begin = position
    while position <= last and (tokens[position].lower in _BETWEEN or tokens[position].text in _QUOTES):
        position += 1
    if position > last:
        return position > begin
    word = tokens[position].lower
    if word[:1].isdigit() or word in closed.QUANTIFIERS or word in closed.POSSESSIVES:
        return True
    return tokens[position].is_word and word not in _STOPS and word not in _NO_NOUN and word not in closed.ADVERBS
