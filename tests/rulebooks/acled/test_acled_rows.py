"""Rows of ACLED: what is one row, and what is none."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rulebooks.occurrences import actor, army, civilians, days, loss, occurrence, said, town

from dateline.codebook import load_codebook
from dateline.codebook.registry_files import load_registry
from dateline.gazetteer import Entry, MemoryGazetteer
from dateline.model import Actor, JoinedIncident, Refusal, Row
from dateline.rulebooks.acled import Acled
from dateline.rulebooks.acled.rulebook import COLUMNS

REBELS = actor("Islamic State", "islamic-state", country="IRQ")
FIGHT: dict[str, Any] = {"actors": (army(),), "targets": (REBELS,)}


@cache
def acled() -> Acled:
    return Acled(load_codebook(), load_registry(), publishers={"p1": "The Daily Invention"})


def made(*incidents: JoinedIncident) -> list[Row | Refusal]:
    return list(acled().rows(incidents))


def row(*incidents: JoinedIncident) -> Row:
    (only,) = made(*incidents)
    assert isinstance(only, Row), only
    return only


def refusal(incident: JoinedIncident) -> str:
    (only,) = made(incident)
    assert isinstance(only, Refusal), only
    assert only.words
    return only.rule


def test_the_columns_are_acleds_in_their_order() -> None:
    values = row(occurrence("a", **FIGHT)).values
    assert tuple(values) == COLUMNS == acled().columns
    assert len(COLUMNS) == 31
    assert COLUMNS[0] == "event_id_cnty"
    assert COLUMNS[-1] == "timestamp"


def test_a_clash_between_an_army_and_a_group() -> None:
    values = row(occurrence("a", **FIGHT, losses=[loss("five soldiers", 5, "fighters: army")])).values
    assert (values["disorder_type"], values["event_type"]) == ("Political violence", "Battles")
    assert values["actor1"] == "Military Forces of Syria (2000-2024)"
    assert values["actor2"] == "Islamic State"
    assert values["interaction"] == "State forces-Rebel group"
    assert (values["event_date"], values["year"], values["time_precision"]) == ("2016-04-05", 2016, 1)
    assert (values["iso"], values["region"], values["country"]) == (760, "Middle East", "Syria")
    assert (values["location"], values["admin1"], values["geo_precision"]) == ("Idlib", "Idlib", 1)
    assert values["fatalities"] == 5
    assert values["civilian_targeting"] is None
    assert values["timestamp"] is None
    assert values["notes"] == (
        "On 5 April 2016, military forces of Syria and Islamic State fought in Idlib; "
        "5 people were reported killed, according to Reuters."
    )


def test_every_filled_column_has_its_basis() -> None:
    found = row(occurrence("a", **FIGHT, losses=[loss("two", 2)]))
    told = {column for basis in found.basis for column in basis.columns} | {"event_id_cnty"}
    assert {column for column, value in found.values.items() if value is not None} <= told
    assert all(basis.incident == "a" and basis.rule for basis in found.basis)


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"status": "planned"}, "acled.not-real"),
        ({"reviewed": "rejected"}, "acled.rejected"),
        ({"places": ()}, "acled.no-place"),
        ({"places": (town(precision="country"),)}, "acled.country-only"),
        ({"time": days(date(2016, 1, 1), date(2016, 12, 31))}, "acled.beyond-a-month"),
    ],
)
def test_what_is_refused(more: dict[str, Any], rule: str) -> None:
    assert refusal(occurrence("a", **{**FIGHT, **more})) == rule


def test_a_kind_without_a_type_is_refused() -> None:
    assert refusal(occurrence("a", None, **FIGHT)) == "acled.no-type"


def test_an_agreement_of_nobody_is_refused() -> None:
    assert refusal(occurrence("a", "Agreement")) == "acled.no-party"


def test_who_is_not_told_is_an_unidentified_group() -> None:
    values = row(occurrence("a", "Attack", targets=[civilians()])).values
    assert (values["actor1"], values["inter1"]) == ("Unidentified Armed Group (Syria)", "Political militia")
    assert (values["actor2"], values["inter2"]) == ("Civilians (Syria)", "Civilians")
    assert values["civilian_targeting"] == "Civilian targeting"


def test_an_air_strike_of_nobody_is_of_unidentified_forces() -> None:
    assert row(occurrence("a", "Air/drone strike")).values["actor1"] == "Unidentified Military Forces"


def test_forces_abroad_are_external() -> None:
    found = row(occurrence("a", "Air/drone strike", actors=[army("RUS")], targets=[civilians()]))
    assert found.values["inter1"] == "External/Other forces"
    assert str(found.values["actor1"]).startswith("Military Forces of Russia")


def test_further_parties_are_associated() -> None:
    ally = actor("Hezbollah", "hezbollah", country="LBN")
    values = row(occurrence("a", actors=[army(), ally], targets=[REBELS])).values
    assert values["assoc_actor_1"] == "Hezbollah"
    assert values["assoc_actor_2"] is None


def test_a_protest_is_of_protesters() -> None:
    values = row(occurrence("a", "Peaceful protest", actors=[civilians()])).values
    assert (values["actor1"], values["interaction"]) == ("Protesters (Syria)", "Protesters only")
    assert values["disorder_type"] == "Demonstrations"


def test_who_takes_a_place_decides_how_it_is_called() -> None:
    found = row(occurrence("a", "Non-state actor overtakes territory", **FIGHT))
    assert found.values["sub_event_type"] == "Government regains territory"
    assert any(flag.startswith("sub_event_type") for flag in found.flags)
    assert found.values["notes"] == (
        "On 5 April 2016, military forces of Syria regained Idlib from Islamic State, according to Reuters."
    )


def test_a_stretch_has_a_row_a_day_where_each_is_told() -> None:
    stretch = days(date(2016, 4, 5), date(2016, 4, 6), extent="span")
    whole = occurrence("a", **FIGHT, time=stretch, losses=[loss("five", 5)])
    (one,) = made(whole)
    assert isinstance(one, Row)
    assert (one.values["event_date"], one.values["time_precision"]) == ("2016-04-05", 2)
    each = [said(whole, "time", "", days(date(2016, 4, day))) for day in (5, 6)]
    rows = [r for r in made(whole.model_copy(update={"statements": (*whole.statements, *each)})) if isinstance(r, Row)]
    assert [(r.values["event_date"], r.values["fatalities"]) for r in rows] == [("2016-04-05", 3), ("2016-04-06", 2)]
    assert len({r.id for r in rows}) == 2


def test_a_week_is_filed_in_its_middle_and_an_untold_day_before_the_report() -> None:
    week = row(occurrence("a", **FIGHT, time=days(date(2016, 4, 4), date(2016, 4, 10)))).values
    assert (week["event_date"], week["time_precision"]) == ("2016-04-07", 2)
    untold = row(occurrence("a", **FIGHT, time=days(date(2016, 4, 2), date(2016, 4, 5), None))).values
    assert untold["event_date"] == "2016-04-04"


def test_towns_named_side_by_side_are_so_many_rows() -> None:
    rows = [r for r in made(occurrence("a", **FIGHT, places=[town("Raqqa"), town("Homs")])) if isinstance(r, Row)]
    assert {r.values["location"] for r in rows} == {"Raqqa", "Homs"}
    near = row(occurrence("a", **FIGHT, places=[town("Idlib"), town("Binnish")]))
    assert near.values["location"] == "Idlib"


def test_incidents_that_agree_in_all_are_one_row() -> None:
    one = occurrence("a", **FIGHT, losses=[loss("five", 5)], report="r1")
    other = occurrence("b", actors=[REBELS], targets=[army()], losses=[loss("three", 3)], report="r1")
    again = occurrence("c", **FIGHT, losses=[loss("six", 6)], report="r2")
    found = row(one, other, again)
    assert found.incidents == ("a", "b", "c")
    assert found.values["fatalities"] == 8  # the first report's two add up; the second may tell the same
    assert any("several incidents" in flag for flag in found.flags)


def test_a_running_toll_is_no_fatality() -> None:
    rows = [loss("four", 4), loss("900 since May", 900, scope="cumulative")]
    assert row(occurrence("a", **FIGHT, losses=rows)).values["fatalities"] == 4


def test_a_private_person_is_never_named_as_a_source() -> None:
    found = row(occurrence("a", **FIGHT, sources=["Jane Invented"], report="p1"))
    assert found.values["source"] == "The Daily Invention"
    alone = row(occurrence("b", **FIGHT, sources=["Jane Invented"]))
    assert alone.values["source"] is None
    assert str(alone.values["notes"]).endswith("according to a report.")


def test_a_group_that_came_to_govern_is_a_states_forces_from_then_on() -> None:
    group = actor("HTS", "hts")
    before = row(occurrence("a", actors=[group], targets=[REBELS], time=days(date(2020, 1, 1))))
    after = row(occurrence("a", actors=[group], targets=[REBELS], time=days(date(2025, 2, 1))))
    assert before.values["actor1"] == "Hay'at Tahrir al-Sham"
    assert after.values["actor1"] == "Military Forces of Syria (2024-)"


Drawn = tuple[str, list[Actor], list[Actor], str, int, int, str]
PARTIES = st.lists(st.sampled_from([army(), REBELS, civilians(), actor("rebels"), army("RUS")]), max_size=3)
INCIDENTS = st.lists(
    st.tuples(
        st.sampled_from(["Armed clash", "Air/drone strike", "Attack", "Agreement"]),
        PARTIES,
        PARTIES,
        st.sampled_from(["Idlib", "Raqqa"]),
        st.integers(5, 7),
        st.integers(0, 9),
        st.sampled_from(["r1", "r2"]),
    ),
    max_size=8,
)


def _incidents(drawn: Sequence[Drawn]) -> list[JoinedIncident]:
    return [
        occurrence(
            f"i{number}",
            code,
            actors=one,
            targets=other,
            places=[town(place)],
            time=days(date(2016, 4, day)),
            losses=[loss("some", dead)],
            report=report,
        )
        for number, (code, one, other, place, day, dead, report) in enumerate(drawn)
    ]


@settings(max_examples=40, deadline=None)
@given(INCIDENTS, st.randoms(use_true_random=False))
def test_one_row_a_day_place_actors_and_type_in_any_order(drawn: list[Drawn], chance: Random) -> None:
    incidents = _incidents(drawn)
    outcomes = made(*incidents)
    rows = [one for one in outcomes if isinstance(one, Row)]
    keys = [
        (
            r.values["event_date"],
            r.values["location"],
            frozenset((r.values["actor1"], r.values["actor2"])),
            r.values["sub_event_type"],
        )
        for r in rows
    ]
    assert len(keys) == len(set(keys))
    assert len({r.id for r in rows}) == len(rows)
    told = sorted(name for one in outcomes for name in one.incidents)
    assert told == sorted(incident.id for incident in incidents)
    chance.shuffle(incidents)
    assert made(*incidents) == outcomes


def test_a_province_is_filed_under_its_largest_town() -> None:
    province = Entry(-1, "Idlib", "admin1", 35.8, 36.6, "SY", "Idlib")
    towns = [Entry(101, "Idlib", "town", 35.93, 36.63, "SY", "Idlib", "Idlib District", 98_000)]
    gazetteer = MemoryGazetteer((entry, ()) for entry in (province, *towns))
    book = Acled(load_codebook(), load_registry(), gazetteer)
    area = town("Idlib", lat=35.8, lon=36.6, precision="admin1", geonameid=None)
    (found,) = book.rows([occurrence("a", **FIGHT, places=[area])])
    assert isinstance(found, Row)
    assert (found.values["latitude"], found.values["geo_precision"]) == (35.93, 3)
    assert found.values["admin2"] == "Idlib District"
    assert any(flag.startswith("location") for flag in found.flags)
    own = row(occurrence("a", **FIGHT, places=[area]))
    assert own.values["latitude"] == 35.8
