"""Subjects: of whom a verb is said.

The subject of a verb is the bare noun phrase before it, past phrases with a preposition and inserts between commas. A
verb without one of its own has that of the verb before it ("invaded X and destroyed Y", ", killing ten"), or of the
verb that governs it ("managed to retake").
"""

from collections.abc import Sequence

from dateline.coding.roles.conjunction import beyond
from dateline.coding.roles.syntax import Syntax
from dateline.coding.roles.verb import Form, Verb
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk

# Verbs whose complement is a clause: what follows them is that clause's subject, not their object.
SAYING = closed.words(
    "said say says saying told tell tells added adds reported report reports announced announce announces believe "
    "believes believed claimed claim claims stated state states confirmed confirm confirms declared declare declares "
    "indicated indicates noted notes alleged alleges insisted insists warned warns revealed reveals suggest suggests "
    "suggested think thinks know knew knows shows showed show explained disclosed maintained means reportedly learned "
    "stressed acknowledged admitted denied feared fears hope hopes hoped"
)


_SCHEMES = closed.words("plan plans plot plots conspiracy conspiracies scheme attempt attempts order orders")
_FINDING = closed.words(
    "discovered uncovered foiled revealed denounced thwarted frustrated averted exposed prevented learned reported"
)
_ACCUSING = closed.words("accused accuse accuses accusing suspected suspect suspects convicted")


def subject_of(
    syntax: Syntax, first: int, form: Form, opener: str, before: Sequence[Verb]
) -> tuple[Chunk | None, int | None]:
    """Of whom the verb group that starts at `first` is said, and the number of the verb it shares that with."""
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
        if previous is not None and _in_insert(syntax, before[previous]):
            return before[previous].subject, previous
        if previous is not None and before[previous].at > _nearest_bare(syntax, first - 2):
            return before[previous].subject, previous
        return bare_before(syntax, first - 2), None
    noun = bare_before(syntax, first - 1)
    beside = syntax.chunk_of(_before_gloss(syntax, first - 1))
    if beside is None and previous is not None and not _told_of(syntax, noun, before[previous]):
        return before[previous].subject, previous
    if noun is None and before and before[-1].form in ("participle", "reduced") and not before[-1].opener:
        return before[-1].subject, None  # "the agency operating in Iraq *said*"
    described = _described(noun, before)
    return (described if described is not None else noun), None


def _in_insert(syntax: Syntax, verb: Verb) -> bool:
    """Whether a verb stands in a relative clause between commas: "Sankoh, who left Freetown in May, *has* returned"."""
    return verb.opener in closed.RELATIVES and syntax.lower(verb.first - 2) == ","


def _told_of(syntax: Syntax, noun: Chunk | None, verb: Verb) -> bool:
    """Whether the phrase opens what the verb before says: "police said *that rebels* (FMLN) bombed", "rebels today"."""
    if noun is None or noun.first <= verb.at:
        return False
    return any(syntax.kind(position) == "sub" for position in range(verb.at + 1, noun.first))


def _before_gloss(syntax: Syntax, position: int) -> int:
    """The position before a gloss in brackets that ends here ("the Council (SAC) dropped"), else the same."""
    if syntax.lower(position) not in (")", "]"):
        return position
    return next(
        (at - 1 for at in range(position - 1, max(0, position - 8), -1) if syntax.lower(at) in ("(", "[")), position
    )


def _described(noun: Chunk | None, before: Sequence[Verb]) -> Chunk | None:
    """Past the object of a relative clause to what the clause describes: "officials who probed the murder resigned"."""
    if noun is None or not before or noun.first - 1 != before[-1].at:
        return None
    verb = before[-1]
    while verb.form == "infinitive" and verb.governor is not None:
        verb = before[verb.governor]
    relative = verb.opener in closed.RELATIVES or verb.form in ("reduced", "participle")
    return verb.subject if relative and verb.opener != "," else None


def subject_of_infinitive(syntax: Syntax, first: int, before: Sequence[Verb]) -> tuple[Chunk | None, int | None]:
    """The subject of the verb before ("managed to retake"), or whose plan it is ("his threat to attack")."""
    governor = len(before) - 1 if before else None
    noun = syntax.chunk_of(first - 2)
    if noun is not None and syntax.lower(noun.head) in _SCHEMES and _finds(syntax, before):
        return None, governor  # "police uncovered a plot to kill the judge": not theirs
    if noun is not None:
        for position in range(noun.last, noun.first, -1):
            if syntax.kind(position) == "poss" and syntax.within(noun.first, position - 1, "actor"):
                return Chunk(noun.first, position - 1, position - 1, noun.core, noun.lead), governor
    return (before[-1].subject if before else bare_before(syntax, first - 1)), governor


def _finds(syntax: Syntax, before: Sequence[Verb]) -> bool:
    return bool(before) and not before[-1].passive and syntax.lower(before[-1].at) in _FINDING


def _of_chain(syntax: Syntax, first: int, before: Sequence[Verb]) -> tuple[Chunk | None, int | None]:
    """After "and": the subject of the verb before, a relative clause in between passed over."""
    for number in range(len(before) - 1, -1, -1):
        if before[number].form in ("finite", "passive", "infinitive"):
            return before[number].subject, number
    if before:
        return before[-1].subject, len(before) - 1
    return bare_before(syntax, first - 2), None


def _of_participle(syntax: Syntax, first: int, opener: str, before: Sequence[Verb]) -> tuple[Chunk | None, int | None]:
    """The noun before it ("gunmen wearing masks"), else the main verb's subject (", killing ten", "after killing")."""
    if before and before[-1].at == first - 1 and syntax.lower(first - 1) in SAYING:
        return None, None  # "announced retaking Qaim": whoever announces need not be who did it
    if opener == "for" and before and not before[-1].passive:
        return syntax.chunk_of(before[-1].at + 1), None  # "killed hundreds for attempting to escape"
    if opener == "of" and before and syntax.lower(before[-1].at) in _ACCUSING and not before[-1].passive:
        return syntax.chunk_of(before[-1].at + 1), None  # "accused the rebels of killing the mayor"
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
    return bare_before(syntax, first - 1), None


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
    noun = bare_before(syntax, position)
    return noun.last if noun is not None else -1


def bare_before(syntax: Syntax, position: int) -> Chunk | None:
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
