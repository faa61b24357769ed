"""Writers: records into the formats that `code` gives, one record at a time where the format allows it.

What a writer takes of one record is made by its `form`, in the process that coded it.
"""

from collections.abc import Callable
from typing import Any, Protocol, TextIO

from dateline.cli.output import TABLE_WIDTH
from dateline.errors import SettingsError
from dateline.model import Record, Report


class Writer(Protocol):
    """Writes records as they come; `end` after the last. `on_terminal`: what it writes is seen as it comes."""

    on_terminal: bool

    @property
    def form(self) -> Callable[[Report, Record], Any]:
        """What makes of a record what `add` takes; other processes can be given it."""
        ...

    def add(self, made: Any) -> None:
        """Write (or keep) one."""
        ...

    def end(self) -> None:
        """Write what closes the output."""
        ...


def json_line(report: Report, record: Record) -> str:
    """The record as JSON in one line."""
    del report
    return record.model_dump_json(by_alias=True)


def json_block(report: Report, record: Record) -> str:
    """The record as JSON, indented."""
    del report
    return record.model_dump_json(by_alias=True, indent=2)


def both(report: Report, record: Record) -> tuple[Report, Record]:
    """The two as they are, where only all of them together or the terminal's width tell what is written."""
    return report, record


class JsonLines:
    """One record a line."""

    on_terminal = False
    form = staticmethod(json_line)

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def add(self, made: str) -> None:
        """Write one line."""
        self._out.write(made + "\n")
        self._out.flush()

    def end(self) -> None:
        """Nothing closes JSONL."""


class JsonArray:
    """All records as one array, indented."""

    on_terminal = False
    form = staticmethod(json_block)

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._between = "[\n"

    def add(self, made: str) -> None:
        """Write one entry."""
        self._out.write(self._between + made)
        self._between = ",\n"

    def end(self) -> None:
        """Close the array."""
        self._out.write("[]\n" if self._between == "[\n" else "\n]\n")


class Tables:
    """A table a report, for people."""

    form = staticmethod(both)

    def __init__(self, out: TextIO) -> None:
        from rich.console import Console

        self.on_terminal = out.isatty()
        self._console = Console(file=out, width=None if out.isatty() else TABLE_WIDTH, highlight=False)

    def add(self, made: tuple[Report, Record]) -> None:
        """Print one table."""
        from dateline.render.table import table_of

        self._console.print(table_of(*made))

    def end(self) -> None:
        """Nothing closes a table."""


class Page:
    """One self-contained HTML page of all reports."""

    on_terminal = False
    form = staticmethod(both)

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._coded: list[tuple[Report, Record]] = []

    def add(self, made: tuple[Report, Record]) -> None:
        """Keep one for the page."""
        self._coded.append(made)

    def end(self) -> None:
        """Write the page."""
        from dateline.render.page import page_of

        self._out.write(page_of(self._coded))


FORMATS: dict[str, Callable[[TextIO], Writer]] = {"table": Tables, "json": JsonArray, "jsonl": JsonLines, "html": Page}


def writer_for(format_name: str, out: TextIO) -> Writer:
    """The writer of that format; SettingsError where there is none."""
    if format_name not in FORMATS:
        raise SettingsError(f"--format {format_name!r} is none of {', '.join(FORMATS)}")
    return FORMATS[format_name](out)
