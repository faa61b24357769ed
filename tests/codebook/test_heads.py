from pathlib import Path

import pytest

from dateline.codebook.files import load_yaml
from dateline.codebook.heads import DATA, Heads, load_heads, plural_of
from dateline.errors import DataError


@pytest.fixture(scope="module")
def heads() -> Heads:
    return load_heads()


def test_there_are_enough_of_every_sort(heads: Heads) -> None:
    lemmas = {(head.lemma, head.sort) for head in heads}
    assert len(lemmas) >= 350
    assert {sort for _, sort in lemmas} >= {"state", "group", "organisation", "person", "civilians", "facility"}


@pytest.mark.parametrize(
    ("word", "sort", "sector", "number"),
    [
        ("soldier", "state", "MIL", "one"),
        ("troops", "state", "MIL", "many"),
        ("army", "state", "MIL", "body"),
        ("armies", "state", "MIL", "bodies"),
        ("gunmen", "group", "UAF", "many"),
        ("guerrillas", "group", "REB", "many"),
        ("children", "civilians", "CVL", "many"),
        ("mayor", "person", "GOV", "one"),
        ("pylons", "facility", None, "many"),
        ("convoy", "vehicle", None, "one"),
    ],
)
def test_a_word_tells_sort_sector_and_number(heads: Heads, word: str, sort: str, sector: str, number: str) -> None:
    head = heads.get(word)
    assert head
    assert (head.sort, head.sector, head.number) == (sort, sector, number)


def test_terrorist_is_a_label_and_guerrilla_takes_its_groups_identity(heads: Heads) -> None:
    terrorists, guerrillas = heads.get("terrorists"), heads.get("guerrillas")
    assert terrorists
    assert terrorists.label
    assert guerrillas
    assert guerrillas.member


def test_the_longest_head_that_ends_a_phrase_wins(heads: Heads) -> None:
    assert [
        (length, head.lemma)
        for length, head in filter(None, [heads.ending(["the", "power", "pylons"]), heads.ending(["the", "pylons"])])
    ] == [(2, "power pylon"), (1, "pylon")]
    assert heads.ending(["quickly"]) is None
    assert heads.ending([]) is None


def test_no_word_stands_in_the_file_twice() -> None:
    blocks = load_yaml(DATA)["blocks"]
    assert isinstance(blocks, list)
    seen: set[str] = set()
    for block in blocks:
        for key in ("one", "body", "many"):
            for entry in block.get(key, []):
                lemma = str(entry).partition("/")[0]
                assert lemma == lemma.lower()
                assert lemma not in seen, f"{lemma!r} stands twice"
                seen.add(lemma)


def test_a_broken_file_says_where(tmp_path: Path) -> None:
    file = tmp_path / "heads.yaml"
    file.write_text("blocks: [{sort: stat, one: [soldier]}]")
    with pytest.raises(DataError, match=r"block 1: sort 'stat' is none of"):
        load_heads(file)


@pytest.mark.parametrize(("one", "several"), [("church", "churches"), ("body", "bodies"), ("boy", "boys")])
def test_regular_plurals(one: str, several: str) -> None:
    assert plural_of(one) == several
