"""Differences: what a recoding changes of incidents, as a table for people."""

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from dateline.pipeline.project.recoding import Difference, Recoded

MOST = 200
"""How many changes are shown; JSONL gives them all."""


def print_differences(found: "Recoded", stream: TextIO) -> None:
    """Print the changes, those of what an incident says first; of those of its evidence alone only the number."""
    from rich.console import Console
    from rich.table import Table

    telling = [each for each in found.differences if each.before or each.after]
    console = Console(file=stream, width=None if stream.isatty() else 160, highlight=False)
    if telling:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in ("incident", "change", "field", "before", "after"):
            table.add_column(column, overflow="fold")
        for each in telling[:MOST]:
            _add(table, each)
        console.print(table)
    if len(telling) > MOST:
        console.print(f"and {len(telling) - MOST} more; --format jsonl gives them all")
    if rest := len(found.differences) - len(telling):
        console.print(f"{rest} change{'s' * (rest > 1)} of words or evidence alone")


def _add(table: "object", each: "Difference") -> None:
    from rich.table import Table
    from rich.text import Text

    assert isinstance(table, Table)  # noqa: S101 -- rich is loaded late
    change = each.change
    what = (
        f"{change.what} {'into' if change.what == 'merged' else 'from'} {change.other}" if change.other else change.what
    )
    fields = each.before if change.what in ("went", "merged") else each.after
    if change.what != "changed":
        fields = {name: fields[name] for name in ("kind", "from", "places", "losses") if fields.get(name)}
    for n, name in enumerate(fields):
        words = (_plain(each.before.get(name)), _plain(each.after.get(name)))
        table.add_row(*map(Text, ("" if n else change.incident, "" if n else what, name, *words)))


def _plain(value: object) -> str:
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
