"""Who of the registry is meant by a name, in this report."""

from dateline.codebook.registry import ActorEntry, Registry, is_acronym
from dateline.coding.actors.identity import Identity, of_entry
from dateline.coding.actors.setting import EVERYWHERE, Setting
from dateline.model import Alternative

_CLEARLY = 0.15
_SHORT = 3
_REPORTED_LOSSES = frozenset(["KIA", "MIA"])
"""Military shorthand for killed and missing in action: an actor only where the report tells of its country."""


def choose(entries: tuple[ActorEntry, ...], name: str, setting: Setting, registry: Registry) -> Identity | None:
    """The entry that fits the report's countries and year best; None where none fits or two fit alike."""
    ranked = sorted(((fitness(entry, setting), entry) for entry in entries), key=lambda pair: (-pair[0], pair[1].id))
    best, entry = ranked[0]
    others = tuple(
        Alternative(value=other.id, score=round(max(score, 0.0), 3), why=_lack(other, setting))
        for score, other in ranked[1:4]
    )
    if len(ranked) > 1 and best - ranked[1][0] < _CLEARLY:
        return Identity(
            name=name, rule="actors.registry-ambiguous", score=0.3, sort=entry.sort, sector=entry.sector,
            note=f"{name!r} is a name of {len(ranked)} actors, and nothing in the report tells which",
            alternatives=(Alternative(value=entry.id, score=round(best, 3)), *others),
        )  # fmt: skip
    if name in _REPORTED_LOSSES and not setting.share(entry.country):
        return None
    if is_acronym(name) and len(name) <= _SHORT and (best < 0.5 or _far(entry, setting, registry)):
        return None
    found = of_entry(entry, "actors.registry", min(1.0, best), f"{name!r} is a name of {entry.name} ({entry.source})")
    return found.because(found.rule, found.score, found.note, others)


def _far(entry: ActorEntry, setting: Setting, registry: Registry) -> bool:
    """Whether the report tells countries, and none is a ground of the group's or borders on one."""
    if entry.country is None or setting.guessed or not setting.shares or entry.id in EVERYWHERE:
        return False
    grounds = (entry.country, *entry.where)
    return not any(told == home or registry.neighbours(told, home) for told in setting.shares for home in grounds)


def fitness(entry: ActorEntry, setting: Setting) -> float:
    """How well an entry fits the setting, 0..1: its country's share in the report, and whether it existed then."""
    score = 0.7
    if entry.country is None:
        score += 0.15
    elif setting.shares:
        score += 0.3 * min(1.0, 2 * setting.share(entry.country)) if setting.share(entry.country) else -0.15
    if setting.year is not None and not entry.active(setting.year):
        score -= 0.3
    return score


def _lack(entry: ActorEntry, setting: Setting) -> str:
    lacks = []
    if entry.country and not setting.share(entry.country):
        lacks.append(f"the report tells nothing else of {entry.country}")
    if setting.year is not None and not entry.active(setting.year):
        lacks.append(f"not active in {setting.year}")
    return "; ".join(lacks) or "another fits better"
