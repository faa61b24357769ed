"""Dated changes of the actor list: what happened before keeps its actor."""

from datetime import date
from pathlib import Path

import pytest

from dateline.codebook.actor_changes import load_changes
from dateline.codebook.registry_files import load_registry
from dateline.errors import DataError
from dateline.model import Report
from dateline.pipeline import Coder
from dateline.settings import Settings

OURS = """
actors:
  - {id: river-front, name: River Front, aliases: [River Front], sort: group, sector: REB, source: made up}
  - {id: hill-front, name: Hill Front, aliases: [Hill Front], sort: group, sector: REB, source: made up}
  - {id: union-front, name: Union Front, sort: group, sector: REB, country: MLI, source: made up}
  - {id: union-niger, name: Union of Niger, sort: group, sector: REB, country: NER, source: made up}
changes:
"""


def actors(folder: Path, changes: str, words: str, published: date) -> set[tuple[str | None, str | None]]:
    file = folder / "ours.yaml"
    file.write_text(OURS + changes, encoding="utf-8")
    record = Coder(settings=Settings(actors=(file,))).code(Report(id="r", text=words, published=published))
    return {(actor.id, actor.name) for event in record.events for actor in event.actors}


ATTACK = "The River Front attacked the town of Gao in Mali on Friday, killing three soldiers."


@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        ("  - {from: 2020-01-01, rename: river-front, to: New River Front}", "River Front", "New River Front"),
        ("  - {from: 2020-01-01, merge: [river-front, hill-front], into: union-front}", "River Front", "Union Front"),
        (
            "  - {from: 2020-01-01, split: river-front, into: [{id: union-niger, where: [NE]}, {id: union-front}]}",
            "River Front",
            "Union Front",
        ),
        ("  - {identified: [river-front], as: union-front}", "Union Front", "Union Front"),
    ],
)
def test_a_change_holds_from_its_day_on(tmp_path: Path, changes: str, before: str, after: str) -> None:
    assert before in {name for _, name in actors(tmp_path, changes, ATTACK, date(2019, 12, 28))}
    assert after in {name for _, name in actors(tmp_path, changes, ATTACK, date(2020, 1, 4))}


def test_the_heir_of_a_split_is_the_one_of_the_country(tmp_path: Path) -> None:
    changes = "  - {from: 2020-01-01, split: river-front, into: [{id: union-niger, where: [NE]}, {id: union-front}]}"
    words = "The River Front attacked the town of Agadez in Niger on Friday, killing three soldiers."
    assert ("union-niger", "Union of Niger") in actors(tmp_path, changes, words, date(2020, 1, 4))


@pytest.mark.parametrize(
    "change",
    [
        "{merge: [river-front], into: union-front}",
        "{from: 2020, rename: river-front, to: X}",
        "{from: 2020-01-01, merge: [river-front], into: nobody}",
        "{from: 2020-01-01, split: river-front, into: [{where: [NE]}]}",
        "{from: 2020-01-01, vanish: river-front}",
    ],
)
def test_a_change_of_another_form_is_refused(tmp_path: Path, change: str) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(f"{OURS}  - {change}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"ours\.yaml"):
        load_changes([file], load_registry([file]))
