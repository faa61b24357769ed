"""Drawing stand-off passages to annotate: sentences, or two running, spread over documents, none near to a dev half."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from dateline.coding.text.sentences import split_sentences
from training.corpus.passage import Origin
from training.corpus.splits import word_runs
from training.corpus.texts import Texts, digest

SHINGLE = 8
"""Words in a row that, shared with a dev text, keep a passage out: the dev halves are for scoring only."""


def shingles(text: str) -> frozenset[str]:
    """The text's runs of SHINGLE words."""
    return word_runs(text, SHINGLE)


def dev_shingles(root: Path) -> set[str]:
    """The runs of words of every dev half and of the Qaim report."""
    found: set[str] = set()
    for path in sorted(root.glob("gold/*/dev.reports.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                found |= shingles(f"{row.get('title') or ''} {row['text']}")
    return found | shingles((root / "reports/qaim-2017-11-03.txt").read_text(encoding="utf-8"))


def _stretches(text: str, rng: random.Random) -> Iterator[tuple[int, int]]:
    """One stretch a sentence; every fifth takes the next sentence of its paragraph along."""
    sentences = split_sentences(text)
    for at, sentence in enumerate(sentences):
        following = sentences[at + 1] if at + 1 < len(sentences) else None
        if following and following.paragraph == sentence.paragraph and rng.random() < 0.2:
            yield sentence.start, following.end
        else:
            yield sentence.start, sentence.end


def draw(shelf: Texts, file: str, wanted: int, seed: int, barred: set[str], *, a_document: int = 4) -> list[Origin]:
    """Up to `wanted` stretches of 6 to 90 words, at most `a_document` of a document, in drawn order, none twice."""
    rng = random.Random(f"{file} {seed}")  # noqa: S311 # a reproducible draw, no secret
    found: list[Origin] = []
    seen: set[str] = set()
    documents = shelf.documents(file)
    for doc in rng.sample(sorted(documents), len(documents)):
        text = documents[doc]
        stretches = list(_stretches(text, rng))
        taken = 0
        for start, end in rng.sample(stretches, len(stretches)):
            words = shingles(text[start:end])
            if not 6 <= len(text[start:end].split()) <= 90 or words & seen or words & barred:
                continue
            found.append(Origin(file, doc, digest(text), start, end))
            seen |= words
            taken += 1
            if taken == a_document:
                break
    return rng.sample(found, min(wanted, len(found)))
