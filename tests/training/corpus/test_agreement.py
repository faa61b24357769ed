"""Agreement of two readers: F1, kappa, and what they differ in."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.corpus.agreement import Agreement, agreement, differences, kappa
from training.corpus.passage import Link, Passage, Span, Trigger

ONE = Passage(
    "p", "Rebels shelled Homs on Friday.", "p", "wire",
    triggers=(Trigger("e1", 7, 14, "shelling"),),
    spans=(Span("s1", 0, 6, "actor", "group"), Span("s2", 15, 19, "place"), Span("s3", 23, 29, "time")),
    links=(Link("e1", "s1", "actor"), Link("e1", "s2", "at"), Link("e1", "s3", "time")),
)  # fmt: skip
TWO = replace(
    ONE,
    triggers=(Trigger("e1", 7, 14, "attack", "negated"),),
    spans=ONE.spans[:2],
    links=(Link("e1", "s1", "target"), Link("e1", "s2", "at")),
)


def test_a_reader_agrees_with_himself() -> None:
    found = agreement([(ONE, ONE)])
    assert Agreement.together(found.spans).f1 == Agreement.together(found.roles).f1 == 1
    assert kappa(found.kinds) == 1


def test_each_difference_counts_where_it_belongs() -> None:
    found = agreement([(ONE, TWO)])
    assert found.spans["trigger"].f1 == 1
    assert Agreement.together(found.spans).f1 == pytest.approx(2 * 3 / (4 + 3))
    assert found.roles["at"].f1 == 1
    assert found.roles["actor"].f1 == 0
    assert found.kinds == [("shelling", "attack")]
    assert found.statuses == [("happened", "negated")]
    assert any(line.startswith("- time 'Friday'") for line in differences(ONE, TWO))
    assert any("negated" in line for line in differences(ONE, TWO) if line.startswith("+"))


def test_f1_is_the_same_either_way_round() -> None:
    there, back = agreement([(ONE, TWO)]), agreement([(TWO, ONE)])
    assert Agreement.together(there.roles).f1 == Agreement.together(back.roles).f1


def test_two_passages_are_no_pair() -> None:
    with pytest.raises(ValueError, match="not two readings"):
        agreement([(ONE, replace(ONE, id="q"))])


def test_kappa_of_a_known_table() -> None:
    # 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: observed .7, chance .5 (the textbook's example)
    labels = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(labels) == pytest.approx(0.4)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=30))
def test_kappa_never_passes_one_and_does_not_care_who_is_first(labels: list[tuple[str, str]]) -> None:
    assert kappa(labels) <= 1
    assert kappa(labels) == pytest.approx(kappa([(two, one) for one, two in labels]))
