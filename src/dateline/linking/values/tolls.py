"""Tolls: which rows of losses stand when several tellings of one incident are put together.

The rule, "tolls.standing", kind of loss by kind of loss, the perpetrators' own dead apart:
1. cumulative rows, and figures as large as a war's, are kept apart and never added;
2. a toll that replaces an earlier one ("rose to 29") clears what stood;
3. the same number told again is one, and keeps the more telling group;
4. "another five", "one of the wounded" add up, and so do groups that differ ("two soldiers", "three civilians");
5. a total and its parts: the parts stand where they make it up, else they are `of_which` the total;
6. of two numbers for the same people the larger stands (tolls grow), the other stays in its evidence.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.model import Alternative, Evidence, Loss

_ADDS = re.compile(
    r"\b(?:another|others?|more(?!\s+than)|further|additional|survivors?|of the (?:wounded|injured|hostages))\b",
    re.IGNORECASE,
)
Rows = tuple[Loss, ...]


def merge_losses(rows_of_events: Sequence[Rows]) -> Rows:
    """The rows that stand for an incident, from the rows of its events in order of the text."""
    every = [row for rows in rows_of_events for row in rows]
    standing: list[Loss] = []
    for loss in dict.fromkeys(row.loss for row in every):
        for doers in (False, True):
            chosen = [
                tuple(r for r in rows if r.loss == loss and not runs_on(r) and (r.group == "perpetrators") == doers)
                for rows in rows_of_events
            ]
            standing += _fold([telling for rows in chosen for telling in _tellings(rows)])
    return (*standing, *_apart(every))


def runs_on(row: Loss) -> bool:
    """Whether a row is no incident's but that of a longer stretch: its words say so, or it is a war's by its size."""
    return row.scope == "cumulative" or (row.loss in ("killed", "wounded") and (row.low or row.best or 0) >= WAR)


WAR = 10_000
"""Dead or wounded from which a figure is that of a war, not of one incident, whatever its words say."""


def _apart(rows: Sequence[Loss]) -> Iterator[Loss]:
    """Rows that run on, each once."""
    seen = set()
    for row in rows:
        key = row.loss, row.group, row.low, row.best, row.high
        if runs_on(row) and key not in seen:
            seen.add(key)
            yield row


def _tellings(rows: Rows) -> Iterator[Rows]:
    """Rows that one loss word told together."""
    for _, group in groupby(rows, key=lambda row: row.evidence.start if row.evidence else None):
        yield tuple(group)


def _fold(tellings: Sequence[Rows]) -> Rows:
    standing: Rows = ()
    for telling in tellings:
        standing = _join(standing, telling) if standing else telling
    return standing


def _join(standing: Rows, telling: Rows) -> Rows:
    """What stands after one more telling."""
    before, now = _total(standing), _total(telling)
    if any(row.supersedes is not None for row in telling):
        return telling if now is not None else standing
    if before is None or now is None:
        return standing if now is None else telling
    if now == 0 or before == 0:
        return standing if now == 0 else telling
    if before == now:
        return _more_telling(standing, telling)
    if any(adds(row) for row in telling) and not any(_is_same(a, b) for a in standing for b in telling):
        return _noted((*standing, *telling), "adds to what was told before")
    return _compare(standing, telling, before, now)


def adds(row: Loss) -> bool:
    """Whether the row's words, or the reader of losses ("+also"), say that it comes on top."""
    return bool(_ADDS.search(row.text) or (row.evidence and row.evidence.rule.endswith("+also")))


def _compare(standing: Rows, telling: Rows, before: int, now: int) -> Rows:
    """Two tellings with different totals, neither said to add to the other."""
    small, large = (standing, telling) if before < now else (telling, standing)
    total = large[0] if len(large) == 1 and large[0].group == "unknown" else None
    if total is not None:
        if len(small) == 1 and small[0].group == "unknown":
            return (_instead(total, small[0]),)
        return (_with_parts(total, small),)
    groups = {row.group for row in standing} & {row.group for row in telling}
    if not groups and "unknown" not in {row.group for row in small}:
        return _noted((*standing, *telling), "another group: added")
    fresh = tuple(row for row in telling if row.group not in {r.group for r in standing} | {"unknown"})
    if fresh and len(fresh) < len(telling):
        return _join(_join(standing, tuple(row for row in telling if row not in fresh)), fresh)
    return (_instead(large[0], small[0]), *large[1:])


def _total(rows: Rows) -> int | None:
    known = [row.best for row in rows if row.best is not None]
    return sum(known) if known else None


def _is_same(one: Loss, other: Loss) -> bool:
    return (one.low, one.best, one.high) == (other.low, other.best, other.high)


def _more_telling(standing: Rows, telling: Rows) -> Rows:
    """The telling with fewer unknown groups, then the one with more rows; the first where they tie."""

    def worth(rows: Rows) -> tuple[int, int]:
        return -sum(row.group == "unknown" for row in rows), len(rows)

    chosen = telling if worth(telling) > worth(standing) else standing
    return _noted(chosen, "told more than once: counted once")


def _with_parts(total: Loss, parts: Rows) -> Loss:
    known = {(part.start, part.end) for part in total.of_which}
    more = tuple(part for part in parts if (part.start, part.end) not in known)
    return _note(
        total.model_copy(update={"of_which": (*total.of_which, *more)}), "a total; what was told apart is part of it"
    )


def _instead(chosen: Loss, other: Loss) -> Loss:
    """The larger of two numbers, with the other as the reading that lost."""
    lost = Alternative(
        value=f"{other.low}/{other.best}/{other.high} ({other.text})", score=0.4, why="smaller than another telling's"
    )
    return _note(chosen, "the larger of two numbers", lost)


def _noted(rows: Rows, note: str) -> Rows:
    return tuple(_note(row, note) for row in rows)


def _note(row: Loss, note: str, *lost: Alternative) -> Loss:
    old = row.evidence or Evidence(rule="tolls.standing")
    text = old.note if note in old.note else f"{old.note}; {note}".removeprefix("; ")
    return row.model_copy(
        update={"evidence": old.model_copy(update={"note": text, "alternatives": (*old.alternatives, *lost)})}
    )
