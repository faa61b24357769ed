"""`dateline explain`: for every field of an event, which words, which rule, which score."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.leaving import leaving_well
from dateline.cli.options import Actors, Codebooks, Debug, Published, Publisher, published_day, settings_with, today
from dateline.errors import InputError, SettingsError

if TYPE_CHECKING:
    from dateline.model import Record
    from dateline.reading import Arrival

EXAMPLE = "For example: [bold]dateline explain report.txt e3 --published 2017-11-03[/bold]"


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file that was coded, or - for stdin.")],
    event: Annotated[str | None, typer.Argument(metavar="[EVENT]", help="The event's id; without it: a list.")] = None,
    report: Annotated[str | None, typer.Option(metavar="ID", help="Which report, where the file has several.")] = None,
    published: Published = None,
    publisher: Publisher = None,
    codebook: Codebooks = None,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Explain an event: which words, which rule or model and which score gave each of its fields, and what lost."""
    with leaving_well(debug=debug):
        from dateline.cli.crew import Failure, code_one
        from dateline.cli.printing import print_table
        from dateline.reading import Reader
        from dateline.render.explanation import explanation_of, list_of_events

        now = today()
        arrival = _wanted(list(Reader(published_day(published, now), publisher, today=now).read([file])), file, report)
        record = code_one(arrival, settings_with(codebook, actors))
        if isinstance(record, Failure):
            raise InputError(f"dateline failed on it: {record.trace if debug else record.message}", arrival.report.id)
        if event is None:
            print_table(list_of_events(arrival.report, record))
            return
        print_table(explanation_of(arrival.report, record, _known(record, event)))


def _wanted(arrivals: "list[Arrival]", file: str, identifier: str | None) -> "Arrival":
    ids = [arrival.report.id for arrival in arrivals]
    if identifier is None and len(arrivals) == 1:
        return arrivals[0]
    if identifier is None:
        raise SettingsError(f"{file} holds {len(ids)} reports; name one with --report: {_some(ids)}")
    if identifier not in ids:
        raise SettingsError(f"{file} holds no report {identifier!r}; it holds {_some(ids)}")
    return arrivals[ids.index(identifier)]


def _known(record: "Record", event: str) -> str:
    ids = [known.id for known in record.events]
    if event not in ids:
        raise SettingsError(f"no event {event!r} in report {record.report.id}; it has {_some(ids) or 'none'}")
    return event


def _some(names: list[str], most: int = 12) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
