"""Notebooks: records show as a page where IPython runs. `register` ties the two; the model knows nothing of it."""

from typing import Any

from dateline.model import Record


def html_of(record: Record) -> str:
    """The record as HTML for a notebook's output: the occurrences as cards, without the report's text."""
    from dateline.render.cards import card_of, control_of
    from dateline.render.markup import tag, text
    from dateline.render.occurrences import occurrences_of
    from dateline.render.page import asset
    from dateline.render.phrases import one_line

    head = record.report
    title = tag("h4", text(one_line(head.title or head.id)), " ", tag("small", text(str(head.published or ""))))
    cards = tag("ol", *map(card_of, occurrences_of(record)), class_="cards")
    notices = tag("ul", *(tag("li", text(f"{n.code}: {n.message}")) for n in record.notices), class_="notices")
    style = f"@scope {{ {asset('page.css').replace(':root', ':scope').replace('body {', ':scope {')} }}"
    return tag("div", f"<style>{style}</style>", title, cards, notices, control_of(record), class_="dateline-record")


def register() -> bool:
    """Let IPython show records as HTML; gives whether IPython is running here."""
    import sys

    ipython = sys.modules.get("IPython")
    shell: Any = ipython.get_ipython() if ipython else None
    if shell is None:
        return False
    shell.display_formatter.formatters["text/html"].for_type(Record, html_of)
    return True
