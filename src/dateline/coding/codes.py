"""Codes: an event's category in each scheme, by the codebook's crosswalk."""

from collections.abc import Sequence

from dateline.codebook import Codebook, Kind
from dateline.codebook.kinds import SCHEMES, Condition, CrosswalkRule, PartyClass
from dateline.model import Actor, Codes, Evidence, Loss, Span, Status

NOBODY = "nobody"


def codes_for(
    codebook: Codebook,
    kind: str,
    actors: Sequence[Actor],
    targets: Sequence[Actor],
    status: Status,
    losses: Sequence[Loss] = (),
    weapons: Sequence[Span] = (),
    told: str | None = None,
    holds: frozenset[str] = frozenset(),
) -> tuple[Codes, Evidence]:
    """The codes of an event, and which rules of the crosswalk gave them. `told`, `holds`: see `containment`.

    Scheme by scheme the first rule that holds and names the scheme decides: the overrides (they look at the status),
    the kind's own rules, the general ones, then the kind's plain code. A kind that the codebook does not know has no
    codes.
    """
    found = codebook.kind(kind)
    if found is None:
        return Codes(), Evidence(rule="crosswalk:unknown-kind", score=0.0, note=f"no kind {kind!r} in the codebook")
    facts = _Facts(codebook, found, actors, targets, status, losses, weapons, told, holds)
    rules = [rule for rule in (*codebook.overrides, *found.rules, *codebook.crosswalk) if facts.meet(rule.when)]
    codes: dict[str, str | None] = {}
    notes = []
    for scheme in SCHEMES:
        rule = next((rule for rule in rules if scheme in rule.codes), None)
        codes[scheme] = rule.codes[scheme] if rule else found.codes.get(scheme)
        if rule:
            notes.append(f"{scheme} by {_told(rule)}")
    if codes["plover_mode"] and codes["plover"] not in codebook.schemes["plover_mode"][codes["plover_mode"]].split():
        codes["plover_mode"] = None  # a rule moved the event to a category that has no such mode
    return Codes(**codes), Evidence(rule=f"crosswalk:{found.id}", note="; ".join(notes) or "the kind's plain codes")


def party_classes(codebook: Codebook, actor: Actor) -> frozenset[str]:
    """The names of the party classes that an actor falls in, classes within classes taken in."""
    words = frozenset(actor.text.lower().split())
    grown = {name for name, party in codebook.parties.items() if _is_of(actor, party, words)}
    holding = [party for party in codebook.parties.values() if party.within]
    while wider := [party.name for party in holding if party.name not in grown and not party.within.isdisjoint(grown)]:
        grown.update(wider)
    return frozenset(grown)


def _is_of(actor: Actor, party: PartyClass, words: frozenset[str]) -> bool:
    if actor.sector is not None and actor.sector in party.sectors:
        return True
    if not party.words.isdisjoint(words) and actor.sector not in party.not_sectors:
        return True
    return actor.sector is None and actor.sort in party.sorts


class _Facts:
    """What the conditions of the crosswalk ask about, worked out once for an event."""

    def __init__(
        self,
        codebook: Codebook,
        kind: Kind,
        actors: Sequence[Actor],
        targets: Sequence[Actor],
        status: Status,
        losses: Sequence[Loss],
        weapons: Sequence[Span],
        told: str | None,
        holds: frozenset[str],
    ) -> None:
        self._targets = _classes(codebook, targets)
        self._facts: dict[str, frozenset[str]] = {
            "actor": _classes(codebook, actors),
            "target": self._targets,
            "status": frozenset({status}),
            "weapon": frozenset(name for weapon in weapons if (name := weapon_class(codebook, weapon.text))),
            "loss": frozenset(loss.loss for loss in losses if loss.high != 0),
            "code": frozenset(code for code in kind.codes.values() if code),
            "told": frozenset({told} if told else ()),
            "holds": holds,
        }

    def meet(self, when: Condition) -> bool:
        """Whether a condition holds."""
        for name, wanted in when.wanted:
            if self._facts[name].isdisjoint(wanted):
                return False
        return self._targets.isdisjoint(when.not_target)


def weapon_class(codebook: Codebook, text: str) -> str | None:
    """The class of a weapon by its name as a report writes it, or None."""
    words = text.lower().split()
    for first in range(len(words)):
        for pattern in codebook.weapons.get(words[first], ()):
            tail = words[first : first + len(pattern.elements)]
            if len(tail) == len(pattern.elements) and all(
                element is None or word in element for word, element in zip(tail, pattern.elements, strict=True)
            ):
                return pattern.cue.kind
    return None


def _classes(codebook: Codebook, actors: Sequence[Actor]) -> frozenset[str]:
    if not actors:
        return frozenset({NOBODY})
    sectors = frozenset(actor.sector for actor in actors if actor.sector)
    return sectors.union(*(party_classes(codebook, actor) for actor in actors))


def _told(rule: CrosswalkRule) -> str:
    when = rule.when
    parts = [
        f"{name} {'/'.join(values)}"
        for name, values in (
            ("actor", when.actor),
            ("target", when.target),
            ("no target", when.not_target),
            ("status", when.status),
            ("weapon", when.weapon),
            ("loss", when.loss),
            ("code", when.code),
            ("told as", when.told),
            ("holds", when.holds),
        )
        if values
    ]
    return f"rule {rule.name} ({', '.join(parts)})"
