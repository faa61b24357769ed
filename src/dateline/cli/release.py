"""`dateline release`: versions of a project that stay as they are."""

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Debug
from dateline.cli.row_formats import ProjectArgument
from dateline.errors import SettingsError

if TYPE_CHECKING:
    from dateline.pipeline.project.releasing import Releasing

EXAMPLE = "For example: [bold]dateline release sahel.dateline --name 2026-11-candidate --out 2026-11/[/bold]"


class Stage(StrEnum):
    """How far a version has come."""

    CANDIDATE = "candidate"
    FINAL = "final"


def release(
    project: ProjectArgument,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Its name; without one: a list of all.")] = None,
    stage: Annotated[Stage, typer.Option(help="How far it has come.")] = Stage.CANDIDATE,
    before: Annotated[
        str | None, typer.Option(metavar="NAME", help="The version to compare with; the last one if not told.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Write its files there; also of an earlier one."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Hold an earlier one against its checksums.")] = False,
    debug: Debug = False,
) -> None:
    """Freeze a version of all incidents: checksummed, with what was added, changed and dropped since the one before,
    and why. An earlier version can be written to files, or checked, at any time."""
    with leaving_well(debug=debug):
        from dateline.pipeline.project import open_project
        from dateline.pipeline.project.releasing import Releasing

        with open_project(project) as opened:
            work = Releasing(opened)
            if name is None:
                _list(work)
                return
            known = name in {each.name for each in work.all()}
            if check:
                tell(f"release {name}: {work.check(name)} incidents, all as they were frozen")
            elif not known:
                made = work.freeze(name, stage.value, before)
                tell(f"release {name} ({made.stage}): {made.rows} incidents, checksum {made.checksum}")
            elif out is None:
                raise SettingsError(f"there is a release {name!r} already; a frozen version stays, choose another name")
            if out is not None:
                work.write(name, out)
            if not check:
                counted = Counter(row.what for row in work.changelog(name))
                told = ", ".join(f"{counted[what]} {what}" for what in ("added", "changed", "dropped"))
                tell(f"since the version before: {told}")


def _list(work: "Releasing") -> None:
    from rich.table import Table
    from rich.text import Text

    from dateline.cli.printing import print_table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("name", "stage", "frozen", "incidents", "after", "checksum"):
        table.add_column(column, overflow="fold")
    for each in work.all():
        when = each.at[:19].replace("T", " ")
        words = (each.name, each.stage, when, str(each.rows), each.before or "", each.checksum)
        table.add_row(*map(Text, words))
    print_table(table)
