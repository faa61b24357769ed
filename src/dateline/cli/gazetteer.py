"""`dateline gazetteer`: what it holds, what a name may mean, more places for it, and fewer again."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.leaving import INPUT_FAILED, leaving_well, tell
from dateline.cli.options import Debug, today

if TYPE_CHECKING:
    from dateline.gazetteer import LayeredGazetteer, SqliteGazetteer
    from dateline.gazetteer.files import PlaceFile
    from dateline.gazetteer.taking import Outcome

INFO_EXAMPLE = "For example: [bold]dateline gazetteer info[/bold]"
SEARCH_EXAMPLE = 'For example: [bold]dateline gazetteer search "Abu Kamal" --country SY[/bold]'
ADD_EXAMPLE = "For example: [bold]dateline gazetteer add SY.zip admin2Codes.txt my-villages.csv[/bold]"

REMOVE_EXAMPLE = "For example: [bold]dateline gazetteer remove my-villages.csv[/bold]"

gazetteer = typer.Typer(
    no_args_is_help=True,
    help="The gazetteer: what it holds, what a name may mean, and more places for it.",
    epilog=ADD_EXAMPLE,
)


class Format(StrEnum):
    """The formats of the output."""

    TABLE = "table"
    JSON = "json"


Formats = Annotated[Format, typer.Option("--format", "-f", help="table is for people.")]


@gazetteer.command("info", epilog=INFO_EXAMPLE)
def info(format_: Formats = Format.TABLE, debug: Debug = False) -> None:
    """Tell where the gazetteer lies, what it holds, and what was added to it."""
    with leaving_well(debug=debug):
        from dateline.cli.printing import print_json, print_table
        from dateline.render.gazetteer import info_as_data, info_as_table

        opened = _opened()
        if format_ is Format.JSON:
            print_json(info_as_data(opened))
        else:
            print_table(info_as_table(opened))


@gazetteer.command("search", epilog=SEARCH_EXAMPLE)
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as a report spells it.")],
    country: Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="Only there (IQ, IRQ or Iraq); tries like names last.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most this many.")] = 20,
    format_: Formats = Format.TABLE,
    debug: Debug = False,
) -> None:
    """Show what a name may mean: the candidates among which the coder chooses by the rest of a report."""
    with leaving_well(debug=debug):
        from dateline.cli.printing import print_json, print_table
        from dateline.gazetteer.searching import country_called, nearest_names, search_places
        from dateline.render.gazetteer import places_as_data, places_as_table

        opened = _opened()
        code = country_called(country, opened) if country else None
        found = search_places(name, code, opened)
        if format_ is Format.JSON:
            print_json(places_as_data(found[:limit]))
        elif found:
            print_table(places_as_table(found[:limit]))
        if not found:
            near = nearest_names(name, opened)
            where = f" in {code}" if code else ""
            rest = f"; the nearest names are {', '.join(near)}" if near else "; no name is near it"
            tell(f"no place is called {name!r}{where}{rest}")
            raise typer.Exit(INPUT_FAILED)
        if len(found) > limit:
            tell(f"{len(found) - limit} more; --limit shows them")


@gazetteer.command("add", epilog=ADD_EXAMPLE)
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="GeoNames' files (SY.zip, allCountries.txt, alternateNamesV2.zip, admin1CodesASCII.txt,"
            " admin2Codes.txt) or a CSV of your own with the columns name, lat, lon and, if you like, country, admin1,"
            " kind, population, alternates.",
        ),
    ],
    debug: Debug = False,
) -> None:
    """Add places. A file added before changes nothing; one of the same name takes the place of the earlier one."""
    with leaving_well(debug=debug):
        from dateline.cli.progress import FirstBuild, Making
        from dateline.gazetteer.adding import add_file, room_for
        from dateline.gazetteer.files import recognise
        from dateline.gazetteer.homes import read_homes
        from dateline.gazetteer.sqlite import open_embedded
        from dateline.settings import Settings

        settings, known = Settings(), [recognise(path) for path in files]
        base, homes = open_embedded(settings.cache, FirstBuild()), read_homes()
        for file in known:
            room_for(file, settings.added)
            making = Making(f"adding {file.path.name}", f"adding {file.path}")
            try:
                outcome = add_file(file, settings.added, base, homes, today().isoformat(), making)
            finally:
                making.stop()
            _tell(file, outcome)


@gazetteer.command("remove", epilog=REMOVE_EXAMPLE)
def remove(
    names: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Added files, by name or path as `dateline gazetteer info` tells."),
    ],
    debug: Debug = False,
) -> None:
    """Take out what added files brought; the embedded gazetteer stays as it is."""
    with leaving_well(debug=debug):
        from dateline.cli.progress import Making
        from dateline.gazetteer.adding import remove_file
        from dateline.settings import Settings

        for name in names:
            making = Making(f"removing {name}", f"removing {name}")
            try:
                removed = remove_file(name, Settings().added, making)
            finally:
                making.stop()
            parts = [f"{removed.file.label}: {removed.places:,} places and {removed.names:,} names removed"]
            if removed.again:
                parts.append(f"told of the same places and lost some with it: {', '.join(removed.again)}; add again")
            tell("; ".join(parts))


def _tell(file: "PlaceFile", outcome: "Outcome") -> None:
    from dateline.gazetteer.files import CONTENTS

    if outcome.already:
        tell(f"{file.path}: already there; nothing changed")
        return
    if outcome.anew:
        tell("the places added before were of another version of dateline and are gone; add their files again")
    what = {"names": "names", "admin1": "divisions", "admin2": "districts"}.get(file.content, "places")
    parts = [f"{file.path}: {CONTENTS[file.content]}; {outcome.kept:,} {what} of {outcome.rows:,} rows added"]
    if outcome.replaced:
        parts.append("they take the place of the earlier file of this name")
    if outcome.passed:
        most = ", ".join(f"{code or 'none'} {number:,}" for code, number in outcome.passed.most_common(3))
        parts.append(f"{outcome.passed.total():,} rows of other features passed over (most: {most})")
    if outcome.homeless:
        parts.append(f"{outcome.homeless:,} names are of places not known: add their country's dump, then this again")
    if outcome.pointless:
        parts.append(f"{outcome.pointless:,} divisions have no point until their country's dump is added")
    tell("; ".join(parts))


def _opened() -> "SqliteGazetteer | LayeredGazetteer":
    from dateline.cli.progress import FirstBuild
    from dateline.gazetteer import open_gazetteer
    from dateline.settings import Settings

    settings = Settings()
    return open_gazetteer(settings.cache, FirstBuild(), settings.added)
