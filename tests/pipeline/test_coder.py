"""The whole chain: offsets always match, the same output on every run and in any order."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Record, Report
from dateline.pipeline import Coder
from dateline.settings import Settings

SCRAPS = (
    "Iraqi forces shelled Mosul, killing at least 14 civilians, said the minister on Friday. “We did not attack” "
    "Rebels in Sana'a denied U.S. troops \n\n had 350 km north of Qaim’s centre (AP) -- since 2014 "
    "İ ﬁ \u200f \x00 \u2028 é"
)
WORDS = st.sampled_from(re.findall(r"\S+|\n\n", SCRAPS))
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


def spans_of(value: Any) -> Iterator[tuple[int, int, str]]:
    """Every {start, end, text} of a record, however deep."""
    if isinstance(value, dict):
        if value.get("start") is not None and value.get("text") is not None:
            yield value["start"], value["end"], value["text"]
        for inner in value.values():
            yield from spans_of(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from spans_of(inner)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS, published=st.one_of(st.none(), st.dates()))
def test_offsets_always_match_the_text(coder: Coder, text: str, published: date | None) -> None:
    record = coder.code(Report(id="r", text=text, published=published))
    for start, end, words in spans_of(record.model_dump()):
        assert text[start:end] == words
    assert Record.model_validate_json(record.model_dump_json()) == record


SNIPPETS = (
    "Government warplanes bombed the town of Saraqib in Idlib province on Tuesday, killing at least 12 civilians, the "
    "Syrian Observatory for Human Rights said. The army denied it had struck civilians.",
    "Rebels attacked a checkpoint near Goma. Two soldiers were killed and five wounded, a spokesman said on Monday.",
    "Protesters marched in Caracas on 5 May to demand the release of prisoners.",
)


def test_a_report_is_coded_the_same_alone_and_among_others(coder: Coder) -> None:
    reports = [Report(id=f"r{n}", text=text, published=date(2019, 5, 8)) for n, text in enumerate(SNIPPETS)]
    alone = {report.id: coder.code(report) for report in reports}
    for order in permutations(reports):
        assert {record.report.id: record for record in coder.code_many(order)} == alone


def test_every_reference_in_a_record_leads_somewhere(coder: Coder) -> None:
    record = coder.code(Report(id="r", text="\n\n".join(SNIPPETS), published=date(2019, 5, 8)))
    events = {event.id for event in record.events}
    assert record.main_event in events
    assert {identifier for incident in record.incidents for identifier in incident.events} == events
    assert all(e.attribution is None or 0 <= e.attribution < len(record.attributions) for e in record.events)


def test_without_a_date_relative_times_stay_unresolved(coder: Coder) -> None:
    record = coder.code(Report(id="r", text=SNIPPETS[1]))
    assert all(event.time is None or event.time.first is None for event in record.events)
    assert "no-date" in {notice.code for notice in record.notices}


def test_an_uneventful_text_gives_a_record_with_empty_lists(coder: Coder) -> None:
    record = coder.code(
        Report(id="r", text="The museum opens at nine. Entry is free for children.", published=date(2020, 1, 1))
    )
    assert record.events == ()
    assert record.main_event is None


RAID = """
kinds:
  cattle-raid:
    label: Cattle raid
    definition: Armed men drive off livestock that belongs to others.
    family: property
    harm: 4
    codes: {plover: ASSAULT, acled: Looting/property destruction}
    examples:
      - Gunmen *rustled* 300 cattle from a village in Turkana on Monday.
      - Armed herders *drove off* more than 200 goats belonging to Nuer families.
      - The raiders *stole* livestock in Pibor and killed a herdsman.
"""


def test_a_kind_known_by_examples_works_at_once(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(RAID, encoding="utf-8")
    coder = Coder(settings=Settings(codebooks=(tmp_path / "own.yaml",)))
    text = "Bandits drove away 80 camels in Marsabit, police said. Soldiers shelled a hill near Moyale."
    (raid, shelling) = coder.code(Report(id="x", text=text)).events
    assert (raid.kind, raid.codes.acled) == ("cattle-raid", "Looting/property destruction")
    assert shelling.kind == "shelling"
