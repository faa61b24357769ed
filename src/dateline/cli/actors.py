"""`dateline actors`: search the registry of actors, show one of them, add actors of one's own."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Actors, Debug, settings_with
from dateline.errors import SettingsError

if TYPE_CHECKING:
    from dateline.codebook.registry import Registry

EXAMPLE = "For example: [bold]dateline actors search 'Ansar Allah'[/bold]"
SEARCH_EXAMPLE = "For example: [bold]dateline actors search SDF --country Syria --year 2017[/bold]"
SHOW_EXAMPLE = "For example: [bold]dateline actors show houthis[/bold]"
ADD_EXAMPLE = "For example: [bold]dateline actors add ucdp-actor-221.csv[/bold]"

actors_app = typer.Typer(no_args_is_help=True, epilog=EXAMPLE, help="Search, show and add actors.")


class Format(StrEnum):
    """The formats of the registry's actors."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="table is for people.")]


@actors_app.command("search", epilog=SEARCH_EXAMPLE)
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an acronym or part of one, or an id.")],
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Only of it: a name or ISO code.")] = None,
    year: Annotated[int | None, typer.Option(metavar="YYYY", help="Only who was active then, if known.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 20,
    format_: FormatOption = Format.TABLE,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Find actors by name, however it is cased, accented or hyphenated; names merely like it only where none fits."""
    with leaving_well(debug=debug):
        from dateline.cli.printing import print_json, print_table
        from dateline.codebook.actor_search import search_actors
        from dateline.render.actors import hits_as_data, table_of_hits

        registry = _registry(actors)
        code = _country(country, registry)
        hits = search_actors(registry, name, code, year, limit)
        if format_ is Format.JSON:
            print_json(hits_as_data(hits))
        elif hits:
            print_table(table_of_hits(hits))
        else:
            tell(f"no actor is called {name!r} or anything like it")


@actors_app.command("show", epilog=SHOW_EXAMPLE)
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The id that search tells, or a name of one actor.")],
    format_: FormatOption = Format.TABLE,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Show an actor: names, years, where it came from, leaders by date, how each scheme codes it, its source."""
    with leaving_well(debug=debug):
        from dateline.cli.printing import print_json, print_table
        from dateline.codebook.actor_search import search_actors
        from dateline.render.actors import actor_as_data, actor_in_full

        registry = _registry(actors)
        named = registry.find(identifier)
        entry = registry.get(identifier) or (named[0] if len(named) == 1 else None)
        if entry is None:
            like = ", ".join(hit.entry.id for hit in search_actors(registry, identifier, limit=5))
            raise SettingsError(f"no one actor has the id {identifier!r}" + (f"; did you mean {like}?" if like else ""))
        if format_ is Format.JSON:
            print_json(actor_as_data(entry, registry))
        else:
            print_table(actor_in_full(entry, registry))


@actors_app.command("add", epilog=ADD_EXAMPLE)
def add(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="YAML or CSV of your own, or UCDP's actor list (CSV).")],
    debug: Debug = False,
) -> None:
    """Take in actors of your own, or those of UCDP's list that dateline lacks; `code` knows them from then on.

    Your entries win over dateline's of the same id or name; UCDP's list only adds. The same file twice changes nothing,
    a changed one replaces what it gave before.
    """
    with leaving_well(debug=debug):
        from dateline.codebook.kept_actors import add_actors
        from dateline.codebook.registry_files import load_registry
        from dateline.settings import Settings

        added = add_actors(file, Settings().kept_actors, load_registry())
        told = f"{added.new} new, {added.changed} changed, {added.same} as they were, {added.gone} gone"
        known = f"; {added.known} left out, dateline has them" if added.known else ""
        typer.echo(f"{added.target}: {told}{known}")


def _registry(actors: list[Path] | None) -> "Registry":
    from dateline.codebook.registry_files import load_registry

    settings = settings_with(None, actors)
    return load_registry(settings.actors, kept=settings.kept_actors)


def _country(told: str | None, registry: "Registry") -> str | None:
    if told is None:
        return None
    found = registry.country_of(told)
    code = found.alpha3 if found else registry.alpha3(told.upper()) or told.upper()
    if code not in registry.countries:
        raise SettingsError(f"--country {told!r} is no country; give its name or ISO code, such as Syria or SYR")
    return code
