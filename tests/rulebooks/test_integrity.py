"""Integrity tests: each finds what it is for, and sound rows pass them all."""

from typing import TYPE_CHECKING

import pytest

from dateline.model import Cell, Row, RowBasis
from dateline.rulebooks.integrity import checks_for, faults_in

if TYPE_CHECKING:
    from collections.abc import Mapping

UCDP: dict[str, Cell] = {
    "id": 1, "year": 2017, "type_of_violence": 1, "side_a": "Government of Iraq", "side_a_new_id": 116,
    "side_b": "IS", "side_b_new_id": 234, "dyad_name": "Government of Iraq - IS", "dyad_new_id": 524,
    "conflict_name": "Iraq: Government", "conflict_new_id": 259, "number_of_sources": 2, "where_prec": 1,
    "where_coordinates": "Qaim", "adm_1": "Anbar", "latitude": 34.37, "longitude": 41.1,
    "geom_wkt": "POINT (41.1 34.37)", "priogrid_gid": 178 * 0 + int((34.37 + 90) * 2) * 720 + int((41.1 + 180) * 2) + 1,
    "country": "Iraq", "event_clarity": 1, "date_prec": 1, "date_start": "2017-11-03", "date_end": "2017-11-03",
    "deaths_a": 2, "deaths_b": 5, "deaths_civilians": 1, "deaths_unknown": 0, "best": 8, "high": 9, "low": 7,
}  # fmt: skip
ACLED: dict[str, Cell] = {
    "event_id_cnty": "IRQ1", "event_date": "2017-11-03", "year": 2017, "time_precision": 1,
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Government regains territory",
    "actor1": "Military Forces of Iraq", "inter1": "State forces", "actor2": "Islamic State", "inter2": "Rebel group",
    "civilian_targeting": None, "country": "Iraq", "admin1": "Anbar", "location": "Qaim", "latitude": 34.37,
    "longitude": 41.1, "geo_precision": 1, "source": "AP", "notes": "Iraq regained Qaim.", "fatalities": 0,
}  # fmt: skip


def row(book: str, number: int = 1, incident: str = "", **changed: Cell) -> Row:
    sound: Mapping[str, Cell] = {"ucdp": UCDP, "acled": ACLED}[book]
    return Row(
        id=f"{book}-{number}",
        rulebook=book,
        version="1",
        incidents=(incident or f"i{number}",),
        values={**sound, **changed},
        basis=(RowBasis(columns=tuple(sound), rule="made up"),),
    )


def found(book: str, *rows: Row) -> set[str]:
    return {fault.check for fault in faults_in(rows, checks_for(book))}


@pytest.mark.parametrize("book", ["ucdp", "acled"])
def test_sound_rows_pass(book: str) -> None:
    assert found(book, row(book)) == set()


def test_there_are_fifty_and_each_is_named_once() -> None:
    names = [check.name for check in (*checks_for("ucdp"), *checks_for("acled")[len(checks_for("airwars")) :])]
    assert len(names) >= 50
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("check", "changed"),
    [
        ("ucdp.deaths.sum", {"best": 9}),
        ("ucdp.deaths.order", {"high": 7}),
        ("ucdp.deaths.negative", {"deaths_a": -1}),
        ("ucdp.deaths.whole", {"low": 6.5}),
        ("ucdp.deaths.some", {"high": 0}),
        ("ucdp.deaths.many", {"best": 6000}),
        ("ucdp.deaths.range", {"high": 400}),
        ("ucdp.type.known", {"type_of_violence": 4}),
        ("ucdp.type.state", {"side_a": "FSA"}),
        ("ucdp.type.nonstate", {"type_of_violence": 2}),
        ("ucdp.type.onesided", {"type_of_violence": 3}),
        ("ucdp.type.civilians", {"side_b": "Civilians"}),
        ("ucdp.type.dead", {"type_of_violence": 3, "side_b": "Civilians"}),
        ("ucdp.sides.told", {"side_b": None}),
        ("ucdp.sides.two", {"side_b": "Government of Iraq"}),
        ("ucdp.sides.order", {"side_a": "IS", "side_b": "Government of Iraq"}),
        ("ucdp.dyad.name", {"dyad_name": "IS - Iraq"}),
        ("ucdp.dyad.ids", {"side_b_new_id": None}),
        ("ucdp.days.order", {"date_end": "2017-11-01"}),
        ("ucdp.days.year", {"date_end": "2018-01-02", "date_prec": 5}),
        ("ucdp.days.own", {"year": 2016}),
        ("ucdp.days.early", {"date_start": "1980-11-03"}),
        ("ucdp.days.precision", {"date_end": "2017-11-05"}),
        ("ucdp.place.precision", {"where_prec": 0}),
        ("ucdp.place.point", {"latitude": None}),
        ("ucdp.place.geometry", {"geom_wkt": "POINT (34.37 41.1)"}),
        ("ucdp.place.cell", {"priogrid_gid": 1}),
        ("ucdp.place.division", {"adm_1": None}),
        ("ucdp.place.country", {"where_prec": 6}),
        ("ucdp.clarity", {"event_clarity": 3}),
        ("ucdp.sources", {"number_of_sources": 0}),
        ("point.real", {"latitude": 134.0}),
        ("point.zero", {"latitude": 0, "longitude": 0}),
        ("country.told", {"country": None}),
        ("text.lines", {"where_coordinates": "Qaim\n"}),
        ("text.blanks", {"adm_1": " Anbar"}),
    ],
)
def test_a_fault_is_found(check: str, changed: dict[str, Cell]) -> None:
    assert check in found("ucdp", row("ucdp", **changed))  # type: ignore[arg-type]  # columns by name


@pytest.mark.parametrize(
    ("check", "changed"),
    [
        ("acled.type.known", {"event_type": "Battle"}),
        ("acled.type.sub", {"sub_event_type": "Grenade"}),
        ("acled.actors.first", {"actor1": None}),
        ("acled.actors.both", {"actor2": None}),
        ("acled.actors.two", {"actor2": "Military Forces of Iraq"}),
        ("acled.actors.inter", {"inter1": None}),
        ("acled.actors.idle", {"actor2": None}),
        ("acled.type.battle", {"actor2": "Civilians (Iraq)"}),
        ("acled.type.civilians", {"event_type": "Violence against civilians", "sub_event_type": "Attack"}),
        ("acled.type.protest", {"event_type": "Protests", "sub_event_type": "Peaceful protest"}),
        ("acled.type.riot", {"event_type": "Riots", "sub_event_type": "Mob violence"}),
        ("acled.type.peaceful", {"sub_event_type": "Peaceful protest", "fatalities": 2}),
        ("acled.days.told", {"event_date": "early November"}),
        ("acled.days.year", {"year": 2018}),
        ("acled.days.precision", {"time_precision": 4}),
        ("acled.place.precision", {"geo_precision": None}),
        ("acled.place.told", {"location": ""}),
        ("acled.place.point", {"latitude": None}),
        ("acled.fatalities", {"fatalities": None}),
        ("acled.notes", {"notes": "Iraq regained"}),
        ("acled.source", {"source": None}),
    ],
)
def test_a_fault_of_acled_is_found(check: str, changed: dict[str, Cell]) -> None:
    assert check in found("acled", row("acled", **changed))  # type: ignore[arg-type]  # columns by name


def test_faults_between_rows_are_found() -> None:
    one = row("ucdp", best=12, deaths_b=9, high=12)
    assert "ids.once" in found("ucdp", one, one)
    assert "rows.once" in found("ucdp", one, row("ucdp", 2, id=2, best=12, deaths_b=9, high=12))
    assert "dead.once" in found("ucdp", one, row("ucdp", 2, "i1", best=12, deaths_b=9, high=12))
    assert "ucdp.place.name" in found("ucdp", one, row("ucdp", 2, latitude=35.0))
    assert "ucdp.ids.name" in found("ucdp", one, row("ucdp", 2, side_b="Islamic State"))
    assert "ucdp.rows.once" in found("ucdp", one, row("ucdp", 2, best=3))
    assert "acled.rows.once" in found("acled", row("acled"), row("acled", 2, fatalities=3))
    assert "acled.place.name" in found("acled", row("acled"), row("acled", 2, latitude=35.0))
    bare = one.model_copy(update={"incidents": (), "basis": ()})
    assert {"rows.incident", "rows.basis"} <= found("ucdp", bare)
