"""Grading: how well an incident is borne out, in the manner of Airwars, as a proposal until a person takes it.

Airwars' grades (its methodology; ours is a rule where its researchers judge):
confirmed   a belligerent accepts that it did it
fair        two or more credible sources tell it
weak        a single source tells it
contested   several parties are blamed by different sources
discounted  what was told proved wrong (to Airwars, which counts civilian harm alone, also where combatants were hit)

The rule, first that fits:
1. discounted: nobody is left who tells it as done: it is only denied, or told as not done;
2. contested: originals blame parties that cannot be one;
3. confirmed: a party that is said to have done it tells so itself, and does not deny it;
4. fair: two originals or more tell it; 5. weak: one does.
A denial by the accused alone contests nothing: the accused cannot delete an incident.
"""

from collections.abc import Sequence

from dateline.linking.values.disputes import FORCE, Heard
from dateline.linking.values.sides import can_be_one, is_party
from dateline.model import Actor, Dispute, Evidence, Grade, Proposal

_SAYS_ITSELF = frozenset({"belligerent", "official"})


def propose_grade(heard: Heard, disputed: Sequence[Dispute]) -> Proposal | None:
    """The grade, the rule that gave it and why; None where nobody tells or denies that it happened (it is planned)."""
    statements = heard.statements
    told = sorted({s.original for s in statements if s.matter == "occurrence" and s.claim.stance == "asserts"})
    if not any(statement.matter == "occurrence" for statement in statements):
        return None
    grade, score, note = _grade(heard, disputed, told)
    denials = sorted({s.original for s in statements if s.claim.stance == "denies"})
    if denials:
        note += f"; denied in part or whole by {', '.join(denials)}"
    return Proposal(grade=grade, evidence=Evidence(rule=f"grade.{grade}", score=score, note=note))


def _grade(heard: Heard, disputed: Sequence[Dispute], told: Sequence[str]) -> tuple[Grade, float, str]:
    if not told:
        return "discounted", 0.6, "nobody tells it as done"
    clash = next((d for d in disputed if _contests(d)), None)
    owner = _owner(heard)
    if owner and not clash:
        return "confirmed", 0.8, f"{owner} says so of itself"
    if clash is not None:
        return "contested", 0.7, f"disputed: {clash.matter}, {clash.note}"
    if len(told) > 1:
        return "fair", min(0.9, 0.5 + 0.1 * len(told)), f"{len(told)} originals tell it: {', '.join(told)}"
    return "weak", 0.6, f"{told[0]} alone tells it"


def _contests(dispute: Dispute) -> bool:
    """Whether originals blame different parties; a denial by itself does not contest."""
    return dispute.matter == "actor" and not any(side.value.startswith("not ") for side in dispute.sides)


def _owner(heard: Heard) -> str | None:
    """Who tells of itself that it did it: of an act of one side against another; a battle has two."""
    statements = heard.statements
    denied = {s.original for s in statements if s.claim.stance == "denies" and s.matter in ("actor", "occurrence")}
    for statement in statements:
        speaker, doer = statement.claim.source, statement.mention
        if statement.matter != "actor" or statement.claim.stance != "asserts" or statement.original in denied:
            continue
        if heard.family(statement) not in FORCE:
            continue
        if speaker is None or not isinstance(doer, Actor) or statement.claim.position not in _SAYS_ITSELF:
            continue
        named = speaker.id is not None and doer.id is not None and is_party(speaker) and is_party(doer)
        if named and can_be_one(speaker, doer, heard.codebook):
            return statement.original
    return None
