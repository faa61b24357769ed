"""Portions: is a place meant, or a part of it?"""

import pytest

from dateline.codebook.portions import is_facility, object_of, portion_before


def told(words: str, *, wide: bool = False) -> str | None:
    """The portion in front of the last word."""
    start = words.rindex(" ") + 1
    found = portion_before(words, start, wide=wide)
    return None if found is None else words[found[0] : found[1]].strip()


@pytest.mark.parametrize(
    ("words", "portion"),
    [
        ("They hit an army-held area of Toria", "an army-held area of"),
        ("shelling of a suburb of the northern city of Toria", "a suburb of the northern city of"),
        ("They took several villages north of Toria", "several villages north of"),
        ("The army holds parts of Toria", "parts of"),
        ("rebels hold two districts in Toria", "two districts in"),
        ("The army holds the town of Toria", None),
        ("The army holds the strategic border town of Toria", None),
        ("the towns of Toria", None),
        ("The army holds Toria", None),
        ("The army took control of Toria", None),
        ("The army announced in Toria", None),
        ("The area of Toria", None),
    ],
)
def test_portions(words: str, portion: str | None) -> None:
    assert told(words) == portion


def test_towns_of_a_province_are_parts_of_it() -> None:
    assert told("The army holds the towns of Toria", wide=True) == "the towns of"


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("rebels seized the old school in Toria", "the old school in"),
        ("In Toria rebels seized 14 villages", "14 villages"),
        ("fighting in Toria, where rebels seized ground", "ground"),
        ("the school inside Toria was seized", "school inside"),
        ("rebels seized two villages to reach Toria", "two villages"),
        ("rebels seized Toria", None),
        ("rebels seized the town of Toria", None),
        ("rebels seized control of Toria", None),
        ("rebels seized villages including Toria", None),
        ("rebels entered Toria and seized the town", None),
        ("Toria was seized", None),
        ("rebels entered Toria and seized it in two days", None),
    ],
)
def test_the_object_of_a_taking(words: str, thing: str | None) -> None:
    act = words.index("seized"), words.index("seized") + 6
    place = words.index("Toria"), words.index("Toria") + 5
    found = object_of(words, act, place)
    assert (None if found is None else words[found[0] : found[1]].strip()) == thing


def test_what_is_named_beside_a_part_is_whole() -> None:
    assert told("Much of Sanga province including Toria") is None


def test_an_airport_is_not_its_town() -> None:
    assert is_facility("Toria military airport")
    assert not is_facility("the town of Toria")
