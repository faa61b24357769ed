"""Word classes of a sentence's tokens, guessed from closed-class words, shapes and neighbours. No model.

Nouns are the default: in reports of armed conflict nearly every unknown word is a name or a noun.
"""

import re
from collections.abc import Sequence

from dateline.coding.tagging.wordclass import class_of
from dateline.coding.text import closed
from dateline.coding.text.document import Sentence, Token, WordClass
from dateline.coding.text.headlines import headline_verbs, is_telegraphic, is_title_case
from dateline.coding.text.verbforms import EITHER, IRREGULAR, VERBS, lemma_in

_CLOSED: dict[str, WordClass] = {
    **dict.fromkeys(closed.ADVERBS, "adv"),
    **dict.fromkeys(closed.SUBORDINATORS, "sub"),
    **dict.fromkeys(closed.PREPOSITIONS, "prep"),
    **dict.fromkeys(closed.RELATIVES - {"that"}, "rel"),
    **dict.fromkeys(closed.PRONOUNS, "pron"),
    **dict.fromkeys(closed.QUANTIFIERS, "num"),
    **dict.fromkeys(closed.DETERMINERS | closed.POSSESSIVES, "det"),
    **dict.fromkeys(closed.CONJUNCTIONS, "conj"),
    **dict.fromkeys(closed.AUXILIARIES | closed.GET, "aux"),
    "to": "to",
}
_SHORT: dict[str, WordClass] = {"noun": "noun", "verb": "verb", "adjective": "adj"}
_ADJECTIVE_TAILS = ("ous", "ful", "ive", "ish", "less", "able", "ible", "al", "ic", "ary", "ant", "ent", "ese")
# Participles that stand before nouns far more often than they are verbs.
_STANDING = closed.words(
    "armed united unidentified suspected alleged masked hooded wounded injured detained civilised limited renewed "
    "combined allied uniformed retired unarmed displaced occupied besieged disputed mechanized mechanised armored "
    "armoured unmanned so-called guided"
)
# Names of trades, nouns after the noun that they deal in: "drug trafficking gangs", "cattle rustling".
_GERUNDS = closed.words("trafficking smuggling rustling peddling laundering")
# Pasts among the words in -eed ("need", "speed"), most of which are none.
_EED = closed.words("agreed disagreed decreed guaranteed")
_TITLED = 0.85
"""Share of capitalised open-class words from which on a sentence counts as a headline in Title Case."""
# Arabic names with their article: al-Abadi, el-Sisi, ash-Shaddadi.
_ARTICLED = re.compile(r"(?:al|el|ul|as|ash|an|ad|ar|at|az)-[A-Z’'‘]")
_COMMON_TAILS = (
    "s", "ing", "tion", "sion", "ment", "ity", "ness", "ism", "men", "ence", "ance", "ship", "ed", "ly", "fire", "age",
)  # fmt: skip
_MASS = closed.words(
    "police people security parliament congress youth staff crew public army opposition media press artillery aircraft "
    "water food oil gas power death war peace violence gunfire unrest traffic heavy local earlier later former senior "
    "military federal national foreign rescue government state human civil armed children civilian suicide two three "
    "four five six seven eight nine ten initial preliminary intense fierce several unknown similar mass"
)
_PREMODIFYING = frozenset({"det", "num", "adj", "poss", "prep", "conj"})
_NOMINAL = frozenset({"noun", "name", "pron"})


def word_classes(sentence: Sentence) -> tuple[WordClass, ...]:
    """One class for every token of the sentence."""
    tokens = sentence.tokens
    classes: list[WordClass] = []
    caseless = sentence.shouted or _is_titled(tokens)
    for index in range(len(tokens)):
        classes.append(_class_of(tokens, index, classes, shouted=caseless))
    _count_phrases(tokens, classes)
    if is_title_case(sentence) or is_telegraphic(sentence):
        for index in headline_verbs(tokens, [n for n, kind in enumerate(classes) if kind in ("verb", "aux")]):
            classes[index] = "verb"
    return tuple(classes)


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is a headline in Title Case, so that a capital makes no name."""
    words = [token for token in tokens if token.is_word and token.lower not in _CLOSED and len(token.text) > 1]
    return len(words) > 3 and sum(token.is_capitalised for token in words) >= _TITLED * len(words)


# Words that with a number after them are part of it: "more than 100", "up to 16", "at least eight".
_COUNTING = {
    "more": ("than",), "less": ("than",), "fewer": ("than",), "up": ("to",), "at": ("least", "most"),
    "as": ("many",), "no": ("fewer", "less", "more"), "close": ("to",),
}  # fmt: skip


def _count_phrases(tokens: Sequence[Token], classes: list[WordClass]) -> None:
    for index in range(len(tokens) - 2):
        seconds = _COUNTING.get(tokens[index].lower)
        if seconds is None or tokens[index + 1].lower not in seconds:
            continue
        last = index + 1
        if tokens[index].lower in ("as", "no") and tokens[last + 1].lower in ("as", "than"):
            last += 1
        if _counts(tokens, last + 1):
            classes[index : last + 1] = ["num"] * (last + 1 - index)


def _class_of(tokens: Sequence[Token], index: int, before: Sequence[WordClass], *, shouted: bool) -> WordClass:
    token = tokens[index]
    word = token.lower
    if word in ("'s", "'") and index:
        return "poss"
    if not token.is_word:
        return "num" if token.text[:1].isdigit() else "mark"
    if _is_name(tokens, index, shouted=shouted):
        return "name"
    if word in _CHANGING and (found := _by_company(tokens, index, before)) is not None:
        return found
    if word.endswith("n't"):
        return "aux"
    known = _CLOSED.get(word)
    return known if known is not None else _open_class(tokens, index, before)


_APPROXIMATE = ("over", "about", "around", "some")
_CHANGING = closed.COMPASS | closed.HAVE | {"that", *_APPROXIMATE}


def _by_company(tokens: Sequence[Token], index: int, before: Sequence[WordClass]) -> WordClass | None:
    """The class of a small word that its neighbours give another than it has by itself; None where they do not."""
    word = tokens[index].lower
    if word == "that":
        return _that(tokens, index, before)
    if word in closed.COMPASS:
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        return "prep" if following == "of" else "adj"
    if word in closed.HAVE:
        return "verb" if index + 1 < len(tokens) and _owns(tokens[index + 1].lower) else None
    if _counts(tokens, index + 1):
        return None
    return "det" if word == "some" else "prep"


def _owns(following: str) -> bool:
    """Whether "have" is followed by what is had ("have no intentions") and so is no auxiliary."""
    return following in closed.DETERMINERS or following in closed.POSSESSIVES or following in closed.QUANTIFIERS


def _counts(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and (tokens[index].text[0].isdigit() or tokens[index].lower in closed.QUANTIFIERS)


def _is_name(tokens: Sequence[Token], index: int, *, shouted: bool) -> bool:
    token = tokens[index]
    if "-" in token.text and _ARTICLED.match(token.text):
        return True
    if shouted or not token.is_capitalised:
        return False
    if index and not _opens(tokens[index - 1]):
        return token.lower not in _CLOSED or (len(token.text) > 1 and token.text.isupper() and token.lower != "the")
    # The first word of a sentence is capitalised anyway: a name only if nothing else explains it.
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if token.lower in _CLOSED:
        return False
    if len(token.text) > 1 and token.text.isupper():
        return True
    if following is None or len(token.text) < 3:
        return False
    if following.is_capitalised or following.lower in ("'s", "-"):
        return True
    return _bare_singular(token.lower)


def _bare_singular(word: str) -> bool:
    """A singular that opens a sentence without article is likely a name: count nouns want one."""
    return not (word.endswith(_COMMON_TAILS) or word in _MASS or word in VERBS or word in EITHER or word in IRREGULAR)


def _opens(token: Token) -> bool:
    return token.text in ("“", '"', "«", "(", "[", "-", "•", "*", "–", "—", "--", ":", "'", "‘")


def _that(tokens: Sequence[Token], index: int, before: Sequence[WordClass]) -> WordClass:
    previous = before[-1] if before else "mark"
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    opens = following in _CLOSED and _CLOSED[following] in ("det", "pron")
    if previous in _NOMINAL and not opens:
        return "rel"
    if opens:
        return "sub"  # "demanded Friday that the rebels leave"
    return "sub" if previous in ("verb", "noun", "aux", "adv", "mark") else "det"


def _open_class(tokens: Sequence[Token], index: int, before: Sequence[WordClass]) -> WordClass:
    word = tokens[index].lower
    previous: WordClass = before[-1] if before else "mark"
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if word.endswith("ly") and len(word) > 4 and word not in ("family", "assembly", "ally", "italy", "rally", "july"):
        return "adv"
    if index > 1 and tokens[index - 1].text == "-" and tokens[index - 1].start == tokens[index - 2].end:
        return "adj"  # "IS-held", "U.S.-led": the tokeniser cuts these
    if word in IRREGULAR:
        return "adj" if previous in ("det", "adj", "poss") and _begins_noun(following) else "verb"
    if word.endswith("ed") and len(word) > 3 and (not word.endswith("eed") or word in _EED):
        return _past(tokens, index, previous)
    if word.endswith("ing") and len(word) > 5:
        return _ing(tokens, index, previous)
    if word in VERBS or word in EITHER or lemma_in(word, VERBS) or lemma_in(word, EITHER):
        return _bare(tokens, index, previous)
    if previous == "to" and (following in closed.DETERMINERS or following in closed.POSSESSIVES):
        return "verb"
    if (
        word.endswith(_ADJECTIVE_TAILS)
        and not word.endswith("ment")
        and len(word) > 5
        and _begins_noun(following)
        and previous != "to"
    ):
        return "adj"
    return "noun"


def _begins_noun(word: str) -> bool:
    return bool(word) and word[0].isalpha() and word not in _CLOSED


def _past(tokens: Sequence[Token], index: int, previous: WordClass) -> WordClass:
    if previous in ("aux", "rel", "pron"):
        return "verb"
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if tokens[index].lower in _STANDING and _begins_noun(following):
        return "adj"
    return "verb" if previous in _NOMINAL else _SHORT[class_of(tokens, index)]


def _ing(tokens: Sequence[Token], index: int, previous: WordClass) -> WordClass:
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if tokens[index].lower in _GERUNDS and previous in _NOMINAL:
        return "noun"
    if previous not in ("det", "adj", "poss") and following in ("to", "over", "out", "up", "off", "away", "down"):
        return "verb"
    return _SHORT[class_of(tokens, index)]


def _bare(tokens: Sequence[Token], index: int, previous: WordClass) -> WordClass:
    """A bare form is a verb after "to", a modal or a subject; a noun after a determiner or within a noun phrase."""
    word = tokens[index].lower
    if previous == "rel":
        return "verb"
    if lemma_in(word, EITHER):
        return _SHORT[class_of(tokens, index)]
    if previous in _PREMODIFYING and previous != "conj":
        return "noun"
    return "verb"
