"""Files of places: recognised by what they hold, with errors that say what to do."""

import zipfile
from pathlib import Path

import pytest

from dateline.errors import DataError, InputError
from dateline.gazetteer.files import recognise
from dateline.gazetteer.rows import divisions_of, names_of, own_places, places_of, read_features

VILLAGE = "7\tUmm Far\tUmm Far\tUm Far,أم\t33.1\t44.2\tP\tPPL\tIQ\t\t01\t\t\t\t60\t\t40\tAsia/Baghdad\t2020-01-01\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (VILLAGE, "places"),
        ("1\t7\ten\tFar\t1\t\t\t\n", "names"),
        ("1\t7\ten\tFar\t1\t\t\t\t\t\n", "names"),
        ("IQ.01\tAl Anbar\tAl Anbar\t99592\n", "admin1"),
        ("IQ.01.02\tHit\tHit\t99593\n", "admin2"),
        ("# mine\nName,Lat,Lon\nX,1,2\n".replace("# mine\n", ""), "own"),
        ("name;lon;lat;country\n", "own"),
        ("\ufeffname\tlat\tlon\n", "own"),
    ],
)
def test_a_file_is_known_by_what_it_holds(tmp_path: Path, text: str, content: str) -> None:
    assert recognise(written(tmp_path, "any.dat", text)).content == content


def test_an_archive_as_the_site_packs_it(tmp_path: Path) -> None:
    plain = recognise(written(tmp_path, "IQ.txt", VILLAGE))
    with zipfile.ZipFile(tmp_path / "IQ.zip", "w") as archive:
        archive.writestr("readme.txt", "read me")
        archive.writestr("IQ.txt", VILLAGE)
    packed = recognise(tmp_path / "IQ.zip")
    assert (packed.content, packed.member, packed.label) == ("places", "IQ.txt", plain.label)
    assert packed.digest() == plain.digest()
    assert list(packed.rows(print)) == list(plain.rows(print))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("hello\n", "row 1: its first line 'hello' is none"),
        ("", "no rows"),
        ("name,lat\nX,1\n", "no column lon"),
    ],
)
def test_what_is_no_such_file_is_refused(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        recognise(written(tmp_path, "x.txt", text))


def test_no_file_and_broken_archives(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        recognise(tmp_path / "none.txt")
    with pytest.raises(InputError, match="no file"):
        recognise(tmp_path)
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.txt", VILLAGE)
        archive.writestr("b.txt", VILLAGE)
    with pytest.raises(DataError, match=r"holds a\.txt, b\.txt"):
        recognise(tmp_path / "two.zip")
    whole = (tmp_path / "two.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DataError, match="damaged"):
        recognise(tmp_path / "cut.zip")


def test_places_of_a_dump(tmp_path: Path) -> None:
    rows = (
        VILLAGE + "\n" + VILLAGE.replace("PPL\t", "HTL\t") + VILLAGE.replace("\t60\t", "\t\t").replace("PPL\t", "STM\t")
    )
    passed: list[str] = []
    village, river = places_of(
        recognise(written(tmp_path, "IQ.txt", rows)), read_features(), lambda _: None, passed.append
    )
    assert (village.kind, village.population, village.km, village.names) == ("town", 60, 2.0, ("Um Far",))
    assert (river.kind, river.population, river.km) == ("spot", 0, 20.0)
    assert passed == ["HTL"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (VILLAGE[:40] + "\n", "row 2: .* columns where a dump has 19"),
        (VILLAGE.replace("33.1", "north"), "row 2: latitude 'north'"),
        (VILLAGE.replace("44.2", "444.2"), "row 2: .*outside"),
        (VILLAGE.replace("\t60\t", "\tsixty\t"), "row 2: .*sixty"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, row: str, told: str) -> None:
    file = recognise(written(tmp_path, "IQ.txt", VILLAGE + row))
    with pytest.raises(DataError, match=told):
        list(places_of(file, read_features(), lambda _: None, lambda _: None))


def test_a_row_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "IQ.txt"
    path.write_bytes(VILLAGE.encode() + VILLAGE.encode().replace(b"Umm", b"\xff\xff"))
    with pytest.raises(DataError, match="row 2: it is no UTF-8"):
        list(recognise(path).rows(lambda _: None))


def test_names_and_divisions(tmp_path: Path) -> None:
    names = (
        "1\t7\ten\tThe Far\t1\t\t\t\n2\t7\tlink\thttps://x\t\t\t\t\n3\t7\tar\tفر\t\t\t\t\n4\t7\tfr\tLe Loin\t\t\t\t1\n"
    )
    found = list(names_of(recognise(written(tmp_path, "a.txt", names)), lambda _: None))
    assert [(row.name, row.preferred) for row in found] == [("The Far", True), ("Le Loin", False)]
    file = recognise(written(tmp_path, "b.txt", "IQ.01.02\tHīt\tHit\t9\nIQ.01\tx\ty\t9\n"))
    rows = divisions_of(file, lambda _: None)
    assert next(rows) == ("IQ", "01", "02", "Hīt", "Hit", 9)
    with pytest.raises(DataError, match="row 2"):
        next(rows)


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    head = "name,lat,lon,country,kind,population,alternates"
    text = f'{head}\n"Umm, Far",33,44,IQ,village,60,Um Far|Om Far\nCamp X,1,2,,camp,,\n'
    file = recognise(written(tmp_path, "mine.csv", text))
    (_, first), (line, second) = own_places(file, lambda name: name)
    assert (first.name, first.kind, first.population, first.names) == ("Umm, Far", "town", 60, ("Um Far", "Om Far"))
    assert (line, second.kind, second.country) == (3, "spot", "")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",1,2,IQ,", "row 2: no name"),
        ("X,91,2,IQ,", "row 2: latitude 91"),
        ("X,,,IQ,", "row 2: latitude ''"),
        ("X,1,2,Atlantis,", "row 2: no country 'Atlantis'"),
        ("X,1,2,IQ,planet", "row 2: kind 'planet'"),
    ],
)
def test_a_broken_row_of_ones_own_is_named(tmp_path: Path, row: str, told: str) -> None:
    file = recognise(written(tmp_path, "mine.csv", f"name,lat,lon,country,kind\n{row}\n"))
    with pytest.raises(DataError, match=told):
        list(own_places(file, lambda name: name if name == "IQ" else None))
