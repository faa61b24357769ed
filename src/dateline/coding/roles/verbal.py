"""Verbal triggers: actor, target and the rest of a verb, active or passive."""

from collections.abc import Iterator, Sequence

from dateline.codebook.kinds import CueFrame, Filler
from dateline.coding.roles.apposition import name_before
from dateline.coding.roles.conjunction import leftward, rightward
from dateline.coding.roles.filling import fill
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.syntax import Syntax, is_time
from dateline.coding.roles.verb import Verb
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.closed import words

Times = Sequence[tuple[int, int]]
_PHYSICAL = ("party:facility", "party:vehicle")
# Bodies that are called as the house they sit in: "a bomb exploded at the bank".
_SEATED = words(
    "bank banks ministry ministries company companies corporation enterprise firm agency newspaper institute club "
    "university court courts council department parliament congress consulate federation"
)
_BESIDE = words("in at inside outside near under beneath beside on of to")
_DEFAULT: dict[str, Filler] = {"against": "target"}


def verb_arguments(syntax: Syntax, verb: Verb, last: int, frame: CueFrame, times: Times) -> list[Argument]:
    """The arguments of a verb; `last` is the last position of its trigger."""
    found: list[Argument] = []
    before, after = (frame.object, frame.subject) if verb.passive else (frame.subject, frame.object)
    voice = "passive" if verb.passive else "active"
    if verb.subject is not None:
        for each in subjects(syntax, verb):
            found += fill(syntax, each, before, f"{voice}.subject")
    position = last + 1
    if not verb.passive:
        direct = direct_object(syntax, _past_twin(syntax, position), times)
        if direct is not None:
            for each in rightward(syntax, direct):
                found += fill(syntax, each, after, "active.object")
                position = each.last + 1
    for lead, each in phrases_after(syntax, position, times):
        filler = frame.prepositions.get(lead, _DEFAULT.get(lead, "none")) if lead not in ("of", "by") else "none"
        if lead == "by" and verb.passive:
            filler = after
        if (
            "weapon" in (frame.subject, frame.object)
            and lead in _BESIDE
            and syntax.within(each.first, each.last, "actor")
        ):
            found += _hit(syntax, each)
        if lead == "with" and filler == "none" and syntax.within(each.first, each.last, "weapon"):
            filler = "weapon"
        for one in rightward(syntax, each):
            found += fill(syntax, one, filler, f"{voice}.{lead}", 0.9)
    return found


def _past_twin(syntax: Syntax, position: int) -> int:
    """Past "and wounded" in "killed and wounded five": both verbs share the object."""
    if syntax.kind(position) == "conj" and syntax.kind(position + 1) == "verb":
        return position + 2 + (syntax.kind(position + 2) == "adv")
    return position


def _hit(syntax: Syntax, each: Chunk) -> list[Argument]:
    """Buildings and vehicles at which something explodes are what is hit."""
    physical = [tag for one in rightward(syntax, each) for tag in syntax.within(one.first, one.last, "actor")]
    return [Argument("target", tag.start, tag.end, 0.6, "blast.beside") for tag in physical if _stands(syntax, tag)]


def _stands(syntax: Syntax, tag: Tag) -> bool:
    first, last = syntax.span_of(tag)
    return tag.rule in _PHYSICAL or any(syntax.lower(position) in _SEATED for position in (first, last))


def wielders(syntax: Syntax, verb: Verb, verbs: Sequence[Verb], frame: CueFrame) -> list[Argument]:
    """Who set off what harms: the subject of the verb whose object it is ("they threw a bomb that killed three")."""
    subject = verb.subject
    if verb.passive or subject is None or not syntax.within(subject.first, subject.last, "weapon"):
        return []
    if frame.subject not in ("actor", "weapon"):
        return []
    for other in verbs:  # "a bomb, planted by gunmen, exploded"
        if other != verb and other.passive and other.subject == subject:
            for lead, each in phrases_after(syntax, other.at + 1, ()):
                if lead == "by":
                    return [
                        a for one in rightward(syntax, each) for a in fill(syntax, one, "actor", "passive.wielder", 0.7)
                    ]
    for other in reversed([one for one in verbs if one.at < subject.first]):
        if not other.passive and direct_object(syntax, other.at + 1, ()) == subject:
            return [a for one in subjects(syntax, other) for a in fill(syntax, one, "actor", "active.wielder", 0.7)]
    return []


def subjects(syntax: Syntax, verb: Verb) -> tuple[Chunk, ...]:
    """The subject and those joined to it, on whichever side."""
    if verb.subject is None:
        return ()
    named = name_before(syntax, verb.subject)
    if named is not None:
        return (named,)
    joined = leftward(syntax, verb.subject)
    return joined if len(joined) > 1 else tuple(_before_verb(rightward(syntax, verb.subject), verb))


def _before_verb(chunks: Sequence[Chunk], verb: Verb) -> Iterator[Chunk]:
    return (each for each in chunks if each.last < verb.first or each.first > verb.at)


def direct_object(syntax: Syntax, position: int, times: Times) -> Chunk | None:
    """The bare phrase after a verb; adverbs, times and inserts between commas are passed over."""
    commas = 0
    while position < len(syntax):
        each = syntax.chunk_of(position)
        if each is not None:
            if each.first < position:
                return None
            if not is_time(syntax, each, times):
                return each if commas != 1 else None
            position = each.last + 1
        elif syntax.kind(position) == "adv" or syntax.lower(position) in ('"', "“", "‘", "both"):
            position += 1
        elif syntax.lower(position) == ",":
            commas += 1
            position += 1
        else:
            return None
    return None


def phrases_after(syntax: Syntax, position: int, times: Times) -> Iterator[tuple[str, Chunk]]:
    """The phrases with prepositions that follow, up to the next verb, clause, or noun that is a trigger itself."""
    while position < len(syntax):
        kind, word = syntax.kind(position), syntax.lower(position)
        if kind in ("verb", "rel", "sub", "aux") or word in (";", ":", "”", "."):
            return
        each = syntax.chunk_of(position)
        if each is None:
            position += 1
            continue
        if each.first and syntax.kind(each.first - 1) in ("prep", "to") and not is_time(syntax, each, times):
            yield syntax.lower(each.first - 1), each
        if syntax.within(each.first, each.last, "trigger"):
            return
        position = each.last + 1
