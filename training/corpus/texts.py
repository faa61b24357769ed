"""The texts that stand-off passages point into: files under `shared`, read as they are and copied nowhere."""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.corpus.passage import Origin, Passage

ALLOWED = {
    "gold/evloc/train.reports.jsonl": "evloc",
    "gold/muc4/train.reports.jsonl": "muc4",
    "reports/syria-2011-2018.jsonl": "syria",
    "train/re3d.jsonl": "re3d",
    "train/wikievents-dev.jsonl": "wikievents",
}
"""What may be trained on, by the name of its rows (`shared/gold/README.md`); the Qaim report and
every dev half are for testing only."""


class TextError(ValueError):
    """A source text is absent, or no longer the one that was annotated."""


def shared() -> Path:
    """The folder of given data: DATELINE_SHARED, or `shared` beside the checkout."""
    return Path(os.environ.get("DATELINE_SHARED") or Path(__file__).resolve().parents[3] / "shared")


def digest(text: str) -> str:
    """The hash that a stand-off row keeps of its document's text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


class Texts:
    """Source documents by file and id, each file read once."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = root or shared()
        self._files: dict[str, dict[str, str]] = {}

    def documents(self, file: str) -> dict[str, str]:
        """The texts of a file by document id. Raises TextError for a file that is absent or not allowed."""
        if file not in ALLOWED:
            raise TextError(f"{file} is not to be trained on; allowed are {', '.join(ALLOWED)}")
        if file not in self._files:
            path = self._root / file
            if not path.is_file():
                raise TextError(f"{path} is absent; set DATELINE_SHARED to the folder of given data")
            with path.open(encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines]
            self._files[file] = {str(row.get("id") or row["doc_id"]): str(row["text"]) for row in rows}
        return self._files[file]

    def text(self, origin: Origin) -> str:
        """The stretch of the document that a passage is. Raises TextError where the document changed."""
        whole = self.documents(origin.file).get(origin.doc)
        if whole is None or digest(whole) != origin.sha256:
            raise TextError(f"{origin.file} {origin.doc}: not the text that was annotated (sha256 differs)")
        return whole[origin.start : origin.end]

    def filled(self, passages: Iterable[Passage]) -> Iterator[Passage]:
        """The passages with their texts in place."""
        for passage in passages:
            yield replace(passage, text=self.text(passage.origin)) if passage.origin else passage
