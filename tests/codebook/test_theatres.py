from pathlib import Path

import pytest

from dateline.codebook.heads import load_heads
from dateline.codebook.registry_files import load_registry
from dateline.codebook.theatres import BY_FAR, DATA, Ground, Theatres, fold_division, load_theatres
from dateline.errors import DataError

THEATRES, REGISTRY = load_theatres(), load_registry()


def test_every_theatre_names_known_groups_words_and_countries() -> None:
    lemmas = {head.lemma for head in load_heads()}
    for theatre in THEATRES.all:
        assert theatre.country in REGISTRY.countries, theatre.id
        assert all(REGISTRY.get(group) or group.endswith("-MIL") for group, _ in theatre.groups), theatre.id
        assert theatre.words | theatre.own <= lemmas, theatre.id
        first, last = theatre.years
        assert first is None or last is None or first <= last, theatre.id


def test_the_narrow_theatre_comes_before_the_wide_one() -> None:
    donetsk = THEATRES.at(Ground(("UKR",), frozenset([fold_division("Donetsk Oblast")])), 2015)
    wide = THEATRES.at(Ground(("UKR",)), 2015)
    assert (donetsk and donetsk.id, wide and wide.id) == ("donetsk", "donbas")


def test_years_and_one_country_alone_settle() -> None:
    ground = Ground(("YEM",))
    assert THEATRES.at(ground, 2016)
    assert THEATRES.at(ground, 1990) is None
    assert THEATRES.at(ground, None) is None
    assert THEATRES.at(Ground(("YEM", "SAU")), 2016) is None


def test_a_part_of_the_country_stands_for_its_divisions() -> None:
    found = THEATRES.at(Ground(("NGA",), parts=frozenset(["north-east"])), 2014)
    assert found
    assert found.main == ("boko-haram", 0.9)
    assert THEATRES.at(Ground(("NGA",), frozenset(["lagos"])), 2014) is None


def test_where_no_group_does_most_none_is_main_and_all_are_alternatives() -> None:
    mali = THEATRES.at(Ground(("MLI",)), 2020)
    assert mali
    assert mali.main is None
    assert [a.value for a in mali.alternatives()] == ["jnim", "isgs"]
    assert all(a.score < BY_FAR for a in mali.alternatives())


def test_a_broken_file_is_an_error_that_names_the_key(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("theatres: [{id: x, country: NGA, years: [2000], groups: {a: 1}}]")
    with pytest.raises(DataError, match=r"mine.yaml.*years"):
        load_theatres(file)
    assert DATA.read_text(encoding="utf-8").startswith("# ")
    assert Theatres().at(Ground(("NGA",)), 2014) is None
