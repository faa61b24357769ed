"""Rules of tolls: latest, ucdp, acled, airwars."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import Codebook, load_codebook
from dateline.linking.values.figures import Figures
from dateline.linking.values.rules import RULES
from dateline.model import Loss

DAY = date(2016, 5, 3)
BOOK = load_codebook()


def row(best: int | None, group: str = "unknown", words: str = "people", **more: object) -> Loss:
    values = {"start": 0, "end": len(words), "text": words, "loss": "killed", "group": group}
    return Loss.model_validate({**values, "low": best, "best": best, "high": best, **more})


def said(original: str, *rows: Loss, day: int = 0, position: str | None = None, certainty: float = 1.0) -> Figures:
    published = DAY + timedelta(days=day)
    return Figures(((0, rows),), original, f"{original} {day}", published, position, certainty)


def merged(rule: str, *figures: Figures) -> list[tuple[int | None, int | None, int | None, str]]:
    ordered = sorted(figures, key=lambda told: (told.published or DAY, told.report))
    return [(r.low, r.best, r.high, r.group) for r in RULES[rule].merge(ordered, BOOK)]


DOZENS = row(36, words="dozens of people", low=24, high=99)


@pytest.mark.parametrize(
    ("rule", "figures", "expected"),
    [
        # one voice alone is the toll under every rule
        ("latest", [said("a", row(12))], [(12, 12, 12, "unknown")]),
        ("ucdp", [said("a", row(12))], [(12, 12, 12, "unknown")]),
        ("acled", [said("a", row(12))], [(12, 12, 12, "unknown")]),
        ("airwars", [said("a", row(12))], [(12, 12, 12, "unknown")]),
        # two voices of one day
        ("latest", [said("a", row(12)), said("b", row(15))], [(15, 15, 15, "unknown")]),
        ("ucdp", [said("a", row(12)), said("b", row(15))], [(12, 12, 15, "unknown")]),
        ("acled", [said("a", row(12)), said("b", row(15))], [(12, 12, 12, "unknown")]),
        ("airwars", [said("a", row(12)), said("b", row(15))], [(12, 12, 15, "unknown")]),
        # most originals agree
        ("ucdp", [said("a", row(12)), said("b", row(15)), said("c", row(15))], [(12, 15, 15, "unknown")]),
        # a toll that grew is revised, one that fell on a later day too
        ("latest", [said("a", row(12)), said("b", row(20), day=2)], [(20, 20, 20, "unknown")]),
        ("latest", [said("a", row(20)), said("a", row(12), day=2)], [(12, 12, 12, "unknown")]),
        ("ucdp", [said("a", row(12)), said("b", row(20), day=2)], [(20, 20, 20, "unknown")]),
        ("acled", [said("a", row(12)), said("b", row(20), day=2)], [(20, 20, 20, "unknown")]),
        ("airwars", [said("a", row(12)), said("b", row(20), day=2)], [(12, 12, 20, "unknown")]),
        # a later telling that says less takes nothing back
        ("latest", [said("a", row(34)), said("b", DOZENS, day=2)], [(34, 34, 34, "unknown")]),
        ("latest", [said("a", row(34)), said("b", row(5, "civilians"), day=2)], [(34, 34, 34, "unknown")]),
        # vague words
        ("ucdp", [said("a", DOZENS)], [(24, 24, 99, "unknown")]),
        ("acled", [said("a", DOZENS)], [(12, 12, 12, "unknown")]),
        ("acled", [said("a", row(None, words="civilians", low=2))], [(3, 3, 3, "unknown")]),
        ("acled", [said("a", row(14, words="at least 14 people", high=None))], [(14, 14, 14, "unknown")]),
        # an exact number is what the vague one means
        ("ucdp", [said("a", row(34)), said("b", DOZENS), said("c", row(40), day=1)], [(34, 34, 40, "unknown")]),
        ("acled", [said("a", row(34)), said("b", DOZENS), said("c", row(40), day=1)], [(34, 34, 34, "unknown")]),
        ("airwars", [said("a", row(34)), said("b", DOZENS), said("c", row(40), day=1)], [(34, 34, 40, "unknown")]),
        # a number that is not told, and one of some of the dead, estimate nothing beside one of all
        ("acled", [said("a", row(None, words="people", low=2)), said("b", row(9))], [(9, 9, 9, "unknown")]),
        ("ucdp", [said("a", row(None, words="people", low=2)), said("b", row(9))], [(9, 9, 9, "unknown")]),
        ("acled", [said("a", row(1, "civilians")), said("b", row(4))], [(4, 4, 4, "unknown")]),
        ("ucdp", [said("a", row(1, "civilians")), said("b", row(4))], [(4, 4, 4, "unknown")]),
        # what a voice tells side by side adds up
        ("ucdp", [said("a", row(9), row(14, words="14 others")), said("b", row(23))], [(23, 23, 23, "unknown")]),
        # what a belligerent says of it
        ("ucdp", [said("a", row(12)), said("army", row(2), position="belligerent")], [(12, 12, 12, "unknown")]),
        ("ucdp", [said("army", row(2), position="belligerent")], [(2, 2, 2, "unknown")]),
        ("airwars", [said("a", row(12)), said("army", row(2), position="belligerent")], [(12, 12, 12, "unknown")]),
        # whose dead
        ("airwars", [said("a", row(9, "civilians")), said("b", row(12))], [(9, 9, 12, "civilians")]),
        ("ucdp", [said("a", row(9, "civilians")), said("b", row(9))], [(9, 9, 9, "civilians")]),
        ("ucdp", [said("a", row(0)), said("b", row(3), certainty=0.9)], [(0, 0, 3, "unknown")]),
    ],
)
def test_what_a_rule_makes_of_several_voices(
    rule: str, figures: list[Figures], expected: list[tuple[int, int, int, str]]
) -> None:
    assert merged(rule, *figures) == expected


def test_sides_stay_apart_under_every_rule() -> None:
    for rule in RULES:
        rows = merged(rule, said("a", row(8, "civilians"), row(4, "fighters: army"), row(1, "perpetrators")))
        assert rows == [(8, 8, 8, "civilians"), (4, 4, 4, "fighters: army"), (1, 1, 1, "perpetrators")], rule


def test_what_runs_on_is_kept_and_never_merged() -> None:
    for rule in RULES:
        rows = merged(rule, said("a", row(8), row(900, scope="cumulative")))
        assert rows == [(8, 8, 8, "unknown"), (900, 900, 900, "unknown")], rule


def test_the_evidence_names_the_rule_and_the_voices(codebook: Codebook) -> None:
    figures = [said("Observers", row(12)), said("Ministry", row(15))]
    for name in ("ucdp", "acled", "airwars"):
        (made,) = RULES[name].merge(figures, codebook)
        assert made.evidence is not None
        assert made.evidence.rule == f"tolls.{name}"
        assert "Observers" in made.evidence.note
    (renewed,) = RULES["latest"].merge([said("a", row(12)), said("a", row(20), day=3)], codebook)
    assert renewed.evidence is not None
    assert [lost.why for lost in renewed.evidence.alternatives] == ["an earlier day's toll"]


FIGURES = st.lists(
    st.builds(
        lambda original, best, group, day: said(original, row(best, group), day=day),
        st.sampled_from("abcd"),
        st.integers(0, 60),
        st.sampled_from(["unknown", "civilians", "fighters: army"]),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda told: told.report,
)


@given(FIGURES, st.sampled_from(sorted(RULES)))
def test_low_is_never_above_best_nor_best_above_high(figures: list[Figures], rule: str) -> None:
    ordered = sorted(figures, key=lambda told: (told.published or DAY, told.report))
    rows = RULES[rule].merge(ordered, BOOK)
    assert rows
    for made in rows:
        assert made.low is not None
        assert made.best is not None
        assert made.high is not None
        assert made.low <= made.best <= made.high
