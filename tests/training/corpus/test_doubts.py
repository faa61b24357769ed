"""Doubts: words marked nearly everywhere but here, kinds that go against the rest."""

from training.corpus.doubts import doubts
from training.corpus.passage import Passage, Span, Trigger


def told(name: str, kind: str | None = "shelling", *, placed: bool = True) -> Passage:
    return Passage(
        name, "Guns shelled Homs", name, "wire",
        triggers=(Trigger("e1", 5, 12, kind),) if kind else (),
        spans=(Span("s1", 13, 17, "place"),) if placed else (),
    )  # fmt: skip


MANY = [told(f"p{n}") for n in range(12)]


def test_agreement_raises_no_doubt() -> None:
    assert doubts(MANY) == []


def test_a_forgotten_trigger_is_doubted() -> None:
    (doubt,) = doubts([*MANY, told("q", None)])
    assert (doubt.passage, doubt.words) == ("q", "shelled")
    assert doubt.what.startswith("no trigger here")


def test_a_forgotten_place_is_doubted() -> None:
    (doubt,) = doubts([*MANY, told("q", placed=False)])
    assert (doubt.passage, doubt.words, doubt.what) == ("q", "Homs", "no place here, elsewhere one:")


def test_another_kind_is_doubted() -> None:
    (doubt,) = doubts([*MANY, told("q", "airstrike")])
    assert (doubt.passage, doubt.what) == ("q", "kind airstrike of")
    assert "shelling (12 of 13)" in doubt.reason


def test_few_cases_say_nothing() -> None:
    assert doubts([*MANY[:4], told("q", None)]) == []
