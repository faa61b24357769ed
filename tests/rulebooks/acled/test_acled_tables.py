"""ACLED's tables agree with the codebook and hold what rows need."""

from dateline.codebook import load_codebook
from dateline.codebook.registry_files import load_registry
from dateline.rulebooks.acled.notes import written
from dateline.rulebooks.acled.tables import own_tables


def test_the_types_are_those_of_the_codebook() -> None:
    types = own_tables().types
    assert {name: kind.event_type for name, kind in types.items()} == dict(load_codebook().schemes["acled"])


def test_every_type_has_its_clauses() -> None:
    tables = own_tables()
    assert set(tables.clauses) == set(tables.types)
    for forms in tables.clauses.values():
        assert set(forms) == {"both", "one"}
        assert all("{1}" in clause for clause in forms.values())


def test_excessive_force_is_both_violence_and_demonstration() -> None:
    assert own_tables().types["Excessive force against protesters"].disorder == "Political violence; Demonstrations"


def test_a_country_has_one_region_and_is_a_country() -> None:
    tables, countries = own_tables(), load_registry().countries
    assert set(tables.regions) <= set(countries)
    assert set(tables.names) <= set(countries)
    assert len(set(tables.regions.values())) == 17


def test_a_party_within_a_sentence() -> None:
    assert written("Military Forces of Syria (2000-2024)") == "military forces of Syria"
    assert written("Unidentified Armed Group (Mali)") == "an unidentified armed group"
    assert written("Civilians (Iraq)") == "civilians"
