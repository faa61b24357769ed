"""The words' ruling against the encoder's reading."""

import pytest

from dateline.coding.attribution.ruling import Ruling
from dateline.coding.attribution.weighing import act_of, weigh
from dateline.coding.roles.frames import Frame
from dateline.coding.tagging.tags import Tag
from dateline.encoder.reading import Act, Reading
from dateline.model import Evidence

TOLD = Evidence(rule="standing.told-as-fact", score=0.8)


def act(*statuses: tuple[str, float], start: int = 10, end: int = 16, kind: str = "attack", score: float = 0.9) -> Act:
    return Act(start, end, score, ((kind, 0.9),), statuses, 0.0)


def ruling(status: str) -> Ruling:
    return Ruling(status, "cue:x", 0, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ruled", "shares", "status"),
    [
        (None, (("planned", 0.95), ("happened", 0.03)), "planned"),
        (None, (("planned", 0.7), ("happened", 0.2)), "happened"),
        ("called_for", (("happened", 0.99), ("called_for", 0.0)), "happened"),
        ("called_for", (("planned", 0.6), ("called_for", 0.3)), "called_for"),
        ("called_for", (("planned", 0.88), ("called_for", 0.1)), "called_for"),
        ("negated", (("possible", 0.99), ("negated", 0.0)), "negated"),
        ("negated", (("happened", 0.97), ("negated", 0.02)), "happened"),
        ("attempted", (("happened", 0.8), ("attempted", 0.1)), "attempted"),
    ],
)
def test_a_cue_yields_to_a_surer_reading_and_silence_to_a_very_sure_one(
    ruled: str | None, shares: tuple[tuple[str, float], ...], status: str
) -> None:
    assert weigh(ruling(ruled) if ruled else None, act(*shares)).status == status


def test_without_an_act_the_words_decide() -> None:
    assert weigh(None, None).status == "happened"
    assert weigh(ruling("planned"), None).status == "planned"
    assert weigh(ruling("planned"), None).evidence(TOLD) == TOLD


def test_who_overruled_whom_is_kept() -> None:
    evidence = weigh(None, act(("planned", 0.95))).evidence(TOLD)
    assert (evidence.rule, evidence.score, evidence.start, evidence.end) == ("encoder.status", 0.95, 10, 16)
    assert "standing.told-as-fact" in evidence.note


def test_of_two_acts_in_a_trigger_that_of_the_frame_s_kind_is_meant() -> None:
    frame = Frame(0, Tag("trigger", 10, 30, "agreement"), (0, 40))
    meant, other = act(("happened", 1.0), kind="agreement", score=0.4), act(("planned", 1.0), start=20, end=30)
    assert act_of(frame, [Reading((meant, other))]) == meant
    assert act_of(Frame(0, Tag("trigger", 10, 30, "talks"), (0, 40)), [Reading((meant, other))]) == other
    assert act_of(frame, []) is None
