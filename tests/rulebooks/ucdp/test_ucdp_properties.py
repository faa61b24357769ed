"""What holds of UCDP rows whatever the incidents: sums, years, order, ids."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rulebooks.ucdp.made_up import ARMY, BOOK, GUNMEN, IS, VILLAGERS, actor, at, dead, on

from dateline.model import JoinedIncident, Row

_PARTIES = (ARMY, IS, VILLAGERS, GUNMEN, actor("Boko Haram", "boko"))
_GROUPS = ("unknown", "civilians", "perpetrators", "fighters: Islamic State", "fighters: soldiers", "fighters: they")
_figures = st.one_of(st.none(), st.integers(0, 40))


@st.composite
def losses(draw: st.DrawFn) -> tuple[object, ...]:
    rows = draw(st.lists(st.tuples(st.sampled_from(_GROUPS), _figures, _figures, _figures), max_size=3))
    return tuple(dead(None, group, low=low, best=best, high=high) for group, low, best, high in rows)


@st.composite
def times(draw: st.DrawFn) -> object:
    first = date(2016, 12, 20) + timedelta(days=draw(st.integers(0, 40)))
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 3, 10, 40, 400])))
    return on(first, last, draw(st.sampled_from([None, "that day", "late December"])))


@st.composite
def incidents(draw: st.DrawFn) -> list[JoinedIncident]:
    made = []
    for number in range(draw(st.integers(1, 6))):
        fields = {
            "id": f"i{number}",
            "kind": draw(st.sampled_from(["armed-clash", "airstrike", "attack", "massacre", "protest"])),
            "events": (f"r{number}/e1",),
            "actors": tuple(draw(st.lists(st.sampled_from(_PARTIES), max_size=2))),
            "targets": tuple(draw(st.lists(st.sampled_from(_PARTIES), max_size=2))),
            "places": tuple(
                at(n) for n in draw(st.lists(st.sampled_from(["Qaim", "Rawa", "Iraq", "Aleppo"]), max_size=3))
            ),
            "time": draw(times()),
            "losses": draw(losses()),
        }
        made.append(JoinedIncident.model_validate(fields))
    return made


@settings(max_examples=150, deadline=None)
@given(incidents())
def test_rows_add_up_and_stay_within_a_year(given_: list[JoinedIncident]) -> None:
    for made in BOOK.rows(given_):
        if not isinstance(made, Row):
            continue
        v = made.values
        parts = [v[f"deaths_{of}"] for of in ("a", "b", "civilians", "unknown")]
        low, best, high = (v[name] for name in ("low", "best", "high"))
        assert isinstance(low, int)
        assert isinstance(best, int)
        assert isinstance(high, int)
        assert sum(part for part in parts if isinstance(part, int)) == best
        assert 0 <= low <= best <= high
        assert high >= 1
        assert str(v["date_start"])[:4] == str(v["date_end"])[:4] == str(v["year"])
        assert str(v["date_start"]) <= str(v["date_end"])
        assert v["type_of_violence"] != 3 or v["deaths_b"] == 0
        assert v["side_a"] != v["side_b"]


@settings(max_examples=100, deadline=None)
@given(incidents(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_rows(given_: list[JoinedIncident], random: object) -> None:
    mixed = list(given_)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis' own Random
    assert list(BOOK.rows(mixed)) == list(BOOK.rows(given_))


@settings(max_examples=100, deadline=None)
@given(incidents())
def test_every_incident_is_in_one_row_or_refusal_and_ids_differ(given_: list[JoinedIncident]) -> None:
    made = list(BOOK.rows(given_))
    told = [identifier for each in made for identifier in each.incidents]
    assert sorted(told) == sorted(each.id for each in given_)
    ids = [each.id for each in made if isinstance(each, Row)]
    assert len(ids) == len(set(ids))
