"""Printing: tables for people, JSON for programs, on stdout."""

import json
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dateline.cli.output import TABLE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType


def print_table(made: "RenderableType") -> None:
    """Print for people: as wide as their terminal, TABLE_WIDTH where there is none."""
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else TABLE_WIDTH, highlight=False).print(made)


@contextmanager
def printing_to(out: Path | None) -> "Iterator[Console]":
    """What prints for people to that file, or to stdout."""
    from rich.console import Console

    from dateline.cli.options import checked_target
    from dateline.cli.output import output_to

    with output_to(checked_target(out, ())) as stream:
        wide = None if stream.isatty() else TABLE_WIDTH
        yield Console(file=stream, width=wide, highlight=False)


def print_json(data: object) -> None:
    """Print as indented JSON."""
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))
