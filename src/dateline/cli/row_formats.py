"""Rows: what a project is asked for, out as JSON, JSONL or CSV, one row at a time."""

import csv
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

Row = Mapping[str, Any]


class Format(StrEnum):
    """The formats of what a project tells."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


ProjectArgument = Annotated[
    str, typer.Argument(metavar="PROJECT", help="A project's file, or a postgresql:// URL.", show_default=False)
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="table is for people.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there, not to stdout.")]


def write_rows(rows: Iterable[Row], format_name: str, columns: Sequence[str], out: TextIO) -> None:
    """Write rows; CSV has these columns, a cell that is no plain value holds JSON."""
    _WRITERS[format_name](rows, columns, out)


def _as_json(rows: Iterable[Row], _columns: Sequence[str], out: TextIO) -> None:
    between = "[\n"
    for row in rows:
        out.write(between + json.dumps(row, ensure_ascii=False, indent=2))
        between = ",\n"
    out.write("[]\n" if between == "[\n" else "\n]\n")


def _as_lines(rows: Iterable[Row], _columns: Sequence[str], out: TextIO) -> None:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _as_csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in columns])


def _cell(value: object) -> object:
    if isinstance(value, str):
        # a spreadsheet takes a cell that begins so for a formula
        return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | list | tuple | dict) else value


_WRITERS: Mapping[str, Callable[[Iterable[Row], Sequence[str], TextIO], None]] = {
    "json": _as_json, "jsonl": _as_lines, "csv": _as_csv,
}  # fmt: skip
