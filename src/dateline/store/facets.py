"""Facets: what incidents are looked for by, drawn from one incident."""

from collections.abc import Sequence

from dateline.model import JoinedIncident, LossKind, Place
from dateline.store.packing import as_json, plain, sought

WHERE = ("at", "area", "destination")
"""The roles of the places where an incident was."""


def facets_of(joined: JoinedIncident) -> str:
    """The columns and the parties of an incident, as JSON."""
    return as_json({"columns": _columns(joined), "parties": _parties(joined)})


def _columns(joined: JoinedIncident) -> dict[str, object]:
    time, place = joined.time, _main_place(joined.places)
    killed, wounded = _sum_of(joined, "killed"), _sum_of(joined, "wounded")
    name = place.name or place.text if place else None
    return {
        "kind": joined.kind,
        "status": joined.status,
        "background": joined.background,
        "first": time.first.isoformat() if time and time.first else None,
        "last": time.last.isoformat() if time and time.last else None,
        "place": plain(name) if name else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "killed_low": _held(killed[0]),
        "killed_best": _held(killed[1]),
        "killed_high": _held(killed[2]),
        "wounded_best": _held(wounded[1]),
        "grade": joined.proposal.grade if joined.proposal else None,
        "disputed": len(joined.disputed),
        "sources": len(joined.sources),
        "reports": len({member.report for member in joined.members}),
        "reviewed": joined.reviewed,
    }


def _held(number: int | None) -> int | None:
    """A number as a column holds it: of more than people there are, however a report came to tell it, 2^31 - 1."""
    return None if number is None else max(0, min(number, 2**31 - 1))


def _main_place(places: Sequence[Place]) -> Place | None:
    """Where it was: the first place that is neither origin nor launching place."""
    return next((place for place in places if place.role in WHERE), None)


def _sum_of(joined: JoinedIncident, loss: LossKind) -> tuple[int | None, int | None, int | None]:
    """Low, best and high of all rows of a loss that stand for this occurrence; None where a row leaves it open."""
    rows = [row for row in joined.losses if row.loss == loss and row.scope != "cumulative"]
    return _sum([r.low for r in rows]), _sum([r.best for r in rows]), _sum([r.high for r in rows])


def _sum(given: Sequence[int | None]) -> int | None:
    known = [number for number in given if number is not None]
    return sum(known) if known and len(known) == len(given) else None


def _parties(joined: JoinedIncident) -> list[dict[str, object]]:
    """Rows of `parties`: each actor once a role, by its id or, where it has none, by its words."""
    found: dict[tuple[str, str], str | None] = {}
    for role, parties in (("actor", joined.actors), ("target", joined.targets)):
        for party in parties:
            found.setdefault((role, sought(party.id or party.text)), party.name)
    return [
        {"role": role, "actor": actor, "name": plain(name) if name else None} for (role, actor), name in found.items()
    ]
