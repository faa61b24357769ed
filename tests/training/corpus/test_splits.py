"""The split: whole clusters, fixed once drawn."""

from hypothesis import given
from hypothesis import strategies as st
from training.corpus.passage import Passage, Split
from training.corpus.splits import clusters, near_duplicates, split_of, straddling, with_splits


def passage(name: str, text: str, source: str | None = None, split: Split | None = None) -> Passage:
    return Passage(name, text, source or name, "wire", split=split)


HIT = "Shells hit the market of Homs on Friday and killed nine people"


def test_near_duplicates_share_half_their_runs() -> None:
    found = near_duplicates([passage("a", HIT), passage("b", HIT + " there"), passage("c", "Nothing of the kind")])
    assert [(one, two) for one, two, _ in found] == [("a", "b")]


def test_a_cluster_goes_round_by_source_and_by_likeness() -> None:
    found = clusters([passage("a", HIT, "doc"), passage("b", "Another sentence", "doc"), passage("c", HIT + " today")])
    assert len(set(found.values())) == 1


def test_a_split_that_was_drawn_stays() -> None:
    given_split: Split = "test"
    old = passage("a", HIT, split=given_split)
    assert split_of([old, passage("b", HIT + " there")]) == {"a": "test", "b": "test"}


def test_parted_near_duplicates_are_found() -> None:
    parted = [passage("a", HIT, split="train"), passage("b", HIT + " there", split="test")]
    assert straddling(parted) == ["a"]
    assert straddling(with_splits(parted)) == []


@given(
    st.permutations([passage(f"p{n}", f"{HIT} {n}" if n % 3 else f"Text {n} alone of its kind {n}") for n in range(9)])
)
def test_the_order_does_not_matter(passages: list[Passage]) -> None:
    ordered = sorted(passages, key=lambda p: p.id)
    assert dict(split_of(passages)) == dict(split_of(ordered))
