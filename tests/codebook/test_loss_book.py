"""The count and loss books: they load, and a broken file is told apart from a missing one."""

from pathlib import Path

import pytest

from dateline.codebook.counts import load_counts, read_data
from dateline.codebook.losses import load_losses
from dateline.errors import DataError


def test_books_load() -> None:
    book = load_losses()
    assert book.people["soldiers"].plural
    assert book.people["militiamen"].lemma == "militiaman"
    assert book.people["attorney general"].group == "civilians"
    assert load_counts().vague["dozens"] == (24, 36, 99)


def test_no_word_is_both_people_and_thing() -> None:
    book = load_losses()
    assert not set(book.people) & book.things


def test_every_vague_range_rises() -> None:
    for phrase, values in load_counts().vague.items():
        known = [value for value in values if value is not None]
        assert known == sorted(known), phrase


@pytest.mark.parametrize("text", ["- a list", "{broken"])
def test_broken_files_say_so(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "counts.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("dateline.codebook.counts.resources.files", lambda _: tmp_path)
    with pytest.raises(DataError, match=r"counts\.yaml"):
        read_data("counts.yaml")
