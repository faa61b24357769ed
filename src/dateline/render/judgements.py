"""Judgements as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.model import Judgement
from dateline.store.judgements import superseded

if TYPE_CHECKING:
    from rich.table import Table


def table_of_judgements(given: Sequence[Judgement]) -> "Table":
    """All judgements in their order, those that count no more marked so."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("no.", "when", "who", "what", "incident", "of what", "why"):
        table.add_column(column, overflow="fold")
    gone = superseded(given)
    for judgement in given:
        style = "dim strike" if judgement.id in gone else ""
        words = (str(judgement.id), judgement.at[:19].replace("T", " "), judgement.who, judgement.verdict)
        table.add_row(
            *(Text(w, style=style) for w in (*words, judgement.incident, _matter(judgement), judgement.reason))
        )
    return table


def _matter(judgement: Judgement) -> str:
    if judgement.verdict == "correct":
        return f"{judgement.field} = {judgement.value}"
    if judgement.verdict == "withdraw":
        return f"judgement {judgement.supersedes}"
    return ", ".join(dict.fromkeys(anchor.report for anchor in judgement.others))
