"""Records of civilian harm: what is one, its ranges, and what the belligerents say."""

from datetime import date
from functools import cache
from typing import Any

import pytest
from tests.rulebooks.occurrences import actor, army, civilians, days, loss, occurrence, said, town

from dateline.codebook import load_codebook
from dateline.codebook.registry_files import load_registry
from dateline.model import Claim, JoinedIncident, Refusal, Row
from dateline.rulebooks.airwars import Airwars
from dateline.rulebooks.airwars.rulebook import COLUMNS

STRIKE: dict[str, Any] = {
    "code": "Air/drone strike",
    "actors": (army("RUS"),),
    "targets": (civilians(),),
    "rule": "airwars",
}


@cache
def airwars() -> Airwars:
    return Airwars(load_codebook(), load_registry())


def record(incident: JoinedIncident) -> Row:
    (only,) = airwars().rows([incident])
    assert isinstance(only, Row), only
    return only


def refusal(incident: JoinedIncident) -> str:
    (only,) = airwars().rows([incident])
    assert isinstance(only, Refusal), only
    return only.rule


def struck(**more: Any) -> JoinedIncident:
    return occurrence("a", **{"losses": [loss("4 to 9 villagers", 4, low=4, high=9)], **STRIKE, **more})


def test_the_least_and_the_most_claimed() -> None:
    wounded = loss("a dozen", 12, loss="wounded")
    values = record(struck(losses=[loss("4 to 9 villagers", 4, high=9), wounded])).values
    assert tuple(values) == COLUMNS
    assert (values["civilians_killed_min"], values["civilians_killed_max"]) == (4, 9)
    assert (values["civilians_injured_min"], values["civilians_injured_max"]) == (12, 12)
    assert values["killed_claims"] == "Reuters: killed 4"
    assert values["strike_type"] == "Airstrike or drone strike"
    assert values["belligerents"] == "Russia"
    assert (values["country"], values["location"]) == ("Syria", "Idlib")
    assert values["sources_count"] == 1


def test_every_column_group_has_its_basis() -> None:
    found = record(struck())
    told = {column for basis in found.basis for column in basis.columns} | {"record_id", "incident", "victims_named"}
    assert told == set(COLUMNS)


def test_an_open_toll_has_no_most() -> None:
    found = record(struck(losses=[loss("at least four", 4, high=None)]))
    assert (found.values["civilians_killed_min"], found.values["civilians_killed_max"]) == (4, None)
    assert "civilians_killed_max: left open" in found.flags


def test_what_a_belligerent_says_stands_beside_who_is_blamed() -> None:
    told = struck()
    ministry = actor("defence ministry", "RUS-MIL", sort="state", sector="MIL", country="RUS")
    denial = Claim(source=ministry, stance="denies", about="authorship", position="belligerent")
    more = said(told, "actor", "RUS-MIL", army("RUS"), claim=denial, original="Government of Russia")
    found = record(told.model_copy(update={"statements": (*told.statements, more)}))
    assert found.values["belligerent_positions"] == "Russia: denies having done it"
    silent = record(told)
    assert silent.values["belligerent_positions"] == "Russia: says nothing that was read"


def test_children_where_they_are_told() -> None:
    values = record(struck(losses=[loss("nine", 9, of_which=[loss("three children", 3)])])).values
    assert (values["children_killed_min"], values["children_killed_max"]) == (3, 3)
    assert values["women_killed_min"] is None


def test_no_private_name() -> None:
    victim = actor("Jane Invented", "name:jane-invented", sort="person", sector=None)
    public = actor("Assad", "bashar-al-assad", sort="person", sector="GOV")
    found = record(struck(targets=[victim, public, civilians()], sources=["Jane Invented"]))
    assert found.values["victims_named"] == "Bashar al-Assad"
    assert "Jane" not in " ".join(str(value) for value in found.values.values())


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"losses": [loss("six fighters", 6, "fighters: rebels")]}, "airwars.no-civilian-harm"),
        ({"losses": []}, "airwars.no-civilian-harm"),
        ({"losses": [loss("no casualties", 0)]}, "airwars.no-civilian-harm"),
        ({"code": "Peaceful protest"}, "airwars.no-strike"),
        ({"status": "planned"}, "airwars.not-real"),
        ({"reviewed": "rejected"}, "airwars.rejected"),
        ({"places": [town(country=None)]}, "airwars.no-place"),
    ],
)
def test_what_is_refused(more: dict[str, Any], rule: str) -> None:
    assert refusal(struck(**more)) == rule


def test_the_order_given_does_not_matter() -> None:
    early = struck(time=days(date(2016, 1, 2)))
    late = struck(time=days(date(2016, 3, 2))).model_copy(update={"id": "0"})
    assert list(airwars().rows([late, early])) == list(airwars().rows([early, late]))
    assert [row.incidents for row in airwars().rows([late, early])] == [("a",), ("0",)]
