"""Cards: one occurrence beside the text of its report."""

from collections.abc import Iterator

from dateline.model import Record
from dateline.render.markup import tag, text
from dateline.render.occurrences import Occurrence
from dateline.render.phrases import (
    UNKNOWN,
    actors_words,
    claim_words,
    codes_words,
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


def card_of(occurrence: Occurrence) -> str:
    """The card: kind, status, every field that is known, and its tellings."""
    what = occurrence.what
    classes = "card" + " main" * occurrence.is_main + " background" * occurrence.background
    star = tag("span", "★", class_="star", title="what the report is about") if occurrence.is_main else ""
    led_here = tag("span", "background", class_="chip quiet") if occurrence.background else ""
    status = tag("span", text(status_name(what.status)), class_=f"chip {what.status}")
    heading = tag("h3", star, tag("span", text(kind_name(what.kind))), status, led_here)
    ids = " ".join(event.id for event in occurrence.tellings)
    body = tag(
        "dl", *(tag("dt", text(name)) + tag("dd", text(value), class_=role) for name, value, role in _rows(occurrence))
    )
    return tag("li", heading, body, _tellings(occurrence), class_=classes, data_o=ids, tabindex=0)


def _rows(occurrence: Occurrence) -> Iterator[tuple[str, str, str]]:
    what = occurrence.what
    rows = (
        ("who", actors_words(what.actors), "actor"),
        ("to whom", actors_words(what.targets), "target"),
        ("where", places_words(what.places), "place"),
        ("when", time_span(what.time), "time"),
        ("with", spans_words(what.weapons), "weapon"),
        ("losses", joined(map(loss_words, what.losses)), "loss"),
        ("says", joined(map(claim_words, occurrence.claims)), "source"),
        ("codes", codes_words(what.codes), "codes"),
    )
    return (row for row in rows if row[1] != UNKNOWN or row[0] == "who")


def _tellings(occurrence: Occurrence) -> str:
    told = (
        tag("button", text(f"{event.id} “{one_line(event.trigger.text, 40)}”"), type="button", data_o=event.id)
        for event in occurrence.tellings
    )
    return tag("p", *told, class_="tellings")


def control_of(record: Record) -> str:
    """Who holds which place, as a table; nothing where the report tells nothing of it."""
    if not record.control:
        return ""
    head = tag("tr", *(tag("th", name, scope="col") for name in ("place", "holder", "from", "to", "level", "status")))
    rows = (
        tag(
            "tr",
            *(
                tag("td", text(value))
                for value in (
                    place_name(entry.place),
                    actors_words([entry.holder]),
                    str(entry.first or "…"),
                    str(entry.last or "…"),
                    entry.level,
                    status_name(entry.status),
                )
            ),
        )
        for entry in record.control
    )
    return tag("h3", "Who holds what") + tag("table", head, *rows, class_="control")
