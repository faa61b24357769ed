"""Sides: can two mentions of who did it mean one party? Only what cannot is a disagreement.

A state is one with its forces, leaders and loyalists; a description ("rebels", "gunmen") can be any group of its sort;
a coalition can be each of its members (`sides.yaml`); a mention that says nothing of who it is can be anybody.
"""

import re

from dateline.codebook import Codebook
from dateline.linking.sameness import same_actor
from dateline.model import Actor

_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "PRM"})
_OF_GROUPS = frozenset({"REB", "UAF", "OPP", "CRM", "PRM"})
_COMPOSED = re.compile(r"^(?:[A-Z]{3}-[A-Z]{3}|people:.*)$")


def can_be_one(one: Actor, other: Actor, codebook: Codebook) -> bool:
    """Whether the two can be one party."""
    if same_actor(one, other) or says_nothing(one) or says_nothing(other):
        return True
    if _member(one, other, codebook) or _member(other, one, codebook):
        return True
    if _is_state(one) and _is_state(other):
        return one.country == other.country if is_named(one) and is_named(other) else _one_country(one, other)
    if not is_named(one) or not is_named(other):
        return bool(_sorts(one) & _sorts(other)) and (
            _one_country(one, other) or not (_is_state(one) or _is_state(other))
        )
    return False


def says_nothing(actor: Actor) -> bool:
    """Whether the mention does not say who it is, beyond a thing or a person: "warplanes", "attackers"."""
    return actor.id is None and (actor.sector is None or actor.sort in ("vehicle", "facility", "other"))


def is_named(actor: Actor) -> bool:
    """Whether the mention is an actor's name, not a description."""
    return actor.id is not None and (_is_state(actor) or not _COMPOSED.match(actor.id))


def is_party(actor: Actor) -> bool:
    """Whether it is one who can be blamed for force: a state, an armed group, or somebody of theirs."""
    return not says_nothing(actor) and actor.sector != "OPP" and bool(_sorts(actor))


def is_outright(actor: Actor) -> bool:
    """Whether the words themselves say whose: "the army" of a country that the report is about may be another's."""
    rule = "" if actor.evidence is None else actor.evidence.rule
    if rule.startswith(_TAKEN_UP):
        return False
    return rule != "actors.composed-main-country" or not _is_state(actor)


_TAKEN_UP = ("actors.pronoun", "actors.description", "actors.place", "actors.theatre", "actors.of-owner")
"""Rules that settle from the rest of the report who is meant."""


def _sorts(actor: Actor) -> frozenset[str]:
    return frozenset(name for name, sectors in (("state", _OF_STATE), ("group", _OF_GROUPS)) if actor.sector in sectors)


def _is_state(actor: Actor) -> bool:
    return actor.sort in ("state", "person") and actor.sector in _OF_STATE


def _one_country(one: Actor, other: Actor) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _member(whole: Actor, part: Actor, codebook: Codebook) -> bool:
    """Whether one fights as part of the other."""
    members = codebook.sides.get(whole.id or "", frozenset())
    return part.id in members or (_is_state(part) and part.country in members)
