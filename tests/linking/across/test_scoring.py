import pytest
from tests.linking.across.traced import QAIM, RAWA, site, trace

from dateline.errors import DataError
from dateline.linking.across.features import FEATURES, place, seen
from dateline.linking.across.scoring import own_weights, weights_from


def test_every_level_with_a_weight_belongs_to_a_feature() -> None:
    names = {feature.__name__ for feature in FEATURES}
    assert {level.split(".")[0] for level in own_weights().levels} <= names


def test_broken_weights_say_what_is_wanted() -> None:
    with pytest.raises(DataError, match="base, join, apart and levels"):
        weights_from({"base": "x", "join": 0, "apart": 0, "levels": {}})
    with pytest.raises(DataError, match="levels"):
        weights_from({"base": 0, "join": 0, "apart": 0})


def test_places_are_told_apart_by_distance_and_borders() -> None:
    abroad = site("rawa", 31.0, 35.0, country="JO")
    province = site("anbar", 33.0, 42.0, wide=True)
    assert place(trace("a"), trace("b")) == "place.same"
    for other, level in (((RAWA,), "apart"), ((abroad,), "abroad"), ((province,), "area"), ((), "unknown")):
        assert place(trace("a", sites=(QAIM,)), trace("b", sites=other)) == f"place.{level}"


def test_each_feature_says_one_thing_at_most() -> None:
    levels = [name.split(".")[0] for name in seen(trace("a"), trace("b"))]
    assert len(levels) == len(set(levels))
