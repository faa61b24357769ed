"""Printing: tables for people, JSON for programs, on stdout."""

import json
import sys
from typing import TYPE_CHECKING

import typer

from dateline.cli.writers import TABLE_WIDTH

if TYPE_CHECKING:
    from rich.console import RenderableType


def print_table(made: "RenderableType") -> None:
    """Print for people: as wide as their terminal, TABLE_WIDTH where there is none."""
    from rich.console import Console

    Console(width=None if sys.stdout.isatty() else TABLE_WIDTH, highlight=False).print(made)


def print_json(data: object) -> None:
    """Print as indented JSON."""
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False))
