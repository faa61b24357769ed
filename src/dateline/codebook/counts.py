"""How many, in words: number words, vague quantities and what stands around a number, from `data/counts.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dateline.errors import DataError

Range = tuple[int | None, int | None, int | None]
Words = tuple[str, ...]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_data(name: str) -> dict[str, Any]:
    """One YAML file of `codebook/data`. Raises DataError where it cannot be read or is no table."""
    try:
        text = resources.files("dateline.codebook").joinpath("data", name).read_text(encoding="utf-8")
        data = yaml.load(text, Loader=_LOADER)  # noqa: S506 -- a safe loader, chosen above
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"codebook/data/{name} cannot be read: {error}; reinstall dateline or mend the file") from error
    if not isinstance(data, dict):
        raise DataError(f"codebook/data/{name} must be a table of named parts, not {type(data).__name__}")
    return data


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one to six words with a value each, looked up by first word, the longest first."""

    by_first: Mapping[str, tuple[tuple[Words, str], ...]]

    @classmethod
    def of(cls, entries: Mapping[str, str]) -> "Phrases":
        """Index phrases (words parted by blanks) by first word."""
        table: dict[str, list[tuple[Words, str]]] = {}
        for phrase, value in entries.items():
            words = tuple(str(phrase).split())
            table.setdefault(words[0], []).append((words, value))
        return cls({first: tuple(sorted(found, key=lambda e: -len(e[0]))) for first, found in table.items()})

    def at(self, words: Words, index: int) -> tuple[int, str] | None:
        """The longest phrase that starts at this word: the index after it and its value, or None."""
        following = words[index + 1] if index + 1 < len(words) else ""
        for phrase, value in self.by_first.get(words[index], ()):
            if len(phrase) > 1 and phrase[1] != following:
                continue
            if words[index : index + len(phrase)] == phrase:
                return index + len(phrase), value
        return None


@dataclass(frozen=True, slots=True)
class CountBook:
    """Number words and their values (people); `vague` has [low, best, high], None being open.

    `starts` are the words that a count may start with, figures apart. `modifiers` maps phrases before a number to
    floor, ceiling, near, below, under or same (see the data file).
    """

    numbers: Mapping[str, int]
    scales: Mapping[str, int]
    dozens: Mapping[str, int]
    vague: Mapping[str, Range]
    vague_phrases: Phrases
    modifiers: Phrases
    not_before: frozenset[str]
    not_after: frozenset[str]
    months: frozenset[str]
    starts: frozenset[str]


def load_counts() -> CountBook:
    """The count book that ships with dateline. Raises DataError where the file breaks its rules."""
    data = read_data("counts.yaml")
    try:
        vague = {str(phrase): _range(str(phrase), values) for phrase, values in data["vague"].items()}
        kinds = {str(phrase): kind for kind, phrases in data["modifiers"].items() for phrase in phrases}
        units, tens = data["units"], data["tens"]
        joined = {f"{ten}-{unit}": tens[ten] + units[unit] for ten in tens for unit in units if 0 < units[unit] < 10}
        numbers = {**units, **tens, **joined}
        starts = {phrase.split()[0] for phrase in (*numbers, *vague, *kinds, "a", "an", "between", "from", "half")}
        return CountBook(
            numbers=numbers,
            scales=data["scales"],
            dozens=data["dozen"],
            vague=vague,
            vague_phrases=Phrases.of({phrase: phrase for phrase in vague}),
            modifiers=Phrases.of(kinds),
            not_before=frozenset(map(str, data["not_before"])),
            not_after=frozenset(map(str, data["not_after"])),
            months=frozenset(data["months"]),
            starts=frozenset(starts),
        )
    except (KeyError, AttributeError, TypeError) as error:
        raise DataError(f"codebook/data/counts.yaml: missing or misshapen part: {error}; see its comments") from error


def _range(phrase: str, values: object) -> Range:
    if not isinstance(values, list) or len(values) != 3 or not all(v is None or isinstance(v, int) for v in values):
        raise DataError(f"codebook/data/counts.yaml: {phrase!r} must have [low, best, high], numbers or null")
    known = [v for v in values if v is not None]
    if known != sorted(known):
        raise DataError(f"codebook/data/counts.yaml: {phrase!r}: low, best, high must not fall: {values}")
    return values[0], values[1], values[2]
