"""Nominal triggers: who attacked whom in "the army's attack on the rebels", and whose the launched assault was."""

from collections.abc import Iterator, Sequence

from dateline.codebook.kinds import CueFrame, Filler
from dateline.coding.roles.conjunction import rightward
from dateline.coding.roles.filling import fill
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.syntax import Syntax, is_time
from dateline.coding.roles.verbal import direct_object, phrases_after, subjects
from dateline.coding.roles.verbs import Verb
from dateline.coding.tagging.tags import Tag
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk

Times = Sequence[tuple[int, int]]
_DEFAULT: dict[str, Filler] = {"by": "actor", "against": "target", "on": "target"}
# Verbs that lend their subject to the noun they take ("carried out an attack").
_LIGHT = closed.words(
    "launch launched launches launching carry carried carries carrying conduct conducted conducts conducting stage "
    "staged stages staging mount mounted mounting lead led leads leading make made makes making commit committed "
    "commits committing perpetrate perpetrated perpetrating wage waged waging begin began begun begins beginning start "
    "started starting continue continued continues continuing resume resumed resuming execute executed plan planned "
    "planning attempt attempted attempting undertake undertook undertaken initiate initiated organise organised "
    "organize organized hold held holding renew renewed renewing intensify intensified step stepped do did done "
    "unleash unleashed unleashing open opened opening set perform performed impose imposed sign signed reach reached "
    "announce announced declare declared"
)
_OWN = closed.words("its their his her our")


def noun_arguments(
    syntax: Syntax, trigger: Tag, frame: CueFrame, verbs: Sequence[Verb], times: Times
) -> list[Argument]:
    """The arguments of a noun: what stands before it in its phrase, what follows by a preposition, its light verb's."""
    first, last = syntax.span_of(trigger)
    each = syntax.chunk_of(last)
    if each is None:
        return []
    found = list(_modifiers(syntax, each, first, frame))
    for lead, phrase in _phrases(syntax, max(each.last, last) + 1, times):
        filler = frame.prepositions.get(lead, _DEFAULT.get(lead, "none"))
        for one in rightward(syntax, phrase):
            found += fill(syntax, one, filler, f"noun.{lead}", 0.9)
    if not any(argument.role == "actor" for argument in found):
        found += _of_light_verb(syntax, each, frame, verbs, times)
    return found


def _modifiers(syntax: Syntax, each: Chunk, first: int, frame: CueFrame) -> Iterator[Argument]:
    """What stands before it: "rebel attack", "Israel's shelling", "the Kabul bombing", "car bomb attack"."""
    if first <= each.first:
        return
    for tag in syntax.within(each.first, first - 1, "actor", "place", "weapon"):
        _, end = syntax.span_of(tag)
        owned = syntax.kind(end + 1) == "poss"
        filler = frame.possessive if owned else frame.modifier
        if tag.label == "weapon":
            yield Argument("weapon", tag.start, tag.end, 0.9, "noun.modifier")
        elif tag.label == "place":
            if not any(other.key == tag.key for other in syntax.tags if other.label == "actor"):
                yield Argument("place", tag.start, tag.end, 0.7, "noun.modifier")
        elif filler in ("actor", "both"):
            yield Argument("actor", tag.start, tag.end, 0.9, "noun.modifier")
        if tag.label == "actor" and filler in ("target", "both"):
            yield Argument("target", tag.start, tag.end, 0.9, "noun.modifier")


def _phrases(syntax: Syntax, position: int, times: Times) -> Iterator[tuple[str, Chunk]]:
    """The phrases that follow without a break: a comma ends them, a time in between does not."""
    for lead, each in phrases_after(syntax, position, times):
        gap = range(position, each.first - 1)
        if any(syntax.lower(between) in (",", "and", "or") for between in gap) and lead != "by":
            return
        yield lead, each


def _of_light_verb(
    syntax: Syntax, each: Chunk, frame: CueFrame, verbs: Sequence[Verb], times: Times
) -> Iterator[Argument]:
    for verb in verbs:
        if syntax.lower(verb.at) not in _LIGHT and syntax.lower(each.first) not in _OWN:
            continue
        if verb.passive:
            if verb.subject is each or (verb.subject is not None and each in rightward(syntax, verb.subject)):
                for lead, phrase in phrases_after(syntax, verb.at + 1, times):
                    if lead == "by":
                        for one in rightward(syntax, phrase):
                            yield from fill(syntax, one, frame.possessive, "light.by", 0.9)
            continue
        taken = direct_object(syntax, _past_particle(syntax, verb.at + 1), times)
        if taken is not None and each in rightward(syntax, taken):
            for one in subjects(syntax, verb):
                if not is_time(syntax, one, times):
                    yield from fill(syntax, one, frame.possessive, "light.subject", 0.9)


def _past_particle(syntax: Syntax, position: int) -> int:
    return position + 1 if syntax.lower(position) in ("out", "up", "off") else position
