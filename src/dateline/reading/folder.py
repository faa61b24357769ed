"""Folders: the files in them that may be reports, in the order of their names."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.errors import InputError

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}


def format_of(path: Path) -> str:
    """The format that a file's name tells; text where it tells none."""
    return SUFFIXES.get(path.suffix.lower(), "text")


def files_of(
    folder: Path, on_problem: Callable[[InputError], None], on_passed_over: Callable[[Path], None]
) -> Iterator[Path]:
    """The files of a folder and its sub-folders that dateline reads, by name; hidden ones are left out.

    Files of other kinds go to `on_passed_over`, folders that cannot be listed to `on_problem`; a folder without any
    file to read is a problem too.
    """
    found = 0

    def unlisted(error: OSError) -> None:
        on_problem(InputError(f"cannot be listed: {error.strerror}", str(error.filename), "check its permissions"))

    for root, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() in SUFFIXES:
                found += 1
                yield path
            else:
                on_passed_over(path)
    if not found:
        kinds = " ".join(SUFFIXES)
        on_problem(InputError("holds no file that dateline reads", str(folder), f"it reads {kinds}"))
