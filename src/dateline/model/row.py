"""Rows: what a scheme's rulebook makes of incidents, or why it makes none."""

from collections.abc import Mapping

from pydantic import Field

from dateline.model.noun import Noun

Cell = str | int | float | None


class Basis(Noun):
    """What some columns of a row rest on: the rule that gave them, words, and an incident's statements (indexes)."""

    columns: tuple[str, ...]
    rule: str
    words: str = ""
    incident: str | None = None
    statements: tuple[int, ...] = ()


class Override(Noun):
    """A value that a person put in a row's column in place of the book's, by which judgement, and why."""

    column: str
    was: Cell = None
    judgement: int
    who: str
    reason: str = ""


class Row(Noun):
    """One row of a scheme. `id` is the same as long as the row's incidents, day, place and parties are; `values` by
    column, in the scheme's own order; `flags` are what a person should look at before it goes out.
    """

    id: str
    rulebook: str
    version: str
    incidents: tuple[str, ...]
    values: Mapping[str, Cell] = Field(default_factory=dict)
    basis: tuple[Basis, ...] = ()
    flags: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()


class Refusal(Noun):
    """Why a rulebook makes no row of incidents: the rule by its name, and in words ("nobody is said to have died")."""

    rulebook: str
    version: str
    incidents: tuple[str, ...]
    rule: str
    words: str
