"""Drawing: stretches that are in their documents, none near to what is barred, the same draw each time."""

import json
from pathlib import Path

from training.corpus.drawing import draw, shingles
from training.corpus.texts import Texts

FILE = "gold/evloc/train.reports.jsonl"
SAID = "Shells hit the old market of Homs on Friday and killed nine people there."
OTHER = "Nobody in the town hall would speak of the matter when asked on Sunday."


def texts(tmp_path: Path) -> Texts:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    rows = [
        {"id": "a", "text": SAID},
        {"id": "b", "text": OTHER},
        {"id": "c", "text": SAID},
        {"id": "d", "text": "Short."},
    ]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return Texts(tmp_path)


def test_each_wording_is_drawn_once_and_the_draw_repeats(tmp_path: Path) -> None:
    source = texts(tmp_path)
    found = draw(source, FILE, 10, 1, set())
    assert sorted(source.text(origin) for origin in found) == sorted([SAID, OTHER])
    assert draw(source, FILE, 10, 1, set()) == found


def test_what_is_near_to_a_barred_text_is_left(tmp_path: Path) -> None:
    source = texts(tmp_path)
    found = draw(source, FILE, 10, 1, set(shingles("It said that " + SAID)))
    assert [source.text(origin) for origin in found] == [OTHER]
