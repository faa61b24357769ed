"""Paths: files, folders and standard input into reports, one after another, in constant memory."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError, RecordError
from dateline.model import Report
from dateline.reading.arrival import Arrival, Draft, Origin, Original, arrive
from dateline.reading.folder import files_of, format_of
from dateline.reading.json_file import read_json
from dateline.reading.json_lines import read_lines
from dateline.reading.language import language_of
from dateline.reading.markdown import read_markdown
from dateline.reading.plain import read_plain
from dateline.reading.standard_input import NAME, read_stream
from dateline.reading.web_page import read_web_page

STANDARD_INPUT = "-"
_ONE_REPORT = {"text": read_plain, "markdown": read_markdown, "html": read_web_page}

OnProblem = Callable[[InputError], None]


def stop(problem: InputError) -> None:
    """The strict way with a problem: raise it."""
    raise problem


def pass_over(path: Path) -> None:
    """The quiet way with a file of another kind: nothing."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports. `published` and `publisher` are for reports that name none themselves; `today` finds days to come.

    `on_problem` gets every InputError: it raises to stop, or returns to go on with the next path. After a broken
    record (a RecordError) the rest of its file is left out, unless `skip_bad`. `on_passed_over` gets the files of a
    folder that are of no kind that is read. `apart_from` is the file that the results go to: no report, though it may
    lie in a folder of them.
    """

    published: date | None = None
    publisher: str | None = None
    today: date | None = None
    skip_bad: bool = False
    on_problem: OnProblem = stop
    on_passed_over: Callable[[Path], None] = pass_over
    apart_from: Path | None = None

    def read(self, paths: Iterable[Path | str], stdin: BinaryIO | None = None) -> Iterator[Arrival]:
        """The reports of these paths ("-": standard input), in order, each with an id of its own within this run."""
        given: set[str] = set()
        for path in paths:
            for place, draft in self._drafts(path, stdin):
                try:
                    arrival = arrive(self._filled(draft), _own(draft.id, place, given), self.today)
                except InputError as problem:
                    self.on_problem(problem)
                    continue
                given.add(arrival.report.id)
                yield replace(arrival, origin=_origin(place, draft))

    def _filled(self, draft: Draft) -> Draft:
        return replace(
            draft,
            published=draft.published or self.published,
            publisher=draft.publisher or self.publisher,
            language=draft.language or language_of(draft.text),
        )

    def _drafts(self, path: Path | str, stdin: BinaryIO | None) -> Iterator[tuple[Path, Draft]]:
        if str(path) == STANDARD_INPUT:
            yield from self._guarded(Path(NAME), read_stream(stdin or sys.stdin.buffer, self._broken))
            return
        path = Path(path)
        if not path.is_dir():
            yield from self._guarded(path, self._file(path))
            return
        for file in files_of(path, self.on_problem, self.on_passed_over):
            if self.apart_from is None or file.resolve() != self.apart_from.resolve():
                yield from self._guarded(file, self._file(file))

    def _broken(self, problem: RecordError) -> bool:
        self.on_problem(problem)
        return self.skip_bad

    def _guarded(self, place: Path, drafts: Iterator[Draft]) -> Iterator[tuple[Path, Draft]]:
        try:
            for draft in drafts:
                yield place, draft
        except InputError as problem:
            self.on_problem(problem)
        except OSError as error:
            self.on_problem(_unreadable(place, error))

    def _file(self, path: Path) -> Iterator[Draft]:
        kind = format_of(path)
        if kind == "jsonl":
            with path.open("rb") as lines:
                yield from read_lines(lines, str(path), path.stem, self._broken)
        elif kind == "json":
            yield from read_json(path.read_bytes(), str(path), path.stem, self._broken)
        else:
            data = path.read_bytes()
            yield replace(_ONE_REPORT[kind](data, str(path)), original=Original(data))


def read_paths(
    paths: Iterable[Path | str],
    *,
    published: date | None = None,
    publisher: str | None = None,
    skip_bad: bool = False,
    on_problem: OnProblem = stop,
) -> Iterator[Report]:
    """The reports of files, folders and "-", one at a time.

    Raises InputError at the first problem unless `on_problem` takes it and returns.
    """
    for arrival in Reader(published, publisher, skip_bad=skip_bad, on_problem=on_problem).read(paths):
        yield arrival.report


def _own(wanted: str | None, place: Path, given: set[str]) -> str:
    """An id that no other report of this run has: the wanted one, the file's stem, its path, or that with a number."""
    base = wanted or (place.stem if place.stem not in given else place.as_posix())
    identifier, number = base, 1
    while identifier in given:
        number += 1
        identifier = f"{base}#{number}"
    return identifier


def _origin(place: Path, draft: Draft) -> Origin | None:
    if draft.original is None:
        return None
    file = NAME if place == Path(NAME) else _shown(place.absolute())
    return Origin(f"{file}{draft.entry}", draft.original, draft.named)


def _shown(place: Path) -> str:
    """A path as text; bytes of it that are no UTF-8 stay to be told apart ("\\udcff")."""
    return str(place).encode("utf-8", "backslashreplace").decode("utf-8")


def _unreadable(place: Path, error: OSError) -> InputError:
    remedy = {
        FileNotFoundError: "check the path",
        PermissionError: "check its permissions",
    }.get(type(error), "check the path and the disk")
    return InputError(f"cannot be read: {error.strerror or error}", str(place), remedy)
