"""The real report that the project began from: who is who in it."""

from datetime import date
from pathlib import Path

import pytest

from dateline.codebook.demonyms import load_demonyms
from dateline.codebook.heads import load_heads
from dateline.codebook.registry_files import load_registry
from dateline.codebook.theatres import load_theatres
from dateline.coding.actors.resolve import resolve_actors
from dateline.coding.tagging.tags import Tag, Tags
from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import Times
from dateline.model import Actor, Report
from dateline.pipeline import Coder

QAIM = Path(__file__).resolve().parents[4] / "shared" / "reports" / "qaim-2017-11-03.txt"
pytestmark = pytest.mark.skipif(not QAIM.exists(), reason="../shared/reports/qaim-2017-11-03.txt is not here")
SAME = {
    "islamic-state": ["Islamic State militants", "Daesh", "IS militants", "the [militants]", "the [extremist group]"],
    "haider-al-abadi": ["Haider al-Abadi", "Haidar al-Abadi", "by [Abadi]"],
    "irq-cts": ["Counter-Terrorism Service forces", "[Counter-Terrorism Service], Popular"],
    "irq-tribal-mobilization": ["Tribal Mobilization troops", "[Tribal Mobilization] invaded"],
    "irq-pmf": ["Popular Mobilization Forces", "PMF artillery"],
    "IRQ-MIL": ["Iraqi forces", "Iraqi troops", "[army], Counter"],
    "badr": ["Badr Organization"],
    "hadi-al-amiri": ["Hadi al-Ameri", "[Ameria] said"],
    "abu-mahdi-al-muhandis": ["Abu Mahdi al-Muhanids"],
    "peshmerga": ["kurdish Peshmerga", "[Peshmerga] managed"],
    "krg": ["Kurdistan Regional Government"],
    "irq-war-media-cell": ["Joint Operations Command’s War Media Cell"],
    "alsumaria": ["Alsumaria News"],
    "us-led-coalition": ["U.S.-led coalition"],
}
"""Brackets hold the tag where other words must tell which of several places is meant."""


def actors() -> dict[tuple[int, int], Actor]:
    report = Report(id="q", text=QAIM.read_text(encoding="utf-8"), published=date(2017, 11, 3))
    document = read_document(report)
    tags: dict[int, set[Tag]] = {}
    for phrases in SAME.values():
        for phrase in phrases:
            start, end = place(report.text, phrase)
            sentence = document.sentence_at(start)
            assert sentence
            tags.setdefault(sentence.index, set()).add(Tag("actor", start, end, "name"))
    made = tuple(Tags(index, tuple(sorted(found, key=lambda tag: tag.start))) for index, found in sorted(tags.items()))
    lexica = load_registry(), load_heads(), load_demonyms()
    found = resolve_actors(document, made, (), Times(report.published), *lexica, load_theatres())
    return {actor.place_in_text: actor for actor in found}


def place(text: str, phrase: str) -> tuple[int, int]:
    """Where a phrase's bracketed part (the whole without brackets) stands first."""
    before, opening, rest = phrase.partition("[")
    inner = rest.partition("]")[0] if opening else phrase
    start = text.index(phrase.replace("[", "").replace("]", "")) + (len(before) if opening else 0)
    return start, start + len(inner)


def test_every_name_and_description_is_who_it_should_be() -> None:
    found, text = actors(), QAIM.read_text(encoding="utf-8")
    wrong = {
        phrase: found[place(text, phrase)].id
        for identifier, phrases in SAME.items()
        for phrase in phrases
        if found[place(text, phrase)].id != identifier
    }
    assert wrong == {}


def test_an_adjective_that_shares_its_noun_is_the_state() -> None:
    text = "Several leaders were killed in airstrikes by the Iraqi and U.S.-Coalition jets."
    record = Coder().code(Report(id="r", text=text))
    assert {a.id for a in record.mentions.actors if a.text == "Iraqi"} == {"IRQ-GOV"}
