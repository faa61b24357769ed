import pytest

from dateline.codebook.actor_schemes import codings_of, regimes_of
from dateline.codebook.actor_search import search_actors
from dateline.codebook.registry_files import load_registry

REGISTRY = load_registry()


@pytest.mark.parametrize("name", ["ansar allah", "ANSAR-ALLAH", "the Houthis", "houthis"])
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    hit = search_actors(REGISTRY, name)[0]
    assert hit.entry.id == "houthis"
    assert hit.how != "like"


def test_a_misspelt_name_is_found_and_marked_as_like() -> None:
    hit = search_actors(REGISTRY, "Jabhat al-Nusrra")[0]
    assert (hit.entry.id, hit.how) == ("nusra-front", "like")
    assert hit.score < 1


def test_names_merely_like_it_are_given_only_where_none_fits() -> None:
    assert all(hit.how != "like" for hit in search_actors(REGISTRY, "SDF"))
    assert search_actors(REGISTRY, "qqqqqq") == ()


def test_country_and_year_narrow() -> None:
    assert {hit.entry.country for hit in search_actors(REGISTRY, "National Liberation Army", country="COL")} == {"COL"}
    ids = {hit.entry.id for hit in search_actors(REGISTRY, "Azawad Liberation Front", year=2015)}
    assert "fla-azawad" not in ids


def test_a_group_that_came_to_govern_changes_side_and_inter_on_that_day() -> None:
    taliban = REGISTRY.get("taliban")
    assert taliban
    acled = [(c.note[:7], str(c.since), str(c.until)) for c in codings_of(taliban, REGISTRY) if c.scheme == "ACLED"]
    assert ("inter 2", "2001-11-13", "2021-08-15") in acled
    assert ("inter 1", "2021-08-15", "None") in acled
    assert next(c.code for c in codings_of(taliban, REGISTRY) if c.scheme == "UCDP") == "303"


def test_a_states_forces_are_named_by_regime() -> None:
    army = REGISTRY.get("NGA-MIL")
    assert army
    names = [c.code for c in codings_of(army, REGISTRY) if c.scheme == "ACLED"]
    assert any(name.startswith("Military Forces of Nigeria (2015-") for name in names)
    regimes = regimes_of("NGA", REGISTRY)
    assert [o.first for o in regimes] == sorted(o.first for o in regimes if o.first)


def test_every_origin_is_an_actor_of_the_registry() -> None:
    for entry in REGISTRY:
        assert all(REGISTRY.get(origin) for origin in entry.origins), entry.id
        assert all(office.of in REGISTRY.countries for office in entry.governs), entry.id
