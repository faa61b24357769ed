"""Verbs: the verb groups of a sentence, their voice, and whose they are.

The subject of a verb is the bare noun phrase before it, past phrases with a preposition and inserts between commas. A
verb without one of its own has that of the verb before it ("invaded X and destroyed Y", ", killing ten"), or of the
verb that governs it ("managed to retake").
"""

from dataclasses import dataclass
from typing import Literal

from dateline.coding.roles.conjunction import beyond
from dateline.coding.roles.syntax import Syntax
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.verbforms import IRREGULAR

Form = Literal["finite", "passive", "reduced", "participle", "infinitive"]
# Verbs whose complement is a clause: what follows them is that clause's subject, not their object.
SAYING = closed.words(
    "said say says saying told tell tells added adds reported report reports announced announce announces believe "
    "believes believed claimed claim claims stated state states confirmed confirm confirms declared declare declares "
    "indicated indicates noted notes alleged alleges insisted insists warned warns revealed reveals suggest suggests "
    "suggested think thinks know knew knows shows showed show explained disclosed maintained means reportedly learned "
    "stressed acknowledged admitted denied feared fears hope hopes hoped"
)
_PARTICIPLES = closed.words(
    "killed shot slain hit struck held taken seized beaten blown burnt hurt cut fought found forced given gone known "
    "led left lost made met overrun put run sent set shut stolen thrown torn overthrown retaken driven broken brought "
    "built bought caught chosen drawn fallen hidden kept laid seen shaken split spread stabbed sunk withdrawn written"
)
_FINITE_ONLY = closed.words(
    "took fled fell gave went grew knew ran rose sat saw shook slew spoke stood stole threw withdrew wrote blew began "
    "became came broke chose died drew drove flew hid overran overthrew retook undertook swore tore was were"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group from its first auxiliary to its main verb `at`. `subject` is the bare phrase it is said of.

    `governor` is the number of the verb that it depends on or shares its subject with; `opener` the word before the
    group where that word opens a clause ("who", "and", "to", "after"), else empty.
    """

    first: int
    at: int
    form: Form
    opener: str = ""
    subject: Chunk | None = None
    governor: int | None = None

    @property
    def passive(self) -> bool:
        """Whether the subject suffers the act."""
        return self.form in ("passive", "reduced")


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
    form = _form(syntax, first, at, before)
    opener = _opener(syntax, first)
    if form == "infinitive":
        return Verb(first, at, form, "to", *_of_infinitive(syntax, first, before))
    subject, governor = _subject(syntax, first, form, opener, before)
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
        return "reduced" if _is_reduced(syntax, first, at, before) else "finite"
    return "finite"


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
            and bool(_left(syntax, first - 2))
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


def _finite_follows(syntax: Syntax, position: int) -> bool:
    """Whether an auxiliary or past verb follows before anything opens a new clause."""
    while position < len(syntax):
        kind = syntax.kind(position)
        if kind in ("rel", "sub", "conj") or syntax.lower(position) in (",", ";", ":", "that", "after", "before"):
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


def _subject(
    syntax: Syntax, first: int, form: Form, opener: str, before: list[Verb]
) -> tuple[Chunk | None, int | None]:
    previous = len(before) - 1 if before else None
    if opener in closed.RELATIVES and syntax.kind(first - 1) == "rel":
        before_it = first - 2
        if syntax.lower(before_it) == "of":  # "two of which": what it counts stands before the comma
            counted = syntax.chunk_of(before_it - 1)
            before_it = counted.first - 1 if counted is not None else before_it
        return _antecedent(syntax, before_it, person=opener in ("who", "whom")), None
    if form == "participle":
        return _of_participle(syntax, first, opener, before)
    if opener in closed.CONJUNCTIONS:
        return _of_chain(syntax, first, before)
    if opener in (",", ";"):
        if previous is not None and before[previous].at > _nearest_bare(syntax, first - 2):
            return before[previous].subject, previous
        return _left(syntax, first - 2), None
    if syntax.chunk_of(first - 1) is None and previous is not None:
        return before[previous].subject, previous
    noun = _left(syntax, first - 1)
    described = _described(noun, before)
    return (described if described is not None else noun), None


def _described(noun: Chunk | None, before: list[Verb]) -> Chunk | None:
    """Past the object of a relative clause to what the clause describes: "officials who probed the murder resigned"."""
    if noun is None or not before or noun.first - 1 != before[-1].at:
        return None
    verb = before[-1]
    while verb.form == "infinitive" and verb.governor is not None:
        verb = before[verb.governor]
    relative = verb.opener in closed.RELATIVES or verb.form in ("reduced", "participle")
    return verb.subject if relative and verb.opener != "," else None


def _of_infinitive(syntax: Syntax, first: int, before: list[Verb]) -> tuple[Chunk | None, int | None]:
    """The subject of the verb before ("managed to retake"), or whose plan it is ("his threat to attack")."""
    governor = len(before) - 1 if before else None
    noun = syntax.chunk_of(first - 2)
    if noun is not None:
        for position in range(noun.last, noun.first, -1):
            if syntax.kind(position) == "poss" and syntax.within(noun.first, position - 1, "actor"):
                return Chunk(noun.first, position - 1, position - 1, noun.core, noun.lead), governor
    return (before[-1].subject if before else _left(syntax, first - 1)), governor


def _of_chain(syntax: Syntax, first: int, before: list[Verb]) -> tuple[Chunk | None, int | None]:
    """After "and": the subject of the verb before, a relative clause in between passed over."""
    for number in range(len(before) - 1, -1, -1):
        if before[number].form in ("finite", "passive", "infinitive"):
            return before[number].subject, number
    if before:
        return before[-1].subject, len(before) - 1
    return _left(syntax, first - 2), None


def _of_participle(syntax: Syntax, first: int, opener: str, before: list[Verb]) -> tuple[Chunk | None, int | None]:
    """The noun before it ("gunmen wearing masks"), else the main verb's subject (", killing ten", "after killing")."""
    noun = syntax.chunk_of(first - 1)
    if noun is not None and not opener and not (noun.lead and syntax.within(noun.first, noun.last, "place")):
        return noun, None
    for number in range(len(before) - 1, -1, -1):
        if before[number].form in ("finite", "passive"):
            return before[number].subject, number
    if before:
        return before[-1].subject, len(before) - 1
    if first <= 1 or opener in closed.PREPOSITIONS:
        return _main_ahead(syntax, first), None
    return _left(syntax, first - 1), None


def _main_ahead(syntax: Syntax, first: int) -> Chunk | None:
    """For a participle that opens the sentence: the bare phrase after the comma ("After killing two, rebels fled")."""
    for position in range(first, len(syntax)):
        if syntax.lower(position) == ",":
            noun = syntax.chunk_of(position + 1)
            return noun if noun is not None and not noun.lead else None
    return None


def _antecedent(syntax: Syntax, position: int, *, person: bool) -> Chunk | None:
    """What a relative pronoun stands for: the phrase before it, for "who" the nearest that names people."""
    nearest: Chunk | None = None
    while position >= 0:
        noun = syntax.chunk_of(position)
        if noun is None:
            if nearest is not None and not (
                syntax.kind(position) in ("prep", "to") or syntax.lower(position) in (")", "]")
            ):
                break
            position -= 1
            if syntax.kind(position + 1) == "verb":
                break
            continue
        nearest = nearest or noun
        if not person or syntax.within(noun.first, noun.last, "actor"):
            return noun
        position = noun.first - 1
    return nearest


def _nearest_bare(syntax: Syntax, position: int) -> int:
    noun = _left(syntax, position)
    return noun.last if noun is not None else -1


def _left(syntax: Syntax, position: int) -> Chunk | None:
    """The nearest bare phrase at or before a position that may be a subject; a verb on the way ends the search."""
    while position >= 0:
        noun = syntax.chunk_of(position)
        if noun is None:
            if syntax.kind(position) == "verb":
                return None
            position -= 1
            continue
        if not noun.lead and not _is_insert(syntax, noun):
            return noun
        position = noun.first - 1
    return None


def _is_insert(syntax: Syntax, noun: Chunk) -> bool:
    """A time without preposition, a gloss in brackets, or an apposition between commas."""
    word = syntax.lower(noun.head)
    if word in closed.TIME_NOUNS or word in closed.DAYS or syntax.lower(noun.first) in closed.MONTHS:
        return True
    opening, closing = syntax.lower(noun.first - 1), syntax.lower(noun.last + 1)
    if opening in ("(", "[") and closing in (")", "]"):
        return True
    if opening != "," or syntax.lower(beyond(syntax, noun)) != ",":
        return False
    before = syntax.chunk_of(noun.first - 2)
    return before is not None and not syntax.lower(noun.first - 2).isdigit()
