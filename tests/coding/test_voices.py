"""Where a speaker stands, and whose denials stand against an event, on the whole chain."""

import pytest

from dateline.coding.voices import position_of
from dateline.model import Actor, Record, Report
from dateline.pipeline import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("sector", "sort", "position"),
    [
        ("MIL", "group", "belligerent"),
        ("REB", "group", "belligerent"),
        ("GOV", "person", "official"),
        ("COP", "group", "official"),
        ("JRN", "organisation", "media"),
        ("NGO", "organisation", "monitor"),
        (None, "state", "official"),
        ("REL", "person", None),
        (None, "person", None),
    ],
)
def test_position_from_the_resolved_actor(sector: str | None, sort: str, position: str | None) -> None:
    actor = Actor(start=0, end=1, text="x", sector=sector, sort=sort)
    assert position_of(actor) == position


def denials(record: Record, trigger: str) -> list[tuple[str, str]]:
    """Source and matter of the denials of the incident that this trigger's event belongs to."""
    event = next(e for e in record.events if e.trigger.text == trigger)
    incident = next(i for i in record.incidents if event.id in i.events)
    assert event.status == "happened"
    return [(c.source.text if c.source else "", c.about) for c in incident.claims if c.stance == "denies"]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A bomb killed nine people in Kabul on Monday. The Taliban denied involvement in the attack.",
            "bomb",
            [("The Taliban", "authorship")],
        ),
        (
            "Gunmen killed five farmers in Borno on Sunday. Residents accused soldiers of the killings. "
            "The army rejected the accusation.",
            "killed",
            [("The army", "authorship")],
        ),
        (
            "Shells hit a market in Donetsk, killing six civilians. Separatists blamed Ukrainian forces for the "
            "attack. Kyiv dismissed the claim as propaganda.",
            "hit",
            [("Kyiv", "authorship")],
        ),
        (
            "Soldiers shot three miners in Marikana. The ministry called the allegations baseless.",
            "shot",
            [("The ministry", "authorship")],
        ),
        (
            "A hospital was bombed in Aleppo on Friday. Russia said its planes had not bombed the hospital.",
            "bombed",
            [("Russia", "authorship")],
        ),
        (
            "Rebels attacked Goma on Monday. Kigali rejected the ceasefire. The army dismissed the general.",
            "attacked",
            [],
        ),
    ],
)
def test_a_denial_belongs_to_the_occurrence_it_points_back_to(
    coder: Coder, text: str, trigger: str, expected: list[tuple[str, str]]
) -> None:
    assert denials(coder.code(Report(id="r", text=text)), trigger) == expected


def test_the_denial_stands_on_the_event_too(coder: Coder) -> None:
    text = "A bomb killed nine people in Kabul on Monday. The Taliban denied involvement in the attack."
    bomb = coder.code(Report(id="r", text=text)).events[0]
    assert [(d.about, d.position) for d in bomb.denials] == [("authorship", "belligerent")]


def test_who_asks_tells_nothing(coder: Coder) -> None:
    text = "LIMA, 3 JAN 90 -- [REPORTER] WHO ATTACKED THE BARRACKS?\n\n[ROJAS] REBELS ATTACKED THE BARRACKS IN LIMA."
    sources = [e.claim.source.text if e.claim.source else None for e in coder.code(Report(id="r", text=text)).events]
    assert sources == [None, "ROJAS"]
