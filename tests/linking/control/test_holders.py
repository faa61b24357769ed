"""Holders: who is one, and whom a description means on its ground."""

import pytest
from tests.linking.tellings import actor

from dateline.linking.control.holders import UNNAMED, can_hold, holder_key, holder_on, may_be_one
from dateline.model import Actor, Evidence


def described(words: str, identifier: str | None, country: str | None, sector: str) -> Actor:
    evidence = Evidence(rule="actors.description", score=0.6)
    return actor(words, identifier, country=country, sector=sector, evidence=evidence, name="some name")


@pytest.mark.parametrize(
    ("holder", "key"),
    [
        (actor("army", "IRQ-MIL", country="IRQ", sector="MIL", sort="state"), "state IRQ"),
        (actor("the League", "league", country="IRQ", sector="REB"), "league"),
        (actor("rebels", country="IRQ", sector="REB"), UNNAMED),
        (actor("opposition", country="IRQ", sector="OPP", sort="organisation"), UNNAMED),
        (actor("Sangan rebels", "sanga-insurgents", name="Sangan insurgents", sector="REB"), UNNAMED),
        (actor("the Riders"), "the riders"),
    ],
)
def test_keys(holder: Actor, key: str) -> None:
    assert holder_key(holder) == key


@pytest.mark.parametrize(
    ("holder", "definite", "key"),
    [
        (described("government", "RUS-GOV", "RUS", "GOV"), True, "state IRQ"),
        (described("pro-regime fighters", "league", "LBN", "REB"), True, "state IRQ"),
        (described("rebels", "guests", "LBN", "REB"), True, UNNAMED),
        (described("rebels", "league", "IRQ", "REB"), True, "league"),
        (described("rebels", "league", "IRQ", "REB"), False, UNNAMED),
        (actor("Russian army", "RUS-MIL", country="RUS", sector="MIL", sort="state"), True, "state RUS"),
    ],
)
def test_a_description_means_who_is_of_the_ground(holder: Actor, definite: bool, key: str) -> None:
    assert holder_key(holder_on("IRQ", holder, definite=definite)) == key


def test_rebels_may_be_any_group_and_no_state() -> None:
    assert may_be_one(UNNAMED, "league")
    assert may_be_one("people:riverine:MIL", "league")
    assert not may_be_one(UNNAMED, "state IRQ")
    assert not may_be_one("league", "riders")


def test_outlets_courts_and_crowds_hold_no_ground() -> None:
    assert not can_hold(actor("the Herald", "herald", sort="organisation", sector="JRN"))
    assert not can_hold(actor("villagers", sort="civilians"))
    assert can_hold(actor("the League", "league", sector="REB"))
