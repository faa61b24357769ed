"""`dateline show`: one incident or one report of a project, whole."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Debug
from dateline.cli.row_formats import Format, FormatOption, Out, ProjectArgument

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.model import Ledger
    from dateline.pipeline.project.asking import Asking
    from dateline.pipeline.project.showing import ShownIncident, ShownReport

EXAMPLE = "For example: [bold]dateline show syria.dateline i3k9d02mfqa --tolls[/bold]"
STATEMENTS = (
    "matter", "value", "stance", "report", "event", "start", "end", "words", "original", "source", "certainty",
    "sentence",
)  # fmt: skip
FIGURES = (
    "id", "report", "event", "incident", "loss", "group", "low", "best", "high", "place", "from", "to", "since",
    "scope", "part_of", "supersedes", "repeats", "original", "counts",
)  # fmt: skip
EVENTS = ("id", "kind", "status", "background", "trigger", "confidence")


def show(
    project: ProjectArgument,
    identifier: Annotated[str, typer.Argument(metavar="ID", help="An incident's id, or a report's name.")],
    tolls: Annotated[
        bool, typer.Option("--tolls", help="The ledger of all figures that its reports give, and how they fit.")
    ] = False,
    every: Annotated[bool, typer.Option("--all", help="Every statement, not the first few of each value.")] = False,
    text: Annotated[bool, typer.Option("--text", help="A report's text, and nothing else.")] = False,
    original: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the bytes that a report was read from there.")
    ] = None,
    number: Annotated[
        int | None, typer.Option("--version", metavar="N", min=1, help="With --text, --original: which of its texts.")
    ] = None,
    format_: FormatOption = Format.TABLE,
    out: Out = None,
    debug: Debug = False,
) -> None:
    """Show an incident whole: its values, on whose word and in which words each is told, where voices disagree, its
    sources and reports, why these were joined, what people decided, what happened to it. Or a report: its events, its
    texts, how it was got."""
    with leaving_well(debug=debug):
        from dateline.cli.options import checked_target
        from dateline.cli.output import output_to
        from dateline.pipeline.project.asking import open_to_ask

        with open_to_ask(project) as asking:
            if text:
                words = asking.report(identifier, number).text
                with output_to(checked_target(out, ())) as stream:
                    stream.write(words if words.endswith("\n") else words + "\n")
            elif original is not None:
                content = asking.original(identifier, number)
                (checked_target(original, ()) or original).write_bytes(content)
                tell(f"{len(content)} bytes written to {original}")
            elif format_ is Format.TABLE:
                _print(asking, identifier, out, tolls=tolls, every=every)
            else:
                _write(asking, identifier, format_, out, tolls=tolls)


def _print(asking: "Asking", identifier: str, out: Path | None, *, tolls: bool, every: bool) -> None:
    from dateline.cli.printing import printing_to
    from dateline.pipeline.project.showing import ShownIncident
    from dateline.render.reports import report_in_full
    from dateline.render.showing import incident_in_full
    from dateline.render.tolls import tolls_in_full

    made: RenderableType
    if tolls:
        made = tolls_in_full(asking.tolls(identifier))
    else:
        shown = asking.show(identifier)
        made = incident_in_full(shown, every=every) if isinstance(shown, ShownIncident) else report_in_full(shown)
    with printing_to(out) as console:
        console.print(made)


def _write(asking: "Asking", identifier: str, format_: Format, out: Path | None, *, tolls: bool) -> None:
    """Write all as one object, or as CSV the statements, figures or events, a row each."""
    import json

    from dateline.cli.options import checked_target
    from dateline.cli.output import output_to
    from dateline.cli.row_formats import write_rows

    told: ShownIncident | ShownReport | Ledger = asking.tolls(identifier) if tolls else asking.show(identifier)
    with output_to(checked_target(out, ())) as stream:
        if format_ is Format.CSV:
            columns, rows = _flat(told)
            write_rows(rows, format_.value, columns, stream)
            return
        data = told.as_data() if hasattr(told, "as_data") else told.model_dump(mode="json", by_alias=True)
        json.dump(data, stream, ensure_ascii=False, indent=2 if format_ is Format.JSON else None)
        stream.write("\n")


def _flat(told: "ShownIncident | ShownReport | Ledger") -> tuple[tuple[str, ...], Iterator[dict[str, Any]]]:
    from dateline.model import Ledger
    from dateline.pipeline.project.showing import ShownIncident

    if isinstance(told, Ledger):
        return FIGURES, _figures(told)
    if isinstance(told, ShownIncident):
        return STATEMENTS, _statements(told)
    events = told.record.events if told.record else ()
    rows = ({**event.model_dump(include=set(EVENTS)), "trigger": event.trigger.text} for event in events)
    return EVENTS, rows


def _figures(ledger: "Ledger") -> Iterator[dict[str, Any]]:
    for figure in ledger.figures:
        place = (figure.place.name or figure.place.text) if figure.place else None
        yield {**figure.model_dump(mode="json", by_alias=True), "place": place, "counts": figure.counts}


def _statements(shown: "ShownIncident") -> Iterator[dict[str, Any]]:
    for statement in shown.incident.statements:
        mention, sentence = statement.mention, shown.sentence_of(statement)
        source = statement.claim.source
        yield {
            "matter": statement.matter,
            "value": statement.value,
            "stance": statement.claim.stance,
            "report": statement.report,
            "event": statement.event,
            "start": mention.start if mention else None,
            "end": mention.end if mention else None,
            "words": mention.text if mention else None,
            "original": statement.original,
            "source": source.text if source else None,
            "certainty": statement.claim.certainty,
            "sentence": sentence.text if sentence else None,
        }
