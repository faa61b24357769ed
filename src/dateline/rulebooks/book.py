"""Rulebooks: what each of them is, and how a person's word on a row goes over the book's.

A rulebook is a function of incidents: no store, no clock. Each has a package of its own (`ucdp`, `acled`, `airwars`)
with small modules of rules and commented data; a rule's name stands in `Basis.rule`, and docs/rulebooks.md says what it
does and where the scheme's own book says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from dateline.model import Cell, JoinedIncident, Judgement, Override, Refusal, Row

FIELD = "rows."
"""A correction of the field "rows.ucdp.best" is of the column `best` in the rows that `ucdp` makes of the incident."""


class Rulebook(Protocol):
    """Makes rows of incidents."""

    @property
    def name(self) -> str:
        """Its name, as in `dateline rows --rulebook`."""
        ...

    @property
    def version(self) -> str:
        """Its version: it goes up with every change of a rule."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """The scheme's columns, in their order."""
        ...

    def rows(self, incidents: Iterable[JoinedIncident]) -> Iterator[Row | Refusal]:
        """The rows of all these incidents and the refusals, in the order of their first incident's day, then id."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """What a person put in a column of the rows of an incident."""

    incident: str
    column: str
    value: Cell
    judgement: Judgement


def words_on(rulebook: str, judgements: Iterable[Judgement]) -> list[Word]:
    """What people put in columns of this rulebook's rows, in the order in which they did."""
    start = f"{FIELD}{rulebook}."
    return [
        Word(judgement.incident, judgement.field.removeprefix(start), judgement.value, judgement)
        for judgement in judgements
        if judgement.verdict == "correct" and judgement.field is not None and judgement.field.startswith(start)
    ]


def overridden(row: Row, words: Sequence[Word]) -> Row:
    """The row with what people put in its columns; the book's own values stay in `overrides`."""
    own = [word for word in words if word.incident in row.incidents and word.column in row.values]
    if not own:
        return row
    values: dict[str, Cell] = dict(row.values)
    told: dict[str, Override] = {}
    for word in own:
        judgement = word.judgement
        was = told[word.column].was if word.column in told else values[word.column]
        values[word.column] = word.value
        told[word.column] = Override(
            column=word.column, was=was, judgement=judgement.id, who=judgement.who, reason=judgement.reason
        )
    return row.model_copy(update={"values": values, "overrides": tuple(told.values())})


def row_id(rulebook: str, incidents: Sequence[str], *parts: object) -> str:
    """The id of a row: the rulebook, its first incident and a hash of what else sets it apart."""
    first, *others = sorted(incidents)
    rest = sha256("\n".join([*others, *map(str, parts)]).encode()).hexdigest()[:6]
    return f"{rulebook}-{first}-{rest}"


def ordered(columns: Sequence[str], values: Mapping[str, Cell]) -> dict[str, Cell]:
    """Values in the order of the scheme's columns; a column that is not given is empty."""
    return {column: values.get(column) for column in columns}
