"""Showing: an incident of a project whole, for people: its values, on whose word they are, where voices disagree."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.model import Dispute, Judgement, Loss, Span, Statement
from dateline.pipeline.project.showing import ShownIncident
from dateline.render.changes import moment, table_of_changes
from dateline.render.phrases import (
    UNKNOWN,
    actors_words,
    claim_words,
    codes_words,
    joined,
    kind_name,
    loss_words,
    one_line,
    places_words,
    spans_words,
    status_name,
    time_span,
)

FEW = 3
"""Statements of one value that are shown unless all are wanted."""
_MATTERS = {
    "occurrence": "whether it happened", "status": "status", "kind": "what", "actor": "who", "target": "to whom",
    "place": "where", "time": "when", "weapon": "with what", "toll": "how many", "victims": "who was hit",
}  # fmt: skip


def incident_in_full(shown: ShownIncident, *, every: bool = False) -> RenderableType:
    """All of an incident; of each value the first few statements, or `every` one."""
    parts: list[RenderableType] = [_title(shown), _values(shown)]
    for heading, body in (
        ("Disagreements", _disputes(shown)),
        ("On whose word", _statements(shown, every=every)),
        ("Sources, and the reports that rest on each", _sources(shown)),
        ("Reports", [_reports(shown)]),
        ("Why they are one incident", [Text(one_line(each.note, 400)) for each in shown.incident.reasons]),
        ("What people decided", [_judgement(each) for each in shown.judgements]),
        ("What happened to it", [table_of_changes(shown.history)]),
    ):
        told = list(body)
        if told:
            parts += [Text(f"\n{heading}", "bold"), *told]
    return Group(*parts)


def _title(shown: ShownIncident) -> Text:
    incident = shown.incident
    title = Text.assemble((kind_name(incident.kind), "bold"), f"  {status_name(incident.status)}  {incident.id}")
    if incident.background:
        title.append("  told only as what led to something else", "dim")
    if incident.reviewed:
        title.append(f"  {incident.reviewed}", "green")
    if shown.asked != incident.id:
        title.append(f"\n{shown.asked} was merged into it", "yellow")
    return title


def _values(shown: ShownIncident) -> Table:
    incident = shown.incident
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    table.add_column(justify="right", style="dim", min_width=9)
    table.add_column(overflow="fold")
    grade = incident.proposal
    rows = (
        ("who", actors_words(incident.actors)),
        ("to whom", actors_words(incident.targets)),
        ("where", places_words(incident.places)),
        ("when", time_span(incident.time)),
        ("with", spans_words(incident.weapons)),
        ("losses", joined(map(loss_words, incident.losses))),
        ("codes", codes_words(incident.codes)),
        ("grade", f"{grade.grade}: {one_line(grade.evidence.note, 300)}" if grade else UNKNOWN),
        ("rule", incident.rule),
    )
    for name, value in rows:
        if value != UNKNOWN or name == "who":
            table.add_row(name, Text(value))
    return table


def _disputes(shown: ShownIncident) -> Iterator[RenderableType]:
    for dispute in shown.incident.disputed:
        yield _side_by_side(shown, dispute)


def _side_by_side(shown: ShownIncident, dispute: Dispute) -> Table:
    title = f"{_MATTERS[dispute.matter]}: {one_line(dispute.note, 160)}"
    table = Table(title=title, title_justify="left", title_style="yellow", pad_edge=False, padding=(0, 1))
    bodies = []
    for side in dispute.sides:
        table.add_column(one_line(_value(side.value), 60), overflow="fold", ratio=1)
        told = [shown.incident.statements[number] for number in side.statements]
        lines = [_line(shown, statement) for statement in _distinct(told)[:FEW]]
        bodies.append(Text("\n").join(lines))
    table.add_row(*bodies)
    return table


def _statements(shown: ShownIncident, *, every: bool) -> Iterator[RenderableType]:
    by_matter: dict[str, dict[str, list[Statement]]] = {}
    for statement in shown.incident.statements:
        by_matter.setdefault(statement.matter, {}).setdefault(statement.value, []).append(statement)
    for matter, by_value in by_matter.items():
        yield Text(f"{_MATTERS[matter]}", "underline")
        ordered = sorted(by_value.items(), key=lambda item: -len({s.original for s in item[1]}))
        for value, told in ordered:
            originals = sorted({statement.original for statement in told if statement.original})
            yield Text.assemble("  ", (one_line(_value(value), 80), "bold"), f"  {'; '.join(originals)}")
            lines = _distinct(told)
            for statement in lines if every else lines[:FEW]:
                yield Padding(_line(shown, statement), (0, 0, 0, 4))
            if len(lines) > FEW and not every:
                yield Text(f"    and {len(lines) - FEW} more (--all)", "dim")


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    """Statements of one value that differ in their words or in whose word they are."""
    found: dict[tuple[object, ...], Statement] = {}
    for statement in statements:
        words = (statement.mention.start, statement.mention.end) if isinstance(statement.mention, Span) else ()
        found.setdefault((statement.report, words, statement.original, statement.claim.stance), statement)
    return list(found.values())


def _line(shown: ShownIncident, statement: Statement) -> Text:
    """Whose word, in which report, and the sentence with the words lit."""
    line = Text.assemble((claim_words(statement.claim), "cyan"), f" ({statement.report}/{statement.event}) ")
    sentence = shown.sentence_of(statement)
    mention = statement.mention
    if sentence is None or mention is None or mention.start is None or mention.end is None:
        return line.append("follows from no words of its own", "dim")
    cut = max(0, mention.start - sentence.start), max(0, min(mention.end, sentence.end) - sentence.start)
    before, words, after = sentence.text[: cut[0]], sentence.text[slice(*cut)], sentence.text[cut[1] :]
    line.append("“").append(_flat(before)).append(_flat(words), "reverse bold").append(_flat(after)).append("”")
    if isinstance(mention, Loss) and mention.scope != "new":
        line.append(f" [{mention.scope}]", "dim")
    return line


def _flat(words: str) -> str:
    """On one line, with the spaces at its ends kept."""
    middle = one_line(words, 10_000)
    if not middle:
        return " " if words else ""
    return " " * words[:1].isspace() + middle + " " * words[-1:].isspace()


def _value(value: str) -> str:
    return value.replace("_", " ")


def _sources(shown: ShownIncident) -> Iterator[RenderableType]:
    for source in shown.incident.sources:
        yield Text.assemble("  ", (one_line(source.name, 80), "bold"), f"  {', '.join(source.reports)}")


def _reports(shown: ShownIncident) -> Table:
    table = Table("", "report", "title", "published", "publisher", "incident there", pad_edge=False, padding=(0, 1))
    for member in sorted(shown.incident.members, key=lambda member: list(shown.reports).index(member.report)):
        report = shown.reports[member.report]
        copy = shown.copies.get(member.report)
        told = f"{member.report}\n(a copy of {copy})" if copy else member.report
        after = f" then {' '.join(member.follow_ups)}" if member.follow_ups else ""
        table.add_row(
            Text("★" if member.main else "", "yellow"),
            Text(told),
            Text(one_line(report.title or UNKNOWN, 100)),
            Text(str(report.published or UNKNOWN)),
            Text(report.publisher or UNKNOWN),
            Text(f"{member.incident}{after}"),
        )
    return table


def _judgement(judgement: Judgement) -> Text:
    field = f" {judgement.field} to {one_line(str(judgement.value), 100)}" if judgement.field else ""
    line = Text.assemble(f"  {judgement.id}  {moment(judgement.at)}  ", (f"{judgement.verdict}{field}", "bold"))
    line.append(f" by {judgement.who}")
    if judgement.supersedes:
        line.append(f", in place of {judgement.supersedes}")
    return line.append(f": {one_line(judgement.reason, 200)}" if judgement.reason else "")
