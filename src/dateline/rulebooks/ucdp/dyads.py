"""Dyads: which two parties an event is between, and UCDP's numbers for them where its list leaves no choice."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from dateline.rulebooks.ucdp.lists import ListedActor, Lists
from dateline.rulebooks.ucdp.sides import Parties, Side

Pair = tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Numbers:
    """UCDP's numbers of a conflict and a dyad, None where the list does not settle them; `flags` say why."""

    conflict: int | None = None
    dyad: int | None = None
    flags: tuple[str, ...] = ()


def opponents(parties: Parties, lists: Lists, home: str | None, *, fighting: bool) -> Pair | None:
    """The two parties that fought, the best known pair of those told; None where only one is known.

    Doer against whom it hit; of those who are told together as doing it, two that UCDP's list has as a dyad, or the
    only two of a clash (a clash has no doer). `home` (alpha-3) is the country where it happened.
    """
    told = [*_across(parties), *_together(parties, lists, fighting=fighting)]
    worth = {n: _worth(pair, lists, home) for n, pair in enumerate(told)}
    best = max(worth, key=lambda n: (worth[n], -n), default=None)
    return None if best is None or worth[best] < 0 else told[best]


def _across(parties: Parties) -> Iterator[Pair]:
    return ((one, other) for one in parties.doers for other in parties.hit if one.key != other.key)


def _together(parties: Parties, lists: Lists, *, fighting: bool) -> Iterator[Pair]:
    for sides in (parties.doers, parties.hit):
        for one, other in combinations(sides, 2):
            only = fighting and len(sides) == 2 and not (one.state and other.state)
            if only or _shared(one, other, lists):
                yield one, other


def _worth(pair: Pair, lists: Lists, home: str | None) -> int:
    """How sure a pair is: one that the list has, one of a government and a group, the place's own government.

    Two governments that the list does not have as a dyad are allies told in one breath more often than at war.
    """
    one, other = pair
    listed = bool(_shared(one, other, lists))
    if one.state and other.state and not listed:
        return -1
    return 4 * listed + 2 * (one.state != other.state) + any(s.state and s.country == home for s in pair)


def ordered(pair: Pair) -> Pair:
    """The pair as side A and side B: a government first, else by name. (The order of two alike is our own.)"""
    one, other = pair
    if one.state != other.state:
        return pair if one.state else (other, one)
    return (one, other) if (one.name, one.number or 0) <= (other.name, other.number or 0) else (other, one)


def numbers(a: Side | None, b: Side | None, violence: int | None, lists: Lists) -> Numbers:
    """The conflict's and the dyad's number: blank and flagged wherever the list leaves more or less than one."""
    first = lists.actors.get(a.number) if a and a.number else None
    if violence == 3:
        return _settled("one-sided", None, first.one_sided if first else frozenset())
    if b is None:
        return Numbers()
    second = lists.actors.get(b.number) if b.number else None
    if first is None or second is None:
        return Numbers(flags=("dyad: a side is not in UCDP's list, so there is no number",))
    if violence == 2:
        return _settled("non-state", None, first.non_state & second.non_state)
    return _settled("state-based", first.conflicts & second.conflicts, first.dyads & second.dyads)


def _settled(sort: str, conflicts: frozenset[int] | None, dyads: frozenset[int]) -> Numbers:
    dyad = next(iter(dyads)) if len(dyads) == 1 else None
    flags = () if dyad else (f"dyad: UCDP's list has {_many(dyads)} {sort} number for these sides",)
    if conflicts is None:
        return Numbers(None, dyad, flags)
    conflict = next(iter(conflicts)) if len(conflicts) == 1 else None
    more = () if conflict else (f"conflict: UCDP's list has {_many(conflicts)} conflict of these sides",)
    return Numbers(conflict, dyad, (*flags, *more))


def _many(found: frozenset[int]) -> str:
    return "more than one" if found else "no"


def _shared(one: Side, other: Side, lists: Lists) -> frozenset[int]:
    first: ListedActor | None = lists.actors.get(one.number) if one.number else None
    second: ListedActor | None = lists.actors.get(other.number) if other.number else None
    if first is None or second is None:
        return frozenset()
    if one.state or other.state:
        return first.dyads & second.dyads
    return first.non_state & second.non_state
