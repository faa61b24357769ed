"""Settling: the merged values of an incident from the statements of its reports.

Everyone who is claimed to have done it is kept, each with his claims; places and times are the finest and narrowest
that are well supported; the kind is what most originals tell, an act before its outcome; tolls follow the named rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.codebook import Codebook
from dateline.linking.sameness import one_place
from dateline.linking.values.figures import Figures
from dateline.linking.values.phrases import actor_phrase, weapon_phrase
from dateline.linking.values.rules import TollRule
from dateline.linking.values.telling import Telling, actors_of, is_inferred, targets_of
from dateline.linking.within.merging import STATUS_ORDER, merge_actors, merge_claims, merge_places
from dateline.model import Actor, Codes, Event, Place, Span, Statement, Time

_FINENESS = ("exact", "town", "near", "district", "admin1", "region", "sea", "country", None)
_WIDTHS = (2, 7, 31, 366)
"""Days up to which times count as equally narrow."""


def settle(
    tellings: Sequence[Telling],
    statements: Sequence[Statement],
    figures: Sequence[Figures],
    codebook: Codebook,
    rule: TollRule,
) -> Mapping[str, Any]:
    """The merged values of tellings in order, by the names of the incident's fields."""
    events = tuple(event for telling in tellings for event in telling.events)
    incidents = [telling.incident for telling in tellings]
    kind = settle_kind(tellings, statements, codebook)
    return {
        "kind": kind,
        "codes": settle_codes(kind, tellings),
        "actors": settle_parties([a for e in events for a in actors_of(e)], [i.actors for i in incidents]),
        "targets": settle_parties([t for e in events for t in targets_of(e)], [i.targets for i in incidents]),
        "places": settle_places(tellings, statements),
        "time": settle_time(statements),
        "weapons": settle_weapons(events),
        "losses": rule.merge(figures, codebook),
        "status": min((telling.incident.status for telling in tellings), key=STATUS_ORDER.index),
        "claims": merge_claims(events),
    }


def settle_parties(told: Sequence[Actor], merged: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Everyone who is said to be a party, each once; where nobody is, those that place and year settle."""
    parties = merge_actors(told or [actor for actors in merged for actor in actors if is_inferred(actor)])
    return tuple({actor_phrase(actor): actor for actor in reversed(parties)}.values())[::-1]


def settle_kind(tellings: Sequence[Telling], statements: Sequence[Statement], codebook: Codebook) -> str:
    """The kind that most originals tell as their report's incident: an act before its outcome, then the gravest."""
    told: dict[str, set[str]] = defaultdict(set)
    behind = {(s.report, s.event): s.original for s in statements if s.matter == "kind"}
    for member in tellings:
        kind = member.incident.kind
        told[kind] |= {behind[member.report, e.id] for e in member.events if e.kind == kind} or {member.report}

    def worth(kind: str) -> tuple[bool, int, float, str]:
        entry = codebook.kinds[kind]
        return not entry.outcome, len(told[kind]), entry.harm, kind

    return max(told, key=worth)


def settle_codes(kind: str, tellings: Sequence[Telling]) -> Codes:
    """The codes of the incidents of that kind; where they have none, the others'; in MUC anything before ATTACK."""
    of_kind = [telling.incident for telling in tellings if telling.incident.kind == kind]
    incidents = of_kind + [t.incident for t in tellings if t.incident.kind != kind]
    values: dict[str, str | None] = dict.fromkeys(Codes.model_fields)
    for incident in incidents:
        for scheme, code in incident.codes.model_dump().items():
            better = scheme == "muc4" and values[scheme] == "ATTACK" and code is not None
            if values[scheme] is None or better:
                values[scheme] = code
    return Codes.model_validate(values)


def settle_places(tellings: Sequence[Telling], statements: Sequence[Statement]) -> tuple[Place, ...]:
    """Each place once in each role: those that half of the originals can mean first, then the finest, then by support.

    A report's home country stands in only where no report tells a place.
    """
    told = [place for telling in tellings for place in telling.incident.places]
    own = [place for place in told if place.evidence is None or place.evidence.rule != "places.home"]
    merged = merge_places(sorted(own or told, key=lambda place: _FINENESS.index(place.precision)))
    sited = [(s.original, s.mention) for s in statements if s.matter == "place" and isinstance(s.mention, Place)]
    voices = {original for original, _ in sited}

    def rank(place: Place) -> tuple[bool, int, int]:
        means = {original for original, other in sited if one_place(place, other) is not False}
        return 2 * len(means) < len(voices), _FINENESS.index(place.precision), -len(means)

    return tuple(sorted(merged, key=rank))


def settle_time(statements: Sequence[Statement]) -> Time | None:
    """The narrowest time told in words that most originals can mean; without words, the first that is told."""
    told = [(s.original, s.mention) for s in statements if s.matter == "time" and isinstance(s.mention, Time)]
    times = [time for _, time in told]
    worded = [time for time in times if time.text is not None and time.first is not None]
    closed = [time for time in worded if time.last is not None]

    def rank(numbered: tuple[int, Time]) -> tuple[int, int, int, int]:
        number, time = numbered
        days = _days(time)
        means = {original for original, other in told if other.text is not None and overlap(time, other)}
        return sum(days > width for width in _WIDTHS), -len(means), days, number

    best = min(enumerate(closed), key=rank, default=None)
    return best[1] if best else next(iter(worded), None) or next(iter(times), None)


def overlap(one: Time, other: Time) -> bool:
    """Whether two times can be the same day; an open end may be any."""
    after = one.first is not None and other.last is not None and one.first > other.last
    before = one.last is not None and other.first is not None and one.last < other.first
    return not after and not before


def _days(time: Time) -> int:
    return (time.last - time.first).days + 1 if time.first and time.last else 10**6


def settle_weapons(events: Iterable[Event]) -> tuple[Span, ...]:
    """Each weapon once, singular and plural being one."""
    kept: dict[str, Span] = {}
    for event in events:
        for weapon in event.weapons:
            kept.setdefault(weapon_phrase(weapon.text), weapon)
    return tuple(kept.values())
