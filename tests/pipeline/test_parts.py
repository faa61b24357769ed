from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import (
    Attribution,
    Event,
    Evidence,
    Incident,
    LooseFigure,
    Loss,
    Mentions,
    Notice,
    Record,
    Report,
    Span,
    head_of,
)
from dateline.pipeline import parts
from dateline.pipeline.parts import join_parts, parts_of

PARAGRAPH = "The army shelled the village on Monday, the mayor said. Two people were killed there.\n\n"


def coded(part: Report) -> Record:
    shelled = part.text.index("shelled")
    two = part.text.index("Two")
    span = Span.of(part.text, shelled, shelled + 7)
    loss = Loss(**Span.of(part.text, two, two + 3).model_dump(), loss="killed", low=2, supersedes="e1")
    evidence = Evidence(rule="x", note="e2 joins e1", start=shelled, end=shelled + 7)
    events = (
        Event(id="e1", kind="shelling", trigger=span, attribution=0, reasons={"kind": evidence}),
        Event(id="e2", kind="killing", trigger=span, losses=(loss,)),
    )
    return Record(
        report=head_of(part),
        main_event="e1",
        events=events,
        incidents=(Incident(id="i1", kind="shelling", events=("e1", "e2"), reasons=(evidence,)),),
        attributions=(Attribution(cue=span),),
        figures=(LooseFigure(**loss.model_dump()),),
        mentions=Mentions(),
        notices=(Notice(code="no-date", message="none"),),
    )


def test_a_report_of_usual_length_stays_whole() -> None:
    report = Report(id="r", text=PARAGRAPH)
    assert parts_of(report) == ((0, report),)


def test_parts_cover_the_text_and_end_between_paragraphs() -> None:
    report = Report(id="r", text=PARAGRAPH * 1500, title="A title", published=date(2024, 5, 7))
    found = parts_of(report, date(2024, 5, 6))
    assert "".join(part.text for _, part in found) == report.text
    assert all(report.text[offset:].startswith(part.text) for offset, part in found)
    assert all(len(part.text) <= parts.PART and part.text.endswith("\n\n") for _, part in found)
    assert [part.published for _, part in found[:2]] == [date(2024, 5, 7), date(2024, 5, 6)]


def test_joined_records_point_at_the_whole_text() -> None:
    report = Report(id="r", text=PARAGRAPH * 1500)
    record = join_parts(report, ((offset, coded(part)) for offset, part in parts_of(report)))
    number = len(parts_of(report))
    assert record.main_event == "e1"
    assert [event.id for event in record.events] == [f"e{n}" for n in range(1, 2 * number + 1)]
    assert [incident.events for incident in record.incidents][:2] == [("e1", "e2"), ("e3", "e4")]
    assert record.incidents[1].reasons[0].note == "e4 joins e3"
    assert [event.attribution for event in record.events[:4]] == [0, None, 1, None]
    assert record.events[3].losses[0].supersedes == "e3"
    for event in record.events:
        assert report.text[event.trigger.start : event.trigger.end] == "shelled"
    reason = record.events[2].reasons["kind"]
    assert reason.start == record.events[2].trigger.start
    assert [notice.code for notice in record.notices] == ["no-date", "long-report"]
    assert record.report.sha256 == report.sha256


@given(st.text(alphabet="ab \n.", max_size=400))
def test_any_text_is_cut_without_loss(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "LONG", 20)
        patch.setattr(parts, "PART", 10)
        found = parts_of(Report(id="r", text=text))
    kept = "".join(part.text for _, part in found)
    assert kept.split() == text.split() or "".join(kept.split()) == "".join(text.split())
    assert all(text[offset : offset + len(part.text)] == part.text for offset, part in found)
