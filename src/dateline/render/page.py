"""Pages: coded reports as one self-contained HTML page. It asks nothing of any other host, and all text is escaped."""

from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from importlib.resources import files

from dateline.model import Notice, Record, Report
from dateline.render.cards import card_of, control_of
from dateline.render.marked_text import marked_text, marks_of
from dateline.render.markup import tag, text
from dateline.render.occurrences import occurrences_of
from dateline.render.phrases import one_line
from dateline.render.timeline import timeline_of

_LEGEND = (
    ("trigger", "what happened"),
    ("actor", "who"),
    ("target", "to whom"),
    ("place", "where"),
    ("time", "when"),
    ("weapon", "with what"),
    ("loss", "losses"),
    ("source", "who says so"),
)


def page_of(coded: Sequence[tuple[Report, Record]]) -> str:
    """The page of these reports with their records."""
    script, style = asset("page.js"), asset("page.css")
    digest = b64encode(sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    name = coded[0][0].title or coded[0][0].id if len(coded) == 1 else f"{len(coded)} reports"
    head = tag(
        "head",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        tag("title", text(f"{one_line(name)} – dateline")),
        f"<style>{style}</style>",
    )
    sections = (_section(number, report, record) for number, (report, record) in enumerate(coded, 1))
    body = tag("body", _header(), _index(coded), tag("main", *sections), f"<script>{script}</script>")
    return f'<!doctype html>\n<html lang="en">{head}{body}</html>\n'


def asset(name: str) -> str:
    """A file of this package, as text."""
    return files("dateline.render").joinpath(name).read_text(encoding="utf-8")


def _header() -> str:
    legend = (tag("li", tag("span", words, class_=f"m {role}")) for role, words in _LEGEND)
    hint = "Point at or tab to an event to light its words; Enter keeps it lit, arrow keys move, Escape lets go."
    return tag("header", tag("strong", "dateline", class_="brand"), tag("ul", *legend, class_="legend"), tag("p", hint))


def _index(coded: Sequence[tuple[Report, Record]]) -> str:
    if len(coded) <= 1:
        return ""
    entries = (
        tag(
            "li",
            tag("a", text(one_line(report.title or report.id)), href=f"#r{number}"),
            tag("span", text(f" {report.published or 'no date'} · {len(occurrences_of(record))} occurrences")),
        )
        for number, (report, record) in enumerate(coded, 1)
    )
    return tag("nav", tag("ol", *entries), aria_label="Reports")


def _section(number: int, report: Report, record: Record) -> str:
    occurrences = occurrences_of(record)
    timeline = timeline_of(report, occurrences)
    undated = sum(1 for occurrence in occurrences if occurrence.what.time is None)
    caption = "Gaps between dates are not to scale." + (f" {undated} without a date are not shown." if undated else "")
    figure = tag("figure", timeline, tag("figcaption", caption)) if timeline else ""
    cards = (
        tag("ol", *map(card_of, occurrences), class_="cards") if occurrences else tag("p", "No events.", class_="none")
    )
    words = tag(
        "div", marked_text(report.text, marks_of(record)), class_="text", dir="auto", lang=report.language or "en"
    )
    reading = tag("article", words, _notices(report, record.notices), control_of(record))
    beside = tag("aside", cards, aria_label="Events")
    return tag("section", _title(report), figure, tag("div", reading, beside, class_="columns"), id=f"r{number}")


def _title(report: Report) -> str:
    told = [report.publisher or "", str(report.published or "no date given"), report.id]
    line = " · ".join(text(one_line(part)) for part in told if part)
    if report.url and report.url.startswith(("https://", "http://")):
        line += " · " + tag("a", "source", href=report.url, rel="noreferrer noopener")
    return tag("h2", text(one_line(report.title or report.id, 200)), dir="auto") + tag("p", line, class_="about")


def _notices(report: Report, notices: Sequence[Notice]) -> str:
    if not notices:
        return ""
    return tag("h3", "Notices") + tag("ul", *(_notice(report, notice) for notice in notices), class_="notices")


def _notice(report: Report, notice: Notice) -> str:
    words = ""
    if notice.start is not None and notice.end is not None:
        words = tag("q", text(one_line(report.text[notice.start : notice.end], 160)))
    return tag("li", tag("b", text(notice.code)), " ", text(notice.message), " ", words)
