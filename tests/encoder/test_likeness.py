"""Kinds known by examples: an act is of the kind whose middle is nearest, and nothing else changes."""

import numpy as np
import pytest

from dateline.encoder.encoder import open_encoder
from dateline.encoder.likeness import Groups, NewKinds, Shown
from dateline.errors import EncoderError

GROUPS = Groups(
    {
        "groups.mean": np.zeros(4),
        "groups.turn": np.eye(4, 3),
        "groups.middles": np.array([[1.0, 0, 0], [0, 1.0, 0]]),
        "groups.steep": np.array(10.0),
        "kind.weight": np.zeros((2, 4)),
    }
)
RAIDS = {
    "cattle-raid": [
        Shown("Gunmen rustled 300 cattle from a village in Turkana on Monday.", (7, 14)),
        Shown("Armed herders drove off more than 200 goats and cows belonging to Nuer families.", (14, 23)),
        Shown("The raiders stole livestock in Pibor and killed a herdsman.", (12, 17)),
    ]
}
ENCODER = open_encoder()


def test_an_act_is_of_the_new_kind_only_if_no_old_one_is_nearer() -> None:
    new = NewKinds(GROUPS, {"raid": np.array([[0, 0, 2.0, 5], [0, 0.2, 3, -5]], dtype=np.float32)})
    old, other = new.tell(np.array([[3, 0.1, 0.2, 0], [0.1, 0, 1, 9]], dtype=np.float32))
    assert old is None
    assert other is not None
    assert other[0] == "raid"
    assert other[1] > 0.9


def test_it_tells_acts_like_the_examples_and_leaves_others_alone() -> None:
    other = "Soldiers shelled the market of Homs and killed six people."
    (raid,) = ENCODER.shown(RAIDS).read(["Bandits drove away 80 camels from herders in Marsabit on Friday."])
    assert any(act.kinds[0][0] == "cattle-raid" for act in raid.acts)
    assert ENCODER.shown(RAIDS).read([other]) == ENCODER.read([other])


def test_an_example_without_a_mark_is_read_for_its_likeliest_act() -> None:
    unmarked = {"cattle-raid": [Shown(example.text) for example in RAIDS["cattle-raid"]]}
    (raid,) = ENCODER.shown(unmarked).read(["Bandits stole 80 camels from herders in Marsabit on Friday."])
    assert any(act.kinds[0][0] == "cattle-raid" for act in raid.acts)


def test_an_example_that_tells_of_nothing_is_refused_with_what_to_do() -> None:
    with pytest.raises(EncoderError, match=r"kind 'x'.*asterisks"):
        ENCODER.shown({"x": [Shown("It is.")]})


def test_no_new_kind_is_no_new_encoder() -> None:
    assert ENCODER.shown({}) is ENCODER
