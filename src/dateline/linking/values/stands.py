"""Stands: what each original's toll of one kind of loss stands at, after its own revisions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.linking.values.figures import Days, Figures
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

    `rows` has one row a group, `told` the rows as they were told, `days` when, by their words; `named`: whether
    somebody is quoted for them, not the outlet's own words.
    """

    original: str
    rows: Rows
    published: date | None
    position: str | None
    certainty: float
    named: bool = True
    reports: frozenset[str] = frozenset()
    told: Rows = ()
    days: frozenset[Days] = frozenset()

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
        parts = (_part(stand, sort) for stand in whole)
        told = [part for part in parts if bounds(part.rows)[0] is not None]
        counted = [replace(part, rows=_counted(part.rows)) for part in told if _counted(part.rows)]
        if told:
            yield sort, tuple(counted or told)


def _part(whole: Stand, sort: Sort) -> Stand:
    rows = tuple(row for row in whole.rows if sort_of(row) == sort and row.scope != "cumulative")
    return replace(whole, rows=_summed(rows), told=rows)


def _counted(rows: Rows) -> Rows:
    """Rows that tell a number; "several were killed" beside one estimates nothing."""
    return tuple(row for row in rows if row.best is not None)


def _summed(rows: Sequence[Loss]) -> Rows:
    """One row a group: those of one group that stand side by side count different people."""
    by_group: dict[str, list[Loss]] = {}
    for row in rows:
        by_group.setdefault(row.group, []).append(row)
    return tuple(_sum(same) for same in by_group.values())


def _sum(rows: Sequence[Loss]) -> Loss:
    largest = max(rows, key=lambda row: row.best or 0)
    if len(rows) == 1 or any(row.best is None for row in rows):
        return largest
    update = {name: _added([getattr(row, name) for row in rows]) for name in ("low", "best", "high")}
    return largest.model_copy(update=update)


def _added(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


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
        days=frozenset(day for telling in own for day in telling.days),
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


def of_all(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Those that are no toll of one group below another's of all: the children among the dead estimate no total."""
    wholes = [stand.total for stand in stands if "unknown" in stand.groups]
    return tuple(s for s in stands if "unknown" in s.groups or all(s.total >= total for total in wholes))


def exact_first(stands: Sequence[Stand]) -> tuple[Stand, ...]:
    """Those that are no vague number which another's exact one fits: who says "dozens" of 34 estimates nothing."""
    exact = [stand for stand in stands if stand.total == stand.most and not stand.is_open]
    return tuple(s for s in stands if s.total == s.most or not any(s.total <= other.total <= s.most for other in exact))


def overtakes(later: Stand, earlier: Stand) -> bool:
    """Whether a toll of a later day is higher than an earlier one."""
    if later.published is None or earlier.published is None:
        return False
    return later.published - earlier.published > SLACK and later.total > earlier.total
