"""Wording: a sentence with its cues and quotations, and the small words that mark where clauses begin and end."""

from collections.abc import Sequence

from dateline.codebook.cues import Cue, Cues
from dateline.coding.attribution.quotations import Quotation, quotation_at
from dateline.coding.tagging.wordclass import BE, DO, HAVE, MODALS, class_of, is_adverb
from dateline.coding.text.document import Sentence, Token
from dateline.frozen import frozen


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


AUXILIARIES = BE | HAVE | DO | MODALS | {"ha", "to"}
SUBORDINATORS = word_set(
    "that because when while as after before if although though whether where since until unless once so "
    "how why what whereas"
)
RELATIVES = word_set("who which that whom whose where")
COORDINATORS = frozenset({"and", "but", "or", "yet", "nor"})
SUBJECTS = word_set("i you he she it we they who which there one")
DETERMINERS = word_set("a an the this these those his her its their our my your some any no each every another")
MONTHS = word_set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
TIME_WORDS = MONTHS - {"may", "march"} | word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight earlier later now "
    "recently previously meanwhile late early last next this"
)
_FINITE = MODALS | DO | ((BE | HAVE) - {"be", "been", "being", "having"})
_NOUN_LEADS = DETERMINERS | {"to"}
ADJECTIVAL = ("ious", "ous", "ive", "ical", "ful", "ible", "able", "ian", "ish")
"""Endings of adjectives that no noun or verb of conflict shares."""
TIME_UNITS = word_set("minutes hours hour days day weeks week months month years year")
PUNCTUATION = frozenset(",;:.!?—–-()[]…") | {"--", "...", "―"}
QUOTES = frozenset('“”„"«»') | {"``", "''", "`", "'"}
STOPS = PUNCTUATION | QUOTES
_ABBREVIATED = "·"
"""Stands for the stop of an abbreviation, which ends nothing."""
NOT_VERBS = word_set(
    "united allied so-called armed wounded injured alleged suspected masked unidentified retired hundred red led bed "
    "speed need seed bleed feed shed indeed embed creed breed mohammed ahmed hamed mohamed"
)
"""Words on -ed that are not a clause's verb where they stand in a noun phrase."""


@frozen
class Wording:
    """A sentence made ready: its words in lower case, which are inside a quotation, and the cues at each."""

    sentence: Sentence
    words: tuple[str, ...]
    quoted: tuple[Quotation | None, ...]
    cues: tuple[tuple[Cue, ...], ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def word(self, index: int) -> str:
        """The word at this index in lower case, "" outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def speech(self, index: int) -> Quotation | None:
        """The quotation of speech (not a scare quote) that holds this token."""
        quotation = self.quoted[index]
        return quotation if quotation is not None and quotation.speech else None

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens `first` to `last`, both included."""
        return self.tokens[first].start, self.tokens[last].end


def word_sentence(sentence: Sentence, quotations: Sequence[Quotation], cues: Cues) -> Wording:
    """Make a sentence ready."""
    words = tuple([
        _ABBREVIATED if token.text == "." and _is_abbreviation(sentence, index) else token.lower
        for index, token in enumerate(sentence.tokens)
    ])  # fmt: skip
    inside = [q for q in quotations if q.start < sentence.end and sentence.start < q.end]
    quoted = tuple(quotation_at(inside, token.start) for token in sentence.tokens) if inside else (None,) * len(words)
    return Wording(sentence, words, quoted, cues.along(words))


def _is_abbreviation(sentence: Sentence, index: int) -> bool:
    """Whether the stop at this token ends an abbreviation: within a sentence, after a short word ("Mr. King")."""
    tokens = sentence.tokens
    if not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].is_word and len(tokens[index - 1].text) <= 6 and tokens[index + 1].is_word


def is_name(wording: Wording, index: int) -> bool:
    """Whether a capital marks this word as part of a name: not the first word, nor in a title of capitals."""
    tokens = wording.tokens
    if index == 0 or wording.sentence.shouted or not tokens[index].is_capitalised or not tokens[index - 1].is_word:
        return False
    words = [token for token in tokens if token.is_word]
    return len(words) > 14 or 2 * sum(token.is_capitalised for token in words) < len(words)


def is_negator(word: str) -> bool:
    """Whether a word negates the verb group that it stands in."""
    return word in {"not", "never", "cannot", "nor"} or word.endswith("n't")


def is_group_word(wording: Wording, index: int) -> bool:
    """Whether a word belongs to a verb group without being its verb: auxiliary, negation or adverb."""
    word = wording.words[index]
    return word in AUXILIARIES or is_negator(word) or word in _LOOSE or is_adverb(wording.tokens[index])


_LOOSE = word_set(
    "later earlier often perhaps always usually sometimes maybe neither "
    "also then again once still ever even just only first further meanwhile thus therefore all both "
    "himself herself themselves itself now immediately previously since long so 's 've 're 'd 'll"
) - {"'s"}


def is_verbal(wording: Wording, index: int) -> bool:
    """Whether a word that may be noun or verb is a verb here; a second verb ("should see this and order") counts."""
    if class_of(wording.tokens, index) == "verb":
        return True
    before = wording.word(index - 1)
    if index and is_adverb(wording.tokens[index - 1]) and wording.words[index - 1].endswith("ly"):
        return wording.word(index - 2) not in DETERMINERS
    if before not in COORDINATORS or wording.word(index + 1) in {"of", "on", "in", "against", "by", ",", ".", ""}:
        return False
    left = wording.words[max(0, index - 12) : index]
    return any(word in MODALS or word == "to" for word in left)


_IRREGULAR_PAST = word_set(
    "fled fell took shot went came became began broke brought built bought caught chose cut drew drove fought flew "
    "froze gave got grew held hid hit kept knew laid led left lost made met paid put ran rose sank saw sent set shook "
    "slew spent stole stood struck swept threw took won withdrew wrote blew burnt bore beat sought fed sold slid rode "
    "woke wore tore swore spoke sat sprang"
)


def is_finite(wording: Wording, index: int) -> bool:
    """Whether a word looks like a clause's own verb: an auxiliary, a verb of saying, a past form with its object."""
    word = wording.words[index]
    if word in _FINITE:
        return True
    if is_name(wording, index):
        return False
    speaking = [
        c for c in wording.cues[index] if c.speech and c.shape == "verb" and c.form in ("past", "third", "base")
    ]
    if speaking:
        regular = speaking[0].form == "past" and word.endswith("ed")
        plain = not regular and not speaking[0].maybe_noun
        return wording.word(index - 1) not in _NOUN_LEADS and (plain or class_of(wording.tokens, index) == "verb")
    if word in _IRREGULAR_PAST and index > 0:
        return wording.word(index - 1) not in DETERMINERS and wording.word(index + 1) != "by"
    if word.endswith("ed") and len(word) > 3 and word not in NOT_VERBS and index > 0:
        return wording.word(index - 1) not in DETERMINERS and class_of(wording.tokens, index) == "verb"
    return False
