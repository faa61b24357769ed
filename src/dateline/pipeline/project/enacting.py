"""Enacting: a coding put in force, in place of an earlier one of the same report or of none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from dateline.linking.across.clustering import connected
from dateline.linking.across.copies import ALIKE, Print, resemblance
from dateline.linking.across.keeping import numbers_of, print_from_json, trace_from_json
from dateline.pipeline.project.anchoring import anchored, found_at, successors
from dateline.pipeline.project.comparing import Comparer
from dateline.pipeline.project.shelf import Shelf
from dateline.store import codings, incidents, judgements, texts


@dataclass(slots=True)
class Moved:
    """What a transaction has moved so far: live tellings whose groups may be others now, tellings whose incidents are
    to be made anew though their members stay, and those out of force, each with the one that tells the same now."""

    touched: set[int] = field(default_factory=set)
    anew: set[int] = field(default_factory=set)
    successors: dict[int, int | None] = field(default_factory=dict)


Keys = Mapping[str, Collection[int]]
"""The numbers of the keys of each incident of a record."""


def enact(
    connection: Connection,
    shelf: Shelf,
    name: str,
    coding: int,
    moved: Moved,
    before: int | None = None,
    keys: Keys | None = None,
) -> None:
    """Put a coding of the report of that name in force, and the one before out of it.

    `keys` are the numbers of its incidents' keys, where they are at hand.
    """
    old = anchored(connection, [name]).get(name, []) if before is not None else []
    if before is not None:
        _retire(connection, shelf, before, moved)
    codings.set_standing(connection, coding, "current")
    told = codings.tellings_of(connection, coding)
    traces = {row.id: trace_from_json(row.trace) for row in told}
    own = {row.id: keys[row.incident] if keys else numbers_of(traces[row.id]) for row in told}
    moved.touched |= Comparer(connection, shelf).take_in(traces, own) | traces.keys()
    if old:
        new = anchored(connection, [name]).get(name, [])
        moved.successors |= successors(old, new)
    keep_verdicts(connection, [name], moved)


def _retire(connection: Connection, shelf: Shelf, coding: int, moved: Moved) -> None:
    """Take a coding's tellings out of force; those that stood with them are looked at again."""
    traces = {row.id: trace_from_json(row.trace) for row in codings.tellings_of(connection, coding)}
    ids = traces.keys()
    near = {other for _, other, _ in judgements.pairs_with(connection, ids)}
    groups = incidents.members_of(connection, incidents.incidents_of(connection, ids).values())
    beside = {telling for members in groups.values() for telling in members}
    near |= Comparer(connection, shelf).take_out(traces)
    judgements.drop_pairs(connection, ids)
    moved.touched |= near | beside
    moved.touched -= ids
    moved.anew |= beside
    moved.anew -= ids
    moved.successors |= dict.fromkeys(ids)
    codings.set_standing(connection, coding, "past")


def keep_verdicts(connection: Connection, names: Iterable[str], moved: Moved) -> None:
    """Hold these reports' tellings to what people joined and parted, as far as the judgements' words are found."""
    for judgement in judgements.judgements_on(connection, names):
        if judgement.verdict not in ("merge", "split"):
            continue
        reports = {anchor.report for anchor in (*judgement.anchors, *judgement.others)}
        known = anchored(connection, reports)
        one, other = found_at(judgement.anchors, known), found_at(judgement.others, known)
        both = [*one, *other]
        if judgement.verdict == "merge":
            together = [(a, b) for n, a in enumerate(both) for b in both[n + 1 :] if a != b]
            judgements.put_pairs(connection, judgement.id, together, together=True)
        else:
            within = [(a, b) for n, a in enumerate(other) for b in other[n + 1 :] if a != b]
            judgements.put_pairs(connection, judgement.id, within, together=True)
            apart = [(a, b) for a in one for b in other if a != b]
            judgements.put_pairs(connection, judgement.id, apart, together=False)
        moved.touched |= set(both)


def settle_copies(connection: Connection, name: str, moved: Moved, *, new: bool) -> None:
    """Find which reports are one text with this one, a new one or one that has another text; those whose copies are
    others now have their incidents made anew."""
    wanted = {name} if new else set(texts.mates_of(connection, name))
    known: dict[str, Print] = {}
    links: dict[str, set[str]] = {}
    while wanted:
        near = {n: print_from_json(text) for n, text in texts.prints_near(connection, wanted).items()}
        known |= near
        fresh = set()
        for one in wanted & known.keys():
            alike = {n for n in near if n != one and resemblance(known[one], near[n]) >= ALIKE}
            links.setdefault(one, set()).update(alike)
            fresh |= alike
        wanted = fresh - links.keys()
    if new and len(links) == 1:
        return
    sets = connected(links, links)
    held = texts.copies_of(connection, links)
    changed = {n: group[0] for group in sets for n in group if held.get(n) != group[0]}
    for mate, first in changed.items():
        texts.set_copy(connection, mate, first)
    rows = codings.live_tellings(connection, changed)
    moved.anew |= {row.id for row in rows}
    moved.touched |= {row.id for row in rows}
