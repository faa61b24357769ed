"""Sentences that nobody has marked: what a smaller network learns its teacher's reading from."""

import gzip
import json
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from dateline.coding.text.reading import read_document
from dateline.model import Report
from training.auxiliary.propbank import FILE as PROPBANK
from training.corpus.passage import Passage
from training.corpus.texts import ALLOWED, Texts

WIKIEVENTS = "train/wikievents-train.jsonl"
_SHORTEST, _LONGEST = 20, 700
"""Characters of a sentence worth reading; longer ones are lists and tables."""


def read(shared: Path, passages: Iterable[Passage]) -> list[str]:
    """Every sentence once, in a fixed order, of all files that may be trained on.

    Documents of which the corpus holds out a passage (dev, test) are left out.
    """
    held = {(p.origin.file, p.origin.doc) for p in passages if p.origin and p.split != "train"}
    found = dict.fromkeys(
        sentence.text
        for number, text in enumerate(_texts(shared, held))
        for sentence in read_document(Report(id=str(number), text=text)).sentences
    )
    return [text for text in found if _SHORTEST <= len(text) <= _LONGEST]


def _texts(shared: Path, held: Set[tuple[str, str]]) -> Iterator[str]:
    texts = Texts(shared)
    for file in ALLOWED:
        yield from (text for doc, text in texts.documents(file).items() if (file, doc) not in held)
    with (shared / WIKIEVENTS).open(encoding="utf-8") as lines:
        yield from (" ".join(json.loads(line)["tokens"]) for line in lines)
    with gzip.open(shared / PROPBANK, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)
