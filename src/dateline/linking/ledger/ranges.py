"""Ranges of counts: low, best and high, None where open or unknown; None is never 0."""

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Figure


@dataclass(frozen=True, slots=True)
class Range:
    """How many: at least `low`, best `best`, at most `high`."""

    low: int | None
    best: int | None
    high: int | None


def is_vague(figure: Figure) -> bool:
    """Whether it is no number that parts could make up: "dozens", "scores"."""
    return figure.low is not None and figure.high is not None and figure.high > 2 * figure.low


def range_of(figure: Figure) -> Range:
    """A figure's range."""
    return Range(figure.low, figure.best, figure.high)


def summed(figures: Iterable[Figure]) -> Range:
    """The sum. An unknown low adds nothing, an unknown best makes the best unknown, an open high leaves it open."""
    rows = list(figures)
    bests = [row.best for row in rows if row.best is not None]
    highs = [row.high for row in rows if row.high is not None]
    return Range(
        sum(row.low or 0 for row in rows),
        sum(bests) if len(bests) == len(rows) else None,
        sum(highs) if len(highs) == len(rows) else None,
    )


def rest(total: Range, parts: Range) -> Range:
    """What the parts leave of a total: best + parts = total; the ends as far apart as both allow, never under 0."""
    low = None if total.low is None else max(0, total.low - parts.high) if parts.high is not None else 0
    best = None if total.best is None or parts.best is None else total.best - parts.best
    high = None if total.high is None else max(0, total.high - (parts.low or 0))
    return Range(low, best, high)
