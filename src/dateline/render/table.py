"""Tables: a record for people at a terminal."""

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dateline.model import Notice, Record, Report
from dateline.render.occurrences import Occurrence, occurrences_of
from dateline.render.phrases import (
    UNKNOWN,
    actors_words,
    claim_words,
    joined,
    kind_name,
    loss_words,
    one_line,
    place_name,
    places_words,
    spans_words,
    status_name,
    time_span,
)

WIDE_ENOUGH = 132
_FIELDS = ("who", "to whom", "where", "when", "losses", "who says so")
_UNREAL = ("planned", "possible", "called_for", "hypothetical", "negated")


def table_of(report: Report, record: Record) -> RenderableType:
    """A table of what the report tells: one row an incident, the main one marked, background dimmed, notices below."""
    parts: list[RenderableType] = [_title(report)]
    occurrences = occurrences_of(record)
    if occurrences:
        parts.append(Events(occurrences))
    else:
        parts.append(Text("  no events", style="dim"))
    if record.control:
        parts.append(_control(record))
    parts += [_notice(report, notice) for notice in record.notices]
    parts.append(Text(""))
    return Group(*parts)


def _title(report: Report) -> Text:
    title = Text(one_line(report.title or report.id), style="bold")
    told = [one_line(report.id), report.publisher, str(report.published) if report.published else "no date given"]
    return title.append("  " + " · ".join(part for part in told if part), style="not bold dim")


class Events:
    """The occurrences as a wide table, or on a narrow terminal as one block each, so that no column is cut off."""

    def __init__(self, occurrences: tuple[Occurrence, ...]) -> None:
        self._occurrences = occurrences

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """What Rich prints."""
        yield _wide(self._occurrences) if options.max_width >= WIDE_ENOUGH else _narrow(self._occurrences)


def _narrow(occurrences: tuple[Occurrence, ...]) -> Table:
    table = Table(box=None, padding=(0, 1), pad_edge=False, show_header=False)
    table.add_column(justify="right", min_width=11, style="dim")
    table.add_column(overflow="fold")
    for occurrence in occurrences:
        star, kind, *fields, events = _cells(occurrence)
        head = Text.assemble(kind.split()[0], "  ", fields.pop(5), "  ", events, "  " + kind.split()[-1].plain)
        style = "dim" if occurrence.background else ""
        table.add_row(star, head, style=style)
        for name, value in zip(_FIELDS, fields, strict=True):
            if value.plain != UNKNOWN:
                table.add_row(name, value, style=style)
        table.add_row("", "")
    return table


def _wide(occurrences: tuple[Occurrence, ...]) -> Table:
    table = Table(expand=False, pad_edge=False, padding=(0, 1), header_style="bold", show_lines=False)
    for name, least in (
        ("", 1), ("what", 14), ("who", 12), ("to whom", 12), ("where", 12), ("when", 10), ("losses", 8),
        ("status", 9), ("who says so", 11), ("event", 3),
    ):  # fmt: skip
        table.add_column(name, min_width=least, overflow="fold")
    for number, occurrence in enumerate(occurrences):
        following = occurrences[number + 1] if number + 1 < len(occurrences) else None
        last_news = following is not None and following.background and not occurrence.background
        table.add_row(*_cells(occurrence), style="dim" if occurrence.background else "", end_section=last_news)
    return table


def _cells(occurrence: Occurrence) -> list[Text]:
    what = occurrence.what
    words = spans_words([event.trigger for event in occurrence.tellings])
    weapons = f" with {spans_words(what.weapons)}" if what.weapons else ""
    status = Text(status_name(what.status), style="italic" if what.status in _UNREAL else "")
    return [
        Text("★" if occurrence.is_main else "", style="yellow"),
        Text.assemble((kind_name(what.kind), "bold"), "\n", (one_line(words + weapons, 80), "dim")),
        Text(actors_words(what.actors)),
        Text(actors_words(what.targets)),
        Text(places_words(what.places)),
        Text(time_span(what.time)),
        Text(joined(map(loss_words, what.losses), "\n")),
        status,
        Text(joined(map(claim_words, occurrence.claims))),
        Text(" ".join(event.id for event in occurrence.tellings), style="dim"),
    ]


def _control(record: Record) -> Table:
    table = Table(title="control", title_justify="left", title_style="dim", box=None, padding=(0, 1), show_header=False)
    for entry in record.control:
        until = str(entry.last) if entry.last else "…"
        days = f"{entry.first or '…'} to {until}"
        table.add_row(
            place_name(entry.place), actors_words([entry.holder]), entry.level, days, status_name(entry.status)
        )
    return table


def _notice(report: Report, notice: Notice) -> Text:
    words = ""
    if notice.start is not None and notice.end is not None:
        words = f" “{one_line(report.text[notice.start : notice.end], 60)}”"
    return Text.from_markup(
        f"[yellow]! {escape(notice.code)}[/]: {escape(one_line(notice.message, 300))}{escape(words)}"
    )
