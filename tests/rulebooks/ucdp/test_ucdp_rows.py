"""UCDP's rulebook: what makes a row, what is refused, and what stands in the columns."""

from datetime import date

import pytest
from tests.rulebooks.ucdp.made_up import (
    ARMY,
    BOOK,
    GAZETTEER,
    GUNMEN,
    IS,
    REGISTRY,
    VILLAGERS,
    actor,
    at,
    dead,
    incident,
    on,
    refusal,
    row,
)

from dateline.codebook.loading import load_codebook
from dateline.model import Claim, JoinedIncident, Report, Row, Span, Statement
from dateline.model.joined_incident import Member, Source
from dateline.rulebooks.integrity import checks_for, faults_in
from dateline.rulebooks.ucdp import Ucdp
from dateline.rulebooks.ucdp.lists import load_lists
from dateline.rulebooks.ucdp.where import cell_of
from dateline.rulebooks.ucdp.writing import COLUMNS

DAY = date(2017, 11, 3)


def test_a_clash_is_a_row_of_forty_nine_columns() -> None:
    made = row(
        incident(losses=(dead(3, "fighters: Islamic State"), dead(2, "fighters: soldiers"), dead(1, "civilians")))
    )
    values = made.values
    assert tuple(values) == COLUMNS == BOOK.columns
    assert len(COLUMNS) == 49
    assert (values["side_a"], values["side_a_new_id"], values["gwnoa"]) == ("Government of Iraq", 116, 645)
    assert (values["side_b"], values["side_b_new_id"], values["gwnob"]) == ("IS", 234, None)
    assert (values["type_of_violence"], values["dyad_new_id"], values["conflict_new_id"]) == (1, 524, 259)
    assert values["dyad_name"] == "Government of Iraq - IS"
    assert [values[f"deaths_{of}"] for of in ("a", "b", "civilians", "unknown")] == [2, 3, 1, 0]
    assert (values["best"], values["high"], values["low"]) == (6, 6, 6)
    assert (values["country"], values["country_id"], values["region"]) == ("Iraq", 645, "Middle East")
    assert (values["where_prec"], values["adm_1"], values["adm_2"]) == (1, "Anbar", "Qaim District")
    assert values["geom_wkt"] == "POINT (41.1 34.37)"
    assert (values["date_start"], values["date_end"], values["date_prec"], values["year"]) == (
        "2017-11-03",
        "2017-11-03",
        1,
        2017,
    )
    assert (values["event_clarity"], values["number_of_sources"]) == (1, 1)
    assert str(values["code_status"]).startswith("Check")


def test_every_column_that_is_filled_rests_on_a_rule() -> None:
    made = row(incident())
    resting = {column for basis in made.basis for column in basis.columns}
    assert {name for name, value in made.values.items() if value is not None} <= resting | {"id"}


def test_a_sound_row_passes_the_integrity_tests() -> None:
    assert faults_in([row(incident())], checks_for("ucdp")) == []


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("ucdp.rejected", {"reviewed": "rejected"}),
        ("ucdp.not-real", {"status": "planned"}),
        ("ucdp.not-real", {"status": "negated"}),
        ("ucdp.no-force", {"kind": "protest"}),
        ("ucdp.no-force", {"kind": "arrest"}),
        ("ucdp.cumulative", {"losses": (dead(4000, scope="cumulative"),)}),
        ("ucdp.no-deaths", {"losses": ()}),
        ("ucdp.no-deaths", {"losses": (dead(0),)}),
        ("ucdp.no-number", {"losses": (dead(None),)}),
        ("ucdp.no-actor", {"actors": (GUNMEN,), "targets": (VILLAGERS,)}),
        ("ucdp.private", {"actors": (actor("a farmer", None, "civilians"),), "targets": (ARMY,)}),
        ("ucdp.no-place", {"places": ()}),
        ("ucdp.no-day", {"time": None}),
        ("ucdp.no-day", {"time": on(date(2014, 1, 1), date(2017, 1, 1))}),
    ],
)
def test_refusals(rule: str, fields: dict[str, object]) -> None:
    assert refusal(incident(**{"kind": "armed-clash", **fields})) == rule  # type: ignore[arg-type]  # fields by name


def test_what_is_told_as_background_alone_makes_a_row_that_says_so() -> None:
    made = row(incident(background=True))
    assert any("background" in flag for flag in made.flags)
    assert not any("background" in flag for flag in row(incident()).flags)


def test_one_death_in_the_highest_estimate_is_enough() -> None:
    assert row(incident(losses=(dead(0, high=2),))).values["best"] == 0


def test_civilian_dead_alone_do_not_make_it_one_sided() -> None:
    assert row(incident(losses=(dead(9, "civilians"),))).values["type_of_violence"] == 1
    strike = row(incident("airstrike", losses=(dead(9, "civilians"),)))
    assert (strike.values["type_of_violence"], strike.values["deaths_civilians"]) == (1, 9)


def test_targeted_civilians_do() -> None:
    made = row(
        incident("attack", actors=(IS,), targets=(VILLAGERS,), losses=(dead(9, "civilians"), dead(1, "perpetrators")))
    )
    values = made.values
    assert (values["type_of_violence"], values["side_a"], values["side_b"]) == (3, "IS", "Civilians")
    assert (values["deaths_a"], values["deaths_b"], values["deaths_civilians"]) == (1, 0, 9)
    assert values["conflict_new_id"] is None
    assert any(flag.startswith("type_of_violence") for flag in made.flags)
    massacre = row(incident("massacre", actors=(IS,), targets=(VILLAGERS, ARMY), losses=(dead(9, "civilians"),)))
    assert massacre.values["type_of_violence"] == 3


def test_two_groups_are_non_state_in_the_order_of_their_names() -> None:
    made = row(incident(actors=(IS, actor("Boko Haram", "boko")), targets=()))
    assert made.values["type_of_violence"] == 2
    assert (made.values["side_a"], made.values["dyad_new_id"]) == ("IS", 15023)


def test_a_side_out_of_the_list_has_no_number_and_a_flag() -> None:
    made = row(incident(targets=(actor("Hill Guard", "hill-guard"),)))
    assert (made.values["side_b"], made.values["side_b_new_id"], made.values["dyad_new_id"]) == (
        "Hill Guard",
        None,
        None,
    )
    assert any(flag.startswith("dyad") for flag in made.flags)


def test_an_unknown_opponent_is_left_blank_and_flagged() -> None:
    made = row(incident(targets=(GUNMEN,)))
    assert (made.values["type_of_violence"], made.values["side_b"], made.values["dyad_name"]) == (1, None, None)
    assert any("not known" in flag for flag in made.flags)


def test_soldiers_of_no_country_are_the_places_own_government() -> None:
    soldiers = actor("soldiers", None, "state", sector="MIL")
    made = row(incident(actors=(IS,), targets=(soldiers,)))
    assert made.values["side_a"] == "Government of Iraq"
    assert any("own government" in flag for flag in made.flags)


def test_fighters_who_died_are_a_party() -> None:
    strike = incident("airstrike", targets=(), losses=(dead(4, "fighters: Islamic State"),))
    made = row(strike).values
    assert (made["type_of_violence"], made["side_b"], made["deaths_b"]) == (1, "IS", 4)
    made = row(incident("attack", actors=(IS,), targets=(), losses=(dead(4, "fighters: soldiers"),))).values
    assert (made["side_a"], made["deaths_a"], made["deaths_b"]) == ("Government of Iraq", 4, 0)
    twice = (dead(4, "fighters: Islamic State"), dead(1, "fighters: Islamic State"))
    assert row(incident(actors=(), targets=(), losses=twice)).values["side_b"] is None
    unknown = incident("attack", actors=(IS,), targets=(VILLAGERS,), losses=(dead(4, "fighters: tribesmen"),))
    assert row(unknown).values["type_of_violence"] is None


def test_a_site_is_of_the_group_that_its_name_begins_with() -> None:
    hideout = actor("Islamic State hideouts", None, "facility")
    assert row(incident("airstrike", targets=(hideout,))).values["side_b"] == "IS"
    assert row(incident("airstrike", targets=(actor("hill hideouts", None, "facility"),))).values["side_b"] is None


def test_a_leader_is_his_group_and_a_group_that_governs_its_state() -> None:
    assert row(incident(targets=(actor("Abu Example", "emir", "person"),))).values["side_b"] == "IS"
    ruling = incident(actors=(actor("The Winners", "winners"),), places=(at("Aleppo"),), time=on(date(2025, 5, 1)))
    assert row(ruling).values["side_a"] == "Government of Syria"


def test_allied_governments_make_no_dyad() -> None:
    americans = actor("American jets", "USA-MIL", "state", country="USA", sector="MIL")
    made = row(incident("airstrike", actors=(americans, ARMY), targets=(IS,)))
    assert made.values["dyad_name"] == "Government of Iraq - IS"
    assert any("Government of United States of America" in flag for flag in made.flags)


def test_days() -> None:
    def span(first: date, last: date, words: str | None) -> tuple[object, ...]:
        values = row(incident(time=on(first, last, words))).values
        return values["date_start"], values["date_end"], values["date_prec"]

    assert span(date(2017, 10, 21), date(2017, 10, 31), "late October") == ("2017-10-15", "2017-10-31", 4)
    assert span(date(2017, 10, 1), date(2017, 10, 10), "in early October") == ("2017-10-01", "2017-10-14", 4)
    assert span(DAY, DAY, "late on 3 November") == ("2017-11-03", "2017-11-03", 1)
    assert span(date(2017, 10, 31), DAY, None) == ("2017-10-31", "2017-11-03", 2)
    assert span(date(2016, 12, 29), date(2017, 1, 1), None) == ("2016-12-29", "2016-12-31", 2)
    assert span(date(2017, 12, 31), date(2018, 1, 3), "that week") == ("2018-01-01", "2018-01-03", 2)


def test_a_neighbourhood_becomes_its_town() -> None:
    quarter = at("Old Bazaar", lat=34.37, lon=41.1, country="IQ", admin1="Anbar", precision="near", uncertainty_km=8,
                 extent=Span(start=0, end=22, text="the Old Bazaar quarter"))  # fmt: skip
    values = row(incident(places=(quarter,))).values
    assert (values["where_coordinates"], values["where_prec"]) == ("Qaim", 1)
    assert values["where_description"] == "the Old Bazaar quarter"


def test_a_town_and_what_holds_it_are_one_place() -> None:
    values = row(incident(places=(at("Iraq"), at("Anbar"), at("Qaim")))).values
    assert (values["where_coordinates"], values["where_prec"]) == ("Qaim", 1)


def test_a_toll_of_several_places_is_of_the_area_that_holds_them() -> None:
    made = row(incident(places=(at("Qaim"), at("Rawa"))))
    assert (made.values["where_coordinates"], made.values["where_prec"], made.values["adm_1"]) == (
        "Anbar province",
        4,
        "Anbar",
    )
    assert any("several places" in flag for flag in made.flags)
    far = row(incident(places=(at("Qaim"), at("Mosul")))).values
    assert (far["where_coordinates"], far["where_prec"], far["adm_1"]) == ("Iraq", 6, None)
    near = row(incident(places=(at("Qaim"), at("Karabla")))).values
    assert (near["where_coordinates"], near["where_prec"]) == ("Qaim", 2)


def test_fighting_of_days_that_touch_is_one_row() -> None:
    days = [incident(time=on(date(2017, 11, day))) for day in (3, 4, 5)]
    later = incident(time=on(date(2017, 11, 9)))
    made = [each for each in BOOK.rows([later, *days]) if isinstance(each, Row)]
    assert [len(each.incidents) for each in made] == [3, 1]
    assert (made[0].values["date_start"], made[0].values["date_end"]) == ("2017-11-03", "2017-11-05")
    assert (made[0].values["best"], made[0].values["date_prec"]) == (15, 2)


def test_other_violence_and_untold_days_stay_apart() -> None:
    bombs = [incident("suicide-bombing", time=on(date(2017, 11, day))) for day in (3, 4)]
    assert len(list(BOOK.rows(bombs))) == 2
    untold = [incident(time=on(DAY, date(2017, 11, 4), None)) for _ in range(2)]
    assert len(list(BOOK.rows(untold))) == 2


def test_a_total_has_clarity_2() -> None:
    assert row(incident(losses=(dead(40, scope="total"),))).values["event_clarity"] == 2


def test_sources_and_review() -> None:
    monitor = actor("the Observatory", "observatory", "organisation", name="Syrian Observatory")
    told = Statement(matter="toll", report="r1", event="e1", value="killed 5", claim=Claim(source=monitor))
    one = incident(
        members=(Member(report="r1", incident="i1"),),
        sources=(Source(name="Observatory", reports=("r1",)), Source(name="AP", reports=("r2",))),
        statements=(told,),
        reviewed="accepted",
    )
    heads = {"r1": Report(id="r1", text="", title="Clash at Qaim", publisher="AP", published=DAY)}
    made = next(iter(Ucdp(REGISTRY, GAZETTEER, heads).rows([one])))
    assert isinstance(made, Row)
    values = made.values
    assert (values["number_of_sources"], values["source_original"]) == (2, "Syrian Observatory")
    assert values["source_article"] == '"AP,2017-11-03,Clash at Qaim"'
    assert (values["source_office"], values["source_date"]) == ("AP", "2017-11-03")
    assert values["code_status"] == "Clear"
    assert any(basis.incident == one.id and basis.statements == (0,) for basis in made.basis)


def test_part_of_a_toll_is_taken_out_of_it() -> None:
    values = row(incident(losses=(dead(30, of_which=(dead(10, "civilians"),)),))).values
    assert (values["deaths_civilians"], values["deaths_unknown"], values["best"]) == (10, 20, 30)


def test_a_year_of_25_dead_is_active() -> None:
    assert row(incident(losses=(dead(25),))).values["active_year"] == 1
    assert row(incident()).values["active_year"] is None


def test_cells() -> None:
    assert cell_of(-89.9, -179.9) == 1
    assert cell_of(34.37, 41.1) == 248 * 720 + 442 + 1


def test_kinds_of_force_are_kinds_of_the_codebook() -> None:
    lists, codebook = load_lists(), load_codebook()
    named = [*lists.fighting, *lists.remote, *lists.people]
    assert set(named) <= codebook.kinds.keys()
    assert len(named) == len(set(named))


def test_the_lists_know_their_countries_and_governments() -> None:
    lists = load_lists()
    assert len(lists.actors) == 1725
    assert len({country.number for country in lists.countries.values()}) == len(lists.countries)
    assert {country.region for country in lists.countries.values()} == {
        "Europe", "Middle East", "Asia", "Africa", "Americas",
    }  # fmt: skip


def test_nothing_of_an_incident_is_changed() -> None:
    one = incident()
    before: JoinedIncident = one.model_copy(deep=True)
    row(one)
    assert one == before
