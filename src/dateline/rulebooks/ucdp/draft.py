"""Drafts: what the rules say of one incident or several, before it is written as a row; and drafts that are one event.

UCDP: fighting that goes on for days at one place between the same two parties is one event where the days follow one
another and the reports do not keep it apart. So drafts of fighting (`data/force.yaml`) between two known parties at one
place are one where their days touch, both days are told, to within six days, and both lie in one year.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import JoinedIncident
from dateline.rulebooks.ucdp.deaths import Deaths
from dateline.rulebooks.ucdp.violence import Violence
from dateline.rulebooks.ucdp.when import Days, touching
from dateline.rulebooks.ucdp.where import Spot

_SURE_DAYS = 2
"""The date_prec up to which days are sure enough to touch."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What becomes a row. `incidents` in the order of their ids, `deaths` of all of them; `fighting`: may be merged."""

    incidents: tuple[JoinedIncident, ...]
    violence: Violence
    days: Days
    spot: Spot
    deaths: Deaths
    each: tuple[Deaths, ...]
    fighting: bool

    @property
    def key(self) -> tuple[object, ...]:
        """Dyad and place."""
        a, b = self.violence.a, self.violence.b
        return self.violence.type, a and a.key, b and b.key, *map(str, self.spot.key)

    @property
    def order(self) -> tuple[object, ...]:
        """By first day, then by the first incident."""
        return self.days.first, self.incidents[0].id


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, those of one stretch of fighting made one; in the order of their days."""
    alone: list[Draft] = []
    chains: dict[tuple[object, ...], list[Draft]] = {}
    for draft in sorted(drafts, key=lambda draft: draft.order):
        if not _may_join(draft):
            alone.append(draft)
            continue
        chain = chains.setdefault(draft.key, [])
        if chain and touching(chain[-1].days, draft.days):
            chain[-1] = _one(chain[-1], draft)
        else:
            chain.append(draft)
    return sorted([*alone, *(draft for chain in chains.values() for draft in chain)], key=lambda draft: draft.order)


def _may_join(draft: Draft) -> bool:
    sure = draft.days.told and draft.days.precision <= _SURE_DAYS and draft.spot.precision <= 2
    known = draft.violence.a is not None and draft.violence.b is not None
    return draft.fighting and sure and known and not draft.deaths.total


def _one(before: Draft, after: Draft) -> Draft:
    incidents: Sequence[JoinedIncident] = (*before.incidents, *after.incidents)
    order = sorted(range(len(incidents)), key=lambda n: incidents[n].id)
    each = (*before.each, *after.each)
    flags = dict.fromkeys((*before.violence.flags, *after.violence.flags))
    return replace(
        before,
        incidents=tuple(incidents[n] for n in order),
        violence=replace(before.violence, flags=tuple(flags)),
        days=before.days.and_(after.days),
        deaths=before.deaths.and_(after.deaths),
        each=tuple(each[n] for n in order),
    )
