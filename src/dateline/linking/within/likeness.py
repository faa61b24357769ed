"""Likeness: do two events of one report tell of the same occurrence? Named features, each with its evidence.

A feature gives a weight (what it adds) and a phrase, or None where it has nothing to say; a bar gives a reason why the
two cannot be one, whatever the features say.
"""

import re
from collections.abc import Callable, Sequence

from dateline.codebook import Codebook, Kind
from dateline.frozen import frozen
from dateline.linking.sameness import one_place, same_actor, same_target
from dateline.model import Event, Place

REAL = {"happened", "ongoing", "attempted"}
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|both|its|their)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)


@frozen
class Pair:
    """Two events of one report, the earlier told first, and what is needed to compare them."""

    first: Event
    second: Event
    text: str
    codebook: Codebook


@frozen
class Likeness:
    """How alike two events are: the sum of the features' weights, with what each said; or why they cannot be one."""

    score: float
    because: tuple[str, ...] = ()
    barred: str | None = None


def _sites(event: Event) -> list[Place]:
    return [place for place in event.places if place.role in ("at", "area", "destination")] or list(event.places)


def status_apart(pair: Pair) -> str | None:
    """What happened and what did not, or is still only planned, are two."""
    one, other = pair.first.status, pair.second.status
    if (one in REAL) != (other in REAL) or (one != other and "negated" in (one, other)):
        return f"one is {one}, the other {other}"
    return None


def kinds_apart(pair: Pair) -> str | None:
    """Kinds of different families are two occurrences, but for those of armed force; some families are mixed bags."""
    one, other = pair.codebook.kinds[pair.first.kind], pair.codebook.kinds[pair.second.kind]
    if one.id == other.id or (of_force(one) and of_force(other)):
        return None
    if one.family == other.family and one.family not in MIXED:
        return None
    return f"{one.id} and {other.id} are different things"


Company = tuple[str, str]
"""Whether real, and what sort of kind."""


def company_of(event: Event, codebook: Codebook) -> Company:
    """What two events must share not to be barred from each other at once: real or not, sort of kind.

    Coarser than the bars, never finer, so that only events of one company need be compared.
    """
    kind = codebook.kinds[event.kind]
    mixed = kind.family in MIXED
    force = of_force(kind) or (
        not mixed and any(of_force(k) for k in codebook.kinds.values() if k.family == kind.family)
    )
    sort = "force" if force else kind.id if mixed else kind.family
    told = "real" if event.status in REAL else "negated" if event.status == "negated" else "unreal"
    return told, sort


def of_force(kind: Kind) -> bool:
    """Whether a kind can tell of a fight, or of a place taken or entered in one."""
    return kind.family in ARMED or kind.control in ("gains", "enters")


ARMED = {"battle", "remote", "violence", "property"}
"""Families whose kinds can tell of one fight: an assault, its airstrikes, the houses burned, the dead."""
MIXED = {"control", "yielding", "aid"}
"""Families whose kinds have little to do with one another (a coup, a splinter group, a body found)."""


def times_apart(pair: Pair) -> str | None:
    """Two times told in words, more than a day apart, are two occurrences; a night is told as either of two days."""
    if days_between(pair) <= 1:
        return None
    return " and ".join(repr(event.time.text) for event in (pair.first, pair.second) if event.time) + " lie apart"


def days_between(pair: Pair) -> int:
    """How many days lie between two times told in words, from the end of one to the begin of the other; 0: none."""
    a, b = pair.first.time, pair.second.time
    if not a or not b or a.text is None or b.text is None:
        return 0
    ways = ((a.last, b.first), (b.last, a.first))
    return max((0, *((begin - end).days for end, begin in ways if end and begin)))


def places_apart(pair: Pair) -> str | None:
    """Places that lie apart, none of one within one of the other, are two occurrences."""
    verdicts = [one_place(a, b) for a in _sites(pair.first) for b in _sites(pair.second)]
    if verdicts and all(verdict is False for verdict in verdicts):
        return f"{_sites(pair.first)[0].text} and {_sites(pair.second)[0].text} lie apart"
    return None


def people_apart(pair: Pair) -> str | None:
    """Different named persons as victims are two occurrences."""
    one = [t for t in pair.first.targets if t.sort == "person" and t.name]
    other = [t for t in pair.second.targets if t.sort == "person" and t.name]
    if one and other and not any(same_target(a, b) for a in one for b in other):
        return f"{one[0].text} and {other[0].text} are two people"
    return None


def lies_back(event: Event) -> bool:
    """Whether days put it long before the report: what is background by its telling alone may be the news retold."""
    reason = event.reasons.get("background")
    return event.background and not (reason is not None and reason.rule.startswith("encoder."))


def background_apart(pair: Pair) -> str | None:
    """News and what is dated long before it are two, but for news without a day of its own and with the same toll."""
    back = lies_back(pair.first)
    if back == lies_back(pair.second):
        return None
    news = pair.second if back else pair.first
    undated = news.time is None or news.time.basis == "publication"
    return None if undated and tolls(pair) else "one is news, the other background"


Bar = Callable[[Pair], str | None]
Feature = Callable[[Pair], tuple[float, str] | None]


def kind(pair: Pair) -> tuple[float, str] | None:
    """The same kind, a place entered and taken, an outcome beside an act of violence, or the same family."""
    if pair.first.kind == pair.second.kind:
        return 0.45, "same kind"
    one, other = pair.codebook.kinds[pair.first.kind], pair.codebook.kinds[pair.second.kind]
    if one.control and other.control:
        return 0.4, "a place entered and taken"
    if one.outcome != other.outcome and {one.family, other.family} <= ARMED and _close(pair):
        hurt = (one if one.outcome else other).family == "violence"
        return (0.5, "an outcome beside an act") if hurt else (0.25, "damage beside an act")
    if one.family == other.family:
        return 0.25, "same family"
    return -0.1, "of armed force, but of different kinds"


def _close(pair: Pair) -> bool:
    return pair.second.trigger.start - pair.first.trigger.end < NEAR_CHARACTERS


def place(pair: Pair) -> tuple[float, str] | None:
    """A shared place, or a place and the province it lies in."""
    pairs = [(a, b) for a in _sites(pair.first) for b in _sites(pair.second)]
    shared = next((a for a, b in pairs if one_place(a, b)), None)
    if shared is not None:
        return 0.35, f"both at {shared.text}"
    nested = next(((a, b) for a, b in pairs if _within(a, b) or _within(b, a)), None)
    return None if nested is None else (0.2, f"{nested[0].text} and {nested[1].text}, one in the other")


def _within(narrow: Place, wide: Place) -> bool:
    same = wide.name is not None and wide.name == narrow.admin1
    return wide.precision in ("admin1", "region") and same and wide.country == narrow.country


def actors(pair: Pair) -> tuple[float, str] | None:
    """A shared actor, or two that differ."""
    if not pair.first.actors or not pair.second.actors:
        return None
    if any(same_actor(a, b) for a in pair.first.actors for b in pair.second.actors):
        return 0.15, f"both by {pair.first.actors[0].text}"
    return -0.2, "by different actors"


def targets(pair: Pair) -> tuple[float, str] | None:
    """A shared target, or two that differ."""
    if not pair.first.targets or not pair.second.targets:
        return None
    if any(same_target(a, b) for a in pair.first.targets for b in pair.second.targets):
        return 0.3, f"both against {pair.first.targets[0].text}"
    return -0.15, "against different targets"


def days(pair: Pair) -> tuple[float, str] | None:
    """Told of days that follow one another."""
    return (-0.3, "a day apart") if days_between(pair) else None


def weapons(pair: Pair) -> tuple[float, str] | None:
    """A shared weapon, or two that differ."""
    one, other = ({span.text.casefold() for span in event.weapons} for event in (pair.first, pair.second))
    if not one or not other:
        return None
    return (0.2, f"both with {min(one & other)}") if one & other else (-0.2, "with different weapons")


def tolls(pair: Pair) -> tuple[float, str] | None:
    """The same number of the same loss."""
    one = {(loss.loss, loss.best) for loss in pair.first.losses if loss.best and loss.best > 1}
    shared = [x for x in ((loss.loss, loss.best) for loss in pair.second.losses) if x in one]
    return (0.3, f"both tell {shared[0][1]} {shared[0][0]}") if shared else None


def definite(pair: Pair) -> tuple[float, str] | None:
    """Taken up again with an article: the same word or kind ("this raid"), or any act of force ("the attack")."""
    before = pair.text[max(0, pair.second.trigger.start - 25) : pair.second.trigger.start]
    if not _DEFINITE.search(before):
        return None
    one, other = pair.codebook.kinds[pair.first.kind], pair.codebook.kinds[pair.second.kind]
    if one.id == other.id or pair.first.trigger.text.casefold() == pair.second.trigger.text.casefold():
        return 0.25, "taken up with an article"
    if other.id in GENERIC and {one.family, other.family} <= ARMED and not pair.second.trigger.text.istitle():
        return 0.6, f"taken up as the {pair.second.trigger.text}"
    return None


GENERIC = ("attack", "explosion", "bombing")
"""Kinds whose nouns serve to take up any act of force again ("the attack", "the blast")."""


def another(pair: Pair) -> tuple[float, str] | None:
    """Told beside the one before: "guerrillas *also* attacked", "*meanwhile* a bomb exploded".

    MUC-4, the training half's two halves (500 and 489 reports): slots F1 .455 to .461 and .463 to .471.
    """
    if pair.codebook.kinds[pair.second.kind].outcome:
        return None  # "two soldiers were also killed": of the same attack, as likely as not
    start = pair.second.trigger.start
    before = pair.text[max(0, start - _CLAUSE_CHARACTERS, pair.first.trigger.end) : start]
    if not _BESIDE.search(before):
        return None
    told = _BESIDE.search(before, max((end.end() for end in _SENTENCE_END.finditer(before)), default=0))
    return (-0.5, f"told beside it: {told.group().lower()}") if told else None


_CLAUSE_CHARACTERS = 150
"""How far before its trigger an event's own sentence is read."""
_SENTENCE_END = re.compile(r"[.!?]\s")
_BESIDE = re.compile(
    r"\b(?:meanwhile|also|similarly|likewise|simultaneously|elsewhere|at the same time|in another|in a separate|"
    r"on the other hand)\b",
    re.IGNORECASE,
)


def number(pair: Pair) -> tuple[float, str] | None:
    """One deed is not several: "the attack" after "attacks on three banks"."""
    one, other = _is_several(pair.first), _is_several(pair.second)
    return (-0.2, "one tells of several, the other of one") if one != other else None


def _is_several(event: Event) -> bool:
    kind = event.reasons.get("kind")
    return kind is not None and ".noun." in kind.rule and event.trigger.text.casefold().endswith("s")


def nearness(pair: Pair) -> tuple[float, str] | None:
    """Told within a few sentences of each other."""
    return (0.15, "told close together") if _close(pair) else None


NEAR_CHARACTERS = 300
SPEAKING_FOR: Sequence[Feature] = (place, actors, targets, weapons, tolls, definite)
"""Features one of which must speak for it, unless an outcome stands beside its act; kind and nearness say too little,
the others speak against it only.
"""
BARS: Sequence[Bar] = (status_apart, kinds_apart, times_apart, places_apart, people_apart, background_apart)
FEATURES: Sequence[Feature] = (kind, place, actors, targets, days, weapons, tolls, definite, another, number, nearness)


def likeness(pair: Pair) -> Likeness:
    """Compare two events of one report."""
    for bar in BARS:
        reason = bar(pair)
        if reason:
            return Likeness(0.0, (), reason)
    told = {feature: feature(pair) for feature in SPEAKING_FOR}
    if not any(found and found[0] > 0 for found in told.values()) and not _may_be_bare(pair):
        return Likeness(0.0)  # nothing speaks for it, and nothing against: another telling may join them
    every = (told[feature] if feature in told else feature(pair) for feature in FEATURES)
    said = [found for found in every if found is not None]
    return Likeness(round(sum(weight for weight, _ in said), 3), tuple(phrase for _, phrase in said))


def _may_be_bare(pair: Pair) -> bool:
    """Whether two events may be one though they share nothing: an outcome and its act, or one told barely."""
    kinds = pair.codebook.kinds
    outcome = kinds[pair.first.kind].outcome != kinds[pair.second.kind].outcome
    return outcome or any(not (event.places or event.targets) for event in (pair.first, pair.second))
