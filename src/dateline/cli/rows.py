"""`dateline rows`: the rows that a scheme's rulebook makes of a project's incidents, and what it refuses."""

import csv
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from dateline.cli.leaving import INPUT_FAILED, leaving_well, tell
from dateline.cli.options import Actors, Debug, checked_target, settings_with
from dateline.cli.output import output_to
from dateline.cli.row_formats import ProjectArgument
from dateline.cli.row_formats import write_rows as write_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.model import Refusal, Row
    from dateline.rulebooks.integrity import Fault

EXAMPLE = "For example: [bold]dateline rows sahel.dateline --rulebook ucdp --format csv --out ged.csv --check[/bold]"


class Book(StrEnum):
    """The rulebooks."""

    UCDP = "ucdp"
    ACLED = "acled"
    AIRWARS = "airwars"


class Format(StrEnum):
    """The formats of rows."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def rows(
    project: ProjectArgument,
    rulebook: Annotated[Book, typer.Option("--rulebook", help="Whose rules.")],
    format_: Annotated[Format, typer.Option("--format", "-f", help="table is for people.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there, not to stdout.")] = None,
    refused: Annotated[bool, typer.Option("--refused", help="Give what made no row, and why, instead.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Report what the integrity tests find.")] = False,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Make a scheme's rows of a project's incidents, by its book; what is not codeable is refused, with the rule."""
    with leaving_well(debug=debug):
        from dateline.cli.progress import FirstBuild
        from dateline.pipeline.project import open_project
        from dateline.pipeline.project.rows import ProjectRows, heads_of
        from dateline.pipeline.rulebooks import rulebook_named

        target, settings = checked_target(out, [project]), settings_with(None, actors)
        with open_project(project, settings) as opened:
            book = rulebook_named(rulebook.value, settings, heads_of(opened), FirstBuild())
            work = ProjectRows(opened, book, rulebook.value)
            made = work.all()
            faults = work.faults(made) if check else []
        rows_made, refusals = parted(made)
        with output_to(target) as stream:
            if refused:
                write_refusals(refusals, format_, stream)
            else:
                write_rows(rows_made, book.columns, format_, stream)
        tell(f"{len(rows_made)} rows; {len(refusals)} incidents refused{_why(refusals)}")
        if check:
            report(faults, len(rows_made))
        if faults:
            raise typer.Exit(INPUT_FAILED)


def parted(made: "Sequence[Row | Refusal]") -> "tuple[list[Row], list[Refusal]]":
    """The rows and the refusals."""
    from dateline.model import Refusal, Row

    return [each for each in made if isinstance(each, Row)], [each for each in made if isinstance(each, Refusal)]


def write_rows(made: "Sequence[Row]", columns: "Sequence[str]", form: Format, stream: TextIO) -> None:
    """Write rows: all columns as CSV, rows with what they rest on as JSONL, the chief ones as a table."""
    if form is Format.JSONL:
        stream.writelines(row.model_dump_json() + "\n" for row in made)
    elif form is Format.CSV:
        write_plain((row.values for row in made), "csv", columns, stream)
    else:
        from dateline.render.rows import print_rows

        print_rows(made, stream)


def write_refusals(refusals: "Sequence[Refusal]", form: Format, stream: TextIO) -> None:
    """Write what made no row, and why."""
    if form is Format.JSONL:
        stream.writelines(refusal.model_dump_json() + "\n" for refusal in refusals)
        return
    writer = csv.writer(stream, lineterminator="\n", delimiter="," if form is Format.CSV else "\t")
    writer.writerow(("incidents", "rule", "because"))
    writer.writerows((" ".join(refusal.incidents), refusal.rule, refusal.words) for refusal in refusals)


def report(faults: "Sequence[Fault]", number: int) -> None:
    """Tell what the integrity tests found, test by test."""
    if not faults:
        tell(f"integrity: all tests passed by {number} rows")
        return
    counted = Counter(fault.check for fault in faults)
    tell(f"integrity: {len(faults)} faults in {len({fault.row for fault in faults})} of {number} rows")
    for name, times in sorted(counted.items()):
        first = next(fault for fault in faults if fault.check == name)
        tell(f"  {name}: {times}; {first.row} {first.words}")


def _why(refusals: "Sequence[Refusal]") -> str:
    counted = Counter(refusal.rule for refusal in refusals)
    told = ", ".join(f"{rule} {times}" for rule, times in counted.most_common())
    return f" ({told})" if told else ""
