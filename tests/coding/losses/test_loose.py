"""Counts of losses that no event holds stay in the record, with what their own sentence says."""

from datetime import date

from dateline.codebook import load_codebook
from dateline.codebook.cues import load_cues
from dateline.codebook.losses import load_losses
from dateline.coding.attribution.sayings import find_sayings
from dateline.coding.losses.count import count_losses, read_losses
from dateline.coding.losses.loose import find_loose_figures
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.reading import read_document
from dateline.coding.times.resolve import resolve_times
from dateline.model import LooseFigure, Loss, Place, Report

BOOK, CODEBOOK, CUES = load_losses(), load_codebook(), load_cues()


def read(text: str, *frames: Frame, named: str = "") -> tuple[tuple[LooseFigure, ...], tuple[tuple[Loss, ...], ...]]:
    """The loose figures of a text and the losses of its frames; `named` is a country that it names."""
    document = read_document(Report(id="r", text=text, published=date(2019, 5, 1)))
    rows = read_losses(document, BOOK, ())
    at = text.find(named) if named else 0
    places = (Place(start=at, end=at + len(named), text=named, precision="country"),) if named else ()
    times, sayings = resolve_times(document), find_sayings(document, CUES)
    loose = find_loose_figures(document, rows, frames, (), places, times, sayings, CODEBOOK)
    return loose, count_losses(rows, frames, CODEBOOK)


def test_what_a_war_has_cost_is_a_figure_with_its_place_time_and_voice() -> None:
    text = "According to the ministry, at least 41,000 people have been killed in Faran since 2011."
    ((figure,), _) = read(text, named="Faran")
    assert (figure.loss, figure.scope, figure.low, figure.best, figure.high) == (
        "killed",
        "cumulative",
        41000,
        41000,
        None,
    )
    assert text[figure.start : figure.end] == figure.text == "at least 41,000 people"
    assert figure.place is not None
    assert figure.place.text == "Faran"
    assert figure.time is not None
    assert figure.time.first == date(2011, 1, 1)
    assert figure.claim.source is not None
    assert (figure.claim.source.text, figure.claim.about) == ("the ministry", "toll")


def test_it_is_no_toll_of_the_attack_told_before() -> None:
    text = "A bomb hit a bus, killing four people. Since 2011 the conflict has cost the lives of 20,000 people."
    frame = Frame(0, Tag("trigger", 2, 6, "bombing"), (0, 38))
    loose, (bombing,) = read(text, frame)
    assert [row.best for row in bombing] == [4]
    assert [(figure.best, figure.scope) for figure in loose] == [(20000, "cumulative")]


def test_a_protest_has_not_cost_what_the_war_has() -> None:
    text = "The war, which began with a protest, has killed 20,000 people since 2011."
    at = text.index("protest")
    loose, (protest,) = read(text, Frame(0, Tag("trigger", at, at + 7, "protest"), (0, len(text))))
    assert protest == ()
    assert [figure.best for figure in loose] == [20000]


def test_what_may_come_and_one_man_of_the_past_are_no_figures() -> None:
    assert read("Hunger could leave 20,000 people dead.")[0] == ()
    assert read("His father died in a village there.")[0] == ()


def test_figures_that_an_event_holds_are_not_told_twice() -> None:
    text = "Shells killed nine people."
    loose, (killing,) = read(text, Frame(0, Tag("trigger", 7, 13, "killing"), (0, len(text))))
    assert loose == ()
    assert [row.best for row in killing] == [9]
