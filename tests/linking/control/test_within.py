from datetime import date

import pytest
from tests.linking.tellings import actor, event, place

from dateline.codebook import Codebook
from dateline.codebook.registry import Country, Registry
from dateline.linking.control.within import work_out_control
from dateline.linking.within.incidents import merge_events
from dateline.model import Actor, Codes, Control, Event, Place, Report, Span

QAIM = place("Qaim", 34.37, 41.09, geonameid=1, country="IQ", precision="town", uncertainty_km=5)
RAWA = place("Rawa", 34.48, 41.91, geonameid=4, country="IQ", precision="town", uncertainty_km=5)
GROUP = actor("Islamic State", "is", sector="REB")
STATE = actor("Iraqi forces", "IRQ-MIL", country="IRQ", sector="MIL")
REGISTRY = Registry((), countries={"IRQ": Country("IRQ", "IQ", "Iraq")})
REPORT = Report(id="r", text="x" * 500)


def holding(where: str = "Qaim", since: date | None = date(2014, 1, 1)) -> Control:
    site = QAIM if where == "Qaim" else RAWA
    return Control(
        place=site, holder=GROUP, first=since, as_of=date(2017, 11, 3), span=Span(start=0, end=4, text="held")
    )


def worked(codebook: Codebook, holdings: tuple[Control, ...], *events: Event) -> tuple[Control, ...]:
    incidents = merge_events(REPORT, events, codebook)
    return work_out_control(REPORT, holdings, events, incidents, codebook, REGISTRY)


def test_a_taking_ends_what_was_held_before(codebook: Codebook) -> None:
    gains = next(k.id for k in codebook.kinds.values() if k.control == "gains")
    taking = event("e1", gains, day=date(2017, 11, 3), actors=(STATE,), places=(QAIM,))
    group, state = sorted(worked(codebook, (holding(),), taking), key=lambda c: c.holder.id == "IRQ-MIL")
    assert (group.first, group.last) == (date(2014, 1, 1), date(2017, 11, 3))
    assert (state.first, state.last) == (date(2017, 11, 3), None)


def test_another_place_stays_held(codebook: Codebook) -> None:
    gains = next(k.id for k in codebook.kinds.values() if k.control == "gains")
    taking = event("e1", gains, day=date(2017, 11, 3), actors=(STATE,), places=(QAIM,))
    rawa = [c for c in worked(codebook, (holding("Rawa"),), taking) if c.place.text == "Rawa"]
    assert [c.last for c in rawa] == [None]


def test_entering_is_not_taking(codebook: Codebook) -> None:
    entry = event("e1", "invasion", trigger="entered", day=date(2017, 11, 3), actors=(STATE,), places=(QAIM,))
    found = worked(codebook, (holding(),), entry)
    assert {(c.holder.id, c.level, c.last) for c in found} == {("is", "held", None), ("IRQ-MIL", "entered", None)}


def test_a_planned_taking_changes_nothing(codebook: Codebook) -> None:
    gains = next(k.id for k in codebook.kinds.values() if k.control == "gains")
    planned = event("e1", gains, status="planned", day=date(2017, 11, 9), actors=(STATE,), places=(QAIM,))
    assert [c.holder.id for c in worked(codebook, (holding(),), planned)] == ["is"]


def test_statements_of_one_holder_are_one_interval(codebook: Codebook) -> None:
    assert len(worked(codebook, (holding(), holding(since=None)))) == 1


def told(codebook: Codebook, text: str, taking: Event, *holdings: Control) -> tuple[Control, ...]:
    report = Report(id="r", text=text)
    incidents = merge_events(report, (taking,), codebook)
    return work_out_control(report, holdings, (taking,), incidents, codebook, REGISTRY)


def at(text: str, words: str, **more: object) -> Place:
    start = text.index(words)
    known = {"geonameid": 1, "country": "IQ", "precision": "town", "lat": 34.37, "lon": 41.09}
    return Place.model_validate({"start": start, "end": start + len(words), "text": words, **known, **more})


def taking_in(codebook: Codebook, text: str, trigger: str, *, targets: tuple[Actor, ...] = ()) -> Event:
    kind = next(k.id for k in codebook.kinds.values() if k.control == "gains")
    day, where = date(2017, 11, 3), at(text, "Qaim")
    found = event("e1", kind, day=day, actors=(STATE,), targets=targets, places=(where,))
    start = text.index(trigger)
    return found.model_copy(update={"trigger": Span(start=start, end=start + len(trigger), text=trigger)})


def test_whom_a_place_was_taken_from_held_it_till_then(codebook: Codebook) -> None:
    text = "Iraqi forces took Qaim from Islamic State."
    found = told(codebook, text, taking_in(codebook, text, "took", targets=(GROUP,)))
    day = date(2017, 11, 3)
    assert {(c.holder.id, c.first, c.last) for c in found} == {("is", None, day), ("IRQ-MIL", day, None)}
    assert {c.event for c in found} == {"e1"}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Iraqi forces took Qaim.", None),
        ("Iraqi forces took the town of Qaim.", None),
        ("Iraqi forces took two villages near Qaim.", "two villages near "),
        ("Iraqi forces took the silos in Qaim.", "the silos in "),
    ],
)
def test_taking_a_part_is_not_taking_the_place(codebook: Codebook, text: str, part: str | None) -> None:
    (found,) = told(codebook, text, taking_in(codebook, text, "took"))
    assert (found.part.text if found.part else None) == part


def test_a_part_ends_nobodys_hold_of_the_whole(codebook: Codebook) -> None:
    text = "Iraqi forces took the silos in Qaim."
    found = told(codebook, text, taking_in(codebook, text, "took"), holding())
    assert [c.last for c in found if c.holder.id == "is"] == [None]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Iraqi forces launched an operation to take Qaim.", False),
        ("Iraqi forces pressed on with a push aimed at taking Qaim.", False),
        ("Iraqi forces managed to take Qaim.", True),
    ],
)
def test_an_aim_is_no_taking(codebook: Codebook, text: str, *, held: bool) -> None:
    assert bool(told(codebook, text, taking_in(codebook, text, "tak"))) is held


def test_coming_towards_a_place_is_not_entering_it(codebook: Codebook) -> None:
    text = "Iraqi forces pushed towards Qaim."
    entry = event("e1", "invasion", day=date(2017, 11, 3), actors=(STATE,), places=(at(text, "Qaim"),))
    pushed = entry.model_copy(update={"trigger": Span(start=13, end=19, text="pushed")})
    assert told(codebook, text, pushed) == ()


@pytest.mark.parametrize(
    ("text", "level"), [("Iraqi forces pushed into Qaim.", "entered"), ("forces pushed Qaim", None)]
)
def test_entering_takes_an_into(codebook: Codebook, text: str, level: str | None) -> None:
    entry = event("e1", "invasion", day=date(2017, 11, 3), actors=(STATE,), places=(at(text, "Qaim"),))
    start = text.index("pushed")
    pushed = entry.model_copy(update={"trigger": Span(start=start, end=start + 6, text="pushed")})
    assert [c.level for c in told(codebook, text, pushed)] == ([level] if level else [])


def test_a_town_fought_for_is_contested_by_both(codebook: Codebook) -> None:
    text = "Iraqi forces and Islamic State fought in Qaim."
    clash = event("e1", "armed-clash", day=date(2017, 11, 3), actors=(STATE, GROUP), places=(at(text, "Qaim"),))
    clash = clash.model_copy(update={"codes": Codes(acled="Armed clash")})
    found = told(codebook, text, clash)
    assert {(c.holder.id, c.level, c.last) for c in found} == {
        ("IRQ-MIL", "contested", None),
        ("is", "contested", None),
    }
    alone = clash.model_copy(update={"actors": (STATE,)})
    assert told(codebook, text, alone) == ()
    together = clash.model_copy(update={"kind": "offensive"})
    assert told(codebook, text, together) == ()
