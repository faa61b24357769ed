"""Harm: which losses of an incident are civilians', and how many of them are said to be children or women."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.codebook.files import load_yaml, section
from dateline.errors import DataError
from dateline.model import JoinedIncident, Loss, Statement

FILE = Path(__file__).parent / "data" / "harm.yaml"


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind is called, by family and by kind; and the words that tell of children and of women."""

    families: dict[str, str]
    kinds: dict[str, str]
    people: dict[str, re.Pattern[str]]


@cache
def own_words() -> Words:
    """The words that ship with dateline. Raises DataError where the file is not as it should be."""
    data = load_yaml(FILE)
    strikes, people = section(data, "strikes", FILE), section(data, "people", FILE)
    try:
        return Words(
            families={str(name): str(says) for name, says in section(strikes, "families", FILE).items()},
            kinds={str(name): str(says) for name, says in section(strikes, "kinds", FILE).items()},
            people={
                str(name): re.compile(rf"\b(?:{'|'.join(map(str, _listed(words)))})\b", re.IGNORECASE)
                for name, words in people.items()
            },
        )
    except TypeError as error:
        raise DataError(f"{FILE}: {error}") from error


def _listed(words: object) -> Iterable[object]:
    if not isinstance(words, list):
        raise TypeError("people: each is a list of words")
    return words


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most claimed; None where it is not told, or left open."""

    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Harm:
    """Civilians killed and injured, and the fighters beside them; `assumed`: nobody says outright that the dead are
    civilians, but only civilians are told to have been hit.
    """

    killed: Range
    injured: Range
    fighters: Range
    assumed: bool = False


def harm_of(incident: JoinedIncident) -> Harm | None:
    """The harm to civilians that is told of an incident; None where none is.

    The incident's rows follow the rule "airwars": for civilians the lowest and the highest claim.
    """
    rows = [row for row in incident.losses if row.scope not in ("cumulative", "part")]
    people = {
        statement.value
        for statement in incident.statements
        if statement.matter == "victims" and statement.claim.stance == "asserts"
    }
    told = [row for row in rows if row.group == "civilians"]
    open_ones = [row for row in rows if row.group == "unknown"] if people == {"civilians"} else []
    harm = [row for row in (told or open_ones) if row.loss in ("killed", "wounded")]
    if not any(row.high is None or row.high > 0 for row in harm):
        return None
    return Harm(
        killed=_range([row for row in harm if row.loss == "killed"]),
        injured=_range([row for row in harm if row.loss == "wounded"]),
        fighters=_range([row for row in rows if row.loss == "killed" and row.group.startswith("fighters")]),
        assumed=not told,
    )


def _range(rows: Sequence[Loss]) -> Range:
    if not rows:
        return Range()
    lows = [row.low if row.low is not None else row.best for row in rows]
    known = [low for low in lows if low is not None]
    high = None if any(row.high is None for row in rows) else sum(row.high or 0 for row in rows)
    return Range(sum(known) if known else None, high)


def claims(incident: JoinedIncident, loss: str) -> Iterator[tuple[int, Statement]]:
    """The statements of a toll of civilians, or of people who are not told apart, with their numbers."""
    for number, statement in enumerate(incident.statements):
        row = statement.mention
        if statement.matter != "toll" or statement.claim.stance != "asserts" or not isinstance(row, Loss):
            continue
        if row.loss == loss and row.scope != "cumulative" and row.group in ("civilians", "unknown"):
            yield number, statement


def people_among(incident: JoinedIncident, loss: str, words: re.Pattern[str]) -> Range:
    """How many of those are said to be children (women): the least and the most of what the sources claim.

    A source's rows of one report add up unless one is part of another; a toll whose own words name both ("women and
    children") is of neither alone.
    """
    sums: dict[tuple[str, str], list[int]] = {}
    for _, statement in claims(incident, loss):
        row = statement.mention
        if isinstance(row, Loss):
            for part in (row, *row.of_which):
                if words.search(part.text) and part.best is not None and " and " not in part.text:
                    sums.setdefault((statement.original, statement.report), []).append(part.best)
    numbers = [max(found) for found in sums.values()]
    return Range(min(numbers), max(numbers)) if numbers else Range()
