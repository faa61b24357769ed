"""The corpus as it lies on disk: JSONL by register for our own passages, by source for stand-off ones."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpus.passage import Passage, from_row, to_row
from training.corpus.texts import ALLOWED

HOME = Path(__file__).resolve().parent / "data"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Our own passages, stand-off ones, and the two blind readings of some of both, each ordered by id.

    `first` and `second` are as they were read, before their differences were settled; `own` and `real` are settled.
    """

    own: tuple[Passage, ...]
    real: tuple[Passage, ...]
    first: tuple[Passage, ...] = ()
    second: tuple[Passage, ...] = ()

    @property
    def all(self) -> tuple[Passage, ...]:
        """Own and stand-off passages; blind readings are not among them."""
        return self.own + self.real


def _read(folder: Path) -> Iterator[Passage]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield from_row(json.loads(line))


def read(home: Path = HOME) -> Corpus:
    """Read the corpus; stand-off passages come without their text (texts.Texts fills it in)."""

    def ordered(name: str) -> tuple[Passage, ...]:
        return tuple(sorted(_read(home / name), key=lambda passage: passage.id))

    return Corpus(ordered("own"), ordered("real"), ordered("first"), ordered("second"))


def _file(passage: Passage) -> str:
    return f"{ALLOWED[passage.origin.file] if passage.origin else passage.register}.jsonl"


def _write(folder: Path, passages: Iterable[Passage]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shelves: dict[str, list[Passage]] = {}
    for passage in passages:
        shelves.setdefault(_file(passage), []).append(passage)
    for old in folder.glob("*.jsonl"):
        if old.name not in shelves:
            old.unlink()
    for name, found in shelves.items():
        rows = [json.dumps(to_row(passage), ensure_ascii=False) for passage in sorted(found, key=lambda p: p.id)]
        (folder / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


def write(corpus: Corpus, home: Path = HOME) -> None:
    """Write the corpus, each passage on its shelf; shelves that are empty now go."""
    _write(home / "own", corpus.own)
    _write(home / "real", corpus.real)
    _write(home / "first", corpus.first)
    _write(home / "second", corpus.second)
