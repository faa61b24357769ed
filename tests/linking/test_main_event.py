from tests.linking.tellings import event

from dateline.codebook import Codebook
from dateline.linking.incidents import merge_events
from dateline.linking.main_event import Main, choose_main
from dateline.model import Event, Report

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
