"""`dateline code`: reports in, records out."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.leaving import INPUT_FAILED, leaving_well, tell
from dateline.cli.options import (
    Actors,
    Codebooks,
    Debug,
    Published,
    Publisher,
    Rule,
    TollRuleName,
    checked_target,
    published_day,
    settings_with,
    today,
)
from dateline.cli.output import output_to
from dateline.cli.problems import Problems
from dateline.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.cli.writers import Writer
    from dateline.reading import Arrival, Reader

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
    codebook: Codebooks = None,
    actors: Actors = None,
    rule: Rule = TollRuleName.LATEST,
    debug: Debug = False,
) -> None:
    """Code reports: who did what to whom, where and when, with what losses, and who says so."""
    with leaving_well(debug=debug):
        from dateline.cli.crew import code_all
        from dateline.cli.writers import writer_for

        problems, target = Problems(skip_bad=skip_bad), checked_target(out, paths)
        arrivals = reader_of(published, publisher, problems, target, skip_bad=skip_bad).read(paths)
        settings = settings_with(codebook, actors, rule)
        with output_to(target) as stream:
            writer = writer_for(format_.value, stream)
            write_all(code_all(arrivals, jobs, settings, writer.form), writer, problems, debug=debug)
        if summary := problems.summary():
            tell(summary)
        if problems.failed:
            raise typer.Exit(INPUT_FAILED)


def reader_of(
    published: str | None, publisher: str | None, problems: Problems, target: Path | None, *, skip_bad: bool
) -> "Reader":
    """The reader that the options ask for; what it cannot read goes to `problems`."""
    from dateline.reading import Reader

    now = today()
    return Reader(
        published_day(published, now),
        publisher,
        today=now,
        skip_bad=skip_bad,
        on_problem=problems.take,
        on_passed_over=problems.pass_over,
        apart_from=target,
    )


def write_all(coded: "Iterable[tuple[Arrival, object]]", writer: "Writer", problems: Problems, *, debug: bool) -> None:
    """Write what was made of the records as it comes; failures go to `problems`."""
    from dateline.cli.crew import Failure

    with progress(wanted=not writer.on_terminal) as advance:
        for arrival, made in coded:
            if isinstance(made, Failure):
                problems.fail(arrival.report.id, made.trace if debug else made.message)
            else:
                writer.add(made)
            advance()
    writer.end()
