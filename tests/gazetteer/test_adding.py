"""Adding places to the embedded gazetteer, and what a look-up finds then."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.gazetteer.test_gazetteer import lore, source

from dateline.errors import DataError, GazetteerError
from dateline.gazetteer import LayeredGazetteer
from dateline.gazetteer.added import FILE, AddedPlaces
from dateline.gazetteer.adding import add_file, remove_file, room_for
from dateline.gazetteer.build import build
from dateline.gazetteer.files import PlaceFile, recognise
from dateline.gazetteer.sqlite import SqliteGazetteer
from dateline.gazetteer.taking import Outcome


def row(
    number: int, name: str, names: str = "", code: str = "PPL", people: int = 0, one: str = "01", two: str = ""
) -> str:
    letter = "A" if code.startswith("ADM") else "P"
    lat, lon = 33 + number / 1000, 44 + number / 1000
    return (
        f"{number}\t{name}\t{name}\t{names}\t{lat}\t{lon}\t{letter}\t{code}\tIQ\t\t{one}\t{two}\t\t\t{people}\t\t\t\t\n"
    )


DUMP = (
    row(1, "Al Ḩawrah", "Al Hawrah,Huwayra", people=90_000, two="H")
    + row(50, "Umm Far", "Um Far", people=60, two="H")
    + row(60, "Hawra District", "Hawra", "ADM2", 200_000, two="H")
    + row(61, "Muḩāfaz̧at Hawra", "Gobernación de Hawra", "ADM1", 500_000)
    + row(70, "Best", code="HTL")
    + row(71, "Tall", code="HLL")
)


class World:
    """A small embedded gazetteer, and the places added to it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        build(folder / "base.sqlite", source(), lore())
        self.base = SqliteGazetteer(folder / "base.sqlite")

    def add(self, name: str, text: str) -> Outcome:
        file = self.file(name, text)
        return add_file(file, self.data, self.base, source().homes, "2026-01-02", lambda _share, _what: None)

    def file(self, name: str, text: str) -> PlaceFile:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return recognise(path)

    def opened(self) -> LayeredGazetteer:
        base = SqliteGazetteer(self.folder / "base.sqlite")
        return LayeredGazetteer(base, AddedPlaces(self.data / FILE, base.entry))

    def found(self, name: str, country: str | None = None) -> list[tuple[int, str, str]]:
        with closing(self.opened()) as opened:
            return [(m.entry.id, m.entry.kind, m.way) for m in opened.find(name, country)]


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.base.close()


def test_a_village_is_found_with_its_divisions(world: World) -> None:
    outcome = world.add("IQ.txt", DUMP)
    assert (outcome.rows, outcome.kept, dict(outcome.passed)) == (6, 5, {"HTL": 1})
    with closing(world.opened()) as opened:
        village = opened.find("um-far")[0].entry
        assert (village.name, village.kind, village.population) == ("Umm Far", "town", 60)
        assert (village.country, village.admin1, village.admin2) == ("IQ", "Hawra Governorate", "Hawra District")
        assert opened.find("Um Faar")[0].way == "sound"
        assert [m.entry.id for m in opened.find_like("Um Foro", "IQ")] == [50]
        assert opened.entry(50) == village
        assert village in opened.near(33.05, 44.05, 5)
        assert village in opened.within(opened.find("Hawra District")[0].entry)


def test_an_added_place_takes_the_place_of_the_embedded_one(world: World) -> None:
    world.add("IQ.txt", DUMP)
    with closing(world.opened()) as opened:
        (town,) = {m.entry for m in opened.find("Hawra") if m.entry.id == 1}
        assert (town.population, town.lat) == (90_000, 33.001)  # 80,000 before
        division, district = (opened.find(name)[0].entry for name in ("Hawra Governorate", "Hawra District"))
        assert (division.kind, division.geonameid, division.lat) == ("admin1", 61, 33.061)
        assert (district.kind, district.geonameid, district.admin1) == ("district", 60, "Hawra Governorate")
        assert opened.find("Gobernación de Hawra")[0].entry == division
        assert opened.find("Hawra")[0].entry == division  # the names that we keep lead to it too
        assert len({m.entry.id for m in opened.find("Hawra")}) == len(opened.find("Hawra"))
        assert opened.find("Al Anbur")[0].entry.id < 0  # what was not added stays


def test_a_file_removed_leaves_what_was_before_it(world: World) -> None:
    world.add("IQ.txt", DUMP)
    world.add("mine.csv", "name,lat,lon,country\nUmm Zaytun,33.5,44.5,IQ\n")
    assert world.found("Umm Far")
    assert world.found("Umm Zaytun")
    removed = remove_file("IQ.txt", world.data, lambda _share, _what: None)
    assert (removed.file.label, removed.places, removed.again) == ("IQ", 5, ())
    assert not world.found("Umm Far")
    assert world.found("Umm Zaytun")
    remove_file(str(world.folder / "mine.csv"), world.data, lambda _share, _what: None)
    assert not (world.data / FILE).exists()
    assert not world.add("IQ.txt", DUMP).already
    assert world.found("Umm Far")


def test_who_lost_something_by_a_removal_is_named_and_can_be_added_again(world: World) -> None:
    world.add("IQ.txt", DUMP)
    world.add("more.txt", row(50, "Umm Far", "Um Far", people=70, two="H"))
    removed = remove_file("more.txt", world.data, lambda _share, _what: None)
    assert removed.again == ("IQ",)
    assert not world.add("IQ.txt", DUMP).already
    assert world.found("Umm Far")


def test_removing_what_is_not_there_tells_what_is(world: World) -> None:
    with pytest.raises(GazetteerError, match="no file of places was added"):
        remove_file("IQ.txt", world.data, lambda _share, _what: None)
    world.add("IQ.txt", DUMP)
    with pytest.raises(GazetteerError, match=r"no added file is called 'SY\.txt'; added are IQ"):
        remove_file("SY.txt", world.data, lambda _share, _what: None)
    assert world.found("Umm Far")


def test_fame_is_the_better_of_both_and_spots_have_none(world: World) -> None:
    world.add("IQ.txt", DUMP)
    with closing(world.opened()) as opened:
        fame = opened.fame(["umm far", "anbur", "tall", "hawra", "nothing"])
        assert set(fame) == {"umm far", "anbur", "hawra"}
        assert (fame["umm far"].kind, fame["umm far"].population, fame["anbur"].population) == ("town", 1, 900_000)
        assert fame["hawra"].kind == "admin1"
        assert opened.find("Tall")[0].entry.kind == "spot"


def test_the_same_file_twice_changes_nothing(world: World) -> None:
    world.add("IQ.txt", DUMP)
    before = (world.data / FILE).read_bytes()
    assert world.add("IQ.txt", DUMP).already
    assert world.add("copy.txt", DUMP).already
    assert (world.data / FILE).read_bytes() == before


def test_a_newer_dump_takes_the_place_of_the_earlier_one(world: World) -> None:
    world.add("IQ.txt", DUMP)
    outcome = world.add("IQ.txt", DUMP.replace("Umm Far", "Umm Near").replace("Um Far", "Um Near"))
    assert outcome.replaced
    assert world.found("Umm Far") == []
    assert world.found("Umm Near") == [(50, "town", "name")]
    with closing(world.opened()) as opened:
        assert [file.number for file in opened.added.files()] == [2]


def test_a_row_of_another_file_updates_the_place(world: World) -> None:
    world.add("IQ.txt", DUMP)
    world.add("all.txt", row(50, "Umm Beyond", people=70))
    assert world.found("Umm Far") == []
    assert world.found("Umm Beyond") == [(50, "town", "name")]
    assert world.found("Hawra District") != []


def test_names_of_divisions_and_further_names(world: World) -> None:
    outcome = world.add("admin2Codes.txt", "IQ.01.H\tHawra District\tHawra District\t60\nIQ.02.X\tFar\tFar\t69\n")
    assert outcome.pointless == 1
    assert world.found("Hawra District") == [(60, "district", "name")]  # its point is the embedded district's
    names = "1\t1\ten\tHoratown\t1\t\t\t\n2\t3\tfr\tAnbour\t\t\t\t\n3\t999\ten\tNowhere\t\t\t\t\n"
    assert world.add("alternateNames.txt", names).homeless == 1
    assert world.found("Horatown") == [(1, "town", "name")]
    assert world.found("Anbour")[0] == (3, "town", "alias")
    world.add("IQ.txt", DUMP)
    assert world.found("Horatown") == [(1, "town", "name")]  # the names outlive a newer dump
    assert world.found("Hawra District") == [(60, "district", "name")]


def test_ones_own_places_win(world: World) -> None:
    world.add("IQ.txt", DUMP)
    text = "name,lat,lon,country,admin1\nHawra,33.01,44.01,Iraqland,Hawra Governorate\nUmm Far,10,10,FR,\n"
    world.add("mine.csv", text)
    with closing(world.opened()) as opened:
        best = opened.find("Hawra")[0].entry
        assert (best.own, best.geonameid, best.admin1, best.kind) == (True, None, "Hawra Governorate", "town")
        assert 1 not in [m.entry.id for m in opened.find("Hawra")]  # the same place, as another lists it
        assert [m.entry.own for m in opened.find("Umm Far")] == [True, False]  # another place of that name stays
        assert opened.fame(["umm far"])["umm far"].own
    edited = world.add("mine.csv", text.replace("Umm Far", "Umm Wide"))
    assert edited.replaced
    assert [own for own, *_ in world.found("Umm Far")] == [50]


def test_a_country_is_asked_among_hundreds_of_namesakes(world: World) -> None:
    many = "".join(row(1000 + n, "San Jose", people=500).replace("\tIQ\t", "\tFR\t") for n in range(300))
    world.add("all.txt", many + row(2000, "San Jose"))
    assert 2000 not in [found[0] for found in world.found("San Jose")]
    assert world.found("San Jose", "IQ") == [(2000, "town", "name")]


KILLED = """
import os, signal, sys
from pathlib import Path
from dateline.gazetteer.adding import add_file
from dateline.gazetteer.files import recognise
from dateline.gazetteer.homes import Homes
from dateline.gazetteer.sqlite import SqliteGazetteer
folder, at = Path(sys.argv[1]), float(sys.argv[2])
def progress(share, what):
    if share >= at:
        os.kill(os.getpid(), signal.SIGKILL)
base = SqliteGazetteer(folder / "base.sqlite")
add_file(recognise(folder / "FR.txt"), folder / "data", base, Homes({}, {}), "", progress)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process by SIGKILL")
def test_killed_at_any_point_it_begins_cleanly_again(world: World) -> None:
    world.add("IQ.txt", DUMP)
    text = "".join(row(5000 + n, f"Ville {n}") for n in range(500))
    world.file("FR.txt", text)
    before = (world.data / FILE).read_bytes()
    for share in (0.0, 0.03, 0.65, 0.82, 0.94):
        done = subprocess.run([sys.executable, "-c", KILLED, str(world.folder), str(share)], check=False)
        assert done.returncode == -signal.SIGKILL
        assert (world.data / FILE).read_bytes() == before
    assert world.add("FR.txt", text).kept == 500
    assert world.found("Ville 499") == [(5499, "town", "name")]
    assert sorted(path.name for path in world.data.iterdir()) == ["added.lock", FILE]


def test_what_is_broken_leaves_all_as_it_was(world: World) -> None:
    world.add("IQ.txt", DUMP)
    before = (world.data / FILE).read_bytes()
    with pytest.raises(DataError, match="row 7"):
        world.add("more.txt", DUMP + "broken\n")
    assert (world.data / FILE).read_bytes() == before
    assert sorted(path.name for path in world.data.iterdir()) == ["added.lock", FILE]


def test_only_one_adds_at_a_time(world: World) -> None:
    world.add("IQ.txt", DUMP)
    with closing(sqlite3.connect(world.data / "added.lock", isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        with pytest.raises(GazetteerError, match="another process"):
            world.add("all.txt", row(50, "Umm Beyond"))


def test_places_of_another_version_are_refused_and_begun_anew(world: World) -> None:
    world.add("IQ.txt", DUMP)
    with closing(sqlite3.connect(world.data / FILE)) as database:
        database.execute("UPDATE about SET value = '0' WHERE key = 'schema'")
        database.commit()
    with pytest.raises(GazetteerError, match="add your files again"):
        AddedPlaces(world.data / FILE, world.base.entry)
    assert world.add("IQ.txt", DUMP).anew
    assert world.found("Umm Far") == [(50, "town", "name")]


def test_a_disk_without_room_is_told_before(world: World) -> None:
    huge = PlaceFile(world.folder / "all.txt", None, "places", 10**18)
    with pytest.raises(GazetteerError, match="GB are free"):
        room_for(huge, world.data / "deep")
