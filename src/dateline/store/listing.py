"""Listing: incidents as lists show them, a page at a time."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it or whom it hit: the actor's id or, where it has none, its words; and its name."""

    id: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Listed:
    """An incident as lists show it: see the columns of `incidents`. `first`/`last` are ISO dates."""

    id: str
    kind: str
    status: str
    background: bool
    first: str | None
    last: str | None
    place: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    killed_low: int | None
    killed_best: int | None
    killed_high: int | None
    wounded_best: int | None
    grade: str | None
    disputed: int
    sources: int
    reports: int
    reviewed: str | None
    changed_at: str
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """Where an incident stands in an order: what it is ordered by (None: unknown, which comes last), and its id."""

    value: str | int | None
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Some incidents in order; `after`: the key to go on from, None where there are no more."""

    incidents: tuple[Listed, ...]
    after: Key | None


FLAT = (
    "id", "first", "last", "kind", "status", "background", "place", "admin1", "country", "lat", "lon", "precision",
    "actors", "actor_ids", "targets", "target_ids", "killed_low", "killed_best", "killed_high", "wounded_best",
    "sources", "reports", "grade", "disputed", "reviewed", "changed_at",
)  # fmt: skip
"""The columns of an incident as one flat row."""


def flat(listed: Listed) -> dict[str, object]:
    """The incident as one flat row; several parties are parted by "; "."""
    row = asdict(listed)
    for role in ("actor", "target"):
        told = row[f"{role}s"]
        row[f"{role}_ids"] = "; ".join(party["id"] for party in told)
        row[f"{role}s"] = "; ".join(party["name"] or party["id"] for party in told)
    return {name: row[name] for name in FLAT}
