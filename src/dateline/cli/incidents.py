"""`dateline incidents`: the incidents of a project that fit a question.

# long because: one line or two for each option
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.leaving import leaving_well, tell
from dateline.cli.options import Actors, Codebooks, Debug, settings_with
from dateline.cli.row_formats import Format, FormatOption, Out, ProjectArgument

if TYPE_CHECKING:
    from dateline.pipeline.project.asking import Asking
    from dateline.pipeline.project.filtering import Asked
    from dateline.store.listing import Key, Page

EXAMPLE = "For example: [bold]dateline incidents syria.dateline --country Syria --kind remote --killed-min 10[/bold]"
SHOWN = 50


class Sorted(StrEnum):
    """What incidents are sorted by."""

    DAY = "day"
    KILLED = "killed"
    CHANGED = "changed"


class Answer(StrEnum):
    """Whether only those, only the others, or all."""

    YES = "yes"
    NO = "no"
    ANY = "any"


Limit = Annotated[int | None, typer.Option(min=1, help=f"At most so many; a table shows {SHOWN}, other formats all.")]


def incidents(
    project: ProjectArgument,
    since: Annotated[str | None, typer.Option("--from", metavar="DAY", help="Not over before it.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Begun by then.")] = None,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="A kind or a family of kinds; can be given again.")
    ] = None,
    actor: Annotated[str | None, typer.Option(metavar="WHO", help="Id or name of who did it or whom it hit.")] = None,
    role: Annotated[
        str | None, typer.Option("--role", "--side", metavar="ROLE", help="The actor's: actor (did it) or target.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="A name or ISO code.")] = None,
    admin1: Annotated[str | None, typer.Option(metavar="NAME", help="Province or other first division.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="The place by its name.")] = None,
    near: Annotated[
        str | None, typer.Option(metavar="LAT,LON,KM", help="Within so many kilometres; wide places left out.")
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="STATUS", help="happened and ongoing without it; any for all.")
    ] = None,
    background: Annotated[Answer, typer.Option(help="What is told only as what led to something else.")] = Answer.ANY,
    killed_min: Annotated[int | None, typer.Option(metavar="N", help="So many killed or more, by best.")] = None,
    grade: Annotated[list[str] | None, typer.Option(metavar="GRADE", help="As proposed: contested, …")] = None,
    disputed: Annotated[bool | None, typer.Option("--disputed/--undisputed", help="Whether statements clash.")] = None,
    reviewed: Annotated[
        str | None, typer.Option(metavar="HOW", help="yes, no, accepted, corrected, rejected; any: rejected too.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="All of these stand in the text of a report that tells it.")
    ] = None,
    sort: Annotated[Sorted, typer.Option(help="The latest day, the most killed or the latest change first.")] = (
        Sorted.DAY
    ),
    limit: Limit = None,
    after: Annotated[str | None, typer.Option(metavar="ID", help="Go on after that incident.")] = None,
    whole: Annotated[bool, typer.Option("--whole", help="Incidents with all they rest on (json and jsonl).")] = False,
    format_: FormatOption = Format.TABLE,
    out: Out = None,
    codebook: Codebooks = None,
    actors: Actors = None,
    debug: Debug = False,
) -> None:
    """List a project's incidents: what happened where and when, who to whom, how many were killed, how well it is
    borne out."""
    with leaving_well(debug=debug):
        from dateline.pipeline.project.asking import open_to_ask

        asked: Asked = {
            "since": since, "until": until, "kind": kind, "actor": actor, "role": role, "country": country,
            "admin1": admin1, "place": place, "near": near, "status": status, "background": background.value,
            "killed_min": killed_min, "grade": grade, "disputed": disputed, "reviewed": reviewed, "text": text,
        }  # fmt: skip
        with open_to_ask(project, settings_with(codebook, actors)) as asking:
            listing = Listing(asking, asked, sort, after, limit)
            if format_ is Format.TABLE:
                listing.show(out)
            else:
                listing.write(format_, out, whole=whole)


class Listing:
    """The answer to a question, page after page."""

    def __init__(self, asking: "Asking", asked: "Asked", sort: Sorted, after: str | None, limit: int | None) -> None:
        self._asking, self._asked, self._sort = asking, asked, sort
        self._after, self._limit = after, limit

    def show(self, out: Path | None) -> None:
        """Print a table."""
        from dateline.cli.printing import printing_to
        from dateline.render.incidents import table_of_incidents

        page = self._page(self._after, self._limit or SHOWN)
        if not page.incidents:
            tell("no incident fits" + ("" if self._asked["status"] else "; --status any asks for those not real too"))
            return
        with printing_to(out) as console:
            console.print(table_of_incidents(page.incidents))
        if page.after:
            tell(f"more follow: --after {page.after.id}, or --limit above {len(page.incidents)}")

    def write(self, format_: Format, out: Path | None, *, whole: bool) -> None:
        """Write rows for programs."""
        from dateline.cli.options import checked_target
        from dateline.cli.output import output_to
        from dateline.cli.row_formats import write_rows
        from dateline.errors import SettingsError
        from dateline.store.listing import FLAT

        if whole and format_ is Format.CSV:
            raise SettingsError("--whole goes with --format json or jsonl: an incident with all it rests on is no row")
        with output_to(checked_target(out, ())) as stream:
            write_rows(self._rows(format_, whole=whole), format_.value, FLAT, stream)

    def _rows(self, format_: Format, *, whole: bool) -> Iterator[dict[str, Any]]:
        from dataclasses import asdict

        from dateline.store.listing import flat

        for page in self._pages():
            if whole:
                yield from self._asking.wholes([each.id for each in page.incidents])
            else:
                yield from (flat(each) if format_ is Format.CSV else asdict(each) for each in page.incidents)

    def _pages(self) -> "Iterator[Page]":
        from dateline.pipeline.project.asking import PAGE

        after: str | Key | None = self._after
        left = self._limit
        while left is None or left > 0:
            page = self._page(after, PAGE if left is None else min(left, PAGE))
            yield page
            if page.after is None:
                return
            after, left = page.after, None if left is None else left - len(page.incidents)

    def _page(self, after: "str | Key | None", most: int) -> "Page":
        return self._asking.page(self._sort.value, after, most, **self._asked)
