"""Explanations: for every field of an event which words, which rule or model and which score gave it, and what lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from dateline.model import Actor, Claim, Event, Evidence, Record, Report, Span, Time
from dateline.render.phrases import (
    actor_name,
    claim_words,
    codes_words,
    kind_name,
    loss_words,
    one_line,
    place_name,
    status_name,
    time_span,
)
from dateline.rulebooks.precision import acled_when, acled_where, ucdp_when, ucdp_where

NO_RULE = "no reason kept"


@dataclass(frozen=True, slots=True)
class Reason:
    """One field of an event: its name, its value, the words (with offsets) that it comes from, and the evidence."""

    field: str
    value: str
    words: str
    evidence: Evidence | None


def reasons_of(report: Report, event: Event) -> tuple[Reason, ...]:
    """A reason for every field of the event, in the order in which a reader asks."""
    return tuple(_reasons(report, event))


def explanation_of(report: Report, record: Record, identifier: str) -> RenderableType:
    """The explanation of one event of the record, as a table. Raises KeyError where the record has no such event."""
    event = record.event(identifier)
    if event is None:
        raise KeyError(identifier)
    table = Table(header_style="bold", padding=(0, 1), pad_edge=False)
    for name, least in (("field", 8), ("value", 16), ("words", 16), ("rule or model", 14), ("score", 5), ("why", 16)):
        table.add_column(name, min_width=least, overflow="fold")
    for reason in reasons_of(report, event):
        table.add_row(*_cells(reason))
    return Group(_heading(report, record, event), _quotation(report, event), table)


def list_of_events(report: Report, record: Record) -> RenderableType:
    """The record's events with their ids, to choose one."""
    table = Table(box=None, padding=(0, 1), show_header=False)
    for event in record.events:
        main = "★" if event.id == record.main_event else ""
        table.add_row(event.id, main, kind_name(event.kind), status_name(event.status), _around(report, event.trigger))
    return Group(Text(f"{one_line(report.id)}: {len(record.events)} events; explain one by its id", "bold"), table)


def _reasons(report: Report, event: Event) -> Iterator[Reason]:
    why = dict(event.reasons)

    def of_rule(field: str, value: str, *names: str) -> Reason:
        evidence = next((why.pop(name) for name in names if name in why), None)
        return Reason(field, value, _of_rule(report, evidence), evidence)

    yield replace(of_rule("kind", kind_name(event.kind), "kind"), words=_words(event.trigger))
    for span in event.also:
        yield Reason("  also told by", "", _words(span), None)
    yield of_rule("codes", codes_words(event.codes), "codes")
    yield of_rule("status", status_name(event.status), "status")
    yield of_rule("told as", "background" if event.background else "news", "background")
    if "main" in why:
        yield of_rule("main event", "yes", "main")
    yield from _actors("actor", event.actors)
    yield from _actors("target", event.targets)
    for place in event.places:
        known = f"{place.precision or 'unknown'}{_codes(ucdp_where(place), acled_where(place))}"
        yield Reason("place", f"{place_name(place)} ({known})", _words(place.extent or place), place.evidence)
    yield _time(report, event.time, why.get("time"))
    for weapon in event.weapons:
        yield replace(of_rule("weapon", one_line(weapon.text, 60), "weapon", "weapons"), words=_words(weapon))
    for loss in event.losses:
        yield Reason("loss", loss_words(loss), _words(loss), loss.evidence)
    yield of_rule("targeting", event.targeting, "targeting")
    for claim in (event.claim, *event.denials):
        yield _claim(claim)
    yield of_rule("confidence", f"{event.confidence:.2f}", "confidence")
    for name in list(why):
        yield of_rule(f"{name.replace('_', ' ')}, why so", "", name)


def _actors(field: str, actors: Sequence[Actor]) -> Iterator[Reason]:
    for actor in actors:
        told = " · ".join(part for part in (actor.id, actor.country, actor.sector, actor.sort) if part)
        yield Reason(field, f"{actor_name(actor)} ({told})", _words(actor), actor.evidence)


def _time(report: Report, time: Time | None, fallback: Evidence | None) -> Reason:
    if time is None:
        return Reason("time", "unknown", "", fallback)
    words = "" if time.start is None or time.end is None else _words(Span.of(report.text, time.start, time.end))
    codes = _codes(ucdp_when(time), acled_when(time))
    value = f"{time_span(time).rstrip('*')} ({time.granularity}, {time.extent}, from {time.basis}{codes})"
    return Reason("time", value, words, time.evidence or fallback)


def _codes(ucdp: int | None, acled: int | None) -> str:
    """The precision codes of two books: "; UCDP 1, ACLED 1"."""
    told = ", ".join(f"{book} {code}" for book, code in (("UCDP", ucdp), ("ACLED", acled)) if code is not None)
    return f"; {told}" if told else ""


def _claim(claim: Claim) -> Reason:
    words = " … ".join(_words(span) for span in (claim.source, claim.cue) if span)
    return Reason("who says so", claim_words(claim), words, claim.evidence)


def _cells(reason: Reason) -> list[Text]:
    evidence = reason.evidence
    value = Text(reason.value)
    words = Text(reason.words)
    if evidence is None:
        return [Text(reason.field, "bold"), value, words, Text(NO_RULE, "dim"), Text(""), Text("")]
    why = Text(one_line(evidence.note, 200))
    for lost in evidence.alternatives[:4]:
        because = f": {lost.why}" if lost.why else ""
        why.append(f"\nnot {one_line(lost.value, 60)} ({lost.score:.2f}{because})", "dim")
    if len(evidence.alternatives) > 4:
        why.append(f"\nnor {len(evidence.alternatives) - 4} more", "dim")
    return [Text(reason.field, "bold"), value, words, Text(evidence.rule), Text(f"{evidence.score:.2f}"), why]


def _heading(report: Report, record: Record, event: Event) -> Text:
    main = " (the main event)" if event.id == record.main_event else ""
    together = next((i for i in record.incidents if event.id in i.events), None)
    others = [name for name in together.events if name != event.id] if together else []
    same = f"; the same occurrence as {' '.join(others)}" if others else ""
    return Text(f"{event.id} of {one_line(report.id)}: {kind_name(event.kind)}{main}{same}", "bold")


def _quotation(report: Report, event: Event) -> Text:
    return Text.from_markup("  " + _around(report, event.trigger, mark=True))


def _around(report: Report, span: Span, reach: int = 90, *, mark: bool = False) -> str:
    before = one_line(report.text[max(0, span.start - reach) : span.start], reach)
    after = one_line(report.text[span.end : span.end + reach], reach)
    middle = f"[reverse]{escape(span.text)}[/]" if mark else escape(span.text)
    left = "…" if span.start > reach else ""
    right = "…" if span.end + reach < len(report.text) else ""
    return f"{left}{escape(before)} {middle} {escape(after)}{right}"


def _words(span: Span) -> str:
    return f"“{one_line(span.text, 60)}” {span.start}–{span.end}"


def _of_rule(report: Report, evidence: Evidence | None) -> str:
    if evidence is None or evidence.start is None or evidence.end is None or evidence.end <= evidence.start:
        return ""
    return f"“{one_line(report.text[evidence.start : evidence.end], 60)}” {evidence.start}–{evidence.end}"
