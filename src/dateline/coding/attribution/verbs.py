"""Verbs: what its own auxiliaries, the verb it depends on and its clause make of a verb."""

from dateline.codebook.cues import Cue
from dateline.coding.attribution.groups import VerbGroup
from dateline.coding.attribution.ruling import Governors, Ruling, heavier
from dateline.coding.attribution.wording import (
    COORDINATORS,
    DETERMINERS,
    TIME_WORDS,
    Wording,
    is_finite,
    is_negator,
    is_verbal,
    word_set,
)
from dateline.coding.tagging.wordclass import BE, DO, HAVE, MODALS, PREPOSITIONS, is_adverb

_DEPTH = 4
"""How many verbs up a ruling is looked for: "was not expected to try to attack" needs three."""
_EXPRESSED = word_set("protest demand denounce condemn express mark demonstrate mourn celebrate show voice oppose")
"""What people take to the streets to do is done by their being there."""
_FULFILLED = word_set("disperse punish avenge retaliate quell suppress intimidate repel block blockade back support")
"""What is done by the very act that the main clause tells, come of it what may."""
_NONE = frozenset({"no", "none", "nobody", "neither"})
_CUT_OFF = word_set("after before with by during despite since following amid for")
_REACH = 14
"""How many tokens left of "to" the verb may stand whose object acts: "urged the leaders of both sides to stop"."""
_PARTING = {"that", ";", ":", ".", "who", "which"} | (COORDINATORS - {"and", "or"})
_HELPING = DO | HAVE | MODALS
_ENDING = {";", ":", ".", "“", "”", '"'} | (COORDINATORS - {"and", "or"})


def rule_on_verb(governors: Governors, first: int, depth: int = 0) -> Ruling | None:
    """What is made of the verb at token `first`, or None where nothing touches it."""
    if depth > _DEPTH:
        return None
    group = VerbGroup(governors, first)
    own = group.ruling()
    if group.infinitive is not None and (own is None or own.status != "negated"):
        own = heavier(own, _rule_on_infinitive(governors, group.infinitive, first, depth))
    elif own is None and group.bare:
        own = _rule_on_gerund(governors, group.left, first, depth)
    return heavier(_rule_on_clause(governors, group.left, first, depth), own)


def _rule_on_infinitive(governors: Governors, to: int, verb: int, depth: int) -> Ruling | None:
    """The verb, noun or adjective that governs "to attack", else a purpose."""
    wording = governors.wording
    left = _past_adverbial(wording, to - 1)
    if left < 0:
        return Ruling("planned", "infinitive.headline", to, to)
    if next(governors.at(to, ("preposition",)), None) is not None:
        return Ruling("planned", "infinitive.purpose", to - 2, to)  # "in order to", "so as to"
    if wording.words[left] == "had":
        return Ruling("happened", "infinitive.had-to", left, to)
    if is_negator(wording.words[left]):
        return Ruling("negated", "infinitive.not-to", left, to)
    for first, cue in governors.at(left, ("verb", "noun", "adjective", "verb_to"), "to"):
        if cue.shape == "verb" and not _verb_here(wording, first, cue):
            continue
        return _governed(governors, first, left, cue, depth)
    hedge = next(governors.at(left, ("verb_to",)), None)
    if hedge is not None:
        return _hedged(governors, hedge[0], left, hedge[1], depth)
    if wording.words[left] in BE:
        return Ruling("planned", "infinitive.be-to", left, to)
    return _object_control(governors, left, depth) or _purpose(governors, to, verb, depth)


def _past_adverbial(wording: Wording, left: int) -> int:
    """Leave out what stands between governor and "to": adverbs, days, ", so far,"."""
    while left >= 0:
        word = wording.words[left]
        if word == ",":
            opening = next((i for i in range(left - 1, max(-1, left - 5), -1) if wording.words[i] == ","), None)
            if opening is None:
                return left
            left = opening - 1
        elif (
            word in TIME_WORDS
            or (is_adverb(wording.tokens[left]) and not is_negator(word))
            or (word == "on" and wording.word(left + 1) in TIME_WORDS)
        ):
            left -= 1
        else:
            return left
    return left


def _verb_here(wording: Wording, index: int, cue: Cue) -> bool:
    return not cue.maybe_noun or is_verbal(wording, index)


def _governed(governors: Governors, first: int, last: int, cue: Cue, depth: int) -> Ruling | None:
    """What a governing cue makes of what it governs, itself being governed in turn."""
    if cue.shape == "verb_to":
        return _hedged(governors, first, last, cue, depth)
    own = Ruling(cue.status, f"cue:{cue.id}", first, last, cue.certainty) if cue.status else None
    if cue.shape != "verb":
        denied = next(governors.at(first - 1, ("determiner",)), None)
        if denied is not None and cue.shape == "noun":
            return Ruling("negated", f"cue:{denied[1].id}", denied[0], last)
        above = rule_on_verb(governors, first, depth + 1) if cue.shape == "adjective" else None
    else:
        above = rule_on_verb(governors, first, depth + 1)
    if cue.family == "fact":
        return above or own
    if cue.family == "negation" and above is not None:
        return None if above.status == "negated" else above if above.status in ("hypothetical",) else own
    if above is not None and above.status in ("negated", "hypothetical"):
        return above
    return own


def _hedged(governors: Governors, first: int, last: int, cue: Cue, depth: int) -> Ruling | None:
    above = rule_on_verb(governors, first, depth + 1)
    if above is not None and above.status == "negated":
        return above
    return Ruling("happened", f"cue:{cue.id}", first, last, cue.certainty)


def _object_control(governors: Governors, left: int, depth: int) -> Ruling | None:
    """ "urged both sides to stop", "forced thousands to flee": the verb stands before its object."""
    wording = governors.wording
    for position in range(left, max(-1, left - _REACH), -1):
        for first, cue in governors.at(position, ("verb",), "object_to", "to"):
            controls = "object_to" in cue.takes or cue.family == "fact"
            if controls and _verb_here(wording, first, cue):
                return _governed(governors, first, position, cue, depth)
        if wording.words[position] in _PARTING:
            return None
        if is_finite(wording, position) and wording.words[position] not in BE:
            return None
    return None


def _purpose(governors: Governors, to: int, verb: int, depth: int) -> Ruling | None:
    """An infinitive that nothing governs says what for; "only to find" and "continued on to take" tell a result.

    Where doing the one is doing the other ("fired tear gas to disperse", "marched to protest") it stands as that does.
    """
    wording = governors.wording
    if wording.word(to - 1) in {"only", "on"}:
        return None
    if wording.words[verb] not in _EXPRESSED | _FULFILLED:
        return Ruling("planned", "infinitive.purpose", to, verb)
    main = _main_verb(wording, to)
    above = rule_on_verb(governors, main, depth + 1) if main is not None else None
    if above is not None and above.status not in ("happened", "ongoing"):
        return above
    rule = "infinitive.expressed" if wording.words[verb] in _EXPRESSED else "infinitive.fulfilled"
    return Ruling("happened", rule, to, verb)


def _main_verb(wording: Wording, to: int) -> int | None:
    """The verb of the clause that the infinitive at `to` belongs to, or None."""
    for position in range(to - 1, max(-1, to - _REACH), -1):
        before = wording.word(position - 1)
        if (before in MODALS | DO or is_negator(before)) and not is_adverb(wording.tokens[position]):
            return position
        if is_finite(wording, position) and not is_negator(wording.word(position + 1)):
            return position
        if before == "to" and is_verbal(wording, position) and wording.words[position] not in DETERMINERS:
            return position
    return None


def _rule_on_gerund(governors: Governors, left: int, verb: int, depth: int) -> Ruling | None:
    """What governs "attacking": without, avoid, consider, prevented ... from."""
    wording = governors.wording
    if not wording.words[verb].endswith("ing") or left < 0:
        return None
    if wording.words[left] in TIME_WORDS:
        left = _past_adverbial(wording, left)
    for first, cue in governors.at(left, ("preposition", "verb"), "gerund"):
        if cue.shape == "preposition":
            return Ruling(cue.status or "happened", f"cue:{cue.id}", first, left)
        if _verb_here(wording, first, cue) and not cue.speech:
            return _governed(governors, first, left, cue, depth)
    if wording.words[left] in {"of", "for", "at"}:
        found = next(governors.at(left - 1, ("noun",), wording.words[left]), None)
        if found is not None and not found[1].speech:
            return _governed(governors, found[0], left - 1, found[1], depth)
    if wording.words[left] == "from":
        for position in range(left - 1, max(-1, left - _REACH), -1):
            barred = next(governors.at(position, ("verb",), "from"), None)
            if barred is not None:
                return _governed(governors, barred[0], position, barred[1], depth)
    return None


def _rule_on_clause(governors: Governors, left: int, verb: int, depth: int) -> Ruling | None:
    """What opens the verb's clause: "if", or "that" after a cue ("ruled out that", "fears that")."""
    wording = governors.wording
    for position in range(left, max(-1, left - 25), -1):
        word = wording.words[position]
        opening = next(governors.at(position, ("conjunction",)), None)
        if opening is not None and not (word == "should" and position > 0):
            concedes = (
                word == "if" and "," in wording.words[position + 1 : position + 4]
            )  # "a sharp, if symbolic, blow"
            if concedes or (word == "until" and _is_past(wording, verb)):
                return None
            return Ruling(opening[1].status or "hypothetical", f"cue:{opening[1].id}", opening[0], position)
        if word in _HELPING and position < left and _turned_round(wording, position):
            return Ruling("negated", f"inversion.{word}", max(0, position - 2), position)
        if word in _NONE and _is_subject(wording, position, left):
            return Ruling("negated", f"subject.{word}", position, position)
        if word == "that" and position > 0:
            return _rule_on_complement(governors, position - 1, verb, depth)
        if word in _ENDING:
            return None
        if word in _CUT_OFF and position < left:
            return None
        if is_finite(wording, position) and word not in HAVE | BE:
            bare = wording.words[verb].endswith("ing") and wording.word(verb - 1) not in BE
            return None if bare else _rule_on_complement(governors, position, verb, depth)
    return None


def _turned_round(wording: Wording, auxiliary: int) -> bool:
    """Whether a negation in front turns subject and auxiliary round: "at no time did we", "nor have they"."""
    before = wording.words[max(0, auxiliary - 3) : auxiliary]
    return "only" not in before and (
        before[-1:] in (("nor",), ("never",), ("neither",))
        or (len(before) == 3 and before[:2] == ("at", "no"))
        or before[-3:-1] == ("under", "no")
        or before[-2:-1] == ("no",)
    )


def _is_subject(wording: Wording, first: int, left: int) -> bool:
    """Whether "no ..." is the verb's own subject: not after a preposition ("with no warning troops fired")."""
    between = wording.words[first : left + 1]
    return wording.word(first - 1) not in PREPOSITIONS and not {",", "and", "or", "to"} & set(between)


def _rule_on_complement(governors: Governors, last: int, verb: int, depth: int) -> Ruling | None:
    """A clause that depends on a cue: "demanded that", "the possibility that", "fear rebels attack"."""
    wording = governors.wording
    for first, cue in governors.at(last, ("verb", "noun", "adjective"), "clause", "that"):
        if cue.status is None or (cue.shape == "verb" and not _verb_here(wording, first, cue)):
            continue
        if cue.status in ("possible", "planned") and _is_past(wording, verb):
            return None
        return rule_on_noun_cue(governors, first, last, cue, depth)
    nothing = next(governors.at(last, ("noun",)), None)
    if nothing is not None and nothing[1].status == "negated" and wording.word(last + 1) == "that":
        return Ruling("negated", f"cue:{nothing[1].id}", nothing[0], last)
    return None


def rule_on_noun_cue(governors: Governors, first: int, last: int, cue: Cue, depth: int) -> Ruling | None:
    """A noun cue and the verb that it is object of: "ruled out possibilities that"."""
    if cue.shape == "noun" and depth <= _DEPTH:
        before = first - 1
        while before > 0 and (governors.wording.words[before] in DETERMINERS or _is_plain(governors, before)):
            before -= 1
        for start, verb in governors.at(before, ("verb",), "np"):
            if verb.status == "negated":
                return _governed(governors, start, before, verb, depth + 1)
    return _governed(governors, first, last, cue, depth)


def _is_plain(governors: Governors, index: int) -> bool:
    return next(governors.at(index, ("adjective",)), None) is not None


def _is_past(wording: Wording, verb: int) -> bool:
    return wording.words[verb].endswith("ed") and wording.word(verb - 1) not in BE - {"was", "were", "been"}
