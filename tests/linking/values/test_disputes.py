"""Disputes: what originals cannot all be right about, and what is no disagreement."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.linking.values.voices import Outlet

from dateline.codebook import Codebook
from dateline.linking.values.joining import join_tellings
from dateline.model import Dispute, Evidence, JoinedIncident, Span

DAY = date(2016, 5, 3)


def joined(codebook: Codebook, *outlets: Outlet) -> JoinedIncident:
    return join_tellings([outlet.telling() for outlet in outlets], codebook, identifier="j")


def disputes(codebook: Codebook, *outlets: Outlet) -> list[Dispute]:
    return list(joined(codebook, *outlets).disputed)


def quoting(outlet: Outlet, words: str, identifier: str, **more: Any) -> dict[str, Any]:
    """The claim of a body that is quoted."""
    source = outlet.actor(words, identifier, more.pop("sort", "organisation"), **more)
    return {"claim": outlet.claim(source, position=more.get("position"))}


def toll(name: str, body: str, words: str, low: int | None, high: int | None = -1, **more: Any) -> Outlet:
    outlet = Outlet(name, f"A raid killed {words}, {body} said.", name, DAY + timedelta(days=more.pop("day", 0)))
    row = outlet.loss(words, low, more.pop("group", "unknown"), high=low if high == -1 else high, **more)
    claim = quoting(outlet, body, f"id:{body}") if body != "it" else {}
    return outlet.tell("airstrike", "raid", losses=(row,), **claim)


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        (toll("r1", "Aid", "12 people", 12), toll("r2", "Watch", "20 people", 20), True),
        (toll("r1", "Aid", "12 people", 12), toll("r2", "Watch", "12 dead", 12), False),
        (toll("r1", "Aid", "12 people", 12), toll("r2", "Aid", "20 people", 20), False),  # one revises itself
        (toll("r1", "Aid", "12 people", 12), toll("r2", "Watch", "20 people", 20, day=2), False),  # it grew
        (toll("r1", "Aid", "12 people", 12), toll("r2", "Watch", "20 people", 20, day=30), True),
        (toll("r1", "Aid", "20 people", 20), toll("r2", "Watch", "12 people", 12, day=2), True),
        (toll("r1", "Aid", "dozens", 24, 99), toll("r2", "Watch", "34 people", 34), False),
        (toll("r1", "Aid", "at least 14", 14, None), toll("r2", "Watch", "20 people", 20), False),
        (toll("r1", "Aid", "at least 14", 14, None), toll("r2", "Watch", "9 people", 9), True),
        (toll("r1", "Aid", "8 nurses", 8, group="civilians"), toll("r2", "Watch", "20 people", 20), False),
        (toll("r1", "Aid", "30 nurses", 30, group="civilians"), toll("r2", "Watch", "20 people", 20), True),
        (
            toll("r1", "Aid", "8 nurses", 8, group="civilians"),
            toll("r2", "Watch", "2 men", 2, group="fighters: x"),
            False,
        ),
        (toll("r1", "it", "12 people", 12), toll("r2", "Watch", "20 people", 20), False),  # an earlier count
        (toll("r1", "it", "25 people", 25), toll("r2", "Watch", "20 people", 20), True),
        (toll("r1", "Aid", "20 others", 20), toll("r2", "Watch", "34 people", 34), False),
        (toll("r1", "Aid", "90000 people", 90000), toll("r2", "Watch", "34 people", 34), False),  # the war's
        (toll("r1", "Aid", "400 people", 400, scope="cumulative"), toll("r2", "Watch", "34 people", 34), False),
        (toll("r1", "Aid", "nobody", 0), toll("r2", "Watch", "34 people", 34), True),
    ],
    ids=lambda given: given if isinstance(given, bool) else given.text,
)
def test_tolls(codebook: Codebook, one: Outlet, other: Outlet, disagree: bool) -> None:
    assert [d.matter for d in disputes(codebook, one, other)] == (["toll"] if disagree else [])


def test_tolls_of_days_that_lie_apart_are_two_acts(codebook: Codebook) -> None:
    def on(name: str, body: str, number: int, day: date) -> Outlet:
        outlet = Outlet(name, f"That day a raid killed {number} people, {body} said.", name)
        losses = (outlet.loss(f"{number} people", number),)
        return outlet.tell(
            "airstrike", "raid", time=outlet.time("That day", day), losses=losses, **quoting(outlet, body, f"id:{body}")
        )

    apart = disputes(codebook, on("r1", "Aid", 126, DAY), on("r2", "Watch", 6, DAY + timedelta(4)))
    assert "toll" not in [dispute.matter for dispute in apart]
    assert "toll" in [d.matter for d in disputes(codebook, on("r1", "Aid", 126, DAY), on("r2", "Watch", 6, DAY))]


def test_both_sides_name_their_statements(codebook: Codebook) -> None:
    incident = joined(codebook, toll("r1", "Aid", "12 people", 12), toll("r2", "Watch", "20 people", 20))
    (dispute,) = incident.disputed
    assert [(side.value, [incident.statements[n].original for n in side.statements]) for side in dispute.sides] == [
        ("killed 12", ["Aid"]),
        ("killed 20", ["Watch"]),
    ]
    assert dispute.note == "killed 12 (Aid) against killed 20 (Watch)"


def test_numbers_that_one_voice_adds_up_are_one_side(codebook: Codebook) -> None:
    outlet = Outlet("r1", "A raid killed nine pupils and 14 others, Aid said.", "r1")
    rows = (outlet.loss("nine pupils", 9, "civilians"), outlet.loss("14 others", 14, "civilians"))
    outlet.tell("airstrike", "raid", losses=rows, **quoting(outlet, "Aid", "aid"))
    other = toll("r2", "Watch", "30 people", 30, group="civilians")
    assert not disputes(codebook, outlet, toll("r2", "Watch", "23 people", 23, group="civilians"))
    incident = joined(codebook, outlet, other)
    assert [[incident.statements[n].value for n in side.statements] for side in incident.disputed[0].sides] == [
        ["killed 9 civilians", "killed 14 civilians"],
        ["killed 30 civilians"],
    ]


def blamed(name: str, words: str, identifier: str | None, **more: Any) -> Outlet:
    outlet = Outlet(name, f"A raid by {words} hit a market.", name)
    doer = outlet.actor(words, identifier, more.pop("sort", "state"), **{"sector": "MIL", **more})
    return outlet.tell(more.pop("kind", "airstrike"), "raid", actors=(doer,))


@pytest.mark.parametrize(
    ("one", "other", "disagree"),
    [
        (blamed("r1", "the army", "SYR-MIL", country="SYR"), blamed("r2", "Moscow", "RUS-GOV", country="RUS"), True),
        (
            blamed("r1", "the army", "SYR-MIL", country="SYR"),
            blamed("r2", "the regime", "SYR-GOV", country="SYR", sector="GOV"),
            False,
        ),
        (
            blamed("r1", "rebels", None, country="SYR", sort="group", sector="REB"),
            blamed("r2", "Jaysh al-Nur", "nur", country="SYR", sort="group", sector="REB"),
            False,
        ),
        (
            blamed("r1", "rebels", None, country="SYR", sort="group", sector="REB"),
            blamed("r2", "the army", "SYR-MIL", country="SYR"),
            True,
        ),
        (blamed("r1", "the coalition", "us-led-coalition"), blamed("r2", "U.S. jets", "USA-MIL", country="USA"), False),
        (blamed("r1", "the coalition", "us-led-coalition"), blamed("r2", "Moscow", "RUS-GOV", country="RUS"), True),
        (
            blamed("r1", "warplanes", None, sort="vehicle", sector=None),
            blamed("r2", "Moscow", "RUS-GOV", country="RUS"),
            False,
        ),
        (
            blamed("r1", "government forces", "RUS-MIL", country="RUS", evidence=Evidence(rule="actors.description")),
            blamed("r2", "the army", "SYR-MIL", country="SYR"),
            False,
        ),
    ],
    ids=lambda given: given if isinstance(given, bool) else given.text,
)
def test_who_did_it(codebook: Codebook, one: Outlet, other: Outlet, disagree: bool) -> None:
    assert [d.matter for d in disputes(codebook, one, other)] == (["actor"] if disagree else [])


def test_two_sides_of_a_battle_are_no_disagreement(codebook: Codebook) -> None:
    one, other = Outlet("r1", "The army fought a battle.", "r1"), Outlet("r2", "The rebels fought a battle.", "r2")
    one.tell("armed-clash", "battle", actors=(one.actor("The army", "SYR-MIL", "state", sector="MIL", country="SYR"),))
    other.tell("armed-clash", "battle", actors=(other.actor("The rebels", "rebels", sector="REB", country="SYR"),))
    assert not disputes(codebook, one, other)


def test_two_acts_of_one_day_are_no_disagreement_on_who_did_it(codebook: Codebook) -> None:
    one = blamed("r1", "the army", "SYR-MIL", country="SYR")
    other = Outlet("r2", "Shelling by rebels hit the same town.", "r2")
    other.tell("shelling", "Shelling", actors=(other.actor("rebels", None, "group", country="SYR", sector="REB"),))
    assert not disputes(codebook, one, other)


def test_a_denial_stands_against_those_who_assert(codebook: Codebook) -> None:
    outlet = Outlet("r1", "Russian jets carried out the raid, the Observers said; Russia denied it.", "One")
    jets = outlet.actor("Russian jets", "RUS-MIL", "state", sector="MIL", country="RUS")
    start = outlet.text.index("Russia denied")
    denier = jets.model_copy(
        update={"start": start, "end": start + 6, "text": "Russia", "id": "RUS-GOV", "sector": "GOV"}
    )
    observers = outlet.actor("the Observers", "observers", "organisation")
    denial = outlet.claim(denier, stance="denies", about="authorship")
    outlet.tell("airstrike", "raid", actors=(jets,), claim=outlet.claim(observers), denials=(denial,))
    incident = joined(codebook, outlet)
    (dispute,) = incident.disputed
    assert dispute.matter == "actor"
    assert [side.value for side in dispute.sides] == ["RUS-MIL", "not RUS-MIL"]
    assert dispute.note == "denied by state of RUS"
    stances = [{incident.statements[n].claim.stance for n in side.statements} for side in dispute.sides]
    assert stances == [{"asserts"}, {"denies"}]


def test_a_gas_attack_denied_keeps_its_dead(codebook: Codebook) -> None:
    outlet = Outlet("r1", "A gas attack killed 40 people, the Observers said. The ministry denied any gas.", "One")
    ministry = outlet.actor("The ministry", "ministry", "organisation")
    outlet.tell(
        "chemical-attack",
        "attack",
        weapons=(Span(**outlet.at("gas")),),
        losses=(outlet.loss("40 people", 40),),
        claim=outlet.claim(outlet.actor("the Observers", "observers", "organisation")),
        denials=(outlet.claim(ministry, stance="denies", about="weapon"),),
    )
    incident = joined(codebook, outlet)
    assert [(d.matter, d.note) for d in incident.disputed] == [("weapon", "denied by The ministry")]
    assert [row.best for row in incident.losses] == [40]


def placed(name: str, words: str, day: date, **more: Any) -> Outlet:
    outlet = Outlet(name, f"That day a raid hit {words}.", name)
    return outlet.tell("airstrike", "raid", places=(outlet.place(words, **more),), time=outlet.time("That day", day))


def test_days_and_places(codebook: Codebook) -> None:
    here = placed("r1", "Aleppo", DAY)
    assert not disputes(codebook, here, placed("r2", "Aleppo", DAY + timedelta(1)))
    assert [d.matter for d in disputes(codebook, here, placed("r2", "Aleppo", DAY + timedelta(3)))] == ["time"]
    province = placed("r2", "the province", DAY, geonameid=9, precision="admin1", uncertainty_km=90)
    assert not disputes(codebook, here, province)
    elsewhere = placed("r2", "Raqqa", DAY, geonameid=11, lat=35.9, lon=39.0)
    assert [d.matter for d in disputes(codebook, here, elsewhere)] == ["place"]


def armed(name: str, words: str) -> Outlet:
    outlet = Outlet(name, f"An attack with {words} killed a man.", name)
    return outlet.tell("attack", "attack", weapons=(Span(**outlet.at(words)),))


def test_weapons(codebook: Codebook) -> None:
    assert not disputes(codebook, armed("r1", "rifles"), armed("r2", "gunfire"))
    assert not disputes(codebook, armed("r1", "explosives"), armed("r2", "a suicide bomb"))
    assert [d.matter for d in disputes(codebook, armed("r1", "a pistol"), armed("r2", "a suicide vest"))] == ["weapon"]


def test_civilians_or_fighters(codebook: Codebook) -> None:
    one = toll("r1", "Aid", "12 people", 12, group="civilians")
    other = toll("r2", "Army", "12 militants", 12, group="fighters: x")
    assert [d.matter for d in disputes(codebook, one, other)] == ["victims"]


def test_nothing_is_disputed_within_one_voice(codebook: Codebook) -> None:
    outlet = Outlet("r1", "A raid killed 12 people. Another count had 15 dead.", "One")
    outlet.tell("airstrike", "raid", losses=(outlet.loss("12 people", 12),))
    outlet.tell("airstrike", "count", losses=(outlet.loss("15 dead", 15),))
    assert not disputes(codebook, outlet)
