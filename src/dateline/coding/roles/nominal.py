"""Nominal triggers: who attacked whom in "the army's attack on the rebels", and whose the launched assault was."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook.book import Index
from dateline.codebook.kinds import CueFrame, Filler
from dateline.coding.roles.conjunction import rightward
from dateline.coding.roles.filling import fill
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.syntax import Syntax, is_time
from dateline.coding.roles.verb import Verb
from dateline.coding.roles.verbal import direct_object, phrases_after, subjects
from dateline.coding.tagging.tags import Tag
from dateline.coding.text import closed
from dateline.coding.text.chunks import Chunk

Times = Sequence[tuple[int, int]]
_DEFAULT: dict[str, Filler] = {"by": "actor", "against": "target", "on": "target"}
_HIT = ("party:facility", "party:civilians", "party:organisation")
_OWN = closed.words("its their his her our")


def noun_arguments(
    syntax: Syntax, trigger: Tag, frame: CueFrame, verbs: Sequence[Verb], lights: Index, times: Times
) -> list[Argument]:
    """The arguments of a noun: what stands before it in its phrase, what follows by a preposition, its light verb's."""
    first, last = syntax.span_of(trigger)
    each = syntax.chunk_of(last)
    if each is None:
        return _opponents(syntax, first, last, frame)
    found = list(_modifiers(syntax, each, first if first > each.core else last, frame))
    found = _hit_instead(syntax, found, frame)
    phrases = list(_phrases(syntax, max(each.last, last) + 1, times))
    for verb in verbs:
        if verb.passive and verb.subject == each and _light(syntax, verb.at, lights)[1] is not None:
            phrases += [(lead, one) for lead, one in phrases_after(syntax, verb.at + 1, times) if lead != "by"]
    for lead, phrase in phrases:
        filler = frame.prepositions.get(lead, _DEFAULT.get(lead, "none"))
        if lead == "of" and ".verb." in trigger.rule and lead not in frame.prepositions:
            filler = frame.object  # a verb's own noun takes its object with "of": "the kidnapping of the ambassador"
        if lead == "of" and not max(each.last, last) + 2 <= phrase.first <= max(each.last, last) + 3:
            filler = "none"  # the "of" of a later phrase: "withdrawal of troops to the borders of the province"
        for one in rightward(syntax, phrase):
            found += fill(syntax, one, filler, f"noun.{lead}", 0.9)
    if not any(argument.role == "actor" for argument in found):
        found += _of_light_verb(syntax, each, verbs, lights, times)
    return found


def _opponents(syntax: Syntax, first: int, last: int, frame: CueFrame) -> list[Argument]:
    """Who stands on either side of a trigger that is no noun: "troops vs rebels"."""
    sides = (syntax.chunk_of(first - 1), syntax.chunk_of(last + 1))
    fillers = (frame.subject, frame.object)
    return [
        argument
        for side, filler in zip(sides, fillers, strict=True)
        if side is not None
        for argument in fill(syntax, side, filler, "noun.beside", 0.9)
    ]


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
        elif tag.rule in (
            "party:facility",
            "party:vehicle",
        ):  # "embassy bombing"; the car of a "car bombing" is its means
            if tag.rule == "party:facility" and filler != "none":
                yield Argument("target", tag.start, tag.end, 0.8, "noun.modifier")
            continue
        elif filler in ("actor", "both", "weapon"):  # "car blast" tells the weapon, "Taliban blast" the doer
            yield Argument("actor", tag.start, tag.end, 0.9, "noun.modifier")
        if tag.label == "actor" and filler in ("target", "both"):
            yield Argument("target", tag.start, tag.end, 0.9, "noun.modifier")


def _hit_instead(syntax: Syntax, found: list[Argument], frame: CueFrame) -> list[Argument]:
    """Of an attack, a building or civilians before its noun are what is hit: "school attack", "the convent raid"."""
    if frame.name not in ("attack", "harm", "blast", "explodes"):
        return found
    hit = {tag.key for tag in syntax.tags if tag.label == "actor" and tag.rule in _HIT}
    return [
        replace(each, role="target")
        if each.role == "actor" and each.key in hit and not _is_owner(syntax, each)
        else each
        for each in found
    ]


def _is_owner(syntax: Syntax, argument: Argument) -> bool:
    return syntax.kind(syntax.at(argument.end - 1) + 1) == "poss"


def _phrases(syntax: Syntax, position: int, times: Times) -> Iterator[tuple[str, Chunk]]:
    """The phrases that follow without a break: a comma ends them, a time in between does not."""
    for lead, each in phrases_after(syntax, position, times):
        gap = range(position, each.first - 1)
        if any(syntax.lower(between) in (",", "and", "or") for between in gap) and lead != "by":
            return
        yield lead, each


def _of_light_verb(
    syntax: Syntax, each: Chunk, verbs: Sequence[Verb], lights: Index, times: Times
) -> Iterator[Argument]:
    """The subject of a verb that lends it to its noun ("carried out an attack"), or of one whose noun is its own."""
    own = syntax.lower(each.first) in _OWN
    for verb in verbs:
        words, frame = _light(syntax, verb.at, lights)
        if frame is None and not own:
            continue
        filler = frame.subject if frame is not None else "actor"
        if verb.passive:
            yield from _by_whom(syntax, each, verb, filler, times)
            continue
        taken = direct_object(syntax, verb.at + words, times)
        if taken is not None and each in rightward(syntax, taken):
            for one in subjects(syntax, verb):
                if not is_time(syntax, one, times) and syntax.lower(one.first) != "no":
                    yield from fill(syntax, one, filler, "light.subject", 0.9)


def _by_whom(syntax: Syntax, each: Chunk, verb: Verb, filler: Filler, times: Times) -> Iterator[Argument]:
    if verb.subject is None or each not in rightward(syntax, verb.subject):
        return
    for lead, phrase in phrases_after(syntax, verb.at + 1, times):
        if lead == "by":
            for one in rightward(syntax, phrase):
                yield from fill(syntax, one, filler, "light.by", 0.9)


def _light(syntax: Syntax, at: int, lights: Index) -> tuple[int, CueFrame | None]:
    """How many words the light verb at a position takes, and its frame; (1, None) if it is none."""
    for pattern in lights.get(syntax.lower(at), ()):
        if all(
            element is None or syntax.lower(at + offset) in element for offset, element in enumerate(pattern.elements)
        ):
            return len(pattern.elements), pattern.cue.frame
    return 1, None
