"""The corpus on disk: what is written is read, each passage on its shelf; texts of others stay out."""

import json
from pathlib import Path

import pytest
from training.corpus.passage import Origin, Passage, Span, Trigger
from training.corpus.sameness import commonest, commonest_openings, sameness
from training.corpus.shelves import Corpus, read, write
from training.corpus.tables import counts
from training.corpus.texts import TextError, Texts, digest

FILE = "gold/evloc/train.reports.jsonl"
TEXT = "Guns shelled Homs. Nobody spoke."
OWN = Passage("a1", "Guns shelled Homs", "a1", "wire", split="train", triggers=(Trigger("e1", 5, 12, "shelling"),))
REAL = Passage(
    "evloc-1", None, f"{FILE}#d1", "wire", split="test", origin=Origin(FILE, "d1", digest(TEXT), 0, 18),
    spans=(Span("s1", 13, 17, "place"),),
)  # fmt: skip


def texts(tmp_path: Path, text: str) -> Texts:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"id": "d1", "text": text}) + "\n", encoding="utf-8")
    return Texts(tmp_path)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    corpus = Corpus((OWN,), (REAL,), (OWN,), (OWN,))
    write(corpus, tmp_path)
    assert read(tmp_path) == corpus
    assert {str(path.relative_to(tmp_path)) for path in tmp_path.glob("*/*")} == {
        "own/wire.jsonl", "real/evloc.jsonl", "first/wire.jsonl", "second/wire.jsonl",
    }  # fmt: skip
    assert "shelled" not in (tmp_path / "real/evloc.jsonl").read_text(encoding="utf-8")


def test_a_shelf_that_is_empty_now_goes(tmp_path: Path) -> None:
    write(Corpus((OWN,), (REAL,)), tmp_path)
    write(Corpus((OWN,), ()), tmp_path)
    assert not (tmp_path / "real/evloc.jsonl").exists()


def test_texts_come_from_their_files(tmp_path: Path) -> None:
    (passage,) = texts(tmp_path, TEXT).filled([REAL])
    assert passage.text == "Guns shelled Homs."
    assert passage.words(passage.spans[0]) == "Homs"


def test_a_changed_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TextError, match="sha256 differs"):
        list(texts(tmp_path, TEXT + " More.").filled([REAL]))


def test_a_stand_off_passage_without_its_text_has_no_words() -> None:
    with pytest.raises(ValueError, match="without its text"):
        REAL.words(REAL.spans[0])


def test_tables_count_own_and_real() -> None:
    told = counts(Corpus((OWN,), (REAL,)), {"shelling", "arson"})
    assert "| shelling | 1 | 0 | 1 |" in told
    assert "| arson | 0 | 0 | 0 |" in told
    assert "| place | 0 | 1 | 1 |" in told


def test_sameness_sees_what_is_said_again() -> None:
    said = [Passage(f"p{n}", f"Gunmen in masks killed {who} there", f"p{n}", "wire") for n, who in enumerate("abc")]
    other = [
        Passage(f"q{n}", text, f"q{n}", "wire") for n, text in enumerate(["One more day", "No news at all", "So be it"])
    ]
    assert sameness(said).openings == 1
    assert sameness(said).fours > sameness(other).fours == 0
    assert commonest(said, 4)[0] == ("gunmen in masks killed", 3)
    assert commonest_openings(said) == [("gunmen in", 3)]
