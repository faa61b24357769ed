"""`dateline recode`: a project's reports coded anew, the difference shown, and put into force."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from dateline.cli.add import BATCH, patiently
from dateline.cli.leaving import INPUT_FAILED, leaving_well, tell
from dateline.cli.options import Actors, Codebooks, Debug, Rule, TollRuleName, checked_target, settings_with
from dateline.cli.output import output_to
from dateline.cli.problems import Problems
from dateline.cli.progress import progress
from dateline.cli.row_formats import ProjectArgument
from dateline.errors import SettingsError

if TYPE_CHECKING:
    from dateline.model import Report
    from dateline.pipeline.project.recoding import Recoded, Recoding
    from dateline.settings import Settings
    from dateline.store.codings import Ready

EXAMPLE = "For example: [bold]dateline recode sahel.dateline --codebook ours.yaml --diff[/bold]"


class Format(StrEnum):
    """The formats of the difference."""

    TABLE = "table"
    JSONL = "jsonl"


def recode(
    project: ProjectArgument,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change; nothing takes effect.")] = False,
    only: Annotated[
        list[str] | None, typer.Option("--report", metavar="ID", help="Only this report; can be given again.")
    ] = None,
    touched: Annotated[
        bool, typer.Option("--touched", help="Only reports with actors that the files of --actors change or name.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, max=256, help="Processes to code with; the result is the same.")] = 1,
    format_: Annotated[Format, typer.Option("--format", "-f", help="table is for people.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write there, not to stdout.")] = None,
    codebook: Codebooks = None,
    actors: Actors = None,
    rule: Rule = TollRuleName.LATEST,
    debug: Debug = False,
) -> None:
    """Code a project's reports anew with the present model, codebook and actors. The earlier codings stay; people's
    judgements hold on. With --diff nothing takes effect, and running it again without needs no coding."""
    with leaving_well(debug=debug):
        from dateline.pipeline.project import open_project
        from dateline.pipeline.project.recoding import Recoding

        problems, target = Problems(skip_bad=False), checked_target(out, [project])
        settings = settings_with(codebook, actors, rule)
        with open_project(project, settings) as opened:
            work = Recoding(opened)
            only = [*(only or ()), *touched_by(work, settings)] if touched else only
            propose_all(work, settings, jobs, only, problems, debug=debug)
            found = patiently(partial(work.difference, keep=not diff, only=only))
        with output_to(target) as stream:
            write_difference(found, format_, stream)
        tell(summary_of(found, kept=not diff))
        if problems.failed:
            raise typer.Exit(INPUT_FAILED)


def touched_by(work: "Recoding", settings: "Settings") -> list[str]:
    """The reports that the user's files of actors may change; SettingsError where no file is given."""
    if not settings.actors:
        raise SettingsError("--touched goes with --actors FILE: the actors that have changed")
    return work.touched(settings.actors)


def propose_all(
    work: "Recoding", settings: "Settings", jobs: int, only: list[str] | None, problems: Problems, *, debug: bool
) -> None:
    """Code what this coder has not coded yet, and keep it as proposals."""
    from dateline.cli.crew import Failure, Preparing, code_all

    batch: list[tuple[Report, Ready]] = []
    with progress(wanted=True) as advance:
        for arrival, made in code_all(work.left(only), jobs, settings, Preparing(settings)):
            if isinstance(made, Failure):
                problems.fail(arrival.report.id, made.trace if debug else made.message)
            else:
                batch.append((arrival.report, made))
            advance()
            if len(batch) >= BATCH:
                patiently(partial(work.propose, batch))
                batch = []
    patiently(partial(work.propose, batch))


def write_difference(found: "Recoded", form: Format, stream: TextIO) -> None:
    """Write what changes, as a table or in lines."""
    if form is Format.JSONL:
        stream.writelines(line + "\n" for line in lines_of(found))
        return
    from dateline.render.differences import print_differences

    print_differences(found, stream)


def lines_of(found: "Recoded") -> Iterator[str]:
    """The changes as JSON, a line each, in the form of the feed."""
    import json

    for each in found.differences:
        change = each.change
        told = {"id": change.incident, "at": change.at, "what": change.what, "before": each.before, "after": each.after}
        yield json.dumps({**told, "other": change.other, "reason": change.reason}, ensure_ascii=False)


def summary_of(found: "Recoded", *, kept: bool) -> str:
    """What it comes to, in one line."""
    if not found.reports:
        return "nothing to do: this coder's codings are in force"
    counted = Counter(each.change.what for each in found.differences)
    told = ", ".join(f"{number} {what}" for what, number in sorted(counted.items())) or "none changed"
    end = "in force now" if kept else "nothing has taken effect; the same command without --diff puts it in force"
    return f"{found.reports} of {found.of} reports coded anew; incidents: {told}; {end}"
