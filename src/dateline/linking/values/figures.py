"""Figures: the losses that one report tells on one original's word, the material of the rules of tolls."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.linking.values.originals import Originals
from dateline.linking.values.telling import Telling
from dateline.linking.values.tolls import Rows


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows of losses by the number of their event, with whose word they are, that voice's position, how sure, when."""

    rows: tuple[tuple[int, Rows], ...]
    original: str = ""
    report: str = ""
    published: date | None = None
    position: str | None = None
    certainty: float = 1.0


def figures_of(tellings: Sequence[Telling], originals: Originals) -> tuple[Figures, ...]:
    """The figures of every report and original, in order of publication."""
    found: dict[tuple[str, str], Figures] = {}
    for telling in sorted(tellings, key=lambda telling: telling.order):
        numbers = {event.id: number for number, event in enumerate(telling.record.events)}
        for event in telling.events:
            if not event.losses:
                continue
            original, claim = originals.of(telling.report, event.claim), event.claim
            told = Figures(
                ((numbers[event.id], event.losses),), original, telling.report, telling.published, claim.position,
                claim.certainty,
            )  # fmt: skip
            key = telling.report, original
            found[key] = _with(found[key], told) if key in found else told
    return tuple(found.values())


def _with(before: Figures, told: Figures) -> Figures:
    return replace(
        before,
        rows=tuple(sorted({**dict(before.rows), **dict(told.rows)}.items())),
        position=before.position or told.position,
        certainty=max(before.certainty, told.certainty),
    )
