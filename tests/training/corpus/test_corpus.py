"""The corpus itself: what its card promises, held against its rows."""

import json
from collections import Counter
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from training.corpus.drafting import kinds
from training.corpus.drawing import dev_shingles, shingles
from training.corpus.lint import lint
from training.corpus.passage import Passage
from training.corpus.shelves import Corpus
from training.corpus.splits import straddling
from training.corpus.tables import counts
from training.corpus.telling import COUNTS
from training.corpus.texts import ALLOWED, TextError, Texts, shared

from training.corpus import shelves

SCHEMA = json.loads((shelves.HOME.parent / "schema.json").read_text(encoding="utf-8"))
needs_shared = pytest.mark.skipif(
    not (shared() / next(iter(ALLOWED))).is_file(), reason="needs the given data in ../shared"
)


@cache
def corpus() -> Corpus:
    return shelves.read()


@cache
def filled() -> tuple[Passage, ...]:
    return tuple(Texts().filled(corpus().all))


@pytest.mark.parametrize("path", sorted(shelves.HOME.glob("*/*.jsonl")), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_rows_follow_the_schema(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for line in path.read_text(encoding="utf-8").splitlines():
        validator.validate(json.loads(line))


def test_it_is_as_large_as_its_card_says() -> None:
    found = corpus()
    assert len(found.own) >= 5000
    assert len(found.real) >= 2500
    assert sum(not passage.eventful for passage in found.own) >= 800
    assert len(found.second) >= 400


def test_every_kind_has_eighty_triggers_of_our_own() -> None:
    told = Counter(trigger.kind for passage in corpus().own for trigger in passage.triggers)
    assert {kind: told[kind] for kind in kinds() if told[kind] < 80} == {}


def test_our_own_passages_have_no_faults() -> None:
    assert [str(f) for f in lint(corpus().own, kinds()) if not f.query] == []


@needs_shared
def test_stand_off_passages_have_no_faults_and_their_texts_are_those_annotated() -> None:
    real = [passage for passage in filled() if passage.origin]
    assert [str(f) for f in lint(real, kinds()) if not f.query] == []
    assert [str(f) for f in lint(Texts().filled(corpus().second), kinds()) if not f.query] == []


@needs_shared
def test_no_near_duplicates_lie_in_two_splits() -> None:
    assert straddling(filled()) == []
    assert {passage.split for passage in filled()} == {"train", "dev", "test"}


@needs_shared
def test_nothing_of_a_dev_half_is_in_it() -> None:
    barred = dev_shingles(shared())
    assert [passage.id for passage in filled() if shingles(passage.text or "") & barred] == []


def test_the_tables_are_true() -> None:
    assert COUNTS.read_text(encoding="utf-8") == counts(corpus(), kinds())


def test_no_text_of_others_lies_in_it() -> None:
    for path in shelves.HOME.glob("*/*.jsonl"):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        assert all("text" not in row for row in rows if "origin" in row)


def test_second_readings_are_of_passages_it_has() -> None:
    texts = {passage.id: (passage.text, passage.origin) for passage in corpus().all}
    for reading in (corpus().first, corpus().second):
        assert {p.id: (p.text, p.origin) for p in reading} == {p.id: texts[p.id] for p in corpus().second}


def test_only_what_may_be_trained_on_is_read() -> None:
    with pytest.raises(TextError, match="not to be trained on"):
        Texts().documents("gold/evloc/dev.reports.jsonl")
