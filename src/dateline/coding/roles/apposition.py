"""Apposition: a person's name beside the words that say who it is ("a judge, Ana Ruiz,", "Ana Ruiz, a judge, was")."""

from dateline.coding.roles.conjunction import beyond, rightward, unbracket
from dateline.coding.roles.syntax import Syntax
from dateline.coding.tagging.shouted_names import PERSONAL
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.chunks import Chunk
from dateline.coding.text.closed import words


def name_before(syntax: Syntax, described: Chunk) -> Chunk | None:
    """The name that a subject only describes: "*Ana Ruiz*, a judge of the high court in Lima, was killed"."""
    if _name(syntax, described) is not None or not syntax.within(described.first, described.last, "actor"):
        return None
    start = described.first
    if syntax.lower(start - 1) == ")":  # "the Patriotic Union (UP) candidate"
        party = syntax.chunk_of(unbracket(syntax, start - 1))
        start = party.first if party is not None else start
    if syntax.lower(start - 1) != ",":
        return None
    named = syntax.chunk_of(start - 2)
    if named is None or named.lead or _name(syntax, named) is None:
        return None
    opening = syntax.lower(named.first - 1)
    return None if opening in ("and", ",") else named


def names_after(syntax: Syntax, described: Chunk) -> tuple[Tag, ...]:
    """The names that follow a description: "killed two reporters, *Ana Ruiz* and *Luis Paz*"."""
    if _name(syntax, described) is not None or not syntax.within(described.first, described.last, "actor"):
        return ()
    position = beyond(syntax, described)
    if syntax.lower(position) not in (",", ":") or syntax.kind(position + 1) in ("verb", "aux", "rel"):
        return ()
    first = syntax.chunk_of(position + 1)
    if first is None or first.first != position + 1 or _name(syntax, first) is None:
        return ()
    if syntax.kind(first.last + 1) in ("verb", "aux"):
        return ()
    return tuple(tag for each in rightward(syntax, first) if (tag := _name(syntax, each)) is not None)


def owner_after(syntax: Syntax, building: Chunk) -> Tag | None:
    """The person whose house it is: who attacks "the residence of *Ana Ruiz*" means her."""
    if syntax.lower(building.last) not in _HOMES or syntax.lower(building.last + 1) != "of":
        return None
    owner = syntax.chunk_of(building.last + 2)
    return _name(syntax, owner) if owner is not None else None


_HOMES = words("home house residence apartment car vehicle")


def _name(syntax: Syntax, each: Chunk) -> Tag | None:
    """The person's name that a phrase ends in, or None."""
    end = syntax.tokens[each.last].end
    return next(
        (
            tag
            for tag in syntax.within(each.first, each.last, "actor")
            if tag.value == "name" and tag.end == end and tag.rule in PERSONAL
        ),
        None,
    )
