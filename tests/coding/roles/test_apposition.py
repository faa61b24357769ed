import pytest
from tests.coding.roles.test_assign import told


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Ana Ruiz, a judge of the high court in Lima, was killed by gunmen.", ["Ana Ruiz"]),
        ("Ana Ruiz, the Unity (UP) candidate, was killed by gunmen.", ["Ana Ruiz"]),
        ("Gunmen killed a judge, Ana Ruiz, in the capital.", ["judge", "Ana Ruiz"]),
        ("Gunmen killed two reporters, Ana Ruiz and Luis Paz, late on Monday.", ["reporters", "Ana Ruiz", "Luis Paz"]),
    ],
)
def test_names_beside_descriptions(text: str, targets: list[str]) -> None:
    assert told(text, "killed")["target"] == targets


@pytest.mark.parametrize(
    "text",
    [
        "After talks with Ana Ruiz, rebels killed the mayor.",
        "In the capital, rebels killed the mayor.",
        "According to Ana Ruiz, rebels killed the mayor.",
    ],
)
def test_what_opens_a_sentence_is_no_name_of_the_subject(text: str) -> None:
    assert told(text, "killed")["actor"] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Three died in the attack, for which the rebels were held responsible.", "attack", ["rebels"]),
        ("Officials attribute the attacks to the traffickers.", "attacks", ["traffickers"]),
        ("Ministers blamed the murder of two missionaries on the traffickers.", "murder", ["traffickers"]),
        ("Eight soldiers were arrested in connection with the murder of the priests.", "murder", ["soldiers"]),
        ("The rebels claimed credit for the bombing of the bank.", "bombing", ["rebels"]),
        ("Fighters who continuously attack the power lines destroyed a bridge.", "destroyed", ["Fighters"]),
        ('The attack was carried out by the Maoist "Iron Way" group.', "attack", ['Maoist "Iron Way" group']),
    ],
)
def test_to_whom_a_deed_is_laid(text: str, trigger: str, doers: list[str]) -> None:
    assert told(text, trigger)["actor"] == doers


def test_whose_house_is_attacked() -> None:
    assert told("Gunmen attacked the residence of Ana Ruiz on Monday.", "attacked")["target"] == [
        "residence",
        "Ana Ruiz",
    ]
