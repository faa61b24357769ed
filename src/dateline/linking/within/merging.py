"""Merging: the values of an incident from those of its events."""

from collections.abc import Iterable

from dateline.codebook import Codebook
from dateline.linking.sameness import same_actor
from dateline.linking.values.figures import figures_of_report
from dateline.linking.values.rules import LATEST, TollRule
from dateline.linking.within.likeness import ARMED
from dateline.linking.within.specific import Account, is_specific
from dateline.model import Actor, Claim, Codes, Event, Evidence, Incident, Place, Span, Time

STATUS_ORDER = (
    "happened", "ongoing", "attempted", "planned", "called_for", "possible", "hypothetical", "habitual", "negated"
)  # fmt: skip


def merge_incident(
    identifier: str,
    account: Account,
    reasons: tuple[Evidence, ...],
    home: tuple[Place, ...] = (),
    toll_rule: TollRule = LATEST,
) -> Incident:
    """One incident of these events. Its kind and codes are those of the event that tells it best (see `telling`).

    Without a place of its own an act of force is put in `home`, the report's country. Its tolls follow the rule.
    """
    events, codebook = tuple(account.events), account.codebook
    best = telling(events, codebook)
    codes = merge_codes(best, events)
    places = merge_places(place for event in events for place in event.places)
    if not places and codebook.kinds[best.kind].family in ARMED:
        places = home
    return Incident(
        id=identifier,
        kind=best.kind,
        codes=codes if codes.muc4 is None or _is_template(account, best) else _without_muc(codes),
        background=all(event.background for event in events),
        events=tuple(event.id for event in events),
        actors=merge_actors(actor for event in events for actor in event.actors if can_act(actor)),
        targets=merge_actors(target for event in events for target in event.targets if is_told(target)),
        places=places,
        time=merge_times(events),
        weapons=merge_spans(weapon for event in events for weapon in event.weapons),
        losses=toll_rule.merge(figures_of_report(events), codebook),
        status=min((event.status for event in events), key=STATUS_ORDER.index),
        claims=merge_claims(events),
        reasons=reasons,
    )


def telling(events: tuple[Event, ...], codebook: Codebook) -> Event:
    """The event that tells the occurrence best: an act before its outcome, the gravest kind, the surest, the first.

    The gravest, as ACLED codes a compound event by its most harmful part: a town entered and taken is a town taken.
    """

    def worth(event: Event) -> tuple[bool, float, float, int]:
        kind = codebook.kinds[event.kind]
        return not kind.outcome, kind.harm, event.confidence, -event.trigger.start

    return max(events, key=worth)


def merge_codes(best: Event, events: tuple[Event, ...]) -> Codes:
    """The best telling's codes; where it has none, another's; under MUC a bombing or the like before a mere attack."""
    if len(events) == 1:
        return best.codes
    values = best.codes.model_dump()
    for event in events:
        for scheme, code in event.codes.model_dump().items():
            if values[scheme] is None or (scheme == "muc4" and values[scheme] == "ATTACK" and code is not None):
                values[scheme] = code
    return Codes(**values)


def is_fighting(best: Event, codebook: Codebook) -> bool:
    """Whether the occurrence is told as fighting between armed sides, which is no incident under MUC.

    What else its other tellings name (the wounded, a house burned) came of the fighting.
    """
    return codebook.kinds[best.kind].family == "battle" and best.codes.muc4 is None


def _is_template(account: Account, best: Event) -> bool:
    return not is_fighting(best, account.codebook) and is_specific(account)


def _without_muc(codes: Codes) -> Codes:
    return codes.model_copy(update={"muc4": None})


_PRONOUNS = frozenset(["they", "them", "he", "him", "she", "it", "we", "us", "who"])


def is_told(actor: Actor) -> bool:
    """Whether a mention says who it is: a pronoun that stands for nobody known does not."""
    return actor.name is not None or actor.text.lower() not in _PRONOUNS


def can_act(actor: Actor) -> bool:
    """Whether it says who it is and is no building or vehicle, which do nothing by themselves."""
    return is_told(actor) and actor.sort not in ("facility", "vehicle")


def merge_actors(mentions: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once: the mention that says most of it (resolved, then a name, then the longest)."""
    kept: list[Actor] = []
    for mention in mentions:
        twin = next((n for n, known in enumerate(kept) if same_actor(known, mention)), None)
        if twin is None:
            kept.append(mention)
        elif _worth(mention) > _worth(kept[twin]):
            kept[twin] = mention
    return tuple(kept)


def _worth(actor: Actor) -> tuple[bool, bool, int]:
    return actor.id is not None, actor.text[:1].isupper(), len(actor.text)


def merge_places(mentions: Iterable[Place]) -> tuple[Place, ...]:
    """Each place once in each role, the finest first."""
    order = ("exact", "town", "near", "district", "admin1", "region", "sea", "country", None)
    kept: dict[tuple[object, str], Place] = {}
    for mention in mentions:
        kept.setdefault((mention.geonameid or mention.text.casefold(), mention.role), mention)
    return tuple(sorted(kept.values(), key=lambda p: order.index(p.precision)))


def merge_times(events: tuple[Event, ...]) -> Time | None:
    """The narrowest time that words tell; else the first, words or not."""
    told = [event.time for event in events if event.time is not None]
    worded = [time for time in told if time.text is not None and time.first is not None]
    dated = [time for time in worded if time.last is not None]
    return min(dated, key=_days, default=None) or next(iter(worded), None) or next(iter(told), None)


def _days(time: Time) -> int:
    return (time.last - time.first).days if time.first and time.last else 10**6


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Each wording once."""
    kept: dict[str, Span] = {}
    for span in spans:
        kept.setdefault(span.text.casefold(), span)
    return tuple(kept.values())


def merge_claims(events: tuple[Event, ...]) -> tuple[Claim, ...]:
    """Every event's claim and the denials against it, each source and stance once, the surest of each."""
    kept: dict[tuple[str | None, str, str], Claim] = {}
    for claim in (c for event in events for c in (event.claim, *event.denials)):
        source = None if claim.source is None else claim.source.id or claim.source.text.casefold()
        key = source, claim.stance, claim.about
        if key not in kept or claim.certainty > kept[key].certainty:
            kept[key] = claim
    return tuple(kept.values())
