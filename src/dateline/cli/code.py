"""`dateline code`: reports in, records out."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from dateline.cli.leaving import INPUT_FAILED, leaving_well, tell
from dateline.cli.options import Debug, Published, Publisher, checked_target, published_day, today
from dateline.cli.problems import Problems
from dateline.cli.progress import progress

if TYPE_CHECKING:
    from dateline.cli.writers import Writer
    from dateline.reading import Arrival

EXAMPLE = "For example: [bold]dateline code reports/ --publisher Reuters --format jsonl --out coded.jsonl[/bold]"


class Format(StrEnum):
    """The formats of the output."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def code(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Text, Markdown, HTML, JSON or JSONL files, folders, or - for stdin."),
    ],
    published: Published = None,
    publisher: Publisher = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="table is for people.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there, not to stdout.")] = None,
    jobs: Annotated[int, typer.Option(min=1, max=256, help="Processes to code with; the result is the same.")] = 1,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Pass over broken records of JSON and JSONL files, and count them.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Code reports: who did what to whom, where and when, with what losses, and who says so."""
    with leaving_well(debug=debug):
        from dateline.cli.writers import writer_for
        from dateline.reading import Reader

        now = today()
        problems = Problems(skip_bad=skip_bad)
        reader = Reader(
            published_day(published, now),
            publisher,
            today=now,
            skip_bad=skip_bad,
            on_problem=problems.take,
            on_passed_over=problems.pass_over,
        )
        with output_to(checked_target(out)) as stream:
            write_all(reader.read(paths), writer_for(format_.value, stream), jobs, problems, debug=debug)
        if summary := problems.summary():
            tell(summary)
        if problems.failed:
            raise typer.Exit(INPUT_FAILED)


def write_all(arrivals: "Iterable[Arrival]", writer: "Writer", jobs: int, problems: Problems, *, debug: bool) -> None:
    """Code the reports and write their records; failures go to `problems`."""
    from dateline.cli.crew import Failure, code_all

    with progress(wanted=not writer.on_terminal) as advance:
        for arrival, coded in code_all(arrivals, jobs):
            if isinstance(coded, Failure):
                problems.fail(arrival.report.id, coded.trace if debug else coded.message)
            else:
                writer.add(arrival.report, coded)
            advance()
    writer.end()


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
