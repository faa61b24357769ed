"""Filling: from a noun phrase and the role it has to arguments, at the offsets of the tags that lie in it."""

from dateline.codebook.kinds import Filler
from dateline.coding.roles.apposition import names_after, owner_after
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.syntax import Syntax
from dateline.coding.tagging.tags import Role, Tag
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.closed import words

_PEOPLE: dict[Filler, tuple[Role, ...]] = {"actor": ("actor",), "target": ("target",), "both": ("actor", "target")}
_PLACES: dict[Filler, Role] = {"place": "place", "origin": "origin", "destination": "destination"}
# What is hit "in" or "on" a town is the place; what is taken "from" a country is not.
_HIT = ("object", "subject", ".on", ".at", ".against", ".of", ".into", ".in")
SETTLED = words(
    "town towns village villages city cities district districts province provinces area areas region regions suburb "
    "suburbs neighborhood neighborhoods neighbourhood neighbourhoods governorate county countryside valley hill hills "
    "mountain mountains camp airport border crossing state quarter sector farms front axis corridor"
)
# What explodes and is no weapon by name is no doer either.
_PARKED = words("car cars vehicle vehicles truck trucks bus buses van motorcycle bicycle taxi house houses building")
# What is reached by one more "of" is less sure: "the positions of the rebels".
_DEEPER = 0.8


def fill(syntax: Syntax, each: Chunk, filler: Filler, rule: str, score: float = 1.0) -> list[Argument]:
    """The arguments that a phrase gives. Where its head is no tag, the phrase after its "of" is asked."""
    if filler in ("none", "source"):
        return []
    if filler == "actor" and syntax.lower(each.first) in ("no", "neither"):
        return []  # "no group has claimed the attack": nobody did
    last = each.last
    people = syntax.within(each.first, last, "actor")
    places = syntax.within(each.first, last, "place")
    weapons = syntax.within(each.first, last, "weapon")
    found = _chosen(syntax, each, filler, people, places, weapons)
    if filler == "target" and not rule.endswith(_HIT):
        found = [(role, tag) for role, tag in found if role != "place"]
    if found:
        made = [Argument(role, tag.start, tag.end, score, rule) for role, tag in found]
        if filler == "target":
            made += [Argument("target", tag.start, tag.end, score, f"{rule}.name") for tag in names_after(syntax, each)]
            if found[-1][1].rule == "party:facility" and (owner := owner_after(syntax, each)) is not None:
                made.append(Argument("target", owner.start, owner.end, score * _DEEPER, f"{rule}.owner"))
        return made
    deeper_found = _deeper(syntax, each, filler, rule, score)
    if deeper_found or filler not in _PLACES:
        return deeper_found
    return [Argument(_PLACES[filler], tag.start, tag.end, score, rule) for tag in places]


def _deeper(syntax: Syntax, each: Chunk, filler: Filler, rule: str, score: float) -> list[Argument]:
    last = each.last
    link = syntax.lower(last + 1)
    if link == "of" or (
        link in ("by", "from") and filler == "target" and rule.startswith(("active.", "noun.", "control."))
    ):
        deeper = syntax.chunk_of(last + 2)
        if deeper is not None and deeper.first == last + 2:
            return fill(syntax, deeper, filler, rule + ".of", score * _DEEPER)
    return []


def _chosen(
    syntax: Syntax,
    each: Chunk,
    filler: Filler,
    people: tuple[Tag, ...],
    places: tuple[Tag, ...],
    weapons: tuple[Tag, ...],
) -> list[tuple[Role, Tag]]:
    if filler == "weapon":
        acting = [tag for tag in people[-1:] if syntax.lower(syntax.span_of(tag)[1]) not in _PARKED]
        return [("weapon", tag) for tag in weapons] or [("actor", tag) for tag in acting]
    head = syntax.tokens[each.head]
    if filler in _PLACES:
        role = _PLACES[filler]
        if any(tag.end >= head.end for tag in places):
            return [(role, tag) for tag in places if tag.end >= head.end]
        return [("target", tag) for tag in people if tag.end >= head.end]
    roles = _PEOPLE[filler]
    headed = [tag for tag in people if tag.end >= head.end]
    if headed:
        return [(role, tag) for tag in headed for role in roles]
    if any(tag.end >= head.end for tag in weapons):
        return [("weapon", tag) for tag in weapons]
    owners = [tag for tag in people if syntax.kind(syntax.span_of(tag)[1] + 1) == "poss"]
    if owners and filler in ("target", "both"):
        return [(role, tag) for tag in owners for role in roles]
    named = [tag for tag in people if tag.value == "name" and tag.rule == "party:registry"]
    if named and filler == "actor":
        return [("actor", tag) for tag in named[-1:]]  # "NAF fighter craft struck": whose they are
    if filler == "target" and (head.lower in SETTLED or any(tag.end >= head.end for tag in places)):
        return [("place", tag) for tag in places]
    return []
