"""Output: the stream that a command writes to, and how wide its tables are."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

TABLE_WIDTH = 160
"""Columns of a table that no terminal shows."""


@contextmanager
def output_to(target: Path | None) -> Iterator[TextIO]:
    """The stream to write to: the file, or stdout, in UTF-8 either way."""
    if target is None:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8")
        yield sys.stdout
        sys.stdout.flush()
        return
    with target.open("w", encoding="utf-8") as stream:
        yield stream
