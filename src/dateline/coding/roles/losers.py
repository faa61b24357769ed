"""Losers: whose place is entered or taken ("liberation of *Islamic State*'s bastion", "the *rebel*-held town")."""

import re

from dateline.coding.roles.frames import Argument
from dateline.coding.roles.syntax import Syntax
from dateline.coding.text.closed import words

_HELD = words(
    "bastion bastions stronghold strongholds headquarters base bases camp camps haven havens enclave enclaves pocket "
    "pockets position positions capital territory territories outpost outposts redoubt"
)
_BETWEEN = words("of the a an its last main key former de-facto all over control")
_OWNED = ("'s", "’s", "'", "’")
_HOLDS = re.compile(r"[- ](?:held|controlled|run|occupied|dominated|besieged)\b")
_REACH, _NEAR = 8, 4


def losers(syntax: Syntax, last: int) -> list[Argument]:
    """Who owns or holds the place behind a trigger that ends at position `last`, where its phrase names him."""
    if last + 1 >= len(syntax):
        return []
    for tag in syntax.within(last + 1, min(last + _REACH, len(syntax) - 1), "actor"):
        first, end = syntax.span_of(tag)
        between = range(last + 1, first)
        holds = _HOLDS.match(syntax.sentence.text, tag.end - syntax.sentence.start)
        if holds and all(syntax.kind(position) not in ("verb", "aux", "rel") for position in between):
            return [Argument("target", tag.start, tag.end, 0.8, "object.holder")]
        owned = syntax.lower(end + 1) in _OWNED and any(
            syntax.lower(position) in _HELD for position in range(end + 2, end + 2 + _NEAR)
        )
        if owned and all(syntax.lower(position) in _BETWEEN for position in between):
            return [Argument("target", tag.start, tag.end, 0.8, "object.owner")]
    return []
