"""Kinds of event and their cues: the nouns of the codebook, frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Part = Literal["verb", "noun", "phrase"]
Filler = Literal["actor", "target", "both", "weapon", "place", "origin", "destination", "source", "none"]
Scheme = Literal["plover", "plover_mode", "cameo", "acled", "muc4"]
SCHEMES: tuple[Scheme, ...] = ("plover", "plover_mode", "cameo", "acled", "muc4")


@dataclass(frozen=True, slots=True)
class CueFrame:
    """Which role each neighbour of a cue fills.

    `subject` and `object` are those of an active verb (a passive swaps them, its *by* gives the subject's role);
    `possessive` and `modifier` stand before a noun ("the army's attack", "rebel attack"); `prepositions` follow
    either. "both" is an actor who is target as well (talks), "none" fills nothing.
    """

    name: str
    subject: Filler = "actor"
    object: Filler = "target"
    possessive: Filler = "actor"
    modifier: Filler = "actor"
    prepositions: Mapping[str, Filler] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What has to stand, or must not stand, around a cue. Words in lower case; empty means no such condition.

    `with_`/`without`: anywhere in the sentence; `before`/`not_before`: among the six words ahead of it;
    `after`/`not_after`: among the eight words behind it, up to the end of the clause;
    `next`/`not_next` and `previous`/`not_previous`: the very next word, the very word before.
    """

    with_: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()
    not_next: frozenset[str] = frozenset()
    previous: frozenset[str] = frozenset()
    not_previous: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cue:
    """One verb, noun or phrase that names a kind of event. `words` is the pattern as the file writes it.

    `score` (0..1) says how surely it names an event of this kind; below 0.5 it counts only beside another word of
    conflict. `adjectival`: a past participle before a noun ("wounded soldiers") counts too. `fallback`: only where
    the sentence has no other trigger.
    """

    id: str
    kind: str
    part: Part
    words: str
    score: float
    frame: CueFrame
    surroundings: Surroundings | None = None
    adjectival: bool = False
    fallback: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """When a crosswalk rule holds: every list that is not empty must be met by one of its members.

    `actor`, `target`: names of party classes, of sectors ("MIL"), or "nobody"; `status`, `weapon` (classes) and
    `loss` (kinds of loss) as the record spells them; `code`: what the kind's plain crosswalk says, in any scheme;
    `told`: how the sentence tells it where it does so only within another act ("matter", "part", "occasion") or on a
    condition ("ultimatum") or refused ("refusal"); `holds`: kinds that it contains in this way. Both are explained in
    `coding/containment.py`.
    """

    actor: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    not_target: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    weapon: tuple[str, ...] = ()
    loss: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    wanted: tuple[tuple[str, tuple[str, ...]], ...] = field(init=False, repr=False)
    """The lists of what has to be met, by name, that are not empty."""

    def __post_init__(self) -> None:
        """Work `wanted` out once, for every event is held against every rule."""
        names = ("actor", "target", "status", "weapon", "loss", "code", "told", "holds")
        wanted = tuple((name, values) for name in names if (values := getattr(self, name)))
        object.__setattr__(self, "wanted", wanted)


@dataclass(frozen=True, slots=True)
class CrosswalkRule:
    """Codes that hold under a condition; a scheme that `codes` does not name is left to later rules."""

    name: str
    when: Condition
    codes: Mapping[Scheme, str | None]


@dataclass(frozen=True, slots=True)
class KindExample:
    """A sentence that tells of an event of a kind, and start and end of the words that name it, None if not marked."""

    text: str
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. `outcome`: told as the result of another act (killing, wounding, destruction).

    `harm` (0..10) ranks kinds by harm done to people, for ACLED's "most harmful part" and for the main event;
    `physical`: something happened on the ground, not in words alone. `control`: what it does to its
    actor's hold of the place. `codes` is its plain crosswalk, `rules` its exceptions, tried in order. `examples` are
    for a kind that the encoder was not fitted to: it knows it by them.
    """

    id: str
    label: str
    definition: str
    family: str
    harm: float
    physical: bool
    outcome: bool
    control: Literal["gains", "loses", "enters"] | None
    cues: tuple[Cue, ...]
    codes: Mapping[Scheme, str | None]
    rules: tuple[CrosswalkRule, ...] = ()
    examples: tuple[KindExample, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyClass:
    """A class of actors that crosswalk rules speak of: by sector, by sort, or by a word of the mention's own text."""

    name: str
    sectors: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    not_sectors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """A subject on which conflict words mean something else (sport, markets, medicine).

    A sentence with at least `least` of `words` lies in it; cues of kinds outside `spared` families, and cues of a
    score under `below`, then count for nothing.
    """

    name: str
    words: frozenset[str]
    least: int
    below: float
    spared: frozenset[str]
