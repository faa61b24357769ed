import csv
import json
from datetime import date
from pathlib import Path

import pytest
from tests.projects import coded, report
from typer.testing import CliRunner, Result

from dateline.cli.app import app
from dateline.linking.control.over import work_out_control_over
from dateline.linking.control.queries import held_on
from dateline.pipeline.project import open_project

TOLD = (
    report("march", "Islamic State militants hold the town of Manbij, officials said.", date(2016, 3, 2)),
    report("may", "Rebels seized the town of Azaz in Aleppo province on Monday.", date(2016, 5, 4)),
    report("late", "The Syrian Democratic Forces captured the town of Manbij on Friday.", date(2016, 8, 13)),
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = str(tmp_path_factory.mktemp("held") / "p.dateline")
    with open_project(url, create=True) as opened:
        opened.add([coded(given) for given in TOLD])
    return url


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["control", *words])


def test_help_has_an_example() -> None:
    assert "For example" in run("--help").stdout


def test_a_project_tells_what_its_records_tell_together(project: str, held: str) -> None:
    for url in (project, held):
        with open_project(url) as opened:
            chronicle = work_out_control_over(opened.record(name) for name in opened.reports())
            assert set(opened.tenures()) == set(chronicle.every())
            day = date(2017, 12, 1)
            assert set(opened.control(day)) == {a for answers in held_on(chronicle, day).values() for a in answers}


def test_one_place_or_one_holder(held: str) -> None:
    rows = list(csv.DictReader(run(held, "--place", "manbij", "-f", "csv").stdout.splitlines()))
    assert [row["holder_id"] for row in rows] == ["islamic-state", "sdf-syria"]
    assert rows[0]["to"] == rows[1]["from"] == "2016-08-12"
    assert {row["place"] for row in rows} == {"Manbij"}
    (own,) = csv.DictReader(run(held, "--holder", "SDF-Syria", "-f", "csv").stdout.splitlines())
    assert own["from"] == "2016-08-12"


def test_who_held_it_on_a_day_and_how_old_that_word_is(held: str) -> None:
    before = json.loads(run(held, "--on", "2016-04-02", "--place", "Manbij", "-f", "json").stdout)
    assert [(a["tenure"]["holder"]["id"], a["age"]) for a in before] == [("islamic-state", 31)]
    after = run(held, "--on", "2016-09-01", "--place", "Manbij").stdout
    assert "Syrian Democratic Forces" in after
    assert "20 days before" in after


def test_geojson_is_a_map_of_the_day(held: str, tmp_path: Path) -> None:
    out = tmp_path / "map.geojson"
    assert run(held, "--on", "2016-09-01", "-f", "geojson", "--out", str(out)).exit_code == 0
    made = json.loads(out.read_text(encoding="utf-8"))
    assert made["type"] == "FeatureCollection"
    assert {f["properties"]["day"] for f in made["features"]} == {"2016-09-01"}
    every = json.loads(run(held, "-f", "geojson").stdout)
    assert len(every["features"]) == 3


def test_two_holders_of_one_day_are_marked(tmp_path: Path) -> None:
    url = str(tmp_path / "p.dateline")
    spring = report("spring", "Islamic State militants hold the town of Manbij, officials said.", date(2016, 3, 2))
    summer = report("summer", "The Syrian Democratic Forces hold the town of Manbij, officials said.", date(2016, 5, 2))
    again = report("again", "Islamic State fighters hold the town of Manbij, residents said.", date(2016, 9, 2))
    with open_project(url, create=True) as opened:
        opened.add([coded(given) for given in (spring, summer, again)])
        assert any(tenure.contradictions for tenure in opened.tenures(place="Manbij"))
    assert "✗" in run(url, "--place", "Manbij").stdout
    assert "✗" in run(url, "--place", "Manbij", "--on", "2016-05-02").stdout


def test_what_nobody_tells_and_what_makes_no_sense(held: str) -> None:
    nobody = run(held, "--place", "Palmyra")
    assert nobody.exit_code == 0
    assert "no report tells who held Palmyra" in nobody.stderr
    assert json.loads(run(held, "--place", "Palmyra", "-f", "json").stdout) == []
    wrong = run(held, "--on", "May")
    assert wrong.exit_code == 2
    assert "no day" in wrong.stderr
