"""Whose place is taken: its owner or holder, and nobody else."""

import pytest

from dateline.model import Report
from dateline.pipeline import Coder

CODER = Coder()


@pytest.mark.parametrize(
    ("text", "kind", "loser"),
    [
        ("The army announced the liberation of Islamic State's bastion in Anbar.", "territory-taken", "Islamic State"),
        ("Government troops entered the rebel-held town of Zabadani on Friday.", "invasion", "rebel"),
        ("Troops captured the last Taliban-controlled district of Wardak.", "territory-taken", "Taliban"),
        ("Troops captured the town of Zabadani on Friday.", "territory-taken", None),
    ],
)
def test_losers(text: str, kind: str, loser: str | None) -> None:
    record = CODER.code(Report(id="x", text=text))
    (event,) = [event for event in record.events if event.kind == kind]
    assert [target.text for target in event.targets] == ([loser] if loser else [])
