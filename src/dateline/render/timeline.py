"""Timelines: a report's dated occurrences as a drawing (SVG).

Days are not drawn to scale: a report tells of this week and of ten years ago, so a gap of n days is drawn log(1 + n)
wide, and the axis prints the dates.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import log1p

from dateline.model import Report
from dateline.render.markup import tag, text
from dateline.render.occurrences import Occurrence
from dateline.render.phrases import kind_name, one_line, places_words, time_span

LABELS, WIDTH, ROW, TOP, MARGIN = 250, 940, 21, 24, 36
_CLOSEST_LABELS = 78
_LONGEST_LABEL = 36

Dated = tuple[Occurrence, date, date]


def timeline_of(report: Report, occurrences: Sequence[Occurrence]) -> str:
    """The drawing, or nothing where no occurrence has a day. An open end is drawn to the day of publication."""
    rows = sorted(_dated(report, occurrences), key=lambda row: (row[1], row[2]))
    if not rows:
        return ""
    days = {day for _, first, last in rows for day in (first, last + timedelta(days=1))}
    if report.published:
        days |= {report.published, report.published + timedelta(days=1)}
    at = _positions(sorted(days))
    height = TOP + ROW * len(rows) + 8
    drawn = [_axis(rows, report, at, height), *(_row(number, row, at) for number, row in enumerate(rows))]
    label = f"Timeline of {len(rows)} dated occurrences"
    return tag("svg", *drawn, viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=label, class_="timeline")


def _dated(report: Report, occurrences: Sequence[Occurrence]) -> list[Dated]:
    rows = []
    for occurrence in occurrences:
        time = occurrence.what.time
        if time is None or not (time.first or time.last):
            continue
        first = time.first or time.last
        last = time.last or max(filter(None, (report.published, first)), default=first)
        if first and last and first <= last < date.max:
            rows.append((occurrence, first, last))
    return rows


def _positions(days: Sequence[date]) -> dict[date, float]:
    gaps = [log1p((later - earlier).days) for earlier, later in pairwise(days)]
    scale = (WIDTH - LABELS - 2 * MARGIN) / (sum(gaps) or 1)
    at, positions = float(LABELS + MARGIN), {}
    for day, gap in zip(days, [*gaps, 0.0], strict=True):
        positions[day] = at
        at += gap * scale
    return positions


def _axis(rows: Sequence[Dated], report: Report, at: dict[date, float], height: int) -> str:
    wanted = ([report.published] if report.published else []) + sorted({first for _, first, _ in rows})
    taken: list[float] = []
    drawn = []
    for day in wanted:
        if any(abs(at[day] - other) < _CLOSEST_LABELS for other in taken):
            continue
        taken.append(at[day])
        x = f"{at[day]:.1f}"
        kind = "tick published" if day == report.published else "tick"
        drawn.append(tag("line", x1=x, x2=x, y1=TOP - 6, y2=height, class_=kind))
        drawn.append(tag("text", str(day), x=x, y=12, class_=kind, text_anchor="middle"))
    return "".join(drawn)


def _row(number: int, row: Dated, at: dict[date, float]) -> str:
    occurrence, first, last = row
    what = occurrence.what
    y = TOP + ROW * number
    start, end = at[first], at[last + timedelta(days=1)]
    where = f" · {one_line(what.places[0].name or what.places[0].text, 24)}" if what.places else ""
    label = one_line(kind_name(what.kind) + where, _LONGEST_LABEL)
    words = f"{kind_name(what.kind)} · {places_words(what.places)} · {time_span(what.time)}"
    classes = (
        f"bar {what.status}{' background' if occurrence.background else ''}{' main' if occurrence.is_main else ''}"
    )
    return tag(
        "g",
        tag("title", text(words)),
        tag("rect", x=0, y=y, width=WIDTH, height=ROW, class_="row"),
        tag("text", text(label), x=LABELS, y=y + ROW - 7, text_anchor="end", class_="label"),
        tag(
            "rect", x=f"{start:.1f}", y=y + 6, width=f"{max(end - start, 4):.1f}", height=ROW - 11, rx=3, class_=classes
        ),
        data_o=" ".join(event.id for event in occurrence.tellings),
    )
