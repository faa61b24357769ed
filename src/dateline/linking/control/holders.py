"""Holders: who is one and the same as a holder of ground, and who can be one at all."""

import re

from dateline.model import Actor, Evidence

UNABLE = ("MED", "JRN", "JUD", "CVL", "NGO", "IGO", "EDU", "REL", "BUS", "LAB", "SOC", "ELI")
"""PLOVER sectors that hold no ground."""
OF_STATE = ("MIL", "GOV", "COP", "PRM", "SPY")
"""Sectors whose members hold for their state."""
UNNAMED = "rebels"
"""The key of armed opponents whom no name tells apart ("rebels", "the opposition")."""

_GOVERNMENT = re.compile(r"\b(?:governments?|regimes?|army|troops|authorities|government forces)\b", re.IGNORECASE)
_LOYAL = re.compile(r"\b(?:pro-(?:government|regime)|loyalist)\b", re.IGNORECASE)
_REBELS = re.compile(r"\b(?:rebels?|insurgents?|opposition)\b", re.IGNORECASE)
_GENERAL = re.compile(r"\b(?:insurgents|rebels|opposition|militants|separatists|gunmen|fighters)$", re.IGNORECASE)


def can_hold(actor: Actor) -> bool:
    """Whether an actor is of a sort that can hold ground: a state, a group, forces; no outlet, court or crowd."""
    return actor.sort in ("state", "group", "organisation") and actor.sector not in UNABLE


def holder_key(actor: Actor) -> str:
    """Who holds: a state's forces and leaders hold for the state; a group for itself; rebels without a name as such."""
    if actor.country and actor.sector in OF_STATE and actor.sort in ("state", "group", "person"):
        return f"state {actor.country}"
    if is_unnamed(actor):
        return UNNAMED
    return actor.id or actor.text.casefold()


def holder_on(ground: str | None, actor: Actor, *, definite: bool = True) -> Actor:
    """The holder of ground in a country (ISO 3166-1 alpha-3): "the government" there is that country's own.

    A bare description that resolves to a state abroad, or to none, means the government of the ground, as do
    "pro-regime forces"; rebels that resolve to a group from abroad, or are told of without "the", have no name.
    """
    if ground is None:
        return actor
    described = actor.evidence is not None and actor.evidence.rule in ("actors.description", "actors.unresolved")
    vague = described or (actor.id is None and actor.country is None)
    if not vague or (actor.country == ground and (definite or not _REBELS.search(actor.text))):
        return actor
    of_state = actor.sector in OF_STATE and (actor.country is not None or _GOVERNMENT.search(actor.text))
    if of_state or _LOYAL.search(actor.text):
        found = {"id": f"{ground}-GOV", "name": None, "country": ground, "sector": "GOV", "sort": "state"}
    elif _REBELS.search(actor.text):
        found = {"id": None, "name": None, "country": ground, "sector": "REB"}
    else:
        return actor
    evidence = Evidence(rule="control.of-the-ground", score=0.6, note=f"{actor.text!r} on the ground of {ground}")
    return actor.model_copy(update={**found, "evidence": evidence})


def is_unnamed(actor: Actor) -> bool:
    """Whether words name no group of its own: no id and a rebel's sector, or a name such as "Syrian insurgents"."""
    if actor.sector not in ("REB", "OPP", "INS", "SEP", None):
        return False
    if actor.id is None:
        return actor.sector is not None or bool(_GENERAL.search(actor.text))
    return bool(_GENERAL.search(actor.name or ""))


def may_be_one(one: str, other: str) -> bool:
    """Whether two keys may stand for one holder: "rebels" or "Kurdish forces" may be any group, never a state."""
    if one == other:
        return True
    vague = any(key == UNNAMED or key.startswith("people:") for key in (one, other))
    return vague and not any(key.startswith("state ") for key in (one, other))
