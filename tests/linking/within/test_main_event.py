import pytest
from tests.linking.tellings import event

from dateline.codebook import Codebook
from dateline.linking.within.incidents import merge_events
from dateline.linking.within.main_event import Main, choose_main
from dateline.model import Event, Report
from dateline.pipeline import Coder

REPORT = Report(id="r", text="x" * 5000)


def chosen(codebook: Codebook, *events: Event) -> Main:
    return choose_main(REPORT, events, merge_events(REPORT, events, codebook), codebook)


def test_the_lead_wins_over_what_is_told_further_down(codebook: Codebook) -> None:
    main = chosen(codebook, event("e1", "airstrike", at=10), event("e2", "protest", at=3000, trigger="protest"))
    assert main.event == "e1"
    assert "told first" in main.evidence.note


def test_background_is_never_main(codebook: Codebook) -> None:
    main = chosen(codebook, event("e1", "airstrike", at=10, background=True), event("e2", "arrest", at=3000))
    assert main.event == "e2"


def test_nothing_but_background_has_no_main(codebook: Codebook) -> None:
    assert chosen(codebook, event("e1", "airstrike", background=True)).event is None
    assert chosen(codebook).event is None


def test_what_was_negated_is_not_main(codebook: Codebook) -> None:
    assert chosen(codebook, event("e1", "attack", status="negated")).event is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad denounced Sudan on Monday for the shelling of a refugee camp near the border.", "criticism"),
        ("Mali urged Niger to stop the killing of herders along the frontier.", "demand"),
        ("Rebels shelled a refugee camp near the border on Monday, and Chad denounced Sudan.", "shelling"),
    ],
)
def test_what_another_s_words_are_about_is_not_the_news(text: str, kind: str) -> None:
    record = Coder().code(Report(id="r", text=text))
    main = next(event for event in record.events if event.id == record.main_event)
    assert main.kind == kind
