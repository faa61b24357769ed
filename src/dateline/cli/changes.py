"""`dateline changes`: the feed of what happened to a project's incidents."""

from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Debug
from dateline.cli.row_formats import Format, FormatOption, Out, ProjectArgument

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

EXAMPLE = "For example: [bold]dateline changes syria.dateline --since 2026-11-20 --what merged,split[/bold]"
COLUMNS = ("seq", "id", "at", "what", "before", "after", "other", "reason")
SHOWN = 100


def changes(
    project: ProjectArgument,
    since: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="From that day or time on; without a zone it is of this machine's."),
    ] = None,
    after: Annotated[int, typer.Option(metavar="N", min=0, help="After that number, for programs that ask again.")] = 0,
    incident: Annotated[str | None, typer.Option(metavar="ID", help="Only of that incident.")] = None,
    what: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT", help="appeared, changed, merged, split, went, reviewed; can be given again."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help=f"At most so many; a table shows {SHOWN}, other formats all.")
    ] = None,
    whole: Annotated[bool, typer.Option("--whole", help="With the statements that changed.")] = False,
    format_: FormatOption = Format.TABLE,
    out: Out = None,
    debug: Debug = False,
) -> None:
    """Tell what happened to incidents, in its order: appeared, changed, merged, split, went, with the fields that
    changed and why. Each change has a number that grows, so that a program can ask for what came after the last."""
    with leaving_well(debug=debug):
        from dateline.cli.options import checked_target
        from dateline.cli.output import output_to
        from dateline.cli.row_formats import write_rows
        from dateline.pipeline.project.asking import open_to_ask

        with open_to_ask(project) as asking:
            rows = asking.feed(since, incident, after=after, what=what or (), whole=whole)
            if format_ is not Format.TABLE:
                with output_to(checked_target(out, ())) as stream:
                    write_rows(islice(rows, limit), format_.value, COLUMNS, stream)
                return
            _show(rows, limit or SHOWN, out)


def _show(rows: "Iterator[dict[str, Any]]", most: int, out: "Path | None") -> None:
    from dateline.cli.printing import printing_to
    from dateline.render.changes import table_of_changes

    shown = list(islice(rows, most + 1))
    if not shown:
        tell("nothing happened")
        return
    with printing_to(out) as console:
        console.print(table_of_changes(shown[:most]))
    if len(shown) > most:
        tell(f"more follow: --after {shown[most - 1]['seq']}")
