"""Word classes: is this word a noun, a verb or an adjective here? A guess from shape and neighbours, without a parser.

Good enough to tell "the attack on" from "rebels attack the", and "wounded soldiers" from "wounded three soldiers".
The rules are the usual ones of English word order; each looks at two words before and two after.
"""

import re
from collections.abc import Sequence
from typing import Literal

from dateline.coding.text.document import Token
from dateline.coding.text.verbforms import IRREGULAR

WordClass = Literal["noun", "verb", "adjective"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "a an the this that these those his her its their our my your no any some each every another both all several "
    "many few more most such what which whose either neither "
    "multiple numerous various 's ' ' much further other"
)
PRONOUNS = _words("i you he she it we they who which that there")
MODALS = _words("will would can could may might must shall should cannot 'll 'd wo ca won't can't couldn't wouldn't")
BE = _words("be is are was were been being am 're isn't aren't wasn't weren't")
HAVE = _words("have has had having 've hasn't haven't hadn't")
DO = _words("do does did don't doesn't didn't")
GET = _words("get gets got getting gotten")
PREPOSITIONS = _words(
    "of in on at by for from with against into onto during after before since under over near between among amid "
    "through across around about despite following without within toward towards upon via per as like than off "
    "outside inside along behind beyond until till throughout because including vs versus v.s."
)
CONJUNCTIONS = _words("and or but nor while when where if because although though as whereas that")
ADJECTIVES = _words(
    "heavy fierce major new recent deadly alleged armed joint large small big first second third last latest fresh "
    "violent brutal intense mass massive public daily serious possible suspected initial final full severe bloody "
    "foreign local national international aerial naval indiscriminate direct retaliatory separate similar previous "
    "sporadic widespread renewed deadliest coordinated simultaneous peaceful illegal arbitrary extrajudicial summary "
    "targeted enforced sexual domestic cross-border two three four five six seven eight nine ten eleven twelve dozen "
    "dozens hundreds one planned early late main general continued"
)
# Nouns that stand before another noun more often than before a verb of their own.
MODIFIERS = _words(
    "terrorist rebel government guerrilla civil air ground missile rocket mortar artillery drone bomb suicide sniper "
    "overnight gang militant insurgent military police army"
)
ADVERBS = _words("not n't never also then still just now even again already once reportedly soon first almost")
NOUN_BEFORE_TO = _words(
    "led lead leads leading response reaction due prior owing thanks contribute contributed amount amounted subject "
    "subjected vulnerable exposed responded respond responds reacted resorted resort end addition return returned "
    "related linked opposed led-up up"
)
NOT_ADVERBS = _words("family rally assembly italy july army fly ally supply reply apply only early")
PLURAL_PEOPLE = _words(
    "police people men women children gunmen policemen militia military media youth crowd families villagers"
)
FALSE_PLURALS = _words("arms weapons operations drugs sports news rights his was this us has is airstrikes sanctions")
# Deeds that are as often nouns, and what is said of deeds alone.
_DEEDS = _words("shelling bombing shooting killing stabbing kidnapping fighting beheading lynching looting")
_DEADLY = _words("kills wounds injures hurts leaves claims destroys damages continues rages intensifies displaces")
_NUMBER = re.compile(r"\d")
_PARTICIPLES = _words(
    "shot slain held taken blown hit struck cut set beaten driven burnt hurt killed thrown fought dead drawn shut"
)
# What is no noun in a report: "children die in", "army kill 3", "policeman shoots dead".
_NO_NOUN = _words(
    "die dies perish perishes kill kills injure injures abduct abducts kidnap kidnaps destroy destroys degrade "
    "degrades obliterate obliterates neutralise neutralises neutralize neutralizes"
)
# Irregular pasts that are a bare form or a noun as well say nothing by themselves.
_AMBIGUOUS = _words(
    "left rose saw spoke put run set shot shut cut hit hurt cost cast burst split spread bound come become beat lay"
)
_PAST = IRREGULAR - _AMBIGUOUS
_SUBJECTS = PRONOUNS - DETERMINERS
_LEADS = DETERMINERS - {"that", "which", "all", "both"}
_GROUP_OPENERS = BE | HAVE | MODALS | DO
_PHRASE_OPENERS = PREPOSITIONS | DETERMINERS


def class_of(tokens: Sequence[Token], index: int, *, headline: bool = False) -> WordClass:
    """The likely class of the word at `index`, taken to be one that can be noun as well as verb.

    `headline` says that the sentence drops its articles, so that a bare plural before it is its subject. For a past
    form the answer is "verb" (finite or passive) or "adjective" ("the wounded", "wounded soldiers").
    """
    word = tokens[index].lower
    if word.endswith("ing") and len(word) > 4:
        return _class_of_ing(tokens, index)
    if (word.endswith("ed") and len(word) > 3) or word in _PARTICIPLES or word in _PAST:
        return _class_of_past(tokens, index)
    return _class_of_plain(tokens, index, headline=headline)


def is_passive(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form of *be* or *get* stands before the past form at `index`, adverbs and *been* let pass."""
    before = _before(tokens, index)
    if before is None:
        return False
    return tokens[before].lower in BE or tokens[before].lower in GET


def opens_phrase(token: Token) -> bool:
    """Whether a word can be the first of a noun phrase: a determiner, number, name or plain adjective."""
    word = token.lower
    if word in DETERMINERS or word in ADJECTIVES or _NUMBER.match(word):
        return True
    # in a text of capitals and in titles small words have capitals too: "ATTACKS AGAINST"
    return token.is_capitalised and word not in PREPOSITIONS and word not in CONJUNCTIONS and word not in BE


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between an auxiliary and its verb."""
    word = token.lower
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in NOT_ADVERBS)


def _before(tokens: Sequence[Token], index: int) -> int | None:
    position = index - 1
    while position >= 0 and (is_adverb(tokens[position]) or tokens[position].text in "\"“”'‘’("):
        position -= 1
    return position if position >= 0 else None


def _after(tokens: Sequence[Token], index: int) -> Token | None:
    position = index + 1
    while position < len(tokens) and (is_adverb(tokens[position]) or tokens[position].text in '"“”‘’'):
        position += 1
    return tokens[position] if position < len(tokens) else None


def _class_of_plain(tokens: Sequence[Token], index: int, *, headline: bool) -> WordClass:
    word, before, after = tokens[index].lower, _before(tokens, index), _after(tokens, index)
    if before is None:
        return "noun"
    previous = tokens[before].lower
    if previous == "to":
        bound = before > 0 and tokens[before - 1].lower in NOUN_BEFORE_TO
        return "noun" if bound or (word.endswith("s") and not word.endswith("ss")) else "verb"
    if previous in MODALS or previous in DO or previous in ("and/or", "n't"):
        return "verb"
    if previous in PRONOUNS and not (
        previous in DETERMINERS and before > 0 and tokens[before - 1].lower in PREPOSITIONS
    ):
        if previous == "that" and _has_verb_next(after):
            return "noun"  # "that rebels attacked"
        return "verb" if previous not in ("that", "which") or word.endswith("s") else "noun"
    if previous in DETERMINERS or previous in PREPOSITIONS or previous in ADJECTIVES or _NUMBER.match(previous):
        return "noun"
    if previous in HAVE or previous in BE:
        return "noun"
    return _class_after_noun(tokens[before], word, after, headline=headline)


def _has_verb_next(after: Token | None) -> bool:
    if after is None:
        return False
    return after.lower in _GROUP_OPENERS or (after.lower.endswith("ed") and len(after.lower) > 4)


def _class_after_noun(subject: Token, word: str, after: Token | None, *, headline: bool) -> WordClass:
    """After a noun or a name: the subject's verb, or the head of a compound ("rebel attack").

    A plural before a bare form is its subject ("forces surround"): English builds few compounds on plurals.
    """
    if after is None or not (after.is_word or _NUMBER.match(after.lower)):
        return "noun"
    following = after.lower
    if following in BE or following in HAVE or following in MODALS or following in ("of", "'s", "and"):
        return "noun"
    people = subject.lower in PLURAL_PEOPLE
    plural = subject.lower.endswith("s") and not subject.lower.endswith("ss") and subject.lower not in FALSE_PLURALS
    third = word.endswith("s") and not word.endswith("ss")
    takes_object = opens_phrase(after)
    if not subject.is_word:
        return "verb" if following in DETERMINERS and not third else "noun"
    if following == "dead" or _is_bare_deed(word, after, third=third, plural=plural or people):
        return "verb"
    if subject.lower in MODIFIERS and not (third and takes_object):
        return "noun" if not people or third or not takes_object else "verb"
    if not third:
        return "verb" if plural or (people and (takes_object or headline)) else "noun"
    if plural or people:
        return "noun"
    return "verb" if takes_object or (headline and following not in PREPOSITIONS) else "noun"


def _is_bare_deed(word: str, after: Token, *, third: bool, plural: bool) -> bool:
    """Whether a form that is no noun has its object behind it, or wants none ("children die in", "blast kills boy")."""
    if word not in _NO_NOUN:
        return False
    if word.startswith(("die", "perish")):
        return third != plural
    return after.lower not in PREPOSITIONS and after.lower not in CONJUNCTIONS


def _class_of_ing(tokens: Sequence[Token], index: int) -> WordClass:
    before, after = _before(tokens, index), _after(tokens, index)
    following = after.lower if after else ""
    if following == "of":
        return "noun"
    previous = tokens[before].lower if before is not None else ""
    if previous in BE:
        there = before is not None and before > 0 and tokens[before - 1].lower == "there"
        return "noun" if there else "verb"
    takes_object = after is not None and (
        opens_phrase(after) or following in ("himself", "themselves", "people", "them")
    )
    if previous in DETERMINERS or previous in ADJECTIVES:
        return "verb" if takes_object and following in DETERMINERS and previous not in DETERMINERS else "noun"
    if previous == "of" or previous in PREPOSITIONS or before is None:
        return "verb" if takes_object else "noun"
    if not previous.isalpha():
        return "verb" if takes_object or following in PREPOSITIONS or previous == "," else "noun"
    if _is_compound_deed(tokens, index, before or 0, following):
        return "noun"
    return "verb" if takes_object or (after is not None and after.is_word and following not in BE) else "noun"


def _is_compound_deed(tokens: Sequence[Token], index: int, before: int, following: str) -> bool:
    """Whether an -ing names a deed after its doer: "rebel shelling kills two", "killed in Baghdad shelling in"."""
    if following.endswith("s") and following in _DEADLY:
        return True
    if tokens[index].lower not in _DEEDS or (following and following not in PREPOSITIONS and following.isalpha()):
        return False
    owner = tokens[before].lower
    if owner.endswith("s") or owner in PLURAL_PEOPLE or is_adverb(tokens[before]):
        return False
    first = before
    while first > 0 and tokens[first].is_capitalised and tokens[first - 1].is_capitalised:
        first -= 1
    return first > 0 and tokens[first - 1].lower in _PHRASE_OPENERS


def _class_of_past(tokens: Sequence[Token], index: int) -> WordClass:
    before, after = _before(tokens, index), _after(tokens, index)
    if before is None:
        return "verb" if after is None or after.lower in DETERMINERS or after.lower in PREPOSITIONS else "adjective"
    previous = tokens[before].lower
    if previous in BE or previous in HAVE or previous in GET or previous in _SUBJECTS or previous == "being":
        return "verb"
    attributive = (
        previous in _LEADS or previous in ADJECTIVES or previous in PREPOSITIONS or bool(_NUMBER.match(previous))
    )
    if not attributive:
        return "verb"
    if after is None or not after.is_word:
        return "adjective" if previous in DETERMINERS else "verb"
    if after.lower in PREPOSITIONS or (after.lower in DETERMINERS and not after.lower.startswith("'")):
        return "adjective" if previous in ("the", "his", "her", "their") and after.lower != "by" else "verb"
    numeral = previous in ADJECTIVES or bool(_NUMBER.match(previous))
    return "verb" if numeral and (opens_phrase(after) or after.lower in CONJUNCTIONS) else "adjective"
