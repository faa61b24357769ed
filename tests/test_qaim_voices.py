"""The real report on the full chain: whose word each event rests on, and whether it happened. Skipped where the shared
material is absent."""

from datetime import date
from pathlib import Path

import pytest

from dateline.model import Event, Record, Report
from dateline.pipeline import Coder

PATH = Path(__file__).resolve().parents[2] / "shared" / "reports" / "qaim-2017-11-03.txt"
pytestmark = pytest.mark.skipif(not PATH.exists(), reason="the shared report is not here")


@pytest.fixture(scope="module")
def record() -> Record:
    text = PATH.read_text(encoding="utf-8")
    return Coder().code(Report(id="qaim", text=text, published=date(2017, 11, 3)))


def told(record: Record, before: str, trigger: str) -> Event:
    """The event with this trigger first told after these words of the report."""
    text = PATH.read_text(encoding="utf-8")
    after = text.index(before)
    return next(e for e in record.events if e.trigger.start >= after and trigger in e.trigger.text)


@pytest.mark.parametrize(
    ("before", "trigger", "status", "source", "position"),
    [
        ("Iraqi forces invaded Friday", "invaded", "happened", None, None),
        ("A military source told", "invaded", "happened", "A military source", "belligerent"),
        ("The entry of the forces", "killed", "happened", "A military source", "belligerent"),
        ("The media service", "burned", "happened", "The media service of the Popular Mobilization", "belligerent"),
        ("in a statement that", "invaded", "happened", "commander of Anbar Operations", "belligerent"),
        ("declared late October", "clear", "planned", "Iraqi Prime Minister Haider al-Abadi", "official"),
        ("have managed, so far", "retake", "happened", None, None),
        ("Local authorities", "holding", "ongoing", "Local authorities and human rights agencies", "monitor"),
        ("has announced", "liberation", "happened", "Iraqi Prime Minister Haidar al-Abadi", "official"),
        ("Abadi promised on Tuesday", "liberation", "planned", "Abadi", "official"),
        ("Many IS militants reportedly", "fled", "happened", None, None),
        ("Operations were launched", "liberate", "planned", None, None),
        ("are believed to be", "holding", "ongoing", None, None),
        ("has ruled out", "attack", "negated", "A senior paramilitary official", "belligerent"),
        ("have no intentions", "attack", "negated", "Hadi al-Ameri", "belligerent"),
        ("order withdrawal", "withdrawal", "called_for", "he", None),
        ("PMF sources say", "attack", "happened", "PMF sources", "belligerent"),
        ("had declared intentions", "retake", "planned", "Baghdad", "official"),
    ],
)
def test_status_and_source(
    record: Record, before: str, trigger: str, status: str, source: str | None, position: str | None
) -> None:
    event = told(record, before, trigger)
    said = event.claim.source
    assert event.status == status
    assert (said is None) == (source is None)
    assert source is None or (said is not None and said.text.startswith(source))
    assert position is None or event.claim.position == position


def test_a_hedge_lowers_certainty(record: Record) -> None:
    assert told(record, "Many IS militants", "fled").claim.certainty == pytest.approx(0.7)
    assert told(record, "are believed to be", "holding").claim.certainty < 0.7


def test_every_event_says_why_it_stands_as_it_does(record: Record) -> None:
    assert all("status" in event.reasons for event in record.events)
    assert told(record, "Iraqi forces invaded Friday", "invaded").reasons["status"].rule == "standing.told-as-fact"


def test_an_event_and_its_attribution_agree(record: Record) -> None:
    for event in record.events:
        if event.attribution is not None and event.claim.cue is not None:
            assert record.attributions[event.attribution].cue == event.claim.cue


def test_nobody_in_it_denies_anything(record: Record) -> None:
    assert not any(event.denials for event in record.events)
