"""Contents: what is said, before its cue, after it, or on both sides."""

from dateline.codebook.cues import Cue
from dateline.coding.attribution.wording import (
    COORDINATORS,
    DETERMINERS,
    QUOTES,
    STOPS,
    SUBJECTS,
    SUBORDINATORS,
    TIME_UNITS,
    TIME_WORDS,
    Wording,
    is_finite,
    word_set,
)
from dateline.coding.tagging.wordclass import PREPOSITIONS, is_adverb
from dateline.frozen import frozen

Offsets = tuple[int, int]

COMPLEMENTIZERS = frozenset({"that", "whether", "how", "what", "why", "if", "where", "who"})
_ADVERBIAL = word_set("on in at during to from via through after before late early earlier last this for by")
_TRAILING = word_set("adding saying citing noting claiming explaining stressing warning according but while")
_SPOKE = word_set("said says told added claimed reported confirmed denied announced")
_TITLED = word_set("of on in called titled entitled named dubbed")
"""Words before a quotation that is a name: "on “The Morning Hour,” the minister said"."""
_TITLE = 18
_NEAR = 14
"""How many tokens after its cue a content may begin: "said in a statement published on Friday that"."""

_OPENING = 6
"""How many tokens into a sentence "as" still opens it."""
REPORTED_TO = word_set("reporters journalists")
_LOOSE = PREPOSITIONS | COORDINATORS | SUBORDINATORS | STOPS | REPORTED_TO
_TIMELY = TIME_WORDS - {"this", "last", "next"}


@frozen
class Following:
    """What stands after a cue: where the content begins (token) and how it opens."""

    first: int
    opens: str
    recipient: tuple[int, int] | None = None


def content_before(wording: Wording, source: int) -> Offsets | None:
    """The clause or quotation that ends with the comma or quotation mark right before token `source`, or None."""
    mark = source - 1
    if mark < 1 or wording.word(mark) not in {",", "?", "!", "—", "–", "--"} | QUOTES:
        return None
    quotation = wording.speech(mark) or (wording.speech(mark - 1) if wording.word(mark) == "," else None)
    if quotation is not None and quotation.end <= wording.tokens[mark].end:
        opening = next((i for i, token in enumerate(wording.tokens) if token.start >= quotation.start), 0)
        if wording.word(opening - 1) not in _TITLED:
            return quotation.start, quotation.end
    first = _left_bound(wording, mark)
    last = mark - 1
    if wording.word(mark) in QUOTES:
        last = mark
    finite = any(is_finite(wording, i) for i in range(first, last + 1))
    if last - first < 2 or not (finite or is_title(wording)):
        return None
    return wording.span(first, last)


def is_title(wording: Wording) -> bool:
    """Whether a sentence is a headline by its looks: short, and no stop at its end; it leaves out its verbs' "be"."""
    words = wording.words
    return 3 < len(words) <= _TITLE and words[-1] not in {".", "!", "?", ",", ":", ";", "…"} | QUOTES


def _left_bound(wording: Wording, mark: int) -> int:
    """Where the clause that ends at `mark` began: the sentence's start, or after the last speech quoted in it."""
    for index in range(mark - 1, -1, -1):
        if wording.word(index) == ";":
            return index + 1
    return 0


def after_cue(wording: Wording, index: int, *, told: bool) -> Following | None:
    """Where the content after the cue that ends before token `index` begins, and what opens it.

    `told` lets an addressee stand between: "told reporters that".
    """
    recipient: tuple[int, int] | None = None
    first = index
    if told:
        recipient = _recipient(wording, index)
        first = recipient[1] + 1 if recipient else index
    for position in range(first, min(len(wording.words), first + _NEAR)):
        word = wording.words[position]
        if word in {"that", "whether", "how"} and _only_adverbial(wording, first, position):
            return Following(position, "that", recipient)
        if wording.speech(position) is not None and word in QUOTES and _only_adverbial(wording, first, position):
            return Following(position, "quote", recipient)
        if word == ":":
            return Following(position + 1, "colon", recipient) if position + 1 < len(wording.words) else None
        if word in {".", ";"}:
            break
    start = _past_adverbial(wording, first)
    if start is None:
        return None
    opens = "to" if wording.word(start) == "to" else "bare"
    return Following(start, opens, recipient)


def following_verb(wording: Wording, index: int, cue: Cue) -> Following | None:
    """What stands after a verb: an infinitive that it takes ("agreed to clear land that ...") before any "that"."""
    end = index + len(cue.words)
    told = "told" in cue.takes and wording.word(index) != "said"
    if "to" in cue.takes and not told and wording.word(end) == "to":
        return Following(end, "to")
    return after_cue(wording, end, told=told)


def object_follows(wording: Wording, cue: Cue, following: Following | None) -> bool:
    """Whether a noun phrase stands right after the cue, which then is what it says: "declared bankruptcy"."""
    if following is None or following.opens != "bare" or "np" not in cue.takes:
        return False
    token, word = wording.tokens[following.first], wording.words[following.first]
    loose = word in _LOOSE
    return token.is_word and not loose and not word.endswith("ing") and not is_adverb(token)


def as_told(wording: Wording, source: int, end: int) -> Offsets | None:
    """What is said where a clause of its own tells by whom: "As the police pointed out, ...", "..., as he put it."

    `source` is the speaker's first token, `end` the one after the cue.
    """
    before = source - 1
    if wording.word(before) != "as":
        return None
    if before < _OPENING and wording.word(end) == "," and end + 2 < len(wording.words):
        return extent_after(wording, end + 1, clause_only=False)
    return content_before(wording, before) if wording.word(end) in STOPS | {""} else None


def _only_adverbial(wording: Wording, first: int, position: int) -> bool:
    """Whether what stands between cue and content is an adverbial ("on Friday", "in a statement", ", however,")."""
    if position == first:
        return True
    words = wording.words[first:position]
    if any(cue.speech and cue.shape == "verb" for i in range(first, position) for cue in wording.cues[i]):
        return False
    if words[0] in _ADVERBIAL or words[0] in TIME_WORDS or words[0].endswith("ly") or words[0] == ",":
        return True
    if words[0] in TIME_UNITS or (len(words) > 1 and words[1] in TIME_UNITS):
        return True
    return len(words) == 1 and words[0] in QUOTES


def _past_adverbial(wording: Wording, first: int) -> int | None:
    """The first token after a day or other short time adverbial, or None where nothing is left."""
    position = first
    while (
        wording.word(position) in _TIMELY
        or (wording.word(position) in {"on", "in"} and wording.word(position + 1) in TIME_WORDS)
        or (wording.word(position).isdigit() and wording.word(position - 1) in TIME_WORDS)
    ):
        position += 1
    if wording.word(position) in {"", ".", ",", ";", ")", "—", "–", "--", "”", '"', "''", "and", "?", "!"}:
        return None
    return position


def _recipient(wording: Wording, index: int) -> tuple[int, int] | None:
    """Whom the speaker addresses: a pronoun, or words up to "that", a quotation, "to" or the next clause's subject."""
    if wording.word(index) in {"", "that", "how", "of", "to", ",", ".", ":"} | QUOTES:
        return None
    if wording.word(index) in SUBJECTS | {"him", "them", "me", "us", "her", "reporters", "journalists"}:
        return index, index
    last = index
    while last + 1 < len(wording.words) and last - index < 12:
        word = wording.words[last + 1]
        new_subject = word in SUBJECTS or word in DETERMINERS
        if word in COMPLEMENTIZERS or word in QUOTES or word in {",", ".", ":", "to", ";"} or word in TIME_WORDS:
            break
        if word in {"in", "on", "at", "by", "during", "about", "of"} and word != "of":
            break
        if new_subject and wording.word(last) not in {"of", "for", "from", "and"}:
            break
        last += 1
    return index, last


def extent_after(wording: Wording, first: int, *, clause_only: bool) -> Offsets:
    """The content that begins at token `first`, to the end of its clause or quotation.

    A quotation that it opens with runs to its own end, over sentences; a noun phrase (`clause_only`) to the next
    comma; a clause to the sentence's end, a following ", adding" or ", but" left out.
    """
    quotation = wording.speech(first) if wording.word(first) in QUOTES else None
    if quotation is not None and quotation.start == wording.tokens[first].start:
        return quotation.start, quotation.end
    last = first
    around = wording.speech(first)
    while last + 1 < len(wording.words) and not _closes(wording, last + 1, clause_only=clause_only):
        if around is not None and wording.speech(last + 1) is not around:
            break
        last += 1
    marks = {".", ",", ";", ":"} | (QUOTES if around is not None else frozenset())
    while last > first and wording.word(last) in marks:
        last -= 1
    start, end = wording.span(first, last)
    inside = wording.speech(last)
    if around is None and inside is not None and inside.start >= start:
        end = max(end, inside.end)
    return start, end


def _closes(wording: Wording, index: int, *, clause_only: bool) -> bool:
    word, after = wording.words[index], wording.word(index + 1)
    if wording.speech(index) is not None:
        return False
    if word == ";" or (word in {"”", '"', "''"} and wording.quoted[index] is None):
        return True
    if word in {",", "and", "but"} and _speaks_next(wording, index):
        return True
    if word == ",":
        if after in _TRAILING:
            return True
        return clause_only and not _lists_on(wording, index)
    if clause_only and word in {"when", "while", "because", "after", "but"}:
        return True
    return clause_only and word in COORDINATORS and _is_speech(wording, index + 1)


def _speaks_next(wording: Wording, index: int) -> bool:
    """Whether another speaker follows: ", and Russia said"."""
    first = index + 1 if wording.words[index] != "," else index + 2
    if wording.word(first - 1) not in {"and", "but"} or _is_speech(wording, first):
        return False
    following = range(first + 1, min(first + 5, len(wording.words)))
    if any(wording.words[i] in _SPOKE for i in following):
        return True
    named = first < len(wording.tokens) and wording.tokens[first].is_capitalised and not wording.sentence.shouted
    return named and any(_says(wording, i) for i in following)


def _says(wording: Wording, index: int) -> bool:
    """Whether a token is a verb of saying that a subject may have: not "to say", not "said" of a passive alone."""
    forms = ("past", "third", "ing")
    return any(cue.speech and cue.shape == "verb" and cue.form in forms for cue in wording.cues[index])


def _is_speech(wording: Wording, index: int) -> bool:
    return index < len(wording.words) and any(cue.speech for cue in wording.cues[index])


def _lists_on(wording: Wording, comma: int) -> bool:
    """Whether a comma only separates items of a list ("Rawa, Annah and Qaim")."""
    following = wording.words[comma + 1 : comma + 5]
    return "and" in following or "or" in following
