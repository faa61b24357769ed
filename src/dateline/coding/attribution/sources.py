"""Sources: the noun phrase that speaks, left of its cue, right of it, or after "by" and "according to"."""

from dateline.coding.attribution.wording import (
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    QUOTES,
    RELATIVES,
    STOPS,
    SUBJECTS,
    SUBORDINATORS,
    TIME_UNITS,
    TIME_WORDS,
    Wording,
    is_finite,
    is_group_word,
    word_set,
)

Range = tuple[int, int]
"""First and last token, both included."""

_LONGEST = 30
_LONG_CLAUSE = 12
_LEADING = word_set(
    "but and or so yet also then still however meanwhile moreover nevertheless thus on in at earlier later indeed "
    "afterwards afterward"
)
_DAY_PARTS = word_set("morning afternoon evening night week month year")
_DAYS = word_set("today yesterday tonight monday tuesday wednesday thursday friday saturday sunday")
_OBJECTS = word_set("him them me us her himself themselves")
_LOOSE_PREPOSITIONS = word_set("in on during at to by after before via through over about with when as while")
_INNER_PREPOSITIONS = word_set("of for from at with in on")
_NAMED_RELATIVES = RELATIVES - {"that"}
_PERSONAL_RELATIVES = RELATIVES - {"that", "where"}
_TIMELY = TIME_WORDS - {"this", "last", "next"}
_STOPS = STOPS - {"-"}
_NO_SOURCE = SUBORDINATORS | AUXILIARIES | _LOOSE_PREPOSITIONS | _INNER_PREPOSITIONS
_LENGTHS = TIME_WORDS | TIME_UNITS
_GROUP_ENDS = STOPS | {"nor"}


def subject_before(wording: Wording, index: int) -> Range | None:
    """The subject of the verb at `index`: the noun phrase that ends before its auxiliaries and adverbs."""
    end = index - 1
    while end >= 0 and is_group_word(wording, end) and wording.word(end) not in _GROUP_ENDS:
        if wording.word(end) == "to" and not _is_catenative(wording, end - 1):
            return _nearest_subject(wording, end)
        end -= 2 if wording.word(end) == "to" else 1
    if end < 0:
        return None
    if wording.word(end) in COORDINATORS or wording.word(end) == ",":
        return _behind_comma(wording, end) if wording.word(end) == "," else None
    if wording.word(end) == ")":
        end = _before_bracket(wording, end)
    end = _before_day(wording, end)
    return _phrase_ending(wording, end)


def _is_catenative(wording: Wording, index: int) -> bool:
    """Whether the word before "to" is a verb whose subject the infinitive shares ("declined to say", "was to say")."""
    word = wording.word(index)
    if word in AUXILIARIES or any(c.shape in ("verb", "adjective") and "to" in c.takes for c in wording.cues[index]):
        return wording.word(index - 1) not in DETERMINERS
    return index >= 0 and is_finite(wording, index)


def _before_bracket(wording: Wording, end: int) -> int:
    """The token before the bracket that closes at `end` (a party and state: "Pence (R-IN)")."""
    opening = next((i for i in range(end, -1, -1) if wording.word(i) == "("), end)
    return opening - 1 if opening > 0 else end


def _before_day(wording: Wording, end: int) -> int:
    """The token before the day that parts a subject from its verb: "sources this morning reported"."""
    first = end
    if wording.word(end) in _DAY_PARTS and wording.word(end - 1) in TIME_WORDS:
        first = end - 1
    elif wording.word(end) not in _DAYS:
        return end
    if wording.word(first - 1) == "on":
        first -= 1
    plain = wording.word(first - 1).isalnum() and wording.word(first - 1) not in DETERMINERS | _INNER_PREPOSITIONS
    return first - 1 if first > 0 and plain else end


def _behind_comma(wording: Wording, comma: int) -> Range | None:
    """The subject of "X, spokesman of Y, said": from X on, the apposition included."""
    opening = comma - 1
    while opening >= 0 and wording.word(opening) not in {",", ";", ":"} | QUOTES:
        opening -= 1
    if opening <= 0 or wording.word(opening) != ",":
        return None
    head = _phrase_ending(wording, opening - 1)
    if head is None or comma - 1 <= opening:
        return None
    if wording.word(head[0] - 1) == "," and wording.word(head[0]) in {"a", "an", "the"}:
        head = _phrase_ending(wording, head[0] - 2) or head  # a second apposition
    aside = wording.word(opening + 1)
    if (
        aside.endswith(("ing", "ed"))
        or aside in _LOOSE_PREPOSITIONS
        or (aside in RELATIVES and comma - opening > _LONG_CLAUSE)
    ):
        return head
    return head[0], comma - 1


def _phrase_ending(wording: Wording, end: int) -> Range | None:
    """The noun phrase whose last token is `end`, back to the clause's boundary."""
    if wording.word(end) in STOPS:
        if wording.word(end) not in {"”", '"', "’", "'"}:
            return None
    elif wording.word(end) == "one" and wording.word(end - 1) in {"no", "every", "some", "any"}:
        return end - 1, end
    elif wording.word(end) in SUBJECTS or wording.word(end) in _OBJECTS:
        return end, end
    start = end
    while start > 0 and end - start < _LONGEST and not _bounds(wording, start - 1, end):
        start -= 1
    start = _after_conjunction(wording, start, end)
    start = _without_lead(wording, start, end)
    if start > 1 and all(word in _LENGTHS for word in wording.words[start : end + 1]):
        return _dated(wording, start, end)
    if wording.words[start] in _LOOSE_PREPOSITIONS | {"with", "for", "under"}:
        start = _last_phrase(wording, start, end)
    start = _with_name(wording, start)
    return (start, end) if start <= end and any(wording.tokens[i].is_word for i in range(start, end + 1)) else None


def _last_phrase(wording: Wording, start: int, end: int) -> int:
    """Where the subject begins that follows an adverbial without a comma: "in a television interview Amin said"."""
    first = end
    if wording.tokens[end].is_capitalised and not wording.sentence.shouted:
        while first > start and (wording.tokens[first - 1].is_capitalised or wording.words[first - 1] == "·"):
            first -= 1
        before = wording.words[first - 1]
        return first if before not in _INNER_PREPOSITIONS | {"the", "a", "an"} else start
    while first > start and wording.words[first] not in DETERMINERS:
        first -= 1
    return first if first > start + 2 and wording.words[first - 1] not in _INNER_PREPOSITIONS else start


def _dated(wording: Wording, start: int, end: int) -> Range | None:
    """The phrase that a day or year ends: "a report released last year"; a bare day is nobody."""
    before = start - 1
    while before >= 0 and (wording.words[before] in {"on", "in"} or wording.words[before].endswith("ed")):
        before -= 1
    if before == start - 1 or before < 0:
        return None
    head = _phrase_ending(wording, before)
    return (head[0], end) if head else None


def _with_name(wording: Wording, start: int) -> int:
    """Take in the name before an apposition that no comma closes: "Hadi al-Ameri, head of Badr said"."""
    if start < 3 or wording.word(start - 1) != "," or wording.tokens[start].is_capitalised:
        return start
    if wording.word(start) in DETERMINERS | SUBJECTS or not wording.tokens[start].is_word:
        return start
    first = start - 1
    while first > 0 and (wording.tokens[first - 1].is_capitalised or wording.word(first - 1)[:3] in {"al-", "el-"}):
        first -= 1
    before = wording.word(first - 1)
    return first if 2 <= start - 1 - first <= 4 and (first == 0 or before in STOPS) else start


def _bounds(wording: Wording, index: int, end: int) -> bool:
    """Whether the token at `index` stands before the noun phrase that ends at `end`, outside it."""
    word = wording.words[index]
    if word == "(":
        return ")" not in wording.words[index:end]
    if word == "-" and wording.tokens[index - 1].end < wording.tokens[index].start:
        return True
    if _closes_speech(wording, index):
        return True
    if word in STOPS and word not in {"-", ")", "’", "'", "‘"}:
        scare = wording.quoted[index] is not None and wording.speech(index) is None
        return not (scare and word in {"”", "“", '"'})
    if word in _NAMED_RELATIVES and index < end:
        return False
    return word in SUBORDINATORS or (is_finite(wording, index) and not _in_relative(wording, index))


def _closes_speech(wording: Wording, index: int) -> bool:
    """Whether a token is the last mark of a quotation that is speech: two apostrophes look like a genitive's."""
    quotation = wording.speech(index)
    return quotation is not None and wording.words[index] in QUOTES and quotation.end == wording.tokens[index].end


def _in_relative(wording: Wording, index: int) -> bool:
    """Whether a finite verb belongs to a relative clause: who, which right before its group."""
    before = index - 1
    while before >= 0 and is_group_word(wording, before):
        before -= 1
    return wording.word(before) in _PERSONAL_RELATIVES and before > 0


def _after_conjunction(wording: Wording, start: int, end: int) -> int:
    """Cut "he left and a source" to "a source": an "and" after a finite verb opens a new clause."""
    for index in range(end - 1, start, -1):
        if wording.words[index] in COORDINATORS and any(is_finite(wording, i) for i in range(start, index)):
            return index + 1
    return start


def _without_lead(wording: Wording, start: int, end: int) -> int:
    """Leave out what opens the clause before its subject: conjunctions, adverbs, "on Friday"."""
    while start < end:
        word = wording.words[start]
        after = wording.word(start + 1)
        if word == "as" and start == 0:
            start += 1  # "As the minister said, ..."
            continue
        if word in {"where", "whom", "which"} and start and wording.word(start - 1) in {",", "", "of", "to"}:
            start += 1  # "in Darfur, where rights groups say"
            continue
        if word in {"this", "last", "next"} and after in TIME_UNITS and start + 2 <= end:
            if wording.word(start + 2) in {"'s", "of"}:
                break
            start += 2  # "Last week the minister"
            continue
        dated = word not in {"on", "in", "at"} or after in TIME_WORDS or after.isdigit()
        timely = word in _TIMELY and after not in {"'s", "of"}
        if not ((word in _LEADING and dated) or timely):
            break
        start += 1
    return start


def phrase_after(wording: Wording, index: int, *, strict: bool = False) -> Range | None:
    """The noun phrase that begins at `index` ("said X", "according to X", "told by X"), up to its clause's end.

    With `strict` it is None if a finite verb follows it, as in "..., said police had fired".
    """
    end = index
    while end < len(wording.words) and not _ends(wording, end, index):
        end += 1
    if end == index:
        return None
    if strict and end < len(wording.words) and is_finite(wording, end) and wording.word(end) not in STOPS:
        return None
    last = end - 1
    if wording.word(end) == "," and wording.word(end + 1) in {"a", "an", "the", "who"}:
        last = _apposition_end(wording, end + 1)
    return index, last


def _apposition_end(wording: Wording, begin: int) -> int:
    """The last token of the apposition that begins here: up to the next mark; nothing of it if endless or a clause."""
    end = begin
    while end < len(wording.words) and wording.words[end] not in _STOPS:
        speaks = any(cue.speech and cue.shape == "verb" for cue in wording.cues[end])
        if is_finite(wording, end) and (speaks or RELATIVES.isdisjoint(wording.words[begin:end])):
            return begin - 2
        end += 1
    return end - 1 if end - begin <= _LONGEST else begin - 2


def _ends(wording: Wording, index: int, start: int) -> bool:
    word = wording.words[index]
    if word in STOPS and word not in {"-", "'", "’", "‘"}:
        return True
    if index == start:
        return word in _NO_SOURCE
    if word in TIME_WORDS or word in SUBORDINATORS or word in RELATIVES:
        return True
    if word in _INNER_PREPOSITIONS and word not in {"in", "on", "with"}:
        return False
    if word in {"in", "on", "with"}:
        after = wording.word(index + 1)
        return after in TIME_WORDS or after in DETERMINERS | {"response", "reference"} or not after.isalpha()
    return word in _LOOSE_PREPOSITIONS or (word in AUXILIARIES and word != "to") or is_finite(wording, index)


def clause_subject(wording: Wording, before: int) -> Range | None:
    """The subject of the first finite verb left of `before`: who is meant by ", saying that" and "and said"."""
    for index in range(before):
        if is_finite(wording, index) and wording.speech(index) is None:
            return subject_before(wording, index)
    return None


def _nearest_subject(wording: Wording, before: int) -> Range | None:
    """The subject of the last finite verb left of `before`: who is meant by "... to proclaim"."""
    for index in range(before - 1, 0, -1):
        if is_finite(wording, index) and wording.speech(index) is None and wording.word(index) not in AUXILIARIES:
            return subject_before(wording, index) or clause_subject(wording, before)
    return clause_subject(wording, before)
