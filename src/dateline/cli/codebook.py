"""`dateline codebook`: the kinds of event, their definitions and crosswalks."""

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.leaving import leaving_well
from dateline.cli.options import Codebooks, Debug, settings_with
from dateline.errors import SettingsError

EXAMPLE = "For example: [bold]dateline codebook airstrike[/bold]"


class Format(StrEnum):
    """The formats of the codebook."""

    TABLE = "table"
    JSON = "json"


def codebook(
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help="Only this kind, with its rules and cues.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="table is for people.")] = Format.TABLE,
    codebook: Codebooks = None,
    debug: Debug = False,
) -> None:
    """Print the kinds of event with definitions, cues and their categories in PLOVER, CAMEO, ACLED and MUC-4."""
    with leaving_well(debug=debug):
        from dateline.cli.printing import print_json, print_table
        from dateline.codebook import load_codebook
        from dateline.render.kinds import kind_in_full, kinds_as_data, table_of_kinds

        book = load_codebook(settings_with(codebook, None).codebooks)
        if kind is not None and kind not in book.kinds:
            raise SettingsError(f"no kind {kind!r} in the codebook; it has {', '.join(sorted(book.kinds))}")
        if format_ is Format.JSON:
            kinds = [entry for entry in kinds_as_data(book) if kind in (None, entry["id"])]
            print_json(kinds)
            return
        print_table(table_of_kinds(book) if kind is None else kind_in_full(book.kinds[kind]))
