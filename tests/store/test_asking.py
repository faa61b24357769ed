"""Questions to many incidents: the pages are those of a plain search, on each database, by every way to them."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert
from tests.projects import DATABASES, database

from dateline.store import Store, asking, open_store
from dateline.store.asking import page
from dateline.store.filters import LOCATED, Filter, Near, Sort
from dateline.store.tables import incidents, parties, states

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.store.listing import Key

KINDS = ("airstrike", "shelling", "killing", "protest")
HERE = (34.0, 40.0)


def made_up(count: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Incidents as rows: every column that is asked for takes all sorts of values, unknown ones too."""
    chance = random.Random(7)  # noqa: S311
    rows, told = [], []
    for number in range(1, count + 1):
        first = chance.choice([None, date(2016, 1, 1) + timedelta(chance.randrange(60))])
        last = None if first is None else chance.choice([first, first + timedelta(chance.randrange(40)), None])
        point = chance.random() < 0.8
        name = f"i{chance.randrange(32**8):010}"
        rows.append(
            {
                "id": name,
                "number": number,
                "state": None if chance.random() < 0.1 else "0" * 64,
                "kind": chance.choice(KINDS),
                "status": chance.choice(["happened", "ongoing", "planned"]),
                "background": chance.random() < 0.3,
                "first": first and first.isoformat(),
                "last": last and last.isoformat(),
                "place": chance.choice([None, "Vela", "Toria"]),
                "country": chance.choice([None, "SY", "IQ"]),
                "admin1": chance.choice([None, "Anbar"]),
                "lat": HERE[0] + chance.uniform(-1, 1) if point else None,
                "lon": HERE[1] + chance.uniform(-1, 1) if point else None,
                "precision": chance.choice(["town", "admin1"]) if point else None,
                "killed_best": chance.choice([None, None, 0, 3, 12]),
                "grade": chance.choice([None, "fair", "contested"]),
                "disputed": chance.choice([0, 0, 2]),
                "sources": 1,
                "reports": 1,
                "reviewed": chance.choice([None, None, "accepted", "rejected"]),
                "changed_at": f"2026-11-{chance.randrange(1, 23):02}T00:00:00.000000Z",
            }
        )
        for role in ("actor", "target"):
            who = chance.choice(["isis", "SYR-MIL", "gunmen", ""])
            if who:
                told.append({"incident": name, "role": role, "actor": who, "name": who.upper()})
    return rows, told


ROWS, PARTIES = made_up(400)


@pytest.fixture(scope="module", params=DATABASES)
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("asked")
    with database(request.param, folder) as url, open_store(url, create=True) as opened:
        with opened.writing() as connection:
            connection.execute(insert(states), [{"sha256": "0" * 64, "body": b"{}"}])
            connection.execute(insert(incidents), ROWS)
            connection.execute(insert(parties), PARTIES)
        yield opened


def fits(row: dict[str, Any], wanted: Filter) -> bool:
    """The same question, asked plainly of one row."""
    who = {(p["role"], p["actor"]) for p in PARTIES if p["incident"] == row["id"]}
    roles = (wanted.role,) if wanted.role else ("actor", "target")
    reviewed = {None: row["reviewed"] != "rejected", "any": True, "yes": row["reviewed"] is not None}
    reviewed["no"] = row["reviewed"] is None
    checks = (
        row["state"] is not None,
        not wanted.since or (row["first"] is not None and (row["last"] or row["first"]) >= wanted.since.isoformat()),
        not wanted.until or (row["first"] is not None and row["first"] <= wanted.until.isoformat()),
        not wanted.kinds or row["kind"] in wanted.kinds,
        not wanted.statuses or row["status"] in wanted.statuses,
        not wanted.country or row["country"] == wanted.country,
        not wanted.admin1 or row["admin1"] in wanted.admin1,
        not wanted.places or row["place"] in wanted.places,
        wanted.background is None or row["background"] == wanted.background,
        wanted.killed_min is None or (row["killed_best"] is not None and row["killed_best"] >= wanted.killed_min),
        not wanted.grades or row["grade"] in wanted.grades,
        wanted.disputed is None or (row["disputed"] > 0) == wanted.disputed,
        reviewed.get(wanted.reviewed, row["reviewed"] == wanted.reviewed),
        not wanted.actors or any((role, actor) in who for role in roles for actor in wanted.actors),
        not wanted.near or (row["precision"] in LOCATED and wanted.near.holds(row["lat"], row["lon"])),
    )
    return all(checks)


COLUMN = {"day": "first", "killed": "killed_best", "changed": "changed_at"}


def plainly(wanted: Filter, sort: Sort) -> list[str]:
    found = [row for row in ROWS if fits(row, wanted)]
    known = [row for row in found if row[COLUMN[sort]] is not None]
    known.sort(key=lambda row: (row[COLUMN[sort]], row["id"]), reverse=True)
    unknown = sorted((row for row in found if row[COLUMN[sort]] is None), key=lambda row: row["id"], reverse=True)
    return [row["id"] for row in known + unknown]


QUESTIONS = {
    "all that is real": Filter(),
    "all there is": Filter(statuses=(), reviewed="any"),
    "days": Filter(since=date(2016, 1, 10), until=date(2016, 1, 20)),
    "kinds": Filter(kinds=("airstrike", "killing"), background=False),
    "a party": Filter(actors=("isis",)),
    "a party in its role": Filter(actors=("SYR-MIL", "gunmen"), role="target"),
    "a country and its province": Filter(country="IQ", admin1=("Anbar",)),
    "a place": Filter(places=("Vela",), kinds=("shelling",)),
    "near": Filter(near=Near(*HERE, 40.0), statuses=()),
    "near, further": Filter(near=Near(*HERE, 90.0), actors=("isis",)),
    "the dead": Filter(killed_min=3),
    "none dead is not unknown": Filter(killed_min=0),
    "disputed": Filter(disputed=True, grades=("contested",)),
    "undisputed": Filter(disputed=False, background=True),
    "reviewed": Filter(reviewed="yes"),
    "not reviewed": Filter(reviewed="no"),
    "rejected": Filter(reviewed="rejected"),
    "nothing": Filter(kinds=("coup",)),
}


@pytest.mark.parametrize("sort", ["day", "killed", "changed"])
@pytest.mark.parametrize("wanted", QUESTIONS.values(), ids=QUESTIONS.keys())
@pytest.mark.parametrize("few", [-1, 1000])
def test_pages_are_those_of_a_plain_search(
    store: Store, wanted: Filter, sort: Sort, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "FEW", few)
    monkeypatch.setattr(asking, "SPARSE", few)
    found: list[str] = []
    after: Key | None = None
    with store.reading() as connection:
        while True:
            told = page(connection, wanted, sort, after, 17)
            found += [each.id for each in told.incidents]
            after = told.after
            if after is None:
                break
            assert len(told.incidents) == 17
            assert asking.key_of(connection, after.id, sort) == after
    assert found == plainly(wanted, sort)


def test_a_listed_incident_tells_its_parties(store: Store) -> None:
    with store.reading() as connection:
        (first, *_) = page(connection, Filter(actors=("isis",), role="actor"), most=5).incidents
        assert ("isis", "ISIS") in [(party.id, party.name) for party in first.actors]
        assert asking.actors_called(connection, ["ISIS"]) == ("isis",)
        assert asking.actors_called(connection, ["nobody"]) == ()


def test_circles_cross_the_date_line_and_reach_the_poles() -> None:
    assert Near(0, 179.9, 50).holds(0, -179.9)
    assert Near(89.9, 0, 50).holds(89.9, 180)
    assert not Near(0, 0, 100).holds(0, 1)
    assert not Near(0, 0, 100).holds(None, None)
