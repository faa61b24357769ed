from pathlib import Path

import pytest

from dateline.codebook.registry_files import DATA, load_registry, read_actors
from dateline.codebook.registry_lint import lint_registry

UCDP = Path(__file__).resolve().parents[3] / "shared" / "reference" / "ucdp-actor-221.csv"


def test_there_are_enough_actors_and_each_has_a_source() -> None:
    registry = load_registry()
    assert len(registry) >= 1500
    assert all(entry.source for entry in registry)
    assert sum(entry.source.startswith("UCDP ") for entry in registry) >= 700
    assert sum(bool(entry.offices) for entry in registry) >= 100


def test_names_are_unambiguous_and_references_hold() -> None:
    assert list(lint_registry(load_registry())) == []


@pytest.mark.skipif(not UCDP.exists(), reason="../shared/reference/ucdp-actor-221.csv is not here")
def test_armed_groups_are_those_of_ucdp() -> None:
    assert list(lint_registry(load_registry(), UCDP)) == []


def test_an_alias_of_two_actors_of_one_country_is_found(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("actors: [{id: mine, name: Mine, aliases: [FMLN], sort: group, country: SLV, source: mine}]")
    assert any("mine" in line and "fmln" in line for line in lint_registry(load_registry([file])))


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_files_are_commented_and_name_nothing_twice(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    for entry in read_actors(path):
        names = [entry.name, *entry.aliases]
        assert len(set(names)) == len(names), entry.id
