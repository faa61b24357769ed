from pathlib import Path

import pytest

from dateline.codebook.actor_lists import read_list
from dateline.codebook.kept_actors import add_actors
from dateline.codebook.registry import Registry
from dateline.codebook.registry_files import load_registry
from dateline.errors import DataError, InputError

UCDP = Path(__file__).resolve().parents[3] / "shared" / "reference" / "ucdp-actor-221.csv"
OWN = """id,name,aliases,sort,country,sector,first,last,source
delta-lions,Delta Lions,DL; Lions of the Delta,group,NGA,CRM,2019,,my notes
,,,,,,,,
houthis,The Houthis,Houthis,group,YEM,REB,,,my notes
"""


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def written(folder: Path, text: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_users_own_actors_are_read_and_win(tmp_path: Path, registry: Registry) -> None:
    kept = tmp_path / "kept"
    added = add_actors(written(tmp_path, OWN), kept, registry)
    assert (added.new, added.changed, added.same, added.gone, added.known) == (2, 0, 0, 0, 0)
    made = load_registry(kept=kept)
    lions = made.find("Lions of the Delta")[0]
    assert (lions.id, lions.years, lions.aliases) == ("delta-lions", (2019, None), ("DL", "Lions of the Delta"))
    houthis = made.get("houthis")
    assert houthis
    assert houthis.name == "The Houthis"


def test_adding_twice_changes_nothing_and_a_changed_file_replaces(tmp_path: Path, registry: Registry) -> None:
    kept = tmp_path / "kept"
    target = add_actors(written(tmp_path, OWN), kept, registry).target
    before = target.read_bytes(), target.stat().st_mtime_ns
    assert add_actors(tmp_path / "mine.csv", kept, registry).same == 2
    assert (target.read_bytes(), target.stat().st_mtime_ns) == before
    less = written(tmp_path, OWN.replace("Delta Lions", "Lions").rsplit("houthis", 1)[0])
    again = add_actors(less, kept, registry)
    assert (again.changed, again.gone) == (1, 1)
    assert [entry.id for entry in read_list(target, registry).entries] == ["delta-lions"]


def test_a_file_given_by_hand_wins_over_a_kept_one(tmp_path: Path, registry: Registry) -> None:
    kept = tmp_path / "kept"
    add_actors(written(tmp_path, OWN), kept, registry)
    mine = written(tmp_path, "actors: [{id: houthis, name: Mine, sort: group, source: me}]", "mine.yaml")
    entry = load_registry([mine], kept=kept).get("houthis")
    assert entry
    assert entry.name == "Mine"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,sort\nA,group\n", r"row 1, the heading, lacks id"),
        ("id,name,sort,colour\na,A,group,red\n", r"row 1, the heading, has the unknown colour"),
        ("id,name,sort\na,A,group\nb,B,gang\n", r"row 3 \(b\): sort 'gang' is none of"),
        ("id,name,sort\na,A,group\na,B,group\n", r"row 3 \(a\): the id stands in row 2 already"),
        ("id,name,sort,first\na,A,group,long ago\n", r"row 2 \(a\): first and last are years"),
        ("id,name,sort\n,A,group\n", r"row 2 \(no id\): lacks id"),
        ("id,name,sort,sector\na,A,group,XYZ\n", r"row 2 \(a\): sector 'XYZ'"),
    ],
)
def test_a_wrong_row_is_told_by_its_number(tmp_path: Path, registry: Registry, text: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        read_list(written(tmp_path, text), registry)


def test_no_such_file_and_no_utf8_are_told(tmp_path: Path, registry: Registry) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_list(tmp_path / "none.csv", registry)
    (tmp_path / "bad.csv").write_bytes(b"id,name,sort\na,\xff,group\n")
    with pytest.raises(DataError, match="UTF-8"):
        read_list(tmp_path / "bad.csv", registry)


@pytest.mark.skipif(not UCDP.exists(), reason="../shared/reference/ucdp-actor-221.csv is not here")
def test_ucdps_list_adds_what_is_not_known_and_wins_nothing(tmp_path: Path, registry: Registry) -> None:
    kept = tmp_path / "kept"
    added = add_actors(UCDP, kept, registry)
    assert added.new > 500
    assert added.known > 500
    made = load_registry(kept=kept)
    assert len(made) == len(registry) + added.new
    jukun = made.find("Jukun")[0]
    assert (jukun.country, jukun.sort, jukun.source) == ("NGA", "group", "UCDP 950")
    assert all(made.get(entry.id) == entry for entry in registry)
