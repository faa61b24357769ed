"""Specific: does a report say enough of an occurrence for a MUC template, which wants one particular, recent incident?

MUC-4's guidelines leave out what is mentioned in general, what lies more than two months back, and what speeches and
communiques only allude to. No one sign settles it, so each has a weight. The weights are a logistic regression's on
the corpus' public training half (989 reports, coded with the encoder), rounded; kinds of event are no signs, for their
shares there are those of one war and its years, but that armed sides fight is.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence

from dateline.codebook import Codebook
from dateline.frozen import frozen
from dateline.linking.within.likeness import lies_back
from dateline.model import Event

LEAST = 0.0
"""The sum of weights from which an occurrence is specific enough."""
LEAD_CHARACTERS = 350
"""How far into a report the lead goes, its dateline included."""
_FORCES = frozenset({"MIL", "COP"})
_STATE = _FORCES | {"GOV"}
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|i|my|you|your)\b", re.IGNORECASE)
_WE = frozenset({"we", "us"})
_AT_LARGE = frozenset(["people", "persons", "civilians", "population", "victims", "citizens", "country", "nation"])
MANY = 50
"""A toll above this is mostly that of a war or of years, not of one incident."""


@frozen
class Account:
    """The tellings of one occurrence, how much of a speech the report is, and the codebook of their kinds."""

    events: Sequence[Event]
    speech: float
    codebook: Codebook


def speech_in(text: str) -> float:
    """First and second persons per thousand characters, 8 at most: a speech, an interview, a communique."""
    return min(8.0, len(_FIRST_PERSON.findall(text)) / max(1.0, len(text) / 1000))


def is_specific(account: Account) -> bool:
    """Whether a template would be filled: not all of it background, and enough that is particular."""
    if all(lies_back(event) for event in account.events):
        return False
    return BASE + sum(WEIGHTS[name] * sign(account) for name, sign in SIGNS.items()) >= LEAST


def _weapon(account: Account) -> float:
    return float(any(event.weapons for event in account.events))


def _target(account: Account) -> float:
    return float(any(event.targets for event in account.events))


def _building(account: Account) -> float:
    return float(any(t.sort in ("facility", "vehicle") for e in account.events for t in e.targets))


def _forces_hit(account: Account) -> float:
    return float(any(t.sector in _FORCES for e in account.events for t in e.targets))


def _state_acts(account: Account) -> float:
    return float(any(a.sector in _STATE for e in account.events for a in e.actors))


def _place(account: Account) -> float:
    return float(any(event.places for event in account.events))


def _toll(account: Account) -> float:
    return float(any(event.losses for event in account.events))


def _day(account: Account) -> float:
    times = [event.time for event in account.events]
    return float(any(t and t.text and t.first and t.last and (t.last - t.first).days <= 1 for t in times))


def _lead(account: Account) -> float:
    return float(min(event.trigger.start for event in account.events) < LEAD_CHARACTERS)


def _is_noun(event: Event) -> bool:
    kind = event.reasons.get("kind")
    return kind is not None and ".noun." in kind.rule


def _named(account: Account) -> float:
    return float(all(_is_noun(event) for event in account.events))


def _several(account: Account) -> float:
    return float(all(_is_noun(e) and e.trigger.text.lower().endswith("s") for e in account.events))


def _ongoing(account: Account) -> float:
    return float(all(event.status == "ongoing" for event in account.events))


def _sure(account: Account) -> float:
    return max(event.confidence for event in account.events)


def _ours(account: Account) -> float:
    return float(any(x.text.lower() in _WE for e in account.events for x in (*e.actors, *e.targets)))


def _speech(account: Account) -> float:
    return account.speech


def _in_general(account: Account) -> float:
    """Whether only people at large are hit ("killed civilians", "against the population")."""
    words = [target.text.lower().split()[-1] for event in account.events for target in event.targets]
    return float(bool(words) and _AT_LARGE.issuperset(words))


def _again(account: Account) -> float:
    """The logarithm of the number of its tellings: what a report comes back to is what it is about."""
    return math.log(len(account.events))


def _fighting(account: Account) -> float:
    """Whether any telling is of fighting between armed sides: what else is told of it came of the fighting."""
    return float(any(account.codebook.kinds[event.kind].family == "battle" for event in account.events))


def _encoder_alone(account: Account) -> float:
    """Whether no telling's words are in the lexicons."""
    kinds = (event.reasons.get("kind") for event in account.events)
    return float(all(kind is not None and kind.rule == "encoder.act" for kind in kinds))


def _a_wars_toll(account: Account) -> float:
    return float(any((loss.best or 0) > MANY for event in account.events for loss in event.losses))


SIGNS: Mapping[str, Callable[[Account], float]] = {
    "weapon": _weapon,
    "target": _target,
    "building": _building,
    "forces hit": _forces_hit,
    "state acts": _state_acts,
    "place": _place,
    "toll": _toll,
    "day": _day,
    "lead": _lead,
    "named": _named,
    "several": _several,
    "ongoing": _ongoing,
    "sure": _sure,
    "ours": _ours,
    "speech": _speech,
    "in general": _in_general,
    "a war's toll": _a_wars_toll,
    "again": _again,
    "fighting": _fighting,
    "encoder alone": _encoder_alone,
}
WEIGHTS: Mapping[str, float] = {
    "weapon": 1.1, "target": 1.0, "building": 0.75, "forces hit": -0.4, "state acts": -0.25, "place": 0.4,
    "toll": 0.65, "day": 0.35, "lead": 0.05, "named": 0.45, "several": -0.55, "ongoing": -0.55, "sure": 1.35,
    "ours": -0.95, "speech": -0.1, "in general": -0.8, "a war's toll": -0.8, "again": 0.35, "fighting": -1.0,
    "encoder alone": -0.45,
}  # fmt: skip
BASE = -2.1
"""Of the regression's constant, -3.3, so much is left where what is left out costs as much as what is put in."""
