"""Figures: the losses that one report tells on one original's word, the material of the rules of tolls."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.linking.values.tolls import Rows
from dateline.model import Claim, Event

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Figures:
    """Rows of losses by the number of their event, with whose word they are, that voice's position, how sure, when.

    `named`: whether it is somebody's who is quoted, not the outlet's own; `days`: those that words tell for the events.
    """

    rows: tuple[tuple[int, Rows], ...]
    original: str = ""
    report: str = ""
    published: date | None = None
    position: str | None = None
    certainty: float = 1.0
    named: bool = False
    days: frozenset[Days] = frozenset()


def joined(figures: Iterable[Figures]) -> tuple[Figures, ...]:
    """Those of one report and original as one."""
    found: dict[tuple[str, str], Figures] = {}
    for told in figures:
        key = told.report, told.original
        found[key] = _with(found[key], told) if key in found else told
    return tuple(found.values())


def _with(before: Figures, told: Figures) -> Figures:
    return replace(
        before,
        rows=tuple(sorted({**dict(before.rows), **dict(told.rows)}.items(), key=lambda numbered: numbered[0])),
        position=before.position or told.position,
        certainty=max(before.certainty, told.certainty),
        days=before.days | told.days,
    )


def figures_of_report(events: Sequence[Event]) -> tuple[Figures, ...]:
    """The figures of one report's incident, voice by voice; what it tells on nobody's word is its first voice's."""
    voices = [_voice(event.claim) for event in events]
    leading = next((voice for voice in voices if voice), "")
    return joined(
        Figures(((number, event.losses),), voice or leading, "", None, event.claim.position, event.claim.certainty)
        for number, (event, voice) in enumerate(zip(events, voices, strict=True))
        if event.losses
    )


def _voice(claim: Claim) -> str:
    return "" if claim.source is None else claim.source.id or claim.source.text.casefold()
