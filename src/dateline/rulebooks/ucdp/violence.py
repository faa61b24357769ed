"""Type of violence: state-based (1), non-state (2) or one-sided (3), and so the two sides of the row.

UCDP: one-sided violence is the *deliberate* killing of civilians by a government or an organised group. So that
civilians alone have died does not make an event one-sided; that they were aimed at does. Civilians killed where two
parties fight, or by a strike on one of them, are dead of that dyad.
"""

from collections import Counter
from dataclasses import dataclass

from dateline.model import JoinedIncident, Loss
from dateline.rulebooks.ucdp.dyads import opponents, ordered
from dateline.rulebooks.ucdp.lists import Lists
from dateline.rulebooks.ucdp.sides import CIVILIANS, Parties, Side

_FROM_THE_AIR = "Air/drone strike"
TARGETED = Side(CIVILIANS, None, state=False)


@dataclass(frozen=True, slots=True)
class Violence:
    """The type (None: cannot be told) and the sides (None: not known); `doer` is the side that acted, if one did."""

    type: int | None
    a: Side | None
    b: Side | None
    rule: str
    doer: Side | None = None
    flags: tuple[str, ...] = ()


def violence(
    incident: JoinedIncident, dead: tuple[Loss, ...], parties: Parties, lists: Lists, home: str | None
) -> Violence:
    """What type an incident is, and between whom. At least one party is known."""
    fighting = incident.kind in lists.fighting
    doer = parties.doers[0] if len(parties.doers) == 1 else None
    if parties.doers and not fighting and _aimed_at_civilians(incident.kind, dead, parties, lists):
        return _one_sided(incident, parties, home)
    pair = opponents(parties, lists, home, fighting=fighting)
    if pair is not None:
        a, b = ordered(pair)
        kind = 1 if a.state else 2
        return Violence(kind, a, b, "ucdp.type.two-parties", doer, _others(parties, a, b))
    known = (*parties.doers, *parties.hit)[0]
    acted = known in parties.doers
    armed = parties.unnamed_hit if acted else parties.unnamed_doer or not parties.private_doer
    flags = (f"sides: the party that {'was fought' if acted else 'did it'} is not known",)
    if known.state and armed:
        return Violence(1, known, None, "ucdp.type.unknown-opponent", doer, flags)
    return Violence(None, known, None, "ucdp.type.untold", doer, (*flags, "type_of_violence: cannot be told"))


def _aimed_at_civilians(kind: str, dead: tuple[Loss, ...], parties: Parties, lists: Lists) -> bool:
    only = bool(dead) and all(loss.group == "civilians" for loss in dead)
    if parties.hit or parties.unnamed_hit:
        return kind in lists.people and parties.civilians_hit and only
    return parties.civilians_hit or (kind in lists.people and only)


def _one_sided(incident: JoinedIncident, parties: Parties, home: str | None) -> Violence:
    """The doer against civilians: of several the one whom most statements name, of equals the place's own government.

    Aircraft are a government's.
    """
    named = Counter(
        statement.mention.text
        for statement in incident.statements
        if statement.matter == "actor" and statement.claim.stance == "asserts" and statement.mention is not None
    )
    flies = incident.codes.acled == _FROM_THE_AIR or incident.kind == "airstrike"
    doer = max(
        parties.doers,
        key=lambda side: (
            flies and side.state,
            sum(named[word] for word in side.told),
            side.state and side.country == home,
        ),
    )
    flags = ["type_of_violence: that civilians were aimed at follows from who was hit, not from words that say so"]
    if len(parties.doers) > 1:
        told = ", ".join(side.name for side in parties.doers if side != doer)
        flags.append(f"sides: told beside it: {told}")
    return Violence(3, doer, TARGETED, "ucdp.type.civilians-targeted", doer, tuple(flags))


def _others(parties: Parties, a: Side, b: Side) -> tuple[str, ...]:
    more = {side.name: None for side in (*parties.doers, *parties.hit) if side.key not in (a.key, b.key)}
    flags = [f"sides: told beside them: {', '.join(more)}"] if more else []
    flags += [f"sides: {side.name} is the place's own government, not named" for side in (a, b) if side.inferred]
    return tuple(flags)
