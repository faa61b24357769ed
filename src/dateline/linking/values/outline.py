"""Outlines: an incident in a few plain values, and what differs between two outlines of one."""

from collections.abc import Mapping

from dateline.model import Actor, JoinedIncident, Loss

Outline = Mapping[str, object]
"""Plain values by field: text, numbers, lists of text, or None."""


def outline_of(joined: JoinedIncident) -> Outline:
    """What a reader would tell of an incident: kind, status, days, places, who, to whom, losses, by whom it is told."""
    time = joined.time
    return {
        "kind": joined.kind,
        "status": joined.status,
        "background": joined.background,
        "from": time.first.isoformat() if time and time.first else None,
        "to": time.last.isoformat() if time and time.last else None,
        "places": [place.name or place.text for place in joined.places],
        "actors": [_party(actor) for actor in joined.actors],
        "targets": [_party(target) for target in joined.targets],
        "losses": [_loss(row) for row in joined.losses],
        "weapons": [weapon.text for weapon in joined.weapons],
        "reports": sorted({member.report for member in joined.members}),
        "sources": len(joined.sources),
        "disputed": [
            f"{dispute.matter}: {' / '.join(side.value for side in dispute.sides)}" for dispute in joined.disputed
        ],
        "grade": joined.proposal.grade if joined.proposal else None,
        "reviewed": joined.reviewed,
    }


def differing(before: Outline | None, after: Outline | None) -> tuple[dict[str, object], dict[str, object]]:
    """The fields that two outlines do not share, as they were and as they are; of none, all of the other."""
    if before is None or after is None:
        return dict(before or {}), dict(after or {})
    fields = [name for name in before if before[name] != after.get(name)]
    return {name: before[name] for name in fields}, {name: after.get(name) for name in fields}


def _party(actor: Actor) -> str:
    return actor.id or actor.text


def _loss(row: Loss) -> str:
    """ "12 killed civilians", "12-14 wounded", "12+ killed" where the end is open."""
    low = "?" if row.low is None else str(row.low)
    number = low if row.low == row.high else f"{low}+" if row.high is None else f"{low}-{row.high}"
    group = "" if row.group == "unknown" else f" {row.group}"
    return f"{number} {row.loss}{group}"
