"""Words of losses and words for people, from `data/losses.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, get_args

from dateline.codebook.counts import CountBook, Phrases, load_counts, read_data
from dateline.errors import DataError
from dateline.model.loss import LossKind

FORMS = ("past", "gerund", "base", "happening", "state", "noun", "counted", "toll", "blow")
GROUPS = ("unknown", "civilians", "forces", "militants", "perpetrators")


@dataclass(frozen=True, slots=True)
class Person:
    """A word for people: its singular, the group it falls in (one of GROUPS), whether it is plural (None: either)."""

    lemma: str
    group: str
    plural: bool | None


@dataclass(frozen=True, slots=True)
class LossBook:
    """What tells of losses. `words` and `forms`: loss words, each to "kind form" pairs parted by `|`.

    `fighting` are the words for fighters of no state, `several` plurals and pronouns (so no person's name),
    `reflexive` "himself" and its like.
    `people` maps words and the few phrases of two words (`compounds`) to what they name.
    """

    counts: CountBook
    words: Phrases
    people: Mapping[str, Person]
    compounds: Phrases
    fighting: frozenset[str]
    several: frozenset[str]
    things: frozenset[str]
    reflexive: frozenset[str]
    casualties: Phrases
    holding: frozenset[str]
    suffering: frozenset[str]
    bombing: frozenset[str]
    clashes: frozenset[str]
    foiled: frozenset[str]
    auxiliaries: frozenset[str]
    singular: frozenset[str]
    skipped: frozenset[str]
    including: Phrases
    joins: Phrases
    stops: frozenset[str]
    unreal: frozenset[str]
    real_to: frozenset[str]
    cumulative: Phrases
    rising: frozenset[str]


def load_losses() -> LossBook:
    """The book of losses that ships with dateline. Raises DataError where the files break their rules."""
    data = read_data("losses.yaml")
    try:
        people = _people(data["people"])
        return LossBook(
            counts=load_counts(),
            words=_words(data["words"]),
            people=people,
            fighting=frozenset(w for w, p in people.items() if p.group in {"militants", "perpetrators"}),
            several=frozenset(w for w, p in people.items() if p.plural) | {"they", "them", "he", "she", "him"},
            reflexive=frozenset(w for w in people if w.endswith(("self", "selves"))),
            compounds=Phrases.of({word: word for word in people if " " in word}),
            casualties=_phrases(data["casualties"]),
            including=_phrases(data["including"]),
            joins=_phrases(data["joins"]),
            cumulative=_phrases(data["cumulative"]),
            **{
                name: frozenset(map(str, data[name]))
                for name in (
                    "things",
                    "holding",
                    "suffering",
                    "clashes",
                    "bombing",
                    "foiled",
                    "auxiliaries",
                    "singular",
                    "skipped",
                    "stops",
                    "unreal",
                    "real_to",
                )
            },
            rising=frozenset(data["rising"]),
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise DataError(f"codebook/data/losses.yaml: missing or misshapen part: {error}; see its comments") from error


def _phrases(entries: list[str]) -> Phrases:
    return Phrases.of({str(entry): str(entry) for entry in entries})


def _words(data: Mapping[str, Mapping[str, list[str]]]) -> Phrases:
    kinds: dict[str, list[str]] = {}
    for loss, forms in data.items():
        if loss not in get_args(LossKind):
            raise DataError(f"codebook/data/losses.yaml: {loss!r} is no kind of loss; use {get_args(LossKind)}")
        for form, phrases in forms.items():
            if form not in FORMS:
                raise DataError(f"codebook/data/losses.yaml: {loss}: {form!r} is no form; use {FORMS}")
            for phrase in phrases:
                kinds.setdefault(phrase, []).append(f"{loss} {form}")
    return Phrases.of({phrase: "|".join(values) for phrase, values in kinds.items()})


def _people(data: Mapping[str, list[Any]]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for group, entries in data.items():
        if group not in GROUPS:
            raise DataError(f"codebook/data/losses.yaml: {group!r} is no group of people; use {GROUPS}")
        for entry in entries:
            lemma, _, irregular = str(entry).partition("/")
            plural = irregular or _plural(lemma)
            both = plural == lemma
            people.setdefault(lemma, Person(lemma, group, None if both else False))
            people.setdefault(plural, Person(lemma, group, None if both else True))
    for word in ("people", "police", "personnel", "staff", "clergy", "forces", "security forces", "crew", "family"):
        if word in people:
            people[word] = replace(people[word], plural=True)
    return people


def _plural(lemma: str) -> str:
    if lemma.endswith(("people", "police", "personnel", "themselves", "himself", "herself", "forces")):
        return lemma
    if lemma.endswith(("s", "sh", "ch", "x")):
        return lemma if lemma.endswith(("cans", "ists")) else lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"
