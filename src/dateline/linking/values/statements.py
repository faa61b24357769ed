"""Statements: every value that the reports of one incident tell, each with its words and on whose word."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.linking.values.originals import Originals
from dateline.linking.values.phrases import (
    actor_phrase,
    people_of_group,
    people_of_target,
    place_phrase,
    time_phrase,
    toll_phrase,
    weapon_phrase,
)
from dateline.linking.values.sides import is_party
from dateline.linking.values.telling import Telling, actors_of, places_of, targets_of
from dateline.model import Actor, Claim, Event, Evidence, Matter, Statement
from dateline.model.statement import Mention

HAPPENED = "it happened"
NEGATED = Evidence(rule="claim.negated", note="the sentence says that it did not happen")
THE_WEAPON = "the weapon"
"""What is denied by who denies a weapon that the event does not name."""
_REAL = frozenset({"happened", "ongoing", "attempted"})
Told = tuple[Matter, str, Mention, Claim]


def statements_of(tellings: Sequence[Telling], originals: Originals) -> tuple[Statement, ...]:
    """All statements, in the order of the reports' days and of their texts, each once."""
    found: dict[tuple[object, ...], Statement] = {}
    for telling in sorted(tellings, key=lambda telling: telling.order):
        for event in telling.events:
            for matter, value, mention, claim in (
                *_asserted(event, telling),
                *_denied(event, telling.report, originals),
            ):
                statement = Statement.model_construct(
                    matter=matter,
                    report=telling.report,
                    event=event.id,
                    value=value,
                    mention=mention,
                    claim=claim,
                    original=originals.of(telling.report, claim),
                )
                found.setdefault(_key(statement), statement)
    return tuple(found.values())


def _key(statement: Statement) -> tuple[object, ...]:
    mention = statement.mention
    at = (mention.start, mention.end) if mention is not None else None
    claim = statement.claim
    cue = claim.cue.place_in_text if claim.cue else None
    return statement.report, statement.event, statement.matter, statement.value, at, claim.stance, claim.about, cue


def _asserted(event: Event, telling: Telling) -> Iterator[Told]:
    """What the event tells, on its claim's word; who claims or puts blame says who did it, not that it happened."""
    claim = event.claim
    plain = claim if claim.about == "occurrence" else _PRESUPPOSED
    if event.status in _REAL:
        yield "occurrence", HAPPENED, event.trigger, plain
    elif event.status == "negated":
        yield "occurrence", HAPPENED, event.trigger, plain.model_copy(update={"stance": "denies", "evidence": NEGATED})
    yield "status", event.status, event.trigger, plain
    yield "kind", event.kind, event.trigger, plain
    for actor in actors_of(event):
        yield "actor", actor_phrase(actor), actor, claim if claim.about == "authorship" else plain
    for target in targets_of(event):
        yield "target", actor_phrase(target), target, plain
    for place in places_of(event, telling.incident):
        yield "place", place_phrase(place), place, plain
    if event.time is not None and (when := time_phrase(event.time)) is not None:
        yield "time", when, event.time, plain
    for weapon in event.weapons:
        yield "weapon", weapon_phrase(weapon.text), weapon, plain
    for loss in event.losses:
        yield "toll", toll_phrase(loss), loss, plain
    yield from (("victims", value, mention, plain) for value, mention in _victims(event))


_PRESUPPOSED = Claim(evidence=Evidence(rule="claim.presupposed", note="told as known by who says who did it"))


def _victims(event: Event) -> Iterator[tuple[str, Mention]]:
    """Whether those hit were civilians or fighters, from the groups of the losses and from who was hit."""
    for loss in event.losses:
        if (people := people_of_group(loss.group)) is not None:
            yield people, loss
    for target in targets_of(event):
        if (people := people_of_target(target)) is not None:
            yield people, target


def _denied(event: Event, report: str, originals: Originals) -> Iterator[Told]:
    """The denials that the report tells of the event: each of the values that it denies."""
    for denial in event.denials:
        values = tuple(_denied_values(denial, event, originals.speaker(report, denial)))
        if values:
            yield from ((matter, value, mention, denial) for matter, value, mention in values)
        else:
            yield "occurrence", HAPPENED, event.trigger, denial


def _denied_values(denial: Claim, event: Event, doer: Actor | None) -> Iterable[tuple[Matter, str, Mention]]:
    if denial.about == "authorship":
        if doer is not None and doer.id is not None and is_party(doer):
            return [("actor", actor_phrase(doer), doer)]
        return [("actor", actor_phrase(actor), actor) for actor in actors_of(event)]
    if denial.about == "weapon":
        told: list[tuple[Matter, str, Mention]] = [
            ("weapon", weapon_phrase(weapon.text), weapon) for weapon in event.weapons
        ]
        return told or [("weapon", THE_WEAPON, event.trigger)]
    if denial.about == "toll":
        return [("toll", toll_phrase(loss), loss) for loss in event.losses]
    if denial.about == "victim status":
        return [("victims", value, mention) for value, mention in _victims(event)]
    return [("occurrence", HAPPENED, event.trigger)]
