from datetime import date
from pathlib import Path

import pytest

from dateline.codebook.registry import Registry
from dateline.codebook.registry_files import load_registry
from dateline.codebook.registry_names import fold, folds, skeleton
from dateline.coding.text.tokens import tokenise
from dateline.errors import DataError


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize(
    "name",
    ["Kata'ib Hezbollah", "KATAIB HEZBOLLAH", "Kataib  Hezbollah", "the Kata’ib-Hezbollah"],
)
def test_names_are_found_however_they_are_written(registry: Registry, name: str) -> None:
    assert [entry.id for entry in registry.find(name)] == ["kataib-hezbollah"]


def test_folding_drops_articles_accents_and_possessives() -> None:
    assert fold("al-Qa'ida") == fold("Al Qaida") == fold("AL-QAIDA") == ("qaida",)
    assert ("kurdistan", "workers", "party") in folds("Kurdistan Workers' Party")
    assert ("kurdistan", "worker", "party") in folds("Kurdistan Worker's Party")


def test_transliterations_share_a_skeleton(registry: Registry) -> None:
    assert skeleton(fold("Haider al-Abadi")) == skeleton(fold("Haidar Al Abadi"))
    assert [entry.id for entry in registry.find_person("Abu Mahdi al-Muhanids")] == ["abu-mahdi-al-muhandis"]


@pytest.mark.parametrize(
    ("text", "length", "actor"),
    [
        ("Islamic State militants", 2, "islamic-state"),
        ("Islamic State-held town", 2, "islamic-state"),
        ("Kurdistan Workers' Party said", 4, "pkk"),
        ("People's Protection Units fought", 4, "ypg"),
        ("al Qaeda bomber", 2, "al-qaida"),
        ("IS militants", 1, "islamic-state"),
    ],
)
def test_the_longest_name_is_found_among_tokens(registry: Registry, text: str, length: int, actor: str) -> None:
    found = registry.longest(tokenise(text), 0)
    assert found
    assert (found[0], found[1][0].id) == (length, actor)


@pytest.mark.parametrize(("text", "shouted"), [("is said", False), ("Is it", False), ("IS SAID", True), ("it", False)])
def test_an_acronym_that_is_a_word_is_not_believed(registry: Registry, text: str, shouted: bool) -> None:
    assert registry.longest(tokenise(text), 0, shouted=shouted) is None


def test_offices_have_holders_by_day(registry: Registry) -> None:
    held = registry.holders("prime minister", "IRQ", date(2017, 11, 3))
    assert [entry.id for entry in held] == ["haider-al-abadi"]
    assert registry.holders("prime minister", "IRQ", date(1999, 1, 1)) == ()


def test_a_users_file_wins(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("actors: [{id: mine, name: PKK, sort: group, country: TUR, sector: REB, source: mine}]")
    assert [entry.id for entry in load_registry([file]).find("PKK")] == ["mine"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{id: x, name: X, sort: group}", "lacks source"),
        ("{id: x, name: X, sort: army, source: s}", "sort 'army'"),
        ("{id: x, name: X, sort: group, sector: ABC, source: s}", "sector 'ABC'"),
        ("{id: x, name: X, sort: group, sector: [MIL], source: s}", "sector"),
        (
            "{id: x, name: X, sort: person, source: s, offices: [{title: t, of: IRQ, from: 2001-01-01 10:00:00}]}",
            "days",
        ),
        ("{id: x, name: X, sort: group, source: s, years: [2000, 1990]}", "years run backwards"),
        ("{id: x, name: X, sort: group, source: s, colour: red}", "unknown keys colour"),
    ],
)
def test_a_broken_entry_says_where(tmp_path: Path, entry: str, message: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(f"actors: [{entry}]")
    with pytest.raises(DataError, match=message):
        load_registry([file])


def test_countries_and_capitals_are_known(registry: Registry) -> None:
    country = registry.country_of("the U.S.")
    assert country
    assert country.alpha3 == "USA"
    assert registry.capital_of("Baghdad") == "IRQ"
    assert registry.alpha3("IQ") == "IRQ"


def test_names_begin_only_at_openings(registry: Registry) -> None:
    text = "The U.S. Army and al Shabaab fought Kata’ib Hezbollah; Sinn Féin and the F.A.R.C. did not, said Máxima."
    tokens = tokenise(text)
    openings = registry.openings(tokens)
    named = [at for at in range(len(tokens)) if registry.longest(tokens, at)]
    assert set(named) <= set(openings)
    assert len(openings) < len(tokens)
