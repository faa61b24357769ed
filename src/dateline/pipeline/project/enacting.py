"""Enacting: a coding put in force, in place of an earlier one of the same report or of none."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from dateline.linking.across.clustering import connected
from dateline.linking.across.copies import ALIKE, Print, resemblance
from dateline.linking.across.keeping import bands_of, numbers_of, print_from_json, trace_from_json
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
    *,
    fresh: bool = False,
) -> Collection[int]:
    """Put a coding of the report of that name in force, and the one before out of it; gives its tellings.

    `keys` are the numbers of its incidents' keys, where they are at hand. The coding of a report that is `fresh` in the
    project was stored as the one in force, and nobody has judged of it.
    """
    old = anchored(connection, [name]).get(name, []) if before is not None else []
    if before is not None:
        _retire(connection, shelf, before, moved)
    if not fresh:
        codings.set_standing(connection, coding, "current")
    told = codings.tellings_of(connection, coding)
    traces = {row.id: trace_from_json(row.trace) for row in told}
    own = {row.id: keys[row.incident] if keys else numbers_of(traces[row.id]) for row in told}
    moved.touched |= Comparer(connection, shelf).take_in(traces, own) | traces.keys()
    if old:
        new = anchored(connection, [name]).get(name, [])
        moved.successors |= successors(old, new)
    if not fresh:
        keep_verdicts(connection, [name], moved)
    return traces.keys()


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


def settle_copies(connection: Connection, mark: Print, moved: Moved, *, new: bool) -> None:
    """Find which reports are one text with this one, whose print it is: a new one, or one that has another text. Those
    whose copies are others now have their incidents made anew."""
    alike = _alike(connection, mark).keys()
    if new and not alike:
        return
    held = texts.copies_of(connection, {mark.report, *alike})
    mates = texts.mates_of(connection, held.values())
    if new:
        first = min(held.values())
        sets = [[first, *mates]]
    else:
        sets = _sets(connection, mates)
        mates = texts.copies_of(connection, {name for group in sets for name in group})
    changed = {name: group[0] for group in sets for name in group if mates[name] != group[0]}
    for mate, first in changed.items():
        texts.set_copy(connection, mate, first)
    rows = codings.live_tellings(connection, changed)
    moved.anew |= {row.id for row in rows}
    moved.touched |= {row.id for row in rows}


def _alike(connection: Connection, mark: Print) -> dict[str, Print]:
    """The prints of other reports that are one text with this one."""
    near = texts.prints_near(connection, bands_of(mark))
    near.pop(mark.report, None)
    prints = {name: print_from_json(text) for name, text in near.items()}
    return {name: each for name, each in prints.items() if resemblance(mark, each) >= ALIKE}


def _sets(connection: Connection, mates: Iterable[str]) -> list[list[str]]:
    """The sets of copies that these reports, and all that are alike with one of a set, make up now."""
    links: dict[str, set[str]] = {}
    known = texts.prints_of(connection, mates)
    wanted = {name: print_from_json(text) for name, text in known.items()}
    while wanted:
        fresh: dict[str, Print] = {}
        for name, mark in wanted.items():
            alike = _alike(connection, mark)
            links[name] = set(alike)
            fresh |= alike
        wanted = {name: mark for name, mark in fresh.items() if name not in links}
    return connected(links, links)
