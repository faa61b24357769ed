"""One test body for both gazetteers: the one in SQLite and its double in memory."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dateline.errors import GazetteerError
from dateline.gazetteer import Gazetteer, MemoryGazetteer, SqliteGazetteer
from dateline.gazetteer.build import build, gather
from dateline.gazetteer.homes import Homes
from dateline.gazetteer.lore import Aliases, Lore, Region
from dateline.gazetteer.source import Country, Source, Town


def source() -> Source:
    towns = (
        Town(1, "Al Ḩawrah", 33.0, 44.0, "IQ", "01", 80_000, ("Al Hawrah", "Hawra", "HWR", "حوره", "alhwrt")),
        Town(2, "Sārah", 33.2, 44.1, "IQ", "01", 0, ("Sarah",)),
        Town(3, "Anbur", 33.1, 43.0, "IQ", "02", 900_000, ()),
        Town(4, "Hawra", 48.0, 2.0, "FR", "A", 500, ()),
        Town(5, "Capitale", 48.5, 2.3, "FR", "A", 2_000_000, ("St. Denis-le-Bas",)),
    )
    countries = (
        Country("IQ", "IRQ", 91, "Iraqland", "Anbur", 400_000, 30_000_000),
        Country("FR", "FRA", 92, "Franceland", "Capitale", 500_000, 60_000_000),
        Country("ZZ", "ZZZ", 93, "Nowhere", "", 0, 0),
    )
    divisions = {("IQ", "01"): "Hawra Governorate", ("IQ", "02"): "Al Anbur", ("FR", "A"): "Middle"}
    return Source("made-up 1", towns, countries, Homes(divisions, {1: "Hawra District"}))


def lore() -> Lore:
    regions = {"Wide Sea": Region(kind="sea", point=(30.0, 10.0), km=900.0, names=("The Wide",))}
    aliases = Aliases(countries={"IQ": ("I.L.",)}, points={}, divisions={"IQ Al Anbur": ("Anburia",)}, states={})
    return Lore(regions, aliases)


@pytest.fixture(params=["sqlite", "memory"])
def gazetteer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Gazetteer]:
    if request.param == "memory":
        yield MemoryGazetteer(gather(source(), lore()))
        return
    build(tmp_path / "g.sqlite", source(), lore())
    with SqliteGazetteer(tmp_path / "g.sqlite") as opened:
        yield opened


def names_of(gazetteer: Gazetteer, name: str) -> list[tuple[str, str, str]]:
    return [(m.entry.name, m.entry.kind, m.way) for m in gazetteer.find(name)]


def test_areas_come_before_towns(gazetteer: Gazetteer) -> None:
    found = names_of(gazetteer, "Hawra")
    assert found[0] == ("Hawra Governorate", "admin1", "name")
    assert ("Al Ḩawrah", "town", "alias") in found
    assert ("Hawra", "town", "name") in found
    assert ("Hawra District", "district", "alias") in found


def test_other_names_articles_and_sound(gazetteer: Gazetteer) -> None:
    assert names_of(gazetteer, "al-Sarah")[0] == ("Sārah", "town", "article")
    assert names_of(gazetteer, "Saarah")[0] == ("Sārah", "town", "sound")
    assert names_of(gazetteer, "Anburia")[0] == ("Al Anbur", "admin1", "name")
    assert names_of(gazetteer, "Saint Denis le Bas")[0][0] == "Capitale"
    assert [m.entry.name for m in gazetteer.find_like("Saroh", "IQ")] == ["Sārah"]
    assert gazetteer.find_like("Saroh", "FR") == ()


def test_codes_and_transcriptions_are_no_names(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("HWR") == ()
    assert gazetteer.find("alhwrt") == ()


def test_countries_and_seas(gazetteer: Gazetteer) -> None:
    (country,) = [m.entry for m in gazetteer.find("I.L.")]
    assert (country.name, country.country, country.geonameid) == ("Iraqland", "IQ", 91)
    assert country.lat == pytest.approx(33.1, abs=0.2)
    assert gazetteer.find("IRQ")[0].entry == country
    assert gazetteer.find("Nowhere") == ()  # no town and no point: nothing to say where it is
    (sea,) = [m.entry for m in gazetteer.find("the Wide")]
    assert (sea.kind, sea.geonameid) == ("sea", None)


def test_towns_know_their_division(gazetteer: Gazetteer) -> None:
    town = gazetteer.entry(3)
    assert town is not None
    assert (town.admin1, town.capital) == ("Al Anbur", True)
    other = gazetteer.entry(2)  # by the majority of its code
    assert other is not None
    assert other.admin1 == "Hawra Governorate"
    assert gazetteer.entry(12345) is None


def test_neighbours_and_children(gazetteer: Gazetteer) -> None:
    assert [e.id for e in gazetteer.near(33.0, 44.0, 50)] == [1, 2]
    country = gazetteer.find("Iraqland")[0].entry
    assert [e.id for e in gazetteer.within(country)] == [3, 1, 2]
    division = gazetteer.find("Hawra Governorate")[0].entry
    assert [e.id for e in gazetteer.within(division)] == [1, 2]


def test_fame_is_that_of_the_best_known(gazetteer: Gazetteer) -> None:
    fame = gazetteer.fame(["hawra", "nothing", "capitale"])
    assert set(fame) == {"hawra", "capitale"}
    assert fame["hawra"].kind == "admin1"
    assert (fame["capitale"].kind, fame["capitale"].population) == ("town", 2_000_000)


def test_many_may_build_at_once(tmp_path: Path) -> None:
    target = tmp_path / "deep" / "g.sqlite"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: build(target, source(), lore()), range(4)))
    with SqliteGazetteer(target) as opened:
        assert opened.version == "made-up 1"
    assert [path.name for path in target.parent.iterdir()] == ["g.sqlite"]


def test_progress_runs_to_its_end(tmp_path: Path) -> None:
    told: list[float] = []
    build(tmp_path / "g.sqlite", source(), lore(), lambda share, _: told.append(share))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_what_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="delete it"):
        SqliteGazetteer(tmp_path / "missing.sqlite")
    (tmp_path / "text.sqlite").write_text("no database")
    with pytest.raises(GazetteerError, match="delete it"):
        SqliteGazetteer(tmp_path / "text.sqlite")
    database = sqlite3.connect(tmp_path / "old.sqlite")
    database.executescript("CREATE TABLE about (key, value); INSERT INTO about VALUES ('schema', '0')")
    database.close()
    with pytest.raises(GazetteerError, match="another version"):
        SqliteGazetteer(tmp_path / "old.sqlite")


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(GazetteerError, match="cannot be written"):
        build(tmp_path / "file" / "g.sqlite", source(), lore())


def test_a_closed_gazetteer_says_so(tmp_path: Path) -> None:
    build(tmp_path / "g.sqlite", source(), lore())
    opened = SqliteGazetteer(tmp_path / "g.sqlite")
    opened.close()
    with pytest.raises(GazetteerError, match="cannot be read"):
        opened.find("Hawra")
