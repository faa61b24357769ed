import pytest

from dateline.codebook import Codebook, load_codebook
from dateline.coding.codes import codes_for, weapon_class
from dateline.model import Actor, Codes, Loss, Span, Status


@pytest.fixture(scope="module")
def book() -> Codebook:
    return load_codebook()


def who(text: str, sector: str | None = None) -> Actor:
    return Actor(start=0, end=len(text), text=text, sector=sector)


ARMY, REBELS, PEOPLE, BASE = who("army", "MIL"), who("rebels", "REB"), who("villagers", "CVL"), who("base")
MARCHERS = who("protesters", "CVL")


def codes(
    book: Codebook, kind: str, actors: list[Actor], targets: list[Actor], status: Status = "happened", weapon: str = ""
) -> Codes:
    weapons = [Span(start=0, end=len(weapon), text=weapon)] if weapon else []
    return codes_for(book, kind, actors, targets, status, (), weapons)[0]


def test_territory_goes_by_who_takes_it(book: Codebook) -> None:
    assert codes(book, "territory-taken", [ARMY], []).acled == "Government regains territory"
    assert codes(book, "territory-taken", [REBELS], []).acled == "Non-state actor overtakes territory"


def test_who_was_attacked_tells_a_clash_from_violence_against_civilians(book: Codebook) -> None:
    civilians, soldiers = codes(book, "attack", [REBELS], [PEOPLE]), codes(book, "attack", [REBELS], [ARMY])
    assert (civilians.acled, civilians.muc4) == ("Attack", "ATTACK")
    assert (soldiers.acled, soldiers.muc4) == ("Armed clash", None)
    assert codes(book, "attack", [REBELS], [BASE]).acled == "Armed clash"


@pytest.mark.parametrize(
    ("weapon", "wanted"),
    [
        ("suicide vest", "Suicide bomb"),
        ("mortar shells", "Shelling/artillery/missile attack"),
        ("a drone", "Air/drone strike"),
        ("chlorine gas", "Chemical weapon"),
        ("roadside bomb", "Remote explosive/landmine/IED"),
        ("rifles", "Attack"),
    ],
)
def test_a_weapon_says_what_an_attack_was(book: Codebook, weapon: str, wanted: str) -> None:
    assert codes(book, "attack", [REBELS], [PEOPLE], weapon=weapon).acled == wanted


def test_status_moves_an_act_to_its_word(book: Codebook) -> None:
    planned = codes(book, "airstrike", [ARMY], [REBELS], "planned")
    assert (planned.plover, planned.acled) == ("THREATEN", None)
    assert codes(book, "withdrawal", [ARMY], [], "planned").plover == "CONCEDE"
    assert codes(book, "cooperation", [ARMY], [], "planned").plover == "AGREE"
    assert codes(book, "airstrike", [ARMY], [PEOPLE], "negated").muc4 is None


def test_deaths_among_protesters_are_excessive_force(book: Codebook) -> None:
    dead = Loss(start=0, end=1, text="3", loss="killed", low=3, best=3, high=3)
    found, reason = codes_for(book, "protest", [MARCHERS], [], "happened", [dead])
    assert found.acled == "Excessive force against protesters"
    assert "acled by rule protest.1" in reason.note


def test_an_unknown_kind_has_no_codes(book: Codebook) -> None:
    found, reason = codes_for(book, "no-such-kind", [ARMY], [PEOPLE], "happened")
    assert found == Codes()
    assert reason.score == 0


def test_weapon_classes(book: Codebook) -> None:
    assert weapon_class(book, "Car Bombs") == "vehicle-bomb"
    assert weapon_class(book, "a pencil") is None


def test_a_group_called_army_is_no_army_of_a_state(book: Codebook) -> None:
    group = who("Arakan Army", "REB")
    assert codes(book, "territory-taken", [group], []).acled == "Non-state actor overtakes territory"


def test_villagers_who_attack_are_a_mob(book: Codebook) -> None:
    assert codes(book, "attack", [PEOPLE], [who("trader", "BUS")]).acled == "Mob violence"


def test_a_bomber_sets_off_a_suicide_bomb(book: Codebook) -> None:
    assert codes(book, "bombing", [who("bomber", "UAF")], []).acled == "Suicide bomb"


def test_what_is_told_within_another_act_is_no_event_for_plover(book: Codebook) -> None:
    def told(how: str) -> Codes:
        return codes_for(book, "airstrike", [ARMY], [REBELS], "happened", told=how)[0]

    for how in ("matter", "part", "occasion"):
        assert (told(how).plover, told(how).plover_mode, told(how).acled) == (None, None, "Air/drone strike")
    assert told("aside").plover == "ASSAULT"
    assert codes_for(book, "withdrawal", [ARMY], [], "planned", told="ultimatum")[0].plover == "THREATEN"


def test_refusing_to_yield_is_a_rejection(book: Codebook) -> None:
    assert codes_for(book, "withdrawal", [ARMY], [], "negated", told="refusal")[0].plover == "REJECT"
    assert codes(book, "withdrawal", [ARMY], [], "negated").plover is None
    assert codes(book, "airstrike", [ARMY], [], "negated").plover is None
    assert codes(book, "airstrike", [ARMY], [], "possible").plover is None


def test_what_it_holds_is_its_mode(book: Codebook) -> None:
    def holding(kind: str, held: str) -> Codes:
        return codes_for(book, kind, [ARMY], [REBELS], "happened", holds=frozenset({held}))[0]

    assert holding("demand", "withdrawal").plover_mode == "yield"
    assert holding("rejection", "meeting").plover_mode == "meet"
    assert holding("threat", "sanctions").plover_mode == "relations"
    assert holding("concession", "siege").plover == "RETREAT"
