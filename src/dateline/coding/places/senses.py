"""Senses: each name of a report gets one meaning, judged by what the report's other names mean."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.places.phrases import Phrase
from dateline.coding.places.score import Context, features, own_features, unlike
from dateline.frozen import frozen
from dateline.gazetteer import Entry, Gazetteer, Match
from dateline.model import Alternative

_DESIGNATED = re.compile(
    r"(?P<name>.+) (?:City|Town|Village|County|Governorate|Province|District|Township|State|Oblast|Region|Camp|"
    r"Mosque|Barracks|Prison|Refinery|Garrison|Airbase|Bridge|Checkpoint)"
)
_ROUNDS = 3
_FIRST_LOOK, _CLOSE_LOOK = 40, 12  # candidates judged in the first round and after it
_ESTRANGED = -1.5  # "Philadelphia" is rather one so named than Amman, which some list calls so too
_LEAST = 0.7  # score below which a name is rather taken for an unlisted place, where the report has a country
_HAMLET = 500  # people; the embedded gazetteer has none smaller
_TOLD = 3  # alternatives kept as evidence


@frozen
class Name:
    """One name as the report uses it: its folded form, what it is called, how often, and the names it lies in."""

    key: str
    text: str
    phrases: tuple[Phrase, ...]
    parents: tuple[int, ...] = ()


@frozen
class Candidate:
    """What a name may mean, and what speaks for it and against it whatever the report's other names mean: its own
    features, told first, and how it stands beside the other candidates, told last.
    """

    match: Match
    own: tuple[tuple[str, float], ...]
    beside: tuple[tuple[str, float], ...]


@frozen
class Sense:
    """What a name means: the match (None: nothing fits), score, share of belief (0..1), why, and what else it may
    be.
    """

    match: Match | None
    key: str = ""
    score: float = 0.0
    belief: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    others: tuple[Alternative, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The entry that the name means, or None."""
        return self.match.entry if self.match else None


def judge_names(names: Sequence[Name], hints: Mapping[str, float], gazetteer: Gazetteer) -> tuple[Sense, ...]:
    """The sense of every name. `hints` are countries that other words of the report speak of, with weights."""
    found = [_candidates(name.text, gazetteer) for name in names]
    candidates = [_weighed(name, matches) for name, matches in zip(names, found, strict=True)]
    senses = tuple(Sense(None, name.key) for name in names)
    for turn in range(_ROUNDS):
        weights = _country_weights(names, senses, hints)
        if turn == 1:
            closer = [_closer(name, matches, weights, gazetteer) for name, matches in zip(names, found, strict=True)]
            candidates = [
                known if len(known) == len(matches) else _weighed(name, matches)
                for name, known, matches in zip(names, candidates, closer, strict=True)
            ]
        contexts = [_context(number, names, senses, weights) for number in range(len(names))]
        senses = tuple(
            _judge(
                name, candidates[number], contexts[number], _parent(name, senses), sum(weights.values()) if turn else 0
            )
            for number, name in enumerate(names)
        )
    return senses


def _candidates(text: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """What a name may mean; without its noun of place ("Quebec City", "Cavan County") if it means nothing with it."""
    found = gazetteer.find(text)
    if not found and (match := _DESIGNATED.fullmatch(text)):
        found = gazetteer.find(match["name"])
    return found[:_FIRST_LOOK]


def _weighed(name: Name, found: Sequence[Match]) -> tuple[Candidate, ...]:
    divided = any(match.entry.kind == "admin1" and match.way == "name" for match in found)
    rivalled = any(match.way == "name" for match in found)
    made = []
    for match in found:
        beside: tuple[tuple[str, float], ...] = ()
        if divided and match.entry.capital and match.way == "name":
            beside = (("the capital, not its namesake", 1.2),)
        if rivalled and match.way == "alias" and unlike(name.key, match.entry):
            beside = (*beside, ("known by quite another name", _ESTRANGED))
        made.append(Candidate(match, tuple(own_features(match, name.phrases)), beside))
    return tuple(made)


def _closer(
    name: Name, found: tuple[Match, ...], weights: Mapping[str, float], gazetteer: Gazetteer
) -> tuple[Match, ...]:
    """The candidates after a look at the countries that the report is about: names like one that nothing there even
    sounds like; of one that hundreds bear, those there too.
    """
    likely = _likely(weights)
    if all(match.way == "sound" and match.entry.country not in likely for match in found):
        return (*found, *_like(name, likely, gazetteer))
    if len(found) < _FIRST_LOOK:
        return found
    known = {match.entry.id for match in found}
    there = (match for country in likely for match in gazetteer.find(name.text, country)[:_CLOSE_LOOK])
    return (*found, *(match for match in there if match.entry.id not in known))


def _like(name: Name, likely: Sequence[str], gazetteer: Gazetteer) -> tuple[Match, ...]:
    return tuple(match for country in likely for match in gazetteer.find_like(name.text, country))[:_CLOSE_LOOK]


def _likely(weights: Mapping[str, float]) -> list[str]:
    total = sum(weights.values())
    return [country for country, weight in weights.items() if weight > 0.3 * total]


def _parent(name: Name, senses: Sequence[Sense]) -> Entry | None:
    return next((entry for number in name.parents if (entry := senses[number].entry)), None)


def _country_weights(names: Sequence[Name], senses: Sequence[Sense], hints: Mapping[str, float]) -> dict[str, float]:
    weights = defaultdict(float, hints)
    for name, sense in zip(names, senses, strict=True):
        if sense.entry and sense.entry.country:
            weights[sense.entry.country] += sense.belief * min(3, len(name.phrases))
    return weights


def _context(number: int, names: Sequence[Name], senses: Sequence[Sense], weights: Mapping[str, float]) -> Context:
    """What all the other names tell."""
    rest = dict(weights)
    for name, own in zip(names, senses, strict=True):
        if name.key == names[number].key and own.entry and own.entry.country:
            rest[own.entry.country] -= own.belief * min(3, len(name.phrases))
    total = sum(rest.values()) + 1.0
    divisions: dict[tuple[str, str], float] = defaultdict(float)
    points: list[tuple[float, float, float]] = []
    count = 1.0
    for other, sense in enumerate(senses):
        entry = sense.entry
        if other == number or entry is None or names[other].key == names[number].key:
            continue
        if entry.country and entry.admin1:
            divisions[entry.country, entry.admin1] += sense.belief * min(3, len(names[other].phrases))
            count += sense.belief * min(3, len(names[other].phrases))
        if entry.kind in ("town", "district", "site", "admin1"):
            points.append((entry.lat, entry.lon, sense.belief * (0.4 if entry.kind == "admin1" else 1.0)))
    return Context(
        {country: max(0.0, weight) / total for country, weight in rest.items()},
        {division: weight / count for division, weight in divisions.items()},
        points,
    )


def _judge(name: Name, candidates: Sequence[Candidate], context: Context, parent: Entry | None, told: float) -> Sense:
    scored = []
    for candidate in candidates:
        match = candidate.match
        if parent is not None and match.entry.id == parent.id:
            continue  # what lies in a place is another than it, though the gazetteer lists both names as one
        reasons = (*candidate.own, *features(match, context, parent), *candidate.beside)
        scored.append((sum([weight for _, weight in reasons]), match, reasons))
    scored.sort(key=lambda item: (-item[0], abs(item[1].entry.id)))
    if not scored:
        return Sense(None, name.key)
    top = scored[0][0]
    mass = _mass([(score - top, match.entry) for score, match, _ in scored])
    others = tuple(
        Alternative(
            value=label(match.entry), score=round(math.exp(score - top) / mass, 3), why=_lacks(scored[0][2], reasons)
        )
        for score, match, reasons in scored[1 : _TOLD + 1]
    )
    sense = Sense(scored[0][1], name.key, round(top, 2), round(1 / mass, 3), scored[0][2], others)
    if top < _LEAST and (told >= 2 or parent is not None):
        refused = Alternative(value=label(scored[0][1].entry), score=sense.belief, why="little speaks for it here")
        return replace(sense, match=None, belief=0.0, others=(refused, *others[: _TOLD - 1]))
    return sense


def _mass(scored: Sequence[tuple[float, Entry]]) -> float:
    """What belief is shared among. Where one of some size is meant, all hamlets of its name weigh as much as one: that
    a longer list knows more of them tells nothing against it.
    """
    shares = [(math.exp(score), _is_hamlet(entry)) for score, entry in scored]
    small = [share for share, hamlet in shares if hamlet]
    if not small or shares[0][1]:
        return sum(share for share, _ in shares)
    return sum(share for share, hamlet in shares if not hamlet) + sum(small) / len(small)


def _is_hamlet(entry: Entry) -> bool:
    return entry.kind in ("town", "spot", "subdistrict") and entry.population < _HAMLET and not entry.own


def _lacks(best: Sequence[tuple[str, float]], reasons: Sequence[tuple[str, float]]) -> str:
    """The feature by which the better candidate wins most."""
    mine = dict(reasons)
    gaps = [(weight - mine.get(name, 0.0), name) for name, weight in best]
    gap, name = max(gaps, default=(0.0, ""))
    return f"less by: {name}" if gap > 0 else "nothing tells them apart"


def label(entry: Entry) -> str:
    """A place in a phrase: "Al Qā’im (town, Al Anbar, IQ)"."""
    return f"{entry.name} ({', '.join(part for part in (entry.kind, entry.admin1, entry.country) if part)})"
