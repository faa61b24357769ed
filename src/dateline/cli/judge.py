"""`dateline judge`: what a person decides about an incident, and what was decided so far."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.add import patiently
from dateline.cli.corrections import FORMS
from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Actors, Codebooks, Debug, settings_with
from dateline.cli.row_formats import ProjectArgument

if TYPE_CHECKING:
    from dateline.model import Decision, Judgement

EXAMPLE = "For example: [bold]dateline judge accept sahel.dateline i3k9q2v0xm --by Ana[/bold]"
_EXAMPLES = {
    "accept": EXAMPLE,
    "reject": "For example: [bold]dateline judge reject sahel.dateline i3k9q2v0xm --by Ana --because 'a drill'[/bold]",
    "note": "For example: [bold]dateline judge note sahel.dateline i3k9q2v0xm --by Ana --because 'ask the lead'[/bold]",
    "correct": "For example: [bold]dateline judge correct sahel.dateline i3k9q2v0xm killed=12-14 --by Ana[/bold]",
    "merge": "For example: [bold]dateline judge merge sahel.dateline i3k9q2v0xm i8d1aa04zt --by Ana[/bold]",
    "split": "For example: [bold]dateline judge split sahel.dateline i3k9q2v0xm afp-0311 --by Ana[/bold]",
    "undo": "For example: [bold]dateline judge undo sahel.dateline 17 --by Ana[/bold]",
    "list": "For example: [bold]dateline judge list sahel.dateline[/bold]",
}

judge_app = typer.Typer(
    no_args_is_help=True, epilog=EXAMPLE, help="Accept, reject, correct, merge, split: judge incidents, and undo it."
)
IncidentOf = Annotated[str, typer.Argument(metavar="ID", help="The incident's id.")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")]
Because = Annotated[str, typer.Option("--because", metavar="TEXT", help="Why.")]


@judge_app.command("accept", epilog=_EXAMPLES["accept"])
def accept(project: ProjectArgument, incident: IncidentOf, by: By, because: Because = "", debug: Debug = False) -> None:
    """Accept an incident as it is."""
    _give("accept", project, incident, by, because, debug=debug)


@judge_app.command("reject", epilog=_EXAMPLES["reject"])
def reject(project: ProjectArgument, incident: IncidentOf, by: By, because: Because = "", debug: Debug = False) -> None:
    """Mark an incident as no event. It stays, marked so."""
    _give("reject", project, incident, by, because, debug=debug)


@judge_app.command("note", epilog=_EXAMPLES["note"])
def note(project: ProjectArgument, incident: IncidentOf, by: By, because: Because, debug: Debug = False) -> None:
    """Leave a note on an incident."""
    _give("note", project, incident, by, because, debug=debug)


@judge_app.command("correct", epilog=_EXAMPLES["correct"])
def correct(
    project: ProjectArgument,
    incident: IncidentOf,
    values: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE…", help=FORMS)],
    by: By,
    because: Because = "",
    codebook: Codebooks = None,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """Put values of an incident right. What reports tell stays beneath, and later reports do not undo it."""
    with leaving_well(debug=debug):
        from dateline.cli.corrections import corrections_of
        from dateline.cli.progress import FirstBuild
        from dateline.codebook.registry_files import load_registry
        from dateline.gazetteer import open_gazetteer
        from dateline.pipeline.project import open_project

        settings = settings_with(codebook, actors)
        with open_project(project, settings) as opened:
            registry = load_registry(settings.actors, kept=settings.kept_actors)
            gazetteer = open_gazetteer(settings.cache, FirstBuild(), settings.added)
            found = corrections_of(values, opened.incident(incident), registry, gazetteer)
            for field, value in found.items():
                give = partial(opened.judge, "correct", incident, who=by, reason=because, field=field, value=value)
                _told(patiently(give))


@judge_app.command("merge", epilog=_EXAMPLES["merge"])
def merge(
    project: ProjectArgument,
    incident: IncidentOf,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The incident that it is one with.")],
    by: By,
    because: Because = "",
    debug: Debug = False,
) -> None:
    """Hold two incidents for one. Both ids find it; undo gives both back."""
    _give("merge", project, incident, by, because, other=other, debug=debug)


@judge_app.command("split", epilog=_EXAMPLES["split"])
def split(
    project: ProjectArgument,
    incident: IncidentOf,
    members: Annotated[
        list[str], typer.Argument(metavar="MEMBER…", help="A report, or REPORT/INCIDENT, that tells of another one.")
    ],
    by: By,
    because: Because = "",
    debug: Debug = False,
) -> None:
    """Take members out of an incident, as an incident of their own."""
    _give("split", project, incident, by, because, members=members, debug=debug)


@judge_app.command("undo", epilog=_EXAMPLES["undo"])
def undo(
    project: ProjectArgument,
    number: Annotated[int, typer.Argument(metavar="JUDGEMENT", help="Its number; dateline judge list tells them.")],
    by: By,
    because: Because = "",
    debug: Debug = False,
) -> None:
    """Let a judgement count no more; undoing that puts it in force again. Both stay in the list."""
    with leaving_well(debug=debug):
        from dateline.pipeline.project import open_project

        with open_project(project) as opened:
            _told(patiently(partial(opened.withdraw, number, who=by, reason=because)))


@judge_app.command("list", epilog=_EXAMPLES["list"])
def list_all(
    project: ProjectArgument,
    json: Annotated[bool, typer.Option("--json", help="As JSON, a line each.")] = False,
    debug: Debug = False,
) -> None:
    """All judgements ever given, and which count no more."""
    with leaving_well(debug=debug):
        from dateline.cli.printing import print_table
        from dateline.pipeline.project import open_project
        from dateline.render.judgements import table_of_judgements

        with open_project(project) as opened:
            given = opened.judgements()
        if json:
            for judgement in given:
                typer.echo(judgement.model_dump_json())
        else:
            print_table(table_of_judgements(given))


def _give(
    verdict: "Decision",
    project: str,
    incident: str,
    by: str,
    because: str,
    *,
    other: str | None = None,
    members: list[str] | None = None,
    debug: bool,
) -> None:
    with leaving_well(debug=debug):
        from dateline.pipeline.project import open_project

        with open_project(project) as opened:
            give = partial(opened.judge, verdict, incident, who=by, reason=because, other=other, members=members or ())
            _told(patiently(give))


def _told(judgement: "Judgement") -> None:
    tell(f"judgement {judgement.id}: {judgement.verdict} {judgement.incident}, by {judgement.who}")
