"""The application: its commands and what they share."""

from typing import Annotated

import typer

from dateline.cli.actors import EXAMPLE as ACTORS_EXAMPLE
from dateline.cli.actors import actors_app
from dateline.cli.add import EXAMPLE as ADD_EXAMPLE
from dateline.cli.add import add
from dateline.cli.changes import EXAMPLE as CHANGES_EXAMPLE
from dateline.cli.changes import changes
from dateline.cli.code import EXAMPLE as CODE_EXAMPLE
from dateline.cli.code import code
from dateline.cli.codebook import EXAMPLE as CODEBOOK_EXAMPLE
from dateline.cli.codebook import codebook
from dateline.cli.control import EXAMPLE as CONTROL_EXAMPLE
from dateline.cli.control import control
from dateline.cli.explain import EXAMPLE as EXPLAIN_EXAMPLE
from dateline.cli.explain import explain
from dateline.cli.gazetteer import gazetteer
from dateline.cli.incidents import EXAMPLE as INCIDENTS_EXAMPLE
from dateline.cli.incidents import incidents
from dateline.cli.judge import judge_app
from dateline.cli.leaving import EXIT_CODES
from dateline.cli.recode import EXAMPLE as RECODE_EXAMPLE
from dateline.cli.recode import recode
from dateline.cli.release import EXAMPLE as RELEASE_EXAMPLE
from dateline.cli.release import release
from dateline.cli.rows import EXAMPLE as ROWS_EXAMPLE
from dateline.cli.rows import rows
from dateline.cli.show import EXAMPLE as SHOW_EXAMPLE
from dateline.cli.show import show

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXIT_CODES,
)
app.command("code", epilog=CODE_EXAMPLE)(code)
app.command("add", epilog=ADD_EXAMPLE)(add)
app.command("recode", epilog=RECODE_EXAMPLE)(recode)
app.command("release", epilog=RELEASE_EXAMPLE)(release)
app.command("incidents", epilog=INCIDENTS_EXAMPLE)(incidents)
app.command("show", epilog=SHOW_EXAMPLE)(show)
app.command("control", epilog=CONTROL_EXAMPLE)(control)
app.command("changes", epilog=CHANGES_EXAMPLE)(changes)
app.command("rows", epilog=ROWS_EXAMPLE)(rows)
app.command("explain", epilog=EXPLAIN_EXAMPLE)(explain)
app.command("codebook", epilog=CODEBOOK_EXAMPLE)(codebook)
app.add_typer(actors_app, name="actors", epilog=ACTORS_EXAMPLE)
app.add_typer(judge_app, name="judge")
app.add_typer(gazetteer, name="gazetteer")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"dateline {version('dateline')}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Reads reports of armed conflict and records what happened, where, when, who did it to whom, how many were hurt,
    and who says so: each value tied to the words it came from.

    For example: [bold]dateline code report.txt --published 2017-11-03[/bold]
    """
    del version
