import pytest

from dateline.linking.across.copies import copies_of, print_of, resemblance
from dateline.linking.across.names import one_name
from dateline.linking.across.rarity import rarity_in
from dateline.linking.across.wording import shared, shared_words, wording_of

VOCABULARY = {"the": 1996, "police": 2610, "bomb": 5968, "convoy": 16190, "rare": 30521}
TEXT = (
    "A bomb hit a convoy of buses near the town on Saturday, and rescue workers said that they had carried away "
    "the bodies of at least forty people, most of them from two villages, while the wounded went to clinics nearby."
)


def test_rarity_grows_with_the_place_in_the_vocabulary_and_is_one_for_names() -> None:
    rarity = rarity_in(VOCABULARY)
    assert rarity("the") == 0.0
    assert rarity("the") < rarity("police") < rarity("bomb") < rarity("convoy") < rarity("rare") < 1.0
    assert rarity("rashidin") == 1.0


def test_wordings_share_their_telling_words() -> None:
    rarity = rarity_in(VOCABULARY)
    one, other = (
        wording_of(text, rarity, 10) for text in ("The bomb at Rashidin", "Rashidin: the police and the bomb")
    )
    assert shared_words(one, other)[0] == "rashidin"
    assert 0.5 < shared(one, other) < 1.0
    assert shared(one, one) == pytest.approx(1.0, abs=0.01)
    assert wording_of("", rarity, 10) == {}


def test_a_copy_with_another_head_and_its_end_cut_off_is_a_copy() -> None:
    cut = f"BEIRUT (Agency) - {TEXT[:170]}"
    other = "Buses were struck by an explosion as families waited to leave; the monitor counted forty dead, some armed."
    prints = [print_of(name, text) for name, text in (("b", TEXT), ("a", cut), ("c", other), ("d", ""))]
    assert copies_of(prints) == {"a": "a", "b": "a", "c": "c", "d": "d"}
    assert copies_of(reversed(prints)) == copies_of(prints)


def test_a_print_tells_how_much_is_shared_not_only_whether() -> None:
    words = [f"word{n}" for n in range(600)]
    whole, half = print_of("a", " ".join(words)), print_of("b", " ".join([*words[:400], *reversed(words[400:])]))
    assert resemblance(whole, whole) == 1.0
    assert 0.3 < resemblance(whole, half) < 0.7  # two thirds of the runs of each are the other's: half of all
    assert resemblance(whole, print_of("c", " ".join(reversed(words)))) == 0.0


def test_names_are_one_by_two_words_in_one_order() -> None:
    assert one_name(("roberto", "garcia"), ("roberto", "garcia", "alvarado"))
    assert not one_name(("roberto", "garcia"), ("garcia", "roberto"))
    assert not one_name(("roberto", "garcia"), ("roberto", "merino"))
