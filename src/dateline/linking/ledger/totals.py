"""Totals: which figures of a report are sums of others, and what these leave over.

A figure is a total of others, smaller, of the same kind of loss, whose place, days and group can lie within its own, if
1. the sentence says that it sums up ("in several attacks", "across the country", "a total of"), or
2. they make it up exactly: all of them, or those told after it (or before it) up to where the sum is reached, two at
   least,
3. or its place is a province or wider, two at least lie in narrower places within it, and they are no more than it.
Smaller totals are settled first; a part belongs to the smallest that holds it. Where the parts of a total by its words
are more than it, they stand and it counts no more.
"""

import re
from collections.abc import Mapping, Sequence

from dateline.linking.ledger.containing import counts_among, is_narrower, lies_in, overlaps
from dateline.linking.ledger.figures import one_event, one_incident
from dateline.linking.ledger.ranges import is_vague
from dateline.model import Figure, Place

_ON_TOP = re.compile(r"\b(?:another|further|others?|more|additional)\b", re.IGNORECASE)
"""Words of a number that comes on top of what was told before, and is no sum of it."""
FEWEST = 3
"""Totals of fewer are made up by chance too easily."""


def with_totals(
    figures: Sequence[Figure],
    rivals: Mapping[str, str] | None = None,
    places: Mapping[str, Sequence[Place]] | None = None,
) -> tuple[list[Figure], dict[str, tuple[str, ...]]]:
    """The figures of one report with their totals named; and the totals that their parts exceed, with these.

    `rivals` are the figures told with another number than the one that stands for their incident: what is neither part
    nor total repeats that one. `places` are all that an event is told of: a headline sums up over several towns.
    """
    known = {figure.id: figure for figure in figures}
    rivals = rivals or {}
    reach = _reach(figures, places or {})
    reach |= {figure.id: [None] for figure in figures if figure.scope == "total" and _is_datelined(figure, figures)}
    exceeded: dict[str, tuple[str, ...]] = {}
    order = sorted(
        (f for f in figures if f.counts or _is_rival(f, known)), key=lambda f: (f.best or 0, -f.span.start, f.id)
    )
    for identifier in [figure.id for figure in order]:
        total = known[identifier]
        if not (total.counts or _is_rival(total, known)):
            continue
        own = [part for part in known.values() if part.part_of == identifier and part.repeats is None]
        candidates = [p for f in figures if _may_be_part(p := known[f.id], total, reach[identifier], rivals)]
        parts = _parts(total, candidates, reach[identifier], rivals, _sum(own))
        if _sum(parts) > (total.best or 0):
            exceeded[total.id] = tuple(part.id for part in parts)
            known[total.id] = total.model_copy(update={"scope": "total", "repeats": parts[0].id})
        elif parts:
            known |= _booked(total, parts, own)
    for identifier in sorted(rivals, key=lambda rival: (-(known[rival].best or 0), rival)):
        known |= _yielding(known[identifier], known, rivals[identifier])
    return [known[figure.id] for figure in figures], exceeded


def _yielding(rival: Figure, known: Mapping[str, Figure], identifier: str) -> dict[str, Figure]:
    """What a rival that is no part and no total changes: it repeats what stands; "scores" yield to a number in them."""
    standing = known[identifier]
    if is_vague(standing) and standing.repeats is not None:
        standing = known[standing.repeats]
    if not rival.counts or standing.id == rival.id or standing.part_of == rival.id or not _can_be_one(rival, standing):
        return {}
    if not is_vague(standing) or is_vague(rival):
        return {rival.id: rival.model_copy(update={"repeats": standing.id})}
    fits = (standing.low or 0) <= (rival.best or 0) <= (standing.high or 0)
    return {standing.id: standing.model_copy(update={"repeats": rival.id})} if fits and standing.counts else {}


def _booked(total: Figure, parts: Sequence[Figure], own: Sequence[Figure]) -> dict[str, Figure]:
    """The total and its parts, marked.

    What was told with the total itself ("including two babies") is among the parts where there is no room beside them.
    """
    among = _sum(parts) + _sum(own) > (total.best or 0)
    found = {total.id: total.model_copy(update={"scope": "total"})}
    for part in parts:
        scope = "total" if part.scope == "total" else "part"
        found[part.id] = part.model_copy(update={"part_of": total.id, "scope": scope})
    for part in own if among else ():
        found[part.id] = part.model_copy(update={"repeats": parts[0].id})
    return found


def _sum(figures: Sequence[Figure]) -> int:
    return sum(figure.best or 0 for figure in figures)


def _is_datelined(total: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a total's place is only where the report was filed: in a country that no other figure is of."""
    if total.place is None or total.place.country is None:
        return False
    elsewhere = {f.place.country for f in figures if f.place is not None and f.place != total.place and f.place.country}
    return bool(elsewhere) and total.place.country not in elsewhere


def _is_rival(figure: Figure, known: Mapping[str, Figure]) -> bool:
    """Whether it is another number for what a figure tells that stands: its own parts may make it up all the same."""
    if figure.repeats is None or figure.scope == "cumulative" or figure.part_of is not None:
        return False
    return known[figure.repeats].best != figure.best


def _can_be_one(rival: Figure, standing: Figure) -> bool:
    """Whether two numbers told of one incident can be of the same people; of two towns they are not."""
    near = lies_in(rival.place, standing.place) or lies_in(standing.place, rival.place)
    return near and overlaps(rival, standing)


def _reach(figures: Sequence[Figure], places: Mapping[str, Sequence[Place]]) -> dict[str, list[Place | None]]:
    """The places that each figure is told of, by itself and where it is told again."""
    found: dict[str, list[Place | None]] = {f.id: [f.place, *places.get(f.event or "", ())] for f in figures}
    for figure in figures:
        if figure.repeats in found:
            found[figure.repeats].append(figure.place)
    return found


def _may_be_part(part: Figure, total: Figure, reach: Sequence[Place | None], rivals: Mapping[str, str]) -> bool:
    if part.id == total.id or not part.counts or part.loss != total.loss or one_event(part, total):
        return False
    if one_incident(part, total) and part.id not in rivals and total.id not in rivals:
        return False
    if not part.best or not total.best or part.best >= total.best or is_vague(part):
        return False
    lies = any(lies_in(part.place, place) for place in reach)
    return lies and overlaps(part, total) and (total.group == "unknown" or counts_among(part.group, total.group))


def _parts(
    total: Figure, candidates: Sequence[Figure], reach: Sequence[Place | None], rivals: Mapping[str, str], within: int
) -> list[Figure]:
    """The parts of a total by the first rule that holds; none where it is no total."""
    best = total.best or 0
    if best < FEWEST or not candidates or is_vague(total) or _ON_TOP.search(total.span.text):
        return []
    exact = _exact(total, candidates, best - within) or (_exact(total, candidates, best) if within else [])
    if exact or total.id in rivals or total.repeats is not None:
        return exact
    candidates = [part for part in candidates if counts_among(part.group, total.group)]
    narrower = [part for part in candidates if any(is_narrower(part.place, place) for place in reach)]
    if total.scope == "total":
        return [part for part in candidates if part in narrower or (part.scope != "total" and part.id not in rivals)]
    return narrower if len(narrower) > 1 and _sum(narrower) <= best else []


def _exact(total: Figure, candidates: Sequence[Figure], left: int) -> list[Figure]:
    """The figures that make up what is left of a total: all, else those after it, else those before it, nearest first.

    Two at least, or one of the same incident where there are parts already ("30, of whom 24 civilians; the other six").
    """
    after = [part for part in candidates if part.span.start > total.span.start]
    before = [part for part in reversed(candidates) if part.span.start < total.span.start]
    for parts in (candidates, after, before):
        run: list[Figure] = []
        for part in parts:
            run.append(part)
            reached = sum(p.best or 0 for p in run)
            alone = len(run) == 1 and (left == total.best or not one_incident(run[0], total))
            if reached == left and not alone and (parts is not candidates or len(run) == len(candidates)):
                return run
            if reached > left:
                break
    return []
