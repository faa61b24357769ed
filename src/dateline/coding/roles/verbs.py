"""Verbs: the verb groups of a sentence and their voice. Of whom they are said stands in `subjects`."""

from dateline.coding.roles.subjects import SAYING, bare_before, subject_of, subject_of_infinitive
from dateline.coding.roles.syntax import Syntax
from dateline.coding.roles.verb import Form, Verb
from dateline.coding.text import closed
from dateline.coding.text.verbforms import IRREGULAR

_PARTICIPLES = closed.words(
    "killed shot slain hit struck held taken seized beaten blown burnt hurt cut fought found forced given gone known "
    "led left lost made met overrun put run sent set shut stolen thrown torn overthrown retaken driven broken brought "
    "built bought caught chosen drawn fallen hidden kept laid seen shaken split spread stabbed sunk withdrawn written"
)
_FINITE_ONLY = closed.words(
    "took fled fell gave went grew knew ran rose sat saw shook slew spoke stood stole threw withdrew wrote blew began "
    "became came broke chose died drew drove flew hid overran overthrew retook undertook swore tore was were"
)


# Verbs that always have an object: without one behind them their past forms are passives that lack their auxiliary.
_WANTING_OBJECTS = closed.words(
    "killed slain murdered assassinated massacred slaughtered executed beheaded lynched martyred wounded injured hurt "
    "maimed arrested detained jailed imprisoned abducted kidnapped captured freed rescued destroyed damaged razed "
    "burnt torched displaced evacuated raped tortured neutralised neutralized injuring foiled averted thwarted"
)
_STATES = closed.words("dead alive unhurt unharmed ablaze hostage captive")


def find_verbs(syntax: Syntax) -> tuple[Verb, ...]:
    """All verb groups of a sentence, in order."""
    found: list[Verb] = []
    for position in range(len(syntax)):
        if syntax.kind(position) == "verb":
            found.append(_verb(syntax, position, found))
    return tuple(found)


def _verb(syntax: Syntax, at: int, before: list[Verb]) -> Verb:
    first = at
    while first > 0 and syntax.kind(first - 1) in ("aux", "adv") and not (before and first - 1 <= before[-1].at):
        first -= 1
    while first < at and syntax.kind(first) == "adv":
        first += 1
    adverb = first - 1
    while syntax.kind(adverb) == "adv":
        adverb -= 1
    if syntax.kind(adverb) == "rel":
        first = adverb + 1  # "those who *continuously* attack": the adverb is the clause's own
    form = _form(syntax, first, at, before)
    opener = _opener(syntax, first)
    if form == "infinitive":
        return Verb(first, at, form, "to", *subject_of_infinitive(syntax, first, before))
    subject, governor = subject_of(syntax, first, form, opener, before)
    return Verb(first, at, form, opener, subject, governor)


def _form(syntax: Syntax, first: int, at: int, before: list[Verb]) -> Form:
    word = syntax.lower(at)
    auxiliaries = [syntax.lower(position) for position in range(first, at)]
    being = any(aux in closed.BE or aux in closed.GET for aux in auxiliaries)
    past = (word.endswith("ed") or word in IRREGULAR) and word not in _FINITE_ONLY
    if being and past:
        return "passive"
    if syntax.lower(first - 1) == "to":
        return "infinitive"
    if (word.endswith("ing") and not being) or syntax.lower(first) == "having":
        return "participle"
    if past and not any(syntax.kind(position) == "aux" for position in range(first, at)):
        if before and before[-1].form == "passive" and _is_elliptic(syntax, first, at):
            return "passive"
        if _lacks_object(syntax, first, at, before):
            return "reduced" if _is_reduced(syntax, first, at, before) else "passive"
        return "reduced" if _is_reduced(syntax, first, at, before) else "finite"
    return "finite"


def _lacks_object(syntax: Syntax, first: int, at: int, before: list[Verb]) -> bool:
    """Whether a headline's passive stands here ("Woman killed in shelling", "Priest shot dead"): it has no object."""
    stated = syntax.lower(at + 1) in _STATES
    if syntax.lower(at) not in _WANTING_OBJECTS and not (stated and syntax.lower(at) in ("shot", "found", "taken")):
        return False
    subject = syntax.chunk_of(first - 1)
    if subject is not None and (subject.pronoun or syntax.chunk_of(subject.first - 1) is not None):
        return False  # "the men they killed", "the man rebels killed"
    if subject is None and before and before[-1].form == "finite" and syntax.kind(first - 1) == "conj":
        return False  # "looted and killed"
    if subject is not None and syntax.kind(subject.first - 1) == "rel":
        return False
    position = at + 1 + stated
    while syntax.kind(position) == "adv":
        position += 1
    if syntax.kind(position) == "conj" and syntax.kind(position + 1) == "verb":
        position += 2
    following = syntax.chunk_of(position)
    if following is None:
        return syntax.lower(position) not in ('"', "“", "‘", "'")
    head = syntax.lower(following.head)
    return head in closed.DAYS or head in closed.TIME_NOUNS or head in closed.MONTHS


def _is_elliptic(syntax: Syntax, first: int, at: int) -> bool:
    """Whether a passive's auxiliary is understood: "one was killed and three others wounded"."""
    noun = syntax.chunk_of(first - 1)
    joined = noun is not None and syntax.kind(noun.first - 1) == "conj"
    return joined and syntax.chunk_of(at + 1) is None


def _is_reduced(syntax: Syntax, first: int, at: int, before: list[Verb]) -> bool:
    """A past form that describes the noun before it: "vehicles used by", "the rebels killed on Friday were"."""
    following = at + 1
    while syntax.kind(following) == "adv":
        following += 1
    if syntax.lower(following) == "by" and syntax.kind(first - 1) not in ("rel",):
        return True
    noun = syntax.chunk_of(first - 1)
    comma = syntax.lower(first - 1) == ","
    if noun is None and not comma:
        return False
    if syntax.chunk_of(following) is not None and syntax.kind(following) not in ("prep", "to"):
        return False
    if comma:
        return (
            syntax.lower(following) in ("in", "with", "at", "on", "from", "against")
            and bool(bare_before(syntax, first - 2))
            and not any(verb.form in ("finite", "passive") for verb in before)
        )
    if _finite_follows(syntax, at + 1):
        return True
    last = before[-1] if before else None
    return (
        last is not None
        and last.form in ("finite", "passive")
        and syntax.lower(last.at) not in SAYING
        and not _parted(syntax, last.at + 1, first)
    )


_CLAUSE_WORDS = (",", ";", ":", "that", "after", "before", "as", "while", "since", "when", "because", "amid")


def _finite_follows(syntax: Syntax, position: int) -> bool:
    """Whether an auxiliary or past verb follows before anything opens a new clause."""
    while position < len(syntax):
        kind = syntax.kind(position)
        if kind in ("rel", "sub", "conj") or syntax.lower(position) in _CLAUSE_WORDS:
            joined = kind == "conj" and syntax.chunk_of(position + 1) is not None
            if not joined:
                return False
        if kind == "aux":
            return True
        if kind == "verb" and syntax.kind(position - 1) != "to":
            return not syntax.lower(position).endswith("ing")
        position += 1
    return False


def _parted(syntax: Syntax, first: int, last: int) -> bool:
    return any(
        syntax.kind(position) in ("rel", "sub", "conj")
        or syntax.lower(position) in (",", ";", ":", "that", "after", "before", "as", "since", "until")
        for position in range(first, last)
    )


def _opener(syntax: Syntax, first: int) -> str:
    word = syntax.lower(first - 1)
    kind = syntax.kind(first - 1)
    if kind in ("rel", "sub", "conj", "to", "prep") or word in (",", ";", "that"):
        return word
    return ""
