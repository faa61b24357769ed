"""Tolls: which rows stand for an incident."""

import pytest

from dateline.linking.values.tolls import merge_losses
from dateline.model import Evidence, Loss


def row(best: int | None, group: str = "unknown", text: str = "ten people", **more: object) -> Loss:
    values = {"start": 0, "end": len(text), "text": text, "loss": "killed", "group": group}
    return Loss.model_validate({**values, "low": best, "best": best, "high": best, **more})


def brief(rows: tuple[Loss, ...]) -> list[tuple[int | None, str]]:
    return [(r.best, r.group) for r in rows]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([(row(10),), (row(10),)], [(10, "unknown")]),
        ([(row(10),), (row(10, "civilians"),)], [(10, "civilians")]),
        ([(row(12),), (row(8, "civilians"), row(4, "fighters: army"))], [(8, "civilians"), (4, "fighters: army")]),
        ([(row(12),), (row(8, "civilians"),)], [(12, "unknown")]),
        ([(row(8, "civilians"),), (row(12),)], [(12, "unknown")]),
        ([(row(2, "fighters: army"),), (row(3, "civilians"),)], [(2, "fighters: army"), (3, "civilians")]),
        ([(row(10),), (row(14, supersedes="e1"),)], [(14, "unknown")]),
        ([(row(10),), (row(9),)], [(10, "unknown")]),
        ([(row(10),), (row(5, text="another five"),)], [(10, "unknown"), (5, "unknown")]),
        ([(row(10),), (row(5, text="more than five people"),)], [(10, "unknown")]),
        ([(row(10),), (row(1, "perpetrators"),), (row(1, "perpetrators"),)], [(10, "unknown"), (1, "perpetrators")]),
        ([(row(10),), (row(300, scope="cumulative"),)], [(10, "unknown"), (300, "unknown")]),
        ([(row(31),), (row(220000, text="more than 220000 people"),)], [(31, "unknown"), (220000, "unknown")]),
        ([(row(None),), (row(10),)], [(10, "unknown")]),
        ([(row(0),), (row(2),)], [(2, "unknown")]),
        ([(row(2),), (row(0),)], [(2, "unknown")]),
        ([], []),
    ],
)
def test_rows_that_stand(events: list[tuple[Loss, ...]], expected: list[tuple[int | None, str]]) -> None:
    assert brief(merge_losses(events)) == expected


def test_also_adds() -> None:
    also = row(1, "civilians", "a farmer").model_copy(update={"evidence": Evidence(rule="losses.subject+also")})
    assert brief(merge_losses([(row(7),), (also,)])) == [(7, "unknown"), (1, "civilians")]


def test_kinds_of_loss_stay_apart() -> None:
    wounded = row(10).model_copy(update={"loss": "wounded"})
    assert [r.loss for r in merge_losses([(row(10), wounded)])] == ["killed", "wounded"]


def test_parts_go_into_their_total_and_losing_numbers_into_evidence() -> None:
    (total,) = merge_losses([(row(12),), (row(8, "civilians", "eight nurses"),)])
    assert [part.text for part in total.of_which] == ["eight nurses"]
    (larger,) = merge_losses([(row(10),), (row(9),)])
    assert larger.evidence is not None
    assert [a.value for a in larger.evidence.alternatives] == ["9/9/9 (ten people)"]
