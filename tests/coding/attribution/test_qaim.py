"""The real report: who says what in it, and what stands. Skipped where the shared material is absent."""

from datetime import date
from pathlib import Path

import pytest

from dateline.codebook import load_codebook
from dateline.codebook.cues import load_cues
from dateline.coding.attribution.sayings import Saying, find_sayings
from dateline.coding.attribution.standing import Standing, judge_standings
from dateline.coding.roles.frames import Frame, Voice
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.document import Document
from dateline.coding.text.reading import read_document
from dateline.model import Report

PATH = Path(__file__).resolve().parents[4] / "shared" / "reports" / "qaim-2017-11-03.txt"
pytestmark = pytest.mark.skipif(not PATH.exists(), reason="the shared report is not here")


@pytest.fixture(scope="module")
def document() -> Document:
    text = PATH.read_text(encoding="utf-8")
    return read_document(Report(id="qaim", text=text, published=date(2017, 11, 3)))


@pytest.fixture(scope="module")
def sayings(document: Document) -> tuple[Saying, ...]:
    return find_sayings(document, load_cues())


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("A military source", "told", "that Counter-Terrorism Service forces"),
        ("A military source", None, "“The entry of the forces"),
        ("The media service of the Popular Mobilization Forces", "said", "that Islamic State militants burned"),
        ("commander of Anbar Operations, Abdul-amir Yarallah", "said", "that “army, Counter-Terrorism"),
        ("Iraqi Prime Minister Haider al-Abadi", "declared", "the launch of operations to clear"),
        ("Local authorities and human rights agencies", "believe", "Islamic State members are holding"),
        ("Iraqi Prime Minister Haidar al-Abadi", "announced", "liberation of Islamic State’s bastion"),
        ("a brief statement by Abadi’s office", "said", "“The commander in-chief"),
        ("the Joint Operations Command’s War Media Cell", "announced", "retaking Qaim"),
        ("Abadi", "promised", "announcing liberation"),
        (None, "believed", "Islamic State members are believed to be holding"),
        ("A senior paramilitary official", "ruled out", "possibilities that Iraqi federal troops"),
        ("Hadi al-Ameri, secretary-general of Badr Organization", "said", "“Iraqi security services"),
        ("he", "added", "“We don’t seek fighting the Kurds."),
        ("Ameria", "said", "“We hope that security prevails"),
        ("PMF sources", "say", "Ameri, along with"),
        ("News circulated, earlier on the day", "said", "Iraqi troops have been on high alerts"),
        ("Baghdad", "declared", "intentions to retake"),
    ],
)
def test_every_statement_has_its_source(
    sayings: tuple[Saying, ...], source: str | None, cue: str | None, content: str
) -> None:
    def fits(saying: Saying) -> bool:
        parts = saying.attribution
        return (
            (parts.source.text.startswith(source) if parts.source and source else not parts.source and not source)
            and (parts.cue.text if parts.cue else None) == cue
            and parts.content is not None
            and parts.content.text.startswith(content)
        )

    assert any(fits(saying) for saying in sayings)


def test_the_news_source_that_was_told_is_in_the_chain(sayings: tuple[Saying, ...]) -> None:
    assert {chain for saying in sayings for chain in saying.chain} == {"Alsumaria News"}


STATUSES: list[tuple[str, str, Voice, str]] = [
    ("have managed, so far, to ", "retake", "active", "happened"),
    ("offensives managed to ", "retake", "active", "happened"),
    ("launch of operations to ", "clear", "active", "planned"),
    ("promised on Tuesday announcing ", "liberation", "noun", "planned"),
    ("has announced ", "liberation", "noun", "happened"),
    ("members are ", "holding", "active", "ongoing"),
    ("are believed to be ", "holding", "active", "ongoing"),
    ("IS militants reportedly ", "fled", "active", "happened"),
    ("wide-scale campaign to ", "retake", "active", "planned"),
    ("launched, late October, to ", "liberate", "active", "planned"),
    ("possibilities that Iraqi federal troops ", "attack", "active", "negated"),
    ("have no intentions to ", "attack", "active", "negated"),
    ("We don’t seek ", "fighting", "active", "negated"),
    ("be aware of this and order ", "withdrawal", "noun", "called_for"),
    ("lead a huge ", "attack", "noun", "happened"),
    ("managed to repulse the ", "attack", "noun", "attempted"),
    ("had declared intentions to ", "retake", "active", "planned"),
    ("Iraqi forces ", "invaded", "active", "happened"),
    ("were ", "killed", "passive", "happened"),
]


@pytest.mark.parametrize(("before", "trigger", "voice", "status"), STATUSES, ids=[b + t for b, t, _, _ in STATUSES])
def test_what_stands(
    document: Document, sayings: tuple[Saying, ...], before: str, trigger: str, voice: Voice, status: str
) -> None:
    assert standing_of(document, sayings, before, trigger, voice).status == status


def test_reported_flight_is_less_certain(document: Document, sayings: tuple[Saying, ...]) -> None:
    fled = standing_of(document, sayings, "IS militants reportedly ", "fled", "active")
    assert fled.certainty == pytest.approx(0.7)


def standing_of(document: Document, sayings: tuple[Saying, ...], before: str, trigger: str, voice: Voice) -> Standing:
    start = document.text.index(before + trigger) + len(before)
    sentence = document.sentence_at(start)
    assert sentence is not None
    tag = Tag("trigger", start, start + len(trigger), "attack")
    frame = Frame(sentence.index, tag, (sentence.start, sentence.end), voice)
    return judge_standings(document, (frame,), sayings, (), load_cues(), load_codebook())[0]
