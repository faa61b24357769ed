"""Checking: a test is a name, words that say what must hold, and a function that finds rows for which it does not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Cell, Row

Values = Mapping[str, Cell]
Finds = Callable[[Sequence[Row]], Iterator[tuple[str, str]]]
"""Finds the rows that a test fails for: the row's id, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One test. `must` says in words what has to hold."""

    name: str
    must: str
    finds: Finds


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that a test fails for."""

    check: str
    row: str
    words: str


def of_each(name: str, must: str, fails: Callable[[Values], str | None]) -> Check:
    """A test of each row by itself: `fails` says what is wrong with its values, None where nothing is."""

    def finds(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
        for row in rows:
            wrong = fails(row.values)
            if wrong is not None:
                yield row.id, wrong

    return Check(name, must, finds)


def faults_in(rows: Sequence[Row], checks: Iterable[Check]) -> list[Fault]:
    """All faults, test by test, in the order of the rows."""
    return [Fault(check.name, row, words) for check in checks for row, words in check.finds(rows)]


def number(value: Cell) -> float | None:
    """A cell as a number, None where it holds none."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return float(value)
    try:
        return float(value)
    except ValueError:
        return None
