"""Stands: what each original's toll of one kind of loss stands at, after its own revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.linking.values.figures import Figures
from dateline.linking.values.latest import bounds, newest
from dateline.linking.values.tolls import Rows
from dateline.model import Loss

SLACK = timedelta(days=1)
"""How much older a lower toll must be to count as overtaken by a higher one rather than as disputed."""
LEAST_SURE = 0.5
"""The certainty from which a claim is credible."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One original's rows of one kind of loss, told in `reports`; `published`: the day of its newest telling.

    `named`: whether somebody is quoted for them, not the outlet's own words.
    """

    original: str
    rows: Rows
    published: date | None
    position: str | None
    certainty: float
    named: bool = True
    reports: frozenset[str] = frozenset()

    @property
    def total(self) -> int:
        """The figure that the rows come to, the lower bound of a range."""
        return bounds(self.rows)[0] or 0

    @property
    def most(self) -> int:
        """The highest figure that the rows allow; an open end gives the lowest."""
        return max(self.total, sum(row.high or row.best or row.low or 0 for row in self.rows))

    @property
    def is_open(self) -> bool:
        """Whether there may have been more."""
        return any(row.high is None for row in self.rows)

    @property
    def groups(self) -> frozenset[str]:
        """Who was lost."""
        return frozenset(row.group for row in self.rows)


Sort = tuple[str, bool]
"""A kind of loss, and whether the perpetrators' own."""


def stands_of(figures: Sequence[Figures]) -> Iterator[tuple[Sort, tuple[Stand, ...]]]:
    """Kind of loss by kind, what each original's toll stands at; figures that run on ("this year") are left out."""
    whole = [_stand(original, figures) for original in sorted({telling.original for telling in figures})]
    rows = [row for stand in whole for row in stand.rows]
    for sort in dict.fromkeys(sort_of(row) for row in rows if row.scope != "cumulative"):
        parts = (
            replace(s, rows=tuple(row for row in s.rows if sort_of(row) == sort and row.scope != "cumulative"))
            for s in whole
        )
        told = tuple(part for part in parts if bounds(part.rows)[0] is not None)
        if told:
            yield sort, told


def _stand(original: str, figures: Sequence[Figures]) -> Stand:
    own = [telling for telling in figures if telling.original == original]
    days = [telling.published for telling in own if telling.published is not None]
    positions = [telling.position for telling in own if telling.position]
    return Stand(
        original,
        newest(own),
        max(days, default=None),
        positions[0] if positions else None,
        max(telling.certainty for telling in own),
        any(telling.named for telling in own),
        frozenset(telling.report for telling in own),
    )


def sort_of(row: Loss) -> Sort:
    """The row's kind of loss, and whether it is of the perpetrators' own."""
    return row.loss, row.group == "perpetrators"


def running(figures: Sequence[Figures]) -> Rows:
    """Rows of figures that run on; no rule makes one of them."""
    return tuple(row for row in newest(figures) if row.scope == "cumulative")


def credible(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Those of who is no belligerent and is sure enough; all, where there are no such."""
    found = tuple(s for s in stands if s.position != "belligerent" and s.certainty >= LEAST_SURE)
    return found or tuple(stands)


def standing(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Those that no higher toll of a later day has overtaken: tolls grow while the dead are counted."""
    return tuple(stand for stand in stands if not any(overtakes(other, stand) for other in stands))


def exact_first(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Those that are no vague number which another's exact one fits: who says "dozens" of 34 estimates nothing."""
    exact = [stand for stand in stands if stand.total == stand.most and not stand.is_open]
    return tuple(s for s in stands if s.total == s.most or not any(s.total <= other.total <= s.most for other in exact))


def overtakes(later: Stand, earlier: Stand) -> bool:
    """Whether a toll of a later day is higher than an earlier one."""
    if later.published is None or earlier.published is None:
        return False
    return later.published - earlier.published > SLACK and later.total > earlier.total
