"""Tenures: the witnesses of one site put together to intervals, one holder after another.

The rule, "control.tenures":
1. witnesses of one holder (`holders.holder_key`) are one tenure until something ends it: a loss of its own, or a taking
   by somebody else; of "rebels" and a named group, which may be one, a taking ends the other's only where it says from
   whom;
2. it begins on the first day by which a witness says it was taken or held since; without one its beginning is unknown;
   a change dated vaguely ("in August") takes the days of the same change dated better (`sharpening`);
3. it ends where it was ended; else it is open, and `as_of` says when it was last told of;
4. a statement and a taking of one day: the statement is of the time before, for reports describe a place as it was;
5. a part that no words tell from others is ended by nothing;
6. entries and fighting are tenures of their own level, which last as long as they are told of, a week between at most;
7. whoever alone says that he holds it only claims it;
8. days on which two tenures both have the site are contradictions, kept with both; see `contradictions`.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.linking.control.contradictions import contradicted
from dateline.linking.control.holders import holder_key, is_unnamed, may_be_one
from dateline.linking.control.sharpening import sharpened
from dateline.linking.control.sites import PART, site_of
from dateline.linking.control.witnesses import in_order, order_of
from dateline.linking.values.originals import Original, names_of
from dateline.model import Actor, ControlLevel, Holder, Site, Tenure, Witness

BOUT = 7
"""Days without a word after which an entry or fighting is over."""


@dataclass(frozen=True, slots=True)
class End:
    """A day on which a holder lost a site, and why."""

    day: date
    why: str


def tenures_at(witnesses: Iterable[Witness]) -> tuple[Tenure, ...]:
    """The tenures of one site from all its witnesses, in order of time; the same whatever order they come in."""
    ordered = in_order(witnesses)
    if not ordered:
        return ()
    site = _site(ordered)
    sharp = sharpened(ordered)
    told = {id(one): witness for one, witness in zip(sharp, ordered, strict=True)}
    groups: dict[tuple[str, str], list[Witness]] = defaultdict(list)
    for witness in sharp:
        lasting = witness.level in ("held", "claimed")
        groups[holder_key(witness.holder), "held" if lasting else witness.level].append(witness)
    found: list[Tenure] = []
    for (key, level), group in sorted(groups.items()):
        ends = _ends(key, sharp) if level == "held" and site.part != PART else []
        runs = _runs(group, ends) if level == "held" else [(bout, None) for bout in _bouts(group)]
        for number, (run, end) in enumerate(runs, 1):
            tenure = _tenure(f"{site.id} | {key} | {level} {number}", site, run, end)
            witnesses = in_order(told[id(one)] for one in run)
            found.append(tenure.model_copy(update={"witnesses": witnesses}))
    return contradicted(sorted(found, key=_time_order))


def _site(witnesses: Sequence[Witness]) -> Site:
    """The site under the name that most witnesses resolve to."""
    sites = [site_of(w.place, w.part) for w in witnesses]
    counts: dict[str, int] = defaultdict(int)
    for site in sites:
        counts[site.model_dump_json()] += 1
    best = min(counts, key=lambda dumped: (-counts[dumped], dumped))
    return Site.model_validate_json(best)


def _ends(key: str, witnesses: Sequence[Witness]) -> list[End]:
    """When this holder lost the site: by its own losses, and by others' takings."""
    found: dict[date, str] = {}
    named = {(w.report, w.event) for w in witnesses if w.told == "lost" and w.event and holder_key(w.holder) == key}
    for witness in witnesses:
        other = holder_key(witness.holder)
        if other == key:
            if witness.last is not None:
                found.setdefault(witness.last, f"told in {witness.report}")
            continue
        taken = witness.told == "taken" and witness.first is not None and witness.level == "held"
        if taken and witness.first and (not may_be_one(key, other) or (witness.report, witness.event) in named):
            found.setdefault(witness.first, f"taken by {_name(witness.holder)} ({witness.report})")
    return [End(day, found[day]) for day in sorted(found)]


def _runs(group: Sequence[Witness], ends: Sequence[End]) -> list[tuple[list[Witness], End | None]]:
    """The holder's witnesses, parted by its ends: each run with what ended it. Undated ones join the first run."""
    days = [end.day for end in ends]
    runs: dict[int, list[Witness]] = defaultdict(list)
    undated = []
    for witness in group:
        day = _reference(witness)
        if day is None:
            undated.append(witness)
        else:
            runs[bisect_left(days, day)].append(witness)
    if undated:
        runs[min(runs, default=len(ends))] += undated
    return [(runs[n], ends[n] if n < len(ends) and _is_dated(runs[n]) else None) for n in sorted(runs)]


def _bouts(group: Sequence[Witness]) -> list[list[Witness]]:
    """Entries or fighting of one side, parted where nothing is told for `BOUT` days; those without a day together."""
    dated = sorted((w for w in group if w.as_of is not None), key=lambda w: (w.as_of, order_of(w)))
    bouts: list[list[Witness]] = []
    for witness in dated:
        last = bouts[-1][-1].as_of if bouts else None
        if last is not None and witness.as_of is not None and (witness.as_of - last).days <= BOUT:
            bouts[-1].append(witness)
        else:
            bouts.append([witness])
    undated = [w for w in group if w.as_of is None]
    return [*bouts, undated] if undated else bouts


def _reference(witness: Witness) -> date | None:
    """The day that decides to which run a witness belongs: its end, else the day it is said of, else its beginning."""
    return witness.last or witness.as_of or witness.first


def _is_dated(run: Sequence[Witness]) -> bool:
    return any(_reference(witness) is not None for witness in run)


def _tenure(identifier: str, site: Site, run: Sequence[Witness], end: End | None) -> Tenure:
    last = end.day if end else None
    firsts = [w.first for w in run if w.first is not None and (last is None or w.first <= last)]
    first = min(firsts, default=None)
    begins = [w.earliest for w in run if w.earliest is not None and first is not None and w.earliest <= first]
    told = [day for w in run for day in (w.first, w.last, w.as_of) if day is not None and (last is None or day <= last)]
    holder = _holder(run)
    originals = by_original(run)
    return Tenure(
        id=identifier,
        site=site,
        holder=holder,
        level=_level(run, holder),
        first=first,
        last=last,
        earliest=min(begins, default=first),
        seen=min(told, default=None),
        as_of=max(told, default=None),
        confidence=confidence_of(originals),
        originals=_shown(originals),
        ended_by=end.why if end else "",
    )


def _level(run: Sequence[Witness], holder: Holder) -> ControlLevel:
    """Held, unless nobody but the holder says so; entries and fighting as such."""
    levels = {witness.level for witness in run}
    if not levels & {"held", "claimed"}:
        return min(levels)
    return "claimed" if _only_claimed(run, holder) else "held"


def _only_claimed(run: Sequence[Witness], holder: Holder) -> bool:
    """Whether nobody but the holder says so, or all only tell that it is claimed."""
    telling = [w for w in run if w.told != "lost"]
    said = [{holder_key(c.source) for c in w.claims if c.source is not None and c.stance == "asserts"} for w in telling]
    return bool(telling) and all(
        w.level == "claimed" or who == {holder.id} for w, who in zip(telling, said, strict=True)
    )


def _holder(run: Sequence[Witness]) -> Holder:
    """The holder under the name that says most: the registry's, a state's own, else the commonest words."""
    actors = [w.holder for w in run]
    best = min(
        actors,
        key=lambda a: (
            a.name is None,
            -sum(_name(o) == _name(a) for o in actors),
            _name(a),
            a.country or "",
            a.sector or "",
        ),
    )
    return Holder(id=holder_key(best), name=_name(best), country=best.country, sector=best.sector)


def _name(actor: Actor) -> str:
    return actor.name if actor.name is not None and not is_unnamed(actor) else actor.text


def by_original(run: Sequence[Witness]) -> dict[str, list[Witness]]:
    """The witnesses by whose word they are: who is quoted, else outlets, of which those that print one text are one."""
    outlets: dict[str, str] = {}
    for witness in run:
        if witness.quoted:
            continue
        outlets[witness.sha256] = min(witness.original, outlets.get(witness.sha256, witness.original))
    found: dict[str, list[Witness]] = defaultdict(list)
    for witness in run:
        found[witness.original if witness.quoted else outlets[witness.sha256]].append(witness)
    return {original: found[original] for original in sorted(found)}


def _shown(originals: Mapping[str, Sequence[Witness]]) -> tuple[str, ...]:
    names = names_of(Original(w.original, w.voice or w.original) for found in originals.values() for w in found)
    return tuple(names[key] for key in originals)


def confidence_of(originals: Mapping[str, Sequence[Witness]]) -> float:
    """How sure the tenure is, 0..1: each original counts once, by its surest word, and errs one time in five.

    1 - prod(1 - .8 c) over the originals, c the certainty of the claim. For the .8 see docs/control.md, which counts
    how many intervals are right.
    """
    doubt = 1.0
    for witnesses in originals.values():
        said = [max((c.certainty for c in w.claims if c.stance == "asserts"), default=1.0) for w in witnesses]
        doubt *= 1 - 0.8 * max(said)
    return round(1 - doubt, 3)


def _time_order(tenure: Tenure) -> tuple[str, str]:
    day = tenure.first or tenure.seen or tenure.last
    return (day.isoformat() if day else "9999", tenure.id)
