from datetime import date

from tests.linking.tellings import actor, event, place

from dateline.codebook import Codebook
from dateline.linking.control import work_out_control
from dateline.linking.within.incidents import merge_events
from dateline.model import Control, Event, Report, Span

QAIM = place("Qaim", 34.37, 41.09, geonameid=1, country="IQ", precision="town", uncertainty_km=5)
RAWA = place("Rawa", 34.48, 41.91, geonameid=4, country="IQ", precision="town", uncertainty_km=5)
GROUP = actor("Islamic State", "is", sector="REB")
STATE = actor("Iraqi forces", "IRQ-MIL", country="IRQ", sector="MIL")
REPORT = Report(id="r", text="x" * 500)


def holding(where: str = "Qaim", since: date | None = date(2014, 1, 1)) -> Control:
    site = QAIM if where == "Qaim" else RAWA
    return Control(
        place=site, holder=GROUP, first=since, as_of=date(2017, 11, 3), span=Span(start=0, end=4, text="held")
    )


def worked(codebook: Codebook, holdings: tuple[Control, ...], *events: Event) -> tuple[Control, ...]:
    return work_out_control(holdings, events, merge_events(REPORT, events, codebook), codebook)


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
    entry = event("e1", "invasion", day=date(2017, 11, 3), actors=(STATE,), places=(QAIM,))
    found = worked(codebook, (holding(),), entry)
    assert {(c.holder.id, c.level, c.last) for c in found} == {("is", "held", None), ("IRQ-MIL", "entered", None)}


def test_a_planned_taking_changes_nothing(codebook: Codebook) -> None:
    gains = next(k.id for k in codebook.kinds.values() if k.control == "gains")
    planned = event("e1", gains, status="planned", day=date(2017, 11, 9), actors=(STATE,), places=(QAIM,))
    assert [c.holder.id for c in worked(codebook, (holding(),), planned)] == ["is"]


def test_statements_of_one_holder_are_one_interval(codebook: Codebook) -> None:
    assert len(worked(codebook, (holding(), holding(since=None)))) == 1
