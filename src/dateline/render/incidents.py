"""Incidents of a project: a row each, for people."""

from collections.abc import Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from dateline.render.phrases import UNKNOWN, days_words, kind_name, numbers, one_line, status_name
from dateline.store.listing import Listed, Party

_PLAIN = ("happened",)


def table_of_incidents(listed: Sequence[Listed]) -> Table:
    """A row an incident; dimmed is what reports tell only as what led to something else."""
    table = Table(pad_edge=False, padding=(0, 1), header_style="bold")
    for name, least in (
        ("day", 10), ("what", 12), ("where", 10), ("who", 10), ("to whom", 10), ("killed", 6), ("sources", 3),
        ("grade", 5), ("id", 11),
    ):  # fmt: skip
        table.add_column(name, min_width=least, overflow="fold", no_wrap=name == "id")
    for each in listed:
        table.add_row(*_cells(each), style="dim" if each.background else "")
    return table


def _cells(listed: Listed) -> list[Text]:
    what = Text(kind_name(listed.kind), style="bold")
    if listed.status not in _PLAIN:
        what.append(f"\n{status_name(listed.status)}", "italic not bold")
    grade = Text(listed.grade or UNKNOWN)
    if listed.disputed:
        grade.append("\ndisputed", "yellow")
    if listed.reviewed:
        grade.append(f"\n{listed.reviewed}", "green")
    return [
        Text(listed_days(listed)),
        what,
        Text(where(listed)),
        Text(parties_words(listed.actors)),
        Text(parties_words(listed.targets)),
        Text(killed_words(listed)),
        Text(str(listed.sources)),
        grade,
        Text(listed.id),
    ]


def listed_days(listed: Listed) -> str:
    """Its days in short."""
    first, last = (date.fromisoformat(day) if day else None for day in (listed.first, listed.last))
    return UNKNOWN if first is None and last is None else days_words(first, last)


def where(listed: Listed) -> str:
    """The place with division and country."""
    parts = [one_line(listed.place, 50)] if listed.place else []
    if listed.admin1 and listed.admin1.casefold() not in (listed.place or "").casefold():
        parts.append(listed.admin1)
    if listed.country and listed.precision != "country":
        parts.append(listed.country)
    near = " (near)" if listed.precision == "near" else ""
    return (", ".join(parts) or UNKNOWN) + near


def killed_words(listed: Listed) -> str:
    """Low, best and high of the dead; a dash where nothing is told of them."""
    known = (listed.killed_low, listed.killed_best, listed.killed_high)
    return UNKNOWN if known == (None, None, None) else numbers(*known)


def parties_words(parties: Sequence[Party]) -> str:
    """All parties, each once."""
    return "; ".join(dict.fromkeys(one_line(party.name or party.id, 60) for party in parties)) or UNKNOWN
