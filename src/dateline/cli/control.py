"""`dateline control`: who held which place when, as a project's reports tell it together."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Debug
from dateline.cli.row_formats import Out, ProjectArgument

if TYPE_CHECKING:
    from dateline.linking.control.queries import Answer
    from dateline.model import Tenure

EXAMPLE = "For example: [bold]dateline control syria.dateline --on 2016-09-01 --place Manbij[/bold]"


class Format(StrEnum):
    """The formats of control."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    GEOJSON = "geojson"


def control(
    project: ProjectArgument,
    on: Annotated[
        str | None, typer.Option(metavar="DAY", help="Who held what on that day; without it: from when to when.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only that place, its parts too.")] = None,
    holder: Annotated[str | None, typer.Option(metavar="WHO", help="Only that holder's, by id or name.")] = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="table is for people.")] = Format.TABLE,
    out: Out = None,
    debug: Debug = False,
) -> None:
    """Tell who held which place from when to when, by all reports of a project; where two are told to hold one place on
    one day, both stay and are marked."""
    with leaving_well(debug=debug):
        from dateline.pipeline.project.asking import open_to_ask

        with open_to_ask(project) as asking:
            tenures: Sequence[Tenure] = ()
            answers: Sequence[Answer] = ()
            if on is None:
                tenures = asking.tenures(place=place, holder=holder)
            else:
                answers = asking.control(on, place=place, holder=holder)
        if not tenures and not answers:
            day = f" of {on} or before" if on else ""
            tell(f"no report tells who held {place or 'any place'}{day}" + (f", {holder} among them" if holder else ""))
        _give(tenures, answers, format_, out, on=on is not None)


def _give(
    tenures: "Sequence[Tenure]", answers: "Sequence[Answer]", format_: Format, out: Path | None, *, on: bool
) -> None:
    """Print or write what was found."""
    import json

    from dateline.cli.options import checked_target
    from dateline.cli.output import output_to
    from dateline.cli.printing import printing_to
    from dateline.cli.row_formats import write_rows
    from dateline.render.control import FLAT, FLAT_ON, table_of_answers, table_of_tenures

    if format_ is Format.TABLE:
        if tenures or answers:
            with printing_to(out) as console:
                console.print(table_of_answers(answers) if on else table_of_tenures(tenures))
        return
    with output_to(checked_target(out, ())) as stream:
        if format_ is Format.GEOJSON:
            json.dump(_geojson(tenures, answers), stream, ensure_ascii=False)
            stream.write("\n")
            return
        rows = _rows(tenures, answers, flat=format_ is Format.CSV)
        write_rows(rows, format_.value, FLAT_ON if on else FLAT, stream)


def _rows(tenures: "Iterable[Tenure]", answers: "Iterable[Answer]", *, flat: bool) -> Iterator[dict[str, Any]]:
    from dateline.render.control import answer_as_data, answer_as_row, tenure_as_row

    for tenure in tenures:
        yield tenure_as_row(tenure) if flat else tenure.model_dump(mode="json", by_alias=True)
    for answer in answers:
        yield answer_as_row(answer) if flat else answer_as_data(answer)


def _geojson(tenures: "Iterable[Tenure]", answers: "Sequence[Answer]") -> dict[str, Any]:
    from dateline.linking.control.geojson import as_geojson
    from dateline.render.control import answer_as_feature

    made = as_geojson([*tenures, *(answer.tenure for answer in answers)])
    if answers:
        pairs = zip(answers, made["features"], strict=True)
        made["features"] = [answer_as_feature(answer, feature) for answer, feature in pairs]
    return made
