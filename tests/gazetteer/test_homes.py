import pytest

from dateline.errors import GazetteerError
from dateline.gazetteer.homes import Home, Homes, read_homes

TABLE = "# head\nIQ.01\tAnbar\n\tHit\t10 5 1\nIQ.02\tBasra\n"


@pytest.fixture(scope="module")
def homes() -> Homes:
    return read_homes()


def test_towns_are_found_by_the_steps_between_their_ids() -> None:
    found = read_homes(TABLE)
    assert [found.of("IQ", "01", town) for town in (10, 15, 16)] == [Home("Anbar", "Hit")] * 3
    assert found.of("IQ", "02", 11) == Home("Basra", None)
    assert found.of("SY", "01", 10) == Home(None, None)


@pytest.mark.parametrize("line", ["IQ\tAnbar", "IQ.01", "\tHit", "\tHit\tten"])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(GazetteerError, match="line 2"):
        read_homes(f"# head\n{line}\n")


def test_the_table_that_ships_holds_what_it_says(homes: Homes) -> None:
    assert len(homes.divisions) > 3_500
    assert len(set(homes.districts.values())) > 15_000
    assert homes.divisions["IQ", "01"] == "Al Anbar"
    assert all(name.strip() == name != "" for name in (*homes.divisions.values(), *homes.districts.values()))
