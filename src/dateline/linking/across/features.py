"""Features: what two traces have in common and what parts them. Each is a small function that names what it sees.

A feature gives the name of a level ("place.same"), or None where it has nothing to say. What a level weighs stands in
`data/weights.yaml`, the words that show it come from `phrases.py`: most pairs are compared and never shown.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from dateline.linking.across.follow_ups import FOLLOWING
from dateline.linking.across.names import one_name
from dateline.linking.across.trace import Days, Site, Trace, kilometres
from dateline.linking.across.wording import shared

Names = frozenset[tuple[str, ...]]
Feature = Callable[[Trace, Trace], str | None]


def main(a: Trace, b: Trace) -> str | None:
    """Whether the reports are about it: two that are, one, or none."""
    return _MAIN[a.main + b.main]


_MAIN = ("main.none", "main.one", "main.both")


def days(a: Trace, b: Trace) -> str | None:
    """How far the days lie apart; days told by words weigh more than those of publication."""
    if a.days is None or b.days is None:
        return "days.unknown"
    gap = gap_of(a.days, b.days)
    told = "told" if a.days.told and b.days.told else "half" if a.days.told or b.days.told else "filed"
    far = "same" if gap <= 0 else "next" if gap == 1 else "week" if gap <= 7 else "apart"
    if far == "same" and told == "told" and max(a.days.last - a.days.first, b.days.last - b.days.first) > WEEK:
        far = "loose"
    return f"days.{told}.{far}"


WEEK = 7


def gap_of(one: Days, other: Days) -> int:
    """Days between two spans of days; 0 or less where they meet."""
    return max(one.first - other.last, other.first - one.last)


def filed(a: Trace, b: Trace) -> str | None:
    """How long after one report the other was published."""
    if a.filed is None or b.filed is None:
        return None
    gap = abs(a.filed - b.filed)
    near = "day" if gap <= 1 else "days" if gap <= 4 else "weeks" if gap <= 21 else "later"
    return f"filed.{near}"


def place(a: Trace, b: Trace) -> str | None:
    """One site, sites near each other, one within the other's province, or apart."""
    if not a.sites or not b.sites:
        return "place.unknown"
    return f"place.{NEARNESS[min(RANK[nearness(x, y)] for x in a.sites for y in b.sites)]}"


NEARNESS = ("same", "near", "named", "area", "country", "unclear", "apart", "abroad")
"""How two sites can lie to each other, the nearest first."""
RANK = {name: rank for rank, name in enumerate(NEARNESS)}


def nearness(x: Site, y: Site) -> str:
    """How two sites lie to each other, one of the words of `place`."""
    narrow = not x.wide and not y.wide
    if x.geonameid is not None and x.geonameid == y.geonameid:
        return "same" if narrow else "country" if x.admin1 is None else "area"
    if x.country and y.country and x.country != y.country:
        return "named" if narrow and x.name == y.name else "abroad"
    if narrow:
        apart = kilometres(x, y)
        if apart is not None and apart <= x.within_km + y.within_km:
            return "same" if x.name == y.name else "near"
        if x.name == y.name:
            return "named"
        return "unclear" if apart is None else "apart" if apart > APART_KM else "area"
    if x.name == y.name:
        return "named"
    if x.admin1 and x.admin1 == y.admin1:
        return "area"
    return "unclear" if not (x.admin1 and y.admin1) else "apart"


APART_KM = 60.0
"""Beyond it, and beyond their uncertainties, two sites are apart."""


def kind(a: Trace, b: Trace) -> str | None:
    """The same kind, another of its sort, what follows an act (an arrest, a protest against it), or another matter."""
    if a.kind == b.kind:
        return "kind.same"
    if a.sort == b.sort:
        ways = _WAYS.get(a.kind), _WAYS.get(b.kind)
        return "kind.akin" if None in ways or ways[0] == ways[1] else "kind.other"
    following = a.kind in FOLLOWING or b.kind in FOLLOWING
    return "kind.follows" if following else "kind.apart"


_WAYS = {
    kind: way
    for way, kinds in {
        "air and shells": ("airstrike", "shelling", "chemical-attack"),
        "bombs": ("bombing", "suicide-bombing", "explosion", "remote-explosive", "grenade-attack"),
        "fighting": ("armed-clash", "offensive", "invasion", "ambush", "raid", "siege", "repulse", "territory-taken"),
        "taking people": ("abduction", "hijacking"),
    }.items()
    for kind in kinds
}
"""Kinds that one occurrence can be told as; a kind that stands in no way (an attack, a killing) goes with all."""


def actors(a: Trace, b: Trace) -> str | None:
    """One identified actor of both, or different ones."""
    return _people("actors", a.actors, b.actors)


def targets(a: Trace, b: Trace) -> str | None:
    """One identified target of both, or different ones."""
    return _people("targets", a.targets, b.targets)


def _people(name: str, one: frozenset[str], other: frozenset[str]) -> str | None:
    if not one or not other:
        return None
    return f"{name}.differ" if one.isdisjoint(other) else f"{name}.same"


def named(a: Trace, b: Trace) -> str | None:
    """One person hit, by two words of the name at least: killed by both, which happens once; or one among many.

    Or other persons: all of the dead, or some.
    """
    if not a.named or not b.named:
        return None
    same = persons_of_both(a.named, b.named)
    if not same:
        return "named.others" if _all_named(a) and _all_named(b) else "named.differ"
    if 2 * len(same) < len(a.named | b.named):
        return "named.some"
    stages = (a.kind == ABDUCTION) != (b.kind == ABDUCTION)
    return "named.once" if a.fatal and b.fatal and not stages else "named.same"


ABDUCTION = "abduction"
"""Who is abducted and later killed suffers two incidents."""


def _all_named(trace: Trace) -> bool:
    """Whether all the dead are named: other dead are another incident's."""
    return trace.fatal and len(trace.named) >= trace.tolls.get("killed", (1, 1))[0]


def persons_of_both(one: Names, other: Names) -> list[tuple[str, ...]]:
    """The names on either side that can be one person's on the other, in order."""
    return sorted({name for x in one for y in other if one_name(x, y) for name in (x, y)})


def people(a: Trace, b: Trace) -> str | None:
    """Persons that both reports name, in whatever part."""
    one, other = a.around.people, b.around.people
    if not one or not other:
        return None
    both = min(sum(any(one_name(x, y) for y in there) for x in here) for here, there in ((one, other), (other, one)))
    return None if not both else "people.one" if both == 1 else "people.more"


def dated(a: Trace, b: Trace) -> str | None:
    """One report names the very day that the other tells of (or that they both name), whatever it puts on it."""
    one, other = days_named(a), days_named(b)
    if not one or not other:
        return None
    if one.isdisjoint(other):
        return "dated.differ"
    return "dated.same" if near_in_time(a, b) else "dated.recall"


def days_named(trace: Trace) -> frozenset[int]:
    """The days that a report names, with the day that words put the incident on."""
    own = trace.days
    return trace.around.days | {own.first} if own and own.told and own.first == own.last else trace.around.days


def placed(a: Trace, b: Trace) -> str | None:
    """One report names a narrow place that the other puts the incident at."""
    both = places_of_both(a, b)
    return None if not both else "placed.more" if len(both) > 1 else "placed.one"


def places_of_both(a: Trace, b: Trace) -> frozenset[str]:
    """The narrow places that one puts the incident at and the other names."""
    one, other = a.narrow, b.narrow
    return (one & (b.around.places | other)) | (other & a.around.places)


def tolls(a: Trace, b: Trace) -> str | None:
    """The same number of dead or wounded, one that can have grown, or ones that clash."""
    both = [loss for loss in ("killed", "wounded") if loss in a.tolls and loss in b.tolls]
    return min((_toll(a.tolls[loss][0], b.tolls[loss][0]) for loss in both), key=_TOLLS.index, default=None)


_TOLLS = ("tolls.same", "tolls.one", "tolls.close", "tolls.clash", "tolls.far")


def _toll(one: int, other: int) -> str:
    if one == other:
        return "tolls.same" if one > 1 else "tolls.one"
    less, more = sorted((one, other))
    close = more <= 2 * max(less, 1) and more - less <= max(3, less // 2)
    return "tolls.close" if close else "tolls.far" if more >= 4 * max(less, 1) and more - less >= 8 else "tolls.clash"


def weapons(a: Trace, b: Trace) -> str | None:
    """One weapon of both, or different ones."""
    return _people("weapons", a.weapons, b.weapons)


def words(a: Trace, b: Trace) -> str | None:
    """How far the telling words are shared: of whole reports where both are about it, else of its sentences."""
    step = bisect_right(STEPS, shared(a.words, b.words))
    whole = "report" if a.main and b.main else "mixed" if a.main or b.main else "told"
    return f"words.{whole}.{step}" if near_in_time(a, b) else f"words.{whole}.far.{step}"


def near_in_time(a: Trace, b: Trace) -> bool:
    """Whether the reports came out within some weeks of each other."""
    return a.filed is not None and b.filed is not None and abs(a.filed - b.filed) <= FAR_DAYS


STEPS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5)
FAR_DAYS = 21
"""Reports of one newsroom share stock phrases for years; within three weeks shared words say more."""
FEATURES: Sequence[Feature] = (
    main, days, filed, place, kind, actors, targets, named, people, dated, placed, tolls, weapons, words
)  # fmt: skip


def seen(a: Trace, b: Trace) -> Iterator[str]:
    """The levels that all features see."""
    return (level for feature in FEATURES if (level := feature(a, b)) is not None)
