"""Nominals: what the words around a noun make of the occurrence that it names (a planned attack, no attack)."""

from dateline.coding.attribution.ruling import Governors, Ruling, heavier
from dateline.coding.attribution.verbs import rule_on_noun_cue, rule_on_verb
from dateline.coding.attribution.wording import (
    ADJECTIVAL,
    AUXILIARIES,
    COORDINATORS,
    DETERMINERS,
    PUNCTUATION,
    QUOTES,
    SUBORDINATORS,
    Wording,
    is_finite,
    is_verbal,
    word_set,
)
from dateline.coding.tagging.wordclass import ADJECTIVES, BE, PREPOSITIONS, is_passive

_LEFT, _RIGHT = 7, 12
"""How far a noun phrase reaches left of its head, and how far right of it its verb may stand."""
_OCCUR = word_set(
    "occur occurs occurred take takes took happen happens happened begin begins began begun start starts started "
    "continue continues continued come comes came follow follows followed erupt erupts erupted break breaks broke "
    "launched carried staged held conducted mounted resume resumes resumed last lasts succeed succeeded fail "
    "failed materialize materialise materialized materialised arise arose ensue ensued"
)
_ANNOUNCE = ("announce", "declare", "proclaim")
_HEADLINE_PASSIVE = PREPOSITIONS | PUNCTUATION | {""}
_PARTICLES = frozenset({"not", "also"})
_MARKS = PUNCTUATION - {"-"}
_SMALL = PREPOSITIONS | AUXILIARIES | SUBORDINATORS | COORDINATORS
_STOPPING = PUNCTUATION - {"-", "(", ")"}
_CLAUSE_OPENERS = SUBORDINATORS | COORDINATORS | {"who", "which"}
_FINITE = AUXILIARIES - {"to"}
_LINKS = (AUXILIARIES | _PARTICLES) - {"to"}


def rule_on_noun(governors: Governors, first: int, last: int) -> Ruling | None:
    """What is made of the noun at tokens `first` to `last`, or None where nothing touches it."""
    inside, left = _inside(governors, first)
    if inside is not None and inside.status != "happened":
        return inside
    return _governor(governors, left) or _predicate(governors, last) or inside


def _inside(governors: Governors, first: int) -> tuple[Ruling | None, int]:
    """Determiners and adjectives of the phrase ("no", "planned", "attempted"), and the token before the phrase."""
    found: Ruling | None = None
    position = first - 1
    while position >= 0 and first - position <= _LEFT:
        marker = next(governors.at(position, ("determiner", "adjective")), None)
        if marker is not None and (marker[1].shape == "determiner" or _attributive(marker[1].id)):
            status, last = marker[1].status or "happened", position
            found = heavier(found, Ruling(status, f"cue:{marker[1].id}", marker[0], last, marker[1].certainty))
            position = marker[0] - 1
            continue
        if _outside(governors, position):
            break
        position -= 1
    return found, position


def _attributive(identifier: str) -> bool:
    """Adjectives that speak of the noun itself; "last", "first" and the like do not."""
    return not identifier.startswith("fact.")


def _outside(governors: Governors, index: int) -> bool:
    wording = governors.wording
    word = wording.words[index]
    if word in _MARKS or word in _SMALL:
        return True
    if word in QUOTES:
        return False
    if _takes_object(wording, index):
        return True
    first, cue = next(governors.at(index, ("verb", "after", "preposition")), (None, None))
    if first is not None and cue is not None and wording.word(first - 1) != "the":
        if cue.form in ("base", "third") and not cue.maybe_noun:
            return True
        return is_verbal(wording, first) or wording.words[first].endswith(("ing", "ed"))
    return is_finite(wording, index)


def _takes_object(wording: Wording, index: int) -> bool:
    """Whether a word that no cue knows is a verb whose object follows: "to bring the war to an end", "lifting the"."""
    word, after = wording.words[index], wording.word(index + 1)
    if word.endswith(("ing", "ed")) and (after in DETERMINERS or (after in ADJECTIVES or after.endswith("ic"))):
        return True
    if wording.word(index - 1) != "to" or (wording.tokens[index].is_capitalised and not wording.sentence.shouted):
        return False
    return after in DETERMINERS or not (word in ADJECTIVES | DETERMINERS or word.endswith(ADJECTIVAL) or word.isdigit())


def _governor(governors: Governors, left: int) -> Ruling | None:
    """The preposition or verb before the phrase."""
    wording = governors.wording
    left = _over_list(governors, left)
    if left < 0:
        return None
    for first, cue in governors.at(left, ("preposition",), "np"):
        return Ruling(cue.status or "happened", f"cue:{cue.id}", first, left)
    for first, cue in governors.at(left, ("after",), "np"):
        if not _is_passive(wording, first):
            above = rule_on_verb(governors, first)
            stands = above is not None and above.status not in ("happened", "ongoing")  # "failed to repel the attack"
            return None if stands else Ruling("attempted", f"cue:{cue.id}", first, left)
    for first, cue in governors.at(left, ("verb",), "np"):
        ruling = _from_verb(governors, first, left, cue.id)
        if ruling is not None or cue.family == "fact":
            return ruling
    if wording.words[left] in {"of", "for", "at", "to"}:
        for first, cue in governors.at(left - 1, ("noun",), wording.words[left]):
            if cue.status is not None:
                return rule_on_noun_cue(governors, first, left - 1, cue, 0)
    return None


def _over_list(governors: Governors, left: int) -> int:
    """Step over the earlier items of a list: "called for strikes and protests"."""
    wording = governors.wording
    if left < 1 or wording.words[left] not in {"and", "or", "nor"} or is_finite(wording, left - 1):
        return left
    _, before = _inside(governors, left)
    return before


def _from_verb(governors: Governors, first: int, last: int, identifier: str) -> Ruling | None:
    wording = governors.wording
    cue = next(cue for cue in wording.cues[first] if cue.id == identifier)
    if (cue.maybe_noun and not is_verbal(wording, first)) or _is_passive(wording, first):
        return None
    above = rule_on_verb(governors, first)
    if cue.family == "fact":
        return above
    if cue.status is None:
        unreal = above is not None and above.status in ("planned", "possible", "hypothetical")
        return above if unreal and cue.id.endswith(_ANNOUNCE) else None
    if cue.family == "negation" and above is not None:
        if above.status == "negated":
            return None
        return Ruling("possible", f"cue:{cue.id}", first, last) if above.status in ("planned", "called_for") else above
    if above is not None and above.status in ("negated", "hypothetical"):
        return above
    return Ruling(cue.status, f"cue:{cue.id}", first, last, cue.certainty)


def _is_passive(wording: Wording, index: int) -> bool:
    return not wording.words[index].endswith("ing") and is_passive(wording.tokens, index)


def _predicate(governors: Governors, last: int) -> Ruling | None:
    """The verb that the noun is subject of: "was foiled", "is planned", "will take place"."""
    wording = governors.wording
    for position in range(last + 1, min(len(wording.words), last + _RIGHT)):
        word = wording.words[position]
        if word in _STOPPING or word in _CLAUSE_OPENERS:
            return None
        foiled = next(
            (c for c in wording.cues[position] if c.shape == "after" and c.form in ("past", "participle")), None
        )
        if foiled is not None and position == last + 1 and wording.word(position + 1) in _HEADLINE_PASSIVE:
            return Ruling(foiled.status or "attempted", f"cue:{foiled.id}", position, position)  # "coup plot foiled"
        if word in BE or word in _FINITE or is_finite(wording, position):
            if word in {"was", "is", "has"} and wording.words[last].endswith("s") and wording.words[last][-2:] != "ss":
                return None  # "the judge of the killings was threatened"
            return _from_predicate(governors, _main_verb(wording, position))
    return None


def _main_verb(wording: Wording, index: int) -> int:
    end = index
    while end + 1 < len(wording.words) and wording.words[end] in _LINKS:
        end += 1
    return end


def _from_predicate(governors: Governors, verb: int) -> Ruling | None:
    wording = governors.wording
    passive = is_passive(wording.tokens, verb)
    for cue in wording.cues[verb]:
        touches = cue.shape == "after" or (cue.shape == "verb" and "np" in cue.takes and not cue.speech)
        if passive and touches and cue.status is not None and cue.family != "fact":
            above = rule_on_verb(governors, verb)
            if above is not None and above.status in ("negated", "hypothetical", "planned", "possible"):
                return above if cue.family not in ("negation", "attempt") else None
            return Ruling(cue.status, f"cue:{cue.id}", verb, verb, cue.certainty)
    adjective = next((cue for cue in wording.cues[verb] if cue.shape == "adjective" and cue.status), None)
    if adjective is not None and wording.word(verb - 1) in BE | {"not"} and adjective.family != "fact":
        return Ruling(adjective.status or "happened", f"cue:{adjective.id}", verb, verb)
    if wording.words[verb] in _OCCUR or wording.words[verb] in BE:
        return rule_on_verb(governors, verb)
    return None
