"""Phrases: the words that show a reader what a feature saw in a pair."""

from collections.abc import Callable, Mapping

from dateline.linking.across.features import RANK, days_named, gap_of, nearness, persons_of_both, places_of_both
from dateline.linking.across.trace import Trace
from dateline.linking.across.wording import shared_words

Phrase = Callable[[Trace, Trace], str]


def days(a: Trace, b: Trace) -> str:
    """How far apart."""
    gap = 0 if a.days is None or b.days is None else gap_of(a.days, b.days)
    return f"{gap} days apart" if gap > 0 else "days that meet"


def filed(a: Trace, b: Trace) -> str:
    """How far apart the reports came out."""
    return f"published {abs((a.filed or 0) - (b.filed or 0))} days apart"


def place(a: Trace, b: Trace) -> str:
    """The sites that lie nearest to each other."""
    names = min((RANK[nearness(x, y)], x.name, y.name) for x in a.sites for y in b.sites)[1:]
    return " and ".join(dict.fromkeys(names))


def kind(a: Trace, b: Trace) -> str:
    """The kinds."""
    return " and ".join(dict.fromkeys((a.kind, b.kind)))


def named(a: Trace, b: Trace) -> str:
    """The person hit by both, or that they are others."""
    same = persons_of_both(a.named, b.named)
    return " ".join(same[0]) if same else "other persons"


def people(a: Trace, b: Trace) -> str:
    """The persons that both name."""
    return ", ".join(" ".join(name) for name in persons_of_both(a.around.people, b.around.people)[:3])


def dated(a: Trace, b: Trace) -> str:
    """How many days both name."""
    return f"{len(days_named(a) & days_named(b)) or 'no'} days named by both"


def placed(a: Trace, b: Trace) -> str:
    """The places that both name."""
    return ", ".join(sorted(places_of_both(a, b))[:3])


def tolls(a: Trace, b: Trace) -> str:
    """The dead or wounded of both."""
    both = [loss for loss in ("killed", "wounded") if loss in a.tolls and loss in b.tolls]
    return ", ".join(f"{' and '.join(dict.fromkeys(str(t.tolls[loss][0]) for t in (a, b)))} {loss}" for loss in both)


def words(a: Trace, b: Trace) -> str:
    """The telling words of both."""
    return ", ".join(shared_words(a.words, b.words)) or "no telling words"


def _either(one: frozenset[str], other: frozenset[str]) -> str:
    return ", ".join(sorted(one & other)[:3]) or f"{min(one)} and {min(other)}"


PHRASES: Mapping[str, Phrase] = {
    "days": days,
    "filed": filed,
    "place": place,
    "kind": kind,
    "actors": lambda a, b: _either(a.actors, b.actors),
    "targets": lambda a, b: _either(a.targets, b.targets),
    "named": named,
    "people": people,
    "dated": dated,
    "placed": placed,
    "tolls": tolls,
    "weapons": lambda a, b: _either(a.weapons, b.weapons),
    "words": words,
}
"""By the first part of a level's name; what has none, or says that something is unknown, is shown by its name."""


def phrase_of(level: str, a: Trace, b: Trace) -> str:
    """Words for a level that was seen in a pair."""
    phrase = PHRASES.get(level.split(".")[0])
    return level if phrase is None or level.endswith(".unknown") else phrase(a, b)
