"""Tolls: a ledger of figures and how they fit together, for people."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.model import Figure, Ledger
from dateline.render.phrases import UNKNOWN, claim_words, days_words, numbers, one_line, place_name

_STYLE = {"complete": "green", "agrees": "green", "exceeded": "red", "more coded": "yellow", "uncoded": "yellow"}


def tolls_in_full(ledger: Ledger) -> RenderableType:
    """The findings in plain lines, then every figure."""
    found = [
        Text.assemble((finding.verdict, _STYLE.get(finding.verdict, "")), f": {finding.words}")
        for finding in ledger.findings
    ]
    lines = found or [Text("no total has parts, and no figure of months or years is held against what is coded", "dim")]
    return Group(*lines, Text(""), _table(ledger))


def _table(ledger: Ledger) -> Table:
    table = Table("figure", "how many", "where", "when", "counts", "on whose word", "words", "report/event")
    for figure in ledger.figures:
        group = f" ({figure.group})" if figure.group not in ("unknown", "") else ""
        table.add_row(
            Text(figure.loss + group),
            Text(numbers(figure.low, figure.best, figure.high)),
            Text(place_name(figure.place) if figure.place else UNKNOWN),
            Text(days_words(figure.first, figure.last) if figure.first or figure.last else UNKNOWN),
            Text(_counts(figure), "" if figure.counts else "dim"),
            Text(claim_words(figure.claim)),
            Text(one_line(figure.span.text, 40)),
            Text(f"{figure.report}/{figure.event or '-'}"),
        )
    return table


def _counts(figure: Figure) -> str:
    """Whether it adds to what was lost, and if not, why."""
    if figure.counts:
        return "yes" if figure.scope == "new" else f"yes ({figure.scope})"
    if figure.repeats:
        return "told already"
    if figure.part_of:
        return "part of a total"
    return "over time" if figure.scope == "cumulative" else "of no event"
