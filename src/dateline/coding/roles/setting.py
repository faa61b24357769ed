"""Settings: the place and the time of an occurrence, chosen among those that its sentence names.

What stands in the same clause and near comes first; each clause in between costs, and so does a preposition that tells
of something else ("militants *from* Syria"). Costs are in words of distance.
"""

from collections.abc import Sequence

from dateline.codebook.kinds import CueFrame
from dateline.coding.roles.conjunction import after
from dateline.coding.roles.frames import Argument
from dateline.coding.roles.syntax import Syntax
from dateline.coding.tagging.tags import Role, Tag
from dateline.coding.text.closed import words
from dateline.frozen import frozen

LOCATIVE = words(
    "in at near on inside outside around within across over throughout through into along between above beside "
    "behind beyond west east north south northwest northeast southwest southeast off"
)
_BETWEEN_CLAUSES = 7
_BEFORE = 4
_NO_PREPOSITION = 4
_COSTS = {"from": 12, "to": 6, "by": 25, "with": 15, "against": 10, "for": 10, "of": 2, "about": 20, "toward": 8}
_OWNER = 12
# What stands behind these tells of another occurrence: "protested against the war in Bosnia".
_GRIEVANCES = words("against about regarding concerning demanding over")
_GRIEVANCE = 10
_FARTHEST = 60
_LINKS = words("of in near from , ( [ north south east west 's ' at")


@frozen
class Site:
    """A place tag with its first and last position, and the number of the clause that holds it."""

    tag: Tag
    first: int
    last: int
    clause: int


def sites(syntax: Syntax, starts: Sequence[int]) -> tuple[Site, ...]:
    """The places of a sentence where something may have happened: none that is part of a party's name, or that acts."""
    found: list[Site] = []
    parties = [tag for tag in syntax.tags if tag.label == "actor"]
    for tag in syntax.tags:
        if tag.label != "place":
            continue
        if any(party.start <= tag.start and tag.end <= party.end and _hides(party, tag) for party in parties):
            continue
        first, last = syntax.span_of(tag)
        found.append(Site(tag, first, last, sum(start <= first for start in starts)))
    return tuple(found)


def _hides(party: Tag, tag: Tag) -> bool:
    """A country done something to ("attacked Syria") is a place of that still; one that acts is none."""
    if party.key == tag.key:
        return party.rule == "party:acting place"
    return party.rule not in ("party:capitals", "party:facility")


def choose_places(
    syntax: Syntax, known: Sequence[Site], anchor: tuple[int, int], starts: Sequence[int], frame: CueFrame
) -> list[Argument]:
    """The places of what is told at `anchor` (first and last position): the cheapest, and those joined to it.

    What the cue's frame says of a preposition gives their role ("heading to al-BuKamal" of those who fled).
    """
    clause = sum(start <= anchor[0] for start in starts)
    costs = sorted((_cost(syntax, site, anchor, clause), number) for number, site in enumerate(known))
    if not costs or costs[0][0] > _FARTHEST:
        return []
    best = _innermost(syntax, known, costs[0][1])
    chosen = [best, *_joined(syntax, known, best)]
    score = max(0.3, 1.0 - costs[0][0] / _FARTHEST)
    filler = frame.prepositions.get(_lead(syntax, best), "place")
    role: Role = filler if filler in ("origin", "destination") else "place"
    return [Argument(role, site.tag.start, site.tag.end, round(score, 2), "setting.place") for site in chosen]


def _cost(syntax: Syntax, site: Site, anchor: tuple[int, int], clause: int) -> float:
    behind = site.first > anchor[1]
    distance = site.first - anchor[1] if behind else anchor[0] - site.last
    cost = float(distance) * 0.5 + abs(site.clause - clause) * _BETWEEN_CLAUSES
    if not behind:
        cost += _BEFORE
    lead = _lead(syntax, site)
    if lead in _COSTS:
        cost += _COSTS[lead]
    elif lead not in LOCATIVE:
        cost += _NO_PREPOSITION
    if syntax.kind(site.last + 1) == "poss":
        cost += _OWNER / 2
    else:
        each = syntax.chunk_of(site.last)
        if each is not None and each.head > site.last and not syntax.within(each.head, each.head, "trigger"):
            cost += _OWNER / 2
    if behind and any(syntax.lower(position) in _GRIEVANCES for position in range(anchor[1] + 1, site.first)):
        cost += _GRIEVANCE
    if site.first <= 3 and lead in LOCATIVE:
        cost -= 3
    return cost


def _lead(syntax: Syntax, site: Site) -> str:
    """The preposition that governs a place; "the town of X" and "west of X" have that of the town."""
    position = site.first
    for _ in range(4):
        each = syntax.chunk_of(position)
        first = each.first if each is not None else position
        lead = syntax.lower(first - 1) if syntax.kind(first - 1) in ("prep", "to", "adj") else ""
        if lead != "of" or first < 2:
            return lead
        inner = syntax.chunk_of(first - 2)
        if inner is None:
            before = syntax.lower(first - 2)
            return before if before in LOCATIVE else lead
        position = inner.first
    return ""


def _innermost(syntax: Syntax, known: Sequence[Site], number: int) -> Site:
    """From "Iraq" in "Qaim in Iraq" to "Qaim": what a place lies in is no second place."""
    while number > 0 and _holds(syntax, known[number - 1], known[number]):
        number -= 1
    owner, each = known[number], syntax.chunk_of(known[number].last)
    if number + 1 < len(known) and each is not None and each.last > owner.last:
        owned = known[number + 1]  # "Baghdad's Sadr City", "the Somali port of Baraawe"
        named = syntax.lower(each.last + 1) == "of" and owned.first in range(each.last + 2, each.last + 4)
        if named or (syntax.kind(owner.last + 1) == "poss" and owned.last <= each.last):
            return owned
    return known[number]


def _holds(syntax: Syntax, inner: Site, outer: Site) -> bool:
    """Whether the second place is named as what the first lies in."""
    gap = range(inner.last + 1, outer.first)
    if len(gap) > 7 or not len(gap):
        return False
    words_between = [syntax.lower(position) for position in gap]
    if "and" in words_between or "to" in words_between:
        return False
    if any(syntax.kind(position) in ("verb", "aux", "rel") for position in gap):
        return False
    if words_between[0] == ",":
        joined = syntax.chunk_of(inner.first)
        return not (joined is not None and after(syntax, joined) is not None)
    return words_between[0] in _LINKS or any(word in ("in", "of") for word in words_between)


def _joined(syntax: Syntax, known: Sequence[Site], best: Site) -> list[Site]:
    """The places that a list names together with this one."""
    found: list[Site] = []
    for direction in (1, -1):
        number = known.index(best)
        while 0 <= number + direction < len(known):
            nearer, farther = known[number], known[number + direction]
            left, right = (nearer, farther) if direction > 0 else (farther, nearer)
            if not _listed(syntax, left, right):
                break
            found.append(farther)
            number += direction
    return found


def _listed(syntax: Syntax, left: Site, right: Site) -> bool:
    gap = [syntax.lower(position) for position in range(left.last + 1, right.first)]
    if not gap or len(gap) > 5 or any(syntax.kind(p) in ("verb", "aux") for p in range(left.last + 1, right.first)):
        return False
    if "and" in gap or "or" in gap or "&" in gap:
        return gap.index("and") <= 2 if "and" in gap else True
    if gap[0] != ",":
        return False
    joined = syntax.chunk_of(left.last)
    return joined is not None and after(syntax, joined) is not None


_SUPERLATIVES = words("first worst deadliest biggest largest heaviest bloodiest fiercest most")


def _measures(syntax: Syntax, position: int, first: int) -> bool:
    """Whether a time only says since when nothing was as bad: "the *deadliest* attack on the army *since* 2016"."""
    since = any(syntax.lower(between) == "since" for between in range(first, position + 1))
    return since and any(syntax.lower(before) in _SUPERLATIVES for before in range(first - 6, first))


def choose_time(
    syntax: Syntax, times: Sequence[tuple[int, int]], anchor: tuple[int, int], starts: Sequence[int]
) -> Argument | None:
    """The time of what is told at `anchor`: the nearest in its clause, else in the clauses beside it."""
    clause = sum(start <= anchor[0] for start in starts)
    best: tuple[float, tuple[int, int]] | None = None
    for start, end in times:
        position = syntax.at(start)
        if _measures(syntax, position, anchor[0]):
            continue
        behind = position > anchor[1]
        distance = position - anchor[1] if behind else anchor[0] - position
        cost = distance * 0.5 + abs(sum(s <= position for s in starts) - clause) * _BETWEEN_CLAUSES
        if position <= 2:
            cost -= 3
        if best is None or cost < best[0]:
            best = (cost, (start, end))
    if best is None:
        return None
    score = max(0.3, 1.0 - best[0] / _FARTHEST)
    return Argument("time", best[1][0], best[1][1], round(min(1.0, score), 2), "setting.time")
