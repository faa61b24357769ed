"""Rows as a table: of 49 or 31 columns those that a person looks at first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from dateline.model import Row

if TYPE_CHECKING:
    from rich.table import Table

CHIEF = {
    "ucdp": ("date_start", "date_end", "side_a", "side_b", "where_coordinates", "country", "low", "best", "high"),
    "acled": ("event_date", "sub_event_type", "actor1", "actor2", "location", "country", "fatalities", "notes"),
}
MOST = 8
"""Columns shown of a rulebook that is not listed: its first ones."""


def print_rows(made: Sequence[Row], stream: TextIO) -> None:
    """Print rows for people."""
    from rich.console import Console

    console = Console(file=stream, width=None if stream.isatty() else 160, highlight=False)
    console.print(table_of_rows(made) if made else "no rows")


def table_of_rows(made: Sequence[Row]) -> "Table":
    """The chief columns of rows, with their flags."""
    from rich.table import Table
    from rich.text import Text

    columns = CHIEF.get(made[0].rulebook) or tuple(made[0].values)[:MOST]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in (*columns, "to check"):
        table.add_column(column, overflow="fold")
    for row in made:
        cells = (row.values.get(column) for column in columns)
        words = [*("" if cell is None else str(cell) for cell in cells), "; ".join(row.flags)]
        table.add_row(*map(Text, words))
    return table
