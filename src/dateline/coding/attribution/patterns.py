"""Patterns: the ways in which English joins a source, a cue and a content. Each gives what it found, or None."""

from dateline.codebook.cues import Cue
from dateline.coding.attribution.contents import (
    REPORTED_TO,
    Offsets,
    after_cue,
    as_told,
    content_before,
    extent_after,
    following_verb,
    object_follows,
)
from dateline.coding.attribution.found import Found
from dateline.coding.attribution.sources import Range, clause_subject, phrase_after, subject_before
from dateline.coding.attribution.speech_nouns import POSSESSIVE, match_noun
from dateline.coding.attribution.wording import (
    COORDINATORS,
    DETERMINERS,
    QUOTES,
    RELATIVES,
    STOPS,
    SUBJECTS,
    SUBORDINATORS,
    TIME_WORDS,
    Wording,
    is_finite,
    is_name,
    word_set,
)
from dateline.coding.tagging.wordclass import BE, PREPOSITIONS, class_of, is_adverb, is_passive

_PLAIN = frozenset({"say", "report", "tell"})
_ALWAYS = word_set("said says say told tells saying")
"""Words that are hardly ever anything but speech: no proof of a content is asked of them."""
_OPENING = 6
"""How many tokens into a sentence "according to" still opens it."""
_OPEN_ADVERBIAL = word_set("on in at to during of after when as about by via while") | {""}
_ABOUT = word_set("as like over around about more")
_POINTED = QUOTES | {","}
_OWNERS = DETERMINERS | {"'s", "of"} | POSSESSIVE
_LOOSE = PREPOSITIONS | TIME_WORDS | {","}
_CLAUSE_ENDS = STOPS | SUBORDINATORS | RELATIVES


def match_cue(wording: Wording, index: int, cue: Cue, before: Found | None) -> Found | None:
    """The attribution that this cue makes at this token, or None; `before` is the sentence's last one so far."""
    if cue.shape == "noun":
        return match_noun(wording, index, cue)
    if cue.shape == "verb_to":
        return _reported(wording, index, cue)
    if cue.shape == "phrase":
        return _according(wording, index, cue) if "according" in cue.takes else _verb(wording, index, cue, before)
    if cue.shape != "verb" or not _is_verb(wording, index, cue):
        return None
    if cue.form in ("past", "participle") and is_passive(wording.tokens, index):
        return _passive(wording, index, cue)
    if cue.form == "participle" and wording.word(index + len(cue.words)) == "by":
        return _passive(wording, index, cue)
    return _inverted(wording, index, cue) or _verb(wording, index, cue, before)


def _is_verb(wording: Wording, index: int, cue: Cue) -> bool:
    word = wording.words[index]
    if word in _ALWAYS:
        return wording.word(index - 1) != "the"
    if cue.form in ("past", "participle") and wording.word(index - 1) in _POINTED:
        return True
    if cue.form == "ing":
        return wording.word(index - 1) not in DETERMINERS | {"of"}
    if is_name(wording, index) or (word == "states" and wording.word(index - 1) == "united"):
        return False
    following = wording.word(index + len(cue.words))
    if cue.maybe_noun and following == "that" and index and is_finite(wording, index - 1):
        return False  # "denied reports that"
    if following in {"that", ":"} or following in SUBJECTS:
        return wording.word(index - 1) not in _OWNERS
    if cue.form in ("base", "third") and not cue.maybe_noun:
        return wording.word(index - 1) not in DETERMINERS
    if (cue.form == "past" and not word.endswith("ed")) or (following == "to" and _has_subject(wording, index)):
        return wording.word(index - 1) not in _OWNERS
    return class_of(wording.tokens, index) == "verb"


def _has_subject(wording: Wording, index: int) -> bool:
    """Whether "plans" in "the group plans to" is the verb: a noun stands before it, and no verb of the clause after."""
    before = index - 1
    if before < 0 or not wording.tokens[before].is_word or wording.words[before] in PREPOSITIONS | COORDINATORS:
        return False
    if is_finite(wording, before) or class_of(wording.tokens, before) != "noun":
        return False
    for position in range(index + 2, len(wording.words)):
        if wording.words[position] in _CLAUSE_ENDS:
            break
        if is_finite(wording, position):
            return False
    return True


def _inverted(wording: Wording, index: int, cue: Cue) -> Found | None:
    """`"...," said X` and "..., said X"."""
    if "quote" not in cue.takes or "told" in cue.takes or cue.form not in ("past", "third"):
        return None
    mark = index - 1
    while mark > 0 and is_adverb(wording.tokens[mark]):
        mark -= 1
    if mark < 1 or wording.word(mark) not in _POINTED:
        return None
    begin = index + len(cue.words)
    following = wording.word(begin)
    quoted = wording.word(mark) in QUOTES or wording.speech(mark - 1) is not None
    if not following or following in TIME_WORDS | {"that"} | STOPS or (following in SUBJECTS and not quoted):
        return None
    source = phrase_after(wording, begin, strict=not quoted)
    content = content_before(wording, mark + 1)
    if source is None or content is None or (not quoted and wording.word(source[1] + 1) not in STOPS | {""}):
        return None
    return Found(cue, (index, begin - 1), source, (content, *_resumed(wording, source[1] + 1)))


def _resumed(wording: Wording, index: int) -> tuple[Offsets, ...]:
    """A quotation that goes on after the cue: `"...," X said, "..."`."""
    for position in range(index, min(index + 12, len(wording.words))):
        quotation = wording.speech(position)
        if quotation is not None and wording.tokens[position].start == quotation.start:
            return ((quotation.start, quotation.end),)
        if wording.words[position] == "." or wording.quoted[position] is not None:
            return ()
    return ()


def _source_of(wording: Wording, index: int, before: Found | None) -> Range | None:
    if wording.words[index].endswith("ing") and wording.word(index - 1) in _LOOSE:
        return before.source if before is not None and before.source else clause_subject(wording, index - 1)
    source = subject_before(wording, index)
    if source is not None and not (source[0] == source[1] and wording.word(source[0]) in TIME_WORDS):
        return source
    left = index - 1
    while left > 0 and (is_adverb(wording.tokens[left]) or wording.word(left) == "then"):
        left -= 1
    if wording.word(left) in COORDINATORS | {","} | TIME_WORDS:
        return before.source if before is not None else clause_subject(wording, left)
    return None


def _verb(wording: Wording, index: int, cue: Cue, before: Found | None) -> Found | None:
    """The plain order: X said that ..., "...", X said, X urged Y to ..."""
    end = index + len(cue.words)
    source = _source_of(wording, index, before)
    following = following_verb(wording, index, cue)
    addressee = following.recipient if following else None
    at = (index, end - 1)
    rest = addressee[1] + 1 if addressee else end
    told = as_told(wording, source[0], end) if source is not None else None
    if told is not None:
        return Found(cue, at, source, (told,))
    ahead = _content_ahead(wording, source, cue)
    if ahead and (following is None or following.opens in ("to", "bare")) and _is_quoted(wording, source):
        return _kept(Found(cue, at, source, ahead + _resumed(wording, end), addressee))
    if following is not None and following.opens in ("that", "quote", "colon"):
        if following.opens == "quote" and "quote" not in cue.takes and "np" not in cue.takes:
            return None
        content = extent_after(wording, following.first, clause_only=False)
        split = ahead if following.opens == "quote" else ()
        return _kept(Found(cue, at, source, (*split, content), addressee))
    if ahead and _nothing_follows(wording, rest) and not object_follows(wording, cue, following):
        return _kept(Found(cue, at, source, ahead + _resumed(wording, end), addressee))
    if following is not None:
        content_at = _plain_content(wording, cue, following.first, following.opens)
        if content_at is not None:
            return _kept(Found(cue, at, source, (content_at,), addressee))
    aside = _aside(wording, source, end) if "clause" in cue.takes or "quote" in cue.takes else None
    if aside is not None:
        return Found(cue, at, source, aside)
    announced = "quote" in cue.takes and wording.word(end) == ":"
    return _kept(Found(cue, at, source, (), addressee)) if wording.words[index] in _ALWAYS or announced else None


def _aside(wording: Wording, source: Range | None, end: int) -> tuple[Offsets, ...] | None:
    """What stands around a source and cue set between commas: "All of this, he admits, could end"."""
    if source is None or wording.word(source[0] - 1) != "," or wording.word(end) != "," or source[0] < 2:
        return None
    if not any(is_finite(wording, i) for i in range(end + 1, len(wording.words))):
        return None
    return wording.span(0, source[0] - 2), extent_after(wording, end + 1, clause_only=False)


def _kept(found: Found) -> Found | None:
    """An attribution needs a source, or a content that a word of saying opens."""
    return found if found.source is not None or (found.contents and found.cue.form != "base") else None


def _content_ahead(wording: Wording, source: Range | None, cue: Cue) -> tuple[Offsets, ...]:
    if source is None or "quote" not in cue.takes:
        return ()
    content = content_before(wording, source[0])
    return (content,) if content else ()


def _is_quoted(wording: Wording, source: Range | None) -> bool:
    """Whether a quotation ends right before the source."""
    return source is not None and source[0] > 0 and _ends_quotation(wording, source[0] - 1)


def _ends_quotation(wording: Wording, mark: int) -> bool:
    quotation = wording.speech(mark) or (wording.speech(mark - 1) if mark and wording.word(mark) == "," else None)
    return quotation is not None and quotation.end <= wording.tokens[mark].end


def _nothing_follows(wording: Wording, index: int) -> bool:
    word = wording.word(index)
    return bool(
        word in STOPS | _OPEN_ADVERBIAL
        or word in TIME_WORDS
        or word in REPORTED_TO
        or not any(is_finite(wording, i) for i in range(index, len(wording.words)))
    )


def _plain_content(wording: Wording, cue: Cue, first: int, opens: str) -> Offsets | None:
    """A content without "that" or quotation marks: infinitive, clause, -ing form or noun phrase."""
    word = wording.word(first)
    if opens == "to":
        return extent_after(wording, first, clause_only=True) if "to" in cue.takes else None
    loose = word in PREPOSITIONS - _ABOUT or word in COORDINATORS
    finite = any(is_finite(wording, i) for i in range(first + 1, min(first + 25, len(wording.words))))
    if loose and not ("clause" in cue.takes and cue.sort in _PLAIN and finite):
        return None
    if "gerund" in cue.takes and word.endswith("ing"):
        return extent_after(wording, first, clause_only=True)
    if "clause" in cue.takes and finite:
        return extent_after(wording, first, clause_only=False)
    if "object_to" in cue.takes and "to" in wording.words[first : first + 15]:
        return extent_after(wording, wording.words.index("to", first), clause_only=True)
    if cue.sort in _PLAIN and "clause" in cue.takes and len(wording.words) - first > 1 and word not in STOPS:
        return extent_after(wording, first, clause_only=False)
    if "np" in cue.takes and word not in BE:
        return extent_after(wording, first, clause_only=True)
    return None


def _passive(wording: Wording, index: int, cue: Cue) -> Found | None:
    """X was told by Y that ...; it was reported that ...; condemned by X."""
    end = index + len(cue.words)
    at = (index, end - 1)
    if wording.word(end) == "by":
        source = phrase_after(wording, end + 1)
        if source is None:
            return None
        following = after_cue(wording, source[1] + 1, told=False)
        if following is not None and following.opens in ("that", "quote"):
            return Found(cue, at, source, (extent_after(wording, following.first, clause_only=False),))
        subject = subject_before(wording, index)
        return Found(cue, at, source, (wording.span(*subject),) if subject else ())
    if cue.sort == "accuse" and wording.word(end) in {"of", "for"} and end + 1 < len(wording.words):
        return Found(cue, at, None, (extent_after(wording, end + 1, clause_only=True),))
    following = after_cue(wording, end, told=False)
    if following is None or following.first != end or following.opens not in ("that", "quote"):
        return None
    if cue.takes.isdisjoint({"clause", "that", "quote"}):
        return None
    return Found(cue, at, None, (extent_after(wording, end, clause_only=False),))


def _reported(wording: Wording, index: int, cue: Cue) -> Found | None:
    """X is believed to be holding ...: somebody's belief, unnamed; the content is subject and infinitive."""
    if wording.word(index + 1) != "to" or not is_passive(wording.tokens, index):
        return None
    subject = subject_before(wording, index)
    if subject is None:
        return None
    start = wording.tokens[subject[0]].start
    return Found(cue, (index, index), None, ((start, extent_after(wording, index + 1, clause_only=False)[1]),))


def _according(wording: Wording, index: int, cue: Cue) -> Found | None:
    """According to X, ...; ..., according to X; quoting X."""
    end = index + len(cue.words)
    source = phrase_after(wording, end)
    if source is None:
        return None
    at = (index, end - 1)
    if index == 0 and wording.word(source[1] + 1) != ",":
        comma = next(
            (i for i in range(source[0], min(source[1] + 20, len(wording.words))) if wording.words[i] == ","), 0
        )
        source = (source[0], comma - 1) if comma else source
    mark = source[1] + 1
    if wording.word(index - 1) in {"", ";"} | COORDINATORS | QUOTES | {"]"} and index < _OPENING:
        if wording.word(mark) != "," or mark + 1 >= len(wording.words):
            return Found(cue, at, source)
        return Found(cue, at, source, (extent_after(wording, mark + 1, clause_only=False),))
    last = index - 1
    quotation = wording.speech(last) or (wording.speech(last - 1) if last > 0 and wording.word(last) == "," else None)
    if quotation is not None and quotation.end <= wording.tokens[last].end:
        return Found(cue, at, source, ((quotation.start, quotation.end),))
    while last >= 0 and wording.word(last) in {",", "—", "–", "--", "("}:
        last -= 1
    return Found(cue, at, source, (wording.span(0, last),) if last >= 1 else ())
