"""Reports of a project, for people: what was made of one, how it was got, and which incidents it tells."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.pipeline.project.showing import ShownReport
from dateline.render.changes import moment
from dateline.render.phrases import UNKNOWN
from dateline.render.table import table_of


def report_in_full(shown: ShownReport) -> RenderableType:
    """The report's events as `code` shows them, its texts, and the project's incidents that it tells."""
    parts: list[RenderableType] = []
    if shown.record is not None:
        parts.append(table_of(shown.report, shown.record))
    if shown.copy_of:
        parts.append(Text(f"a copy of {shown.copy_of}", "yellow"))
    table = Table("text", "got (UTC)", "from", "sha256", pad_edge=False, padding=(0, 1))
    for version in shown.versions:
        at, sha = moment(str(version["got_at"])), str(version["sha256"])
        table.add_row(str(version["number"]), at, Text(str(version["origin"])), sha[:16])
    parts += [Text("Texts", "bold"), table, Text("\nIncidents that it tells", "bold")]
    told = Text("  ").join(Text(f"{name} ({own})") for name, own in shown.incidents)
    return Group(*parts, told if shown.incidents else Text(UNKNOWN))
