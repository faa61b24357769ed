"""`dateline add`: reports into a project, coded, linked and stored."""

import gc
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from dateline.cli.code import reader_of
from dateline.cli.leaving import INPUT_FAILED, leaving_well, tell
from dateline.cli.options import Actors, Codebooks, Debug, Published, Publisher, Rule, TollRuleName, settings_with
from dateline.cli.problems import Problems
from dateline.cli.progress import progress
from dateline.errors import DataError, DatelineError, StoreLostError, StoreRefusedError

if TYPE_CHECKING:
    from dateline.pipeline.project import Project
    from dateline.pipeline.project.project import Coded
    from dateline.reading import Arrival
    from dateline.settings import Settings

Given = TypeVar("Given")
EXAMPLE = "For example: [bold]dateline add reports/ --to sahel.dateline[/bold]"
BATCH, BATCH_S = 50, 2.0
"""A transaction takes in so many reports at most, and waits no longer than this for them."""
TRIES, FIRST_WAIT_S = 6, 1.0

To = Annotated[str, typer.Option("--to", metavar="PROJECT", help="A project's file, or a postgresql:// URL.")]


def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Text, Markdown, HTML, JSON or JSONL files, folders, or - for stdin."),
    ],
    to: To,
    published: Published = None,
    publisher: Publisher = None,
    jobs: Annotated[int, typer.Option(min=1, max=256, help="Processes to code with; the result is the same.")] = 1,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Broken records of JSON and JSONL files are no failure of the command.")
    ] = False,
    codebook: Codebooks = None,
    actors: Actors = None,
    rule: Rule = TollRuleName.LATEST,
    debug: Debug = False,
) -> None:
    """Add reports to a project: code them, join what they tell into incidents, and keep it all. What is there already
    is left as it is, so the same command goes on where an earlier one was stopped. A report that cannot be read, coded
    or stored is told and passed over."""
    with leaving_well(debug=debug):
        from dateline.pipeline.project import open_project

        problems = Problems(skip_bad=skip_bad, goes_on=True)
        reader = reader_of(published, publisher, problems, None, skip_bad=True)
        settings = settings_with(codebook, actors, rule)
        with open_project(to, settings, create=True) as project:
            project.prepare()
            collect_seldom()
            adding = Adding(project, settings, jobs, problems, debug=debug)
            adding.all(reader.read(paths))
            tell(adding.summary())
        if summary := problems.summary():
            tell(summary)
        if problems.failed:
            raise typer.Exit(INPUT_FAILED)


class Adding:
    """Takes reports in, a transaction at a time, and counts what became of them."""

    def __init__(
        self, project: "Project", settings: "Settings", jobs: int, problems: Problems, *, debug: bool = False
    ) -> None:
        self._project, self._settings, self._jobs = project, settings, jobs
        self._problems, self._debug = problems, debug
        self.fates: dict[str, int] = {"new": 0, "version": 0, "known": 0}

    def all(self, arrivals: "Iterator[Arrival]") -> None:
        """Add all of these reports."""
        again = self._some(arrivals)
        while again:
            again = self._some(iter(again))

    def summary(self) -> str:
        """What became of them, in one line."""
        new, version, known = (self.fates[fate] for fate in ("new", "version", "known"))
        return f"{new} report{'s' * (new != 1)} added, {version} with a new text, {known} there already"

    def _some(self, arrivals: "Iterator[Arrival]") -> "list[Arrival]":
        """Add these; gives those whose names were taken meanwhile."""
        from dateline.cli.crew import Failure, Preparing, code_all
        from dateline.pipeline.project.arriving import got_of
        from dateline.pipeline.project.project import Coded

        again: list[Arrival] = []
        batch: list[tuple[Arrival, Coded]] = []
        since = time.monotonic()
        with progress(wanted=True) as advance:
            for arrival, made in code_all(
                self._missing(arrivals), self._jobs, self._settings, Preparing(self._settings)
            ):
                if isinstance(made, Failure):
                    self._problems.fail(where_from(arrival), made.trace if self._debug else made.message)
                else:
                    batch.append((arrival, Coded(got_of(arrival), made)))
                advance()
                if len(batch) >= BATCH or time.monotonic() - since >= BATCH_S:
                    again += self._store(batch)
                    batch, since = [], time.monotonic()
        return again + self._store(batch)

    def _missing(self, arrivals: "Iterator[Arrival]") -> "Iterator[Arrival]":
        """The reports that the project does not hold yet, under their names there."""
        from dataclasses import replace

        from dateline.pipeline.project.arriving import got_of

        for arrival in arrivals:
            got, known = patiently(partial(self._project.place, got_of(arrival)))
            if known:
                self.fates["known"] += 1
            else:
                yield replace(arrival, report=got.report)

    def _store(self, batch: "list[tuple[Arrival, Coded]]") -> "list[Arrival]":
        """Store a batch; gives those whose names were taken meanwhile."""
        if not batch:
            return []
        try:
            fates = patiently(partial(self._project.add, [coded for _, coded in batch]))
        except Exception as error:
            if isinstance(error, DatelineError) and not isinstance(error, StoreRefusedError | DataError):
                raise
            return self._store_apart(batch, error)
        for fate in fates:
            if fate != "again":
                self.fates[fate] += 1
        return [arrival for (arrival, _), fate in zip(batch, fates, strict=True) if fate == "again"]

    def _store_apart(self, batch: "list[tuple[Arrival, Coded]]", error: Exception) -> "list[Arrival]":
        """Store a batch that has failed one report at a time: the one that made it fail must not lose the others."""
        if len(batch) > 1:
            return [arrival for each in batch for arrival in self._store([each])]
        shown = "".join(traceback.format_exception(error)) if self._debug else f"{type(error).__name__}: {error}"
        self._problems.fail(where_from(batch[0][0]), shown)
        return []


def collect_seldom() -> None:
    """Let the garbage collector pass over what is loaded already, and look seldom at the rest: traces and records at
    hand are many, hold no cycles, and cost a third of adding to look through again and again."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def where_from(arrival: "Arrival") -> str:
    """A report as a person finds it: the file and the entry in it that it was read from, and its name."""
    name = arrival.report.id
    return name if arrival.origin is None else f"{arrival.origin.place} ({name})"


def patiently(ask: Callable[[], Given]) -> Given:
    """What `ask` gives; where the database is busy or lost it is asked again, after longer and longer waits."""
    for n in range(TRIES - 1):
        try:
            return ask()
        except StoreLostError as error:
            wait = FIRST_WAIT_S * 2**n
            tell(f"{error}; trying again in {wait:.0f} s")
            time.sleep(wait)
    return ask()
