"""Grades in the manner of Airwars, proposed by a rule."""

from typing import Any

from tests.linking.values.voices import Outlet

from dateline.codebook import Codebook
from dateline.linking.values.joining import join_tellings
from dateline.model import Evidence


def grade(codebook: Codebook, *outlets: Outlet) -> tuple[str, Evidence]:
    joined = join_tellings([outlet.telling() for outlet in outlets], codebook, identifier="j")
    assert joined.proposal is not None
    return joined.proposal.grade, joined.proposal.evidence


def raid(name: str, words: str = "jets", source: str = "", **more: Any) -> Outlet:
    outlet = Outlet(name, f"A raid by {words} hit a market, {source or 'it'} said.", name)
    doer = outlet.actor(words, more.get("identifier"), "state", sector="MIL", country=more.get("country"))
    told = {}
    if source:
        speaker = outlet.actor(source, more.get("identifier"), "state", sector="MIL", country=more.get("country"))
        told = {"claim": outlet.claim(speaker, position="belligerent")}
    return outlet.tell("airstrike", "raid", actors=(doer,), status=more.get("status", "happened"), **told)


def test_one_original_is_weak_and_two_are_fair(codebook: Codebook) -> None:
    assert grade(codebook, raid("r1"))[0] == "weak"
    found, evidence = grade(codebook, raid("r1"), raid("r2"))
    assert found == "fair"
    assert evidence.rule == "grade.fair"
    assert evidence.note == "2 originals tell it: r1, r2"


def test_who_owns_up_confirms(codebook: Codebook) -> None:
    own = raid("r1", "Ruritanian jets", "the Ruritanian army", identifier="RUR-MIL", country="RUR")
    assert grade(codebook, own, raid("r2"))[0] == "confirmed"


def test_two_blamed_contest(codebook: Codebook) -> None:
    one = raid("r1", "Ruritanian jets", identifier="RUR-MIL", country="RUR")
    other = raid("r2", "Graustark jets", identifier="GRA-MIL", country="GRA")
    assert grade(codebook, one, other)[0] == "contested"


def test_a_denial_alone_contests_nothing(codebook: Codebook) -> None:
    outlet = raid("r1", "Ruritanian jets", identifier="RUR-MIL", country="RUR")
    event = outlet.events[0]
    denial = outlet.claim(event.actors[0], stance="denies", about="authorship")
    outlet.events[0] = event.model_copy(update={"denials": (denial,)})
    found, evidence = grade(codebook, outlet, raid("r2"))
    assert found == "fair"
    assert "denied in part or whole by" in evidence.note


def test_what_is_only_planned_has_no_grade(codebook: Codebook) -> None:
    planned = join_tellings([raid("r1", status="planned").telling()], codebook, identifier="j")
    assert planned.proposal is None


def test_what_nobody_tells_as_done_is_discounted(codebook: Codebook) -> None:
    assert grade(codebook, raid("r1", status="negated"))[0] == "discounted"
