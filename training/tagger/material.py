"""The material: everything that a run learns from, as the network reads it."""

from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from dateline.codebook import load_codebook
from training.auxiliary import shelf, unlabelled
from training.corpus import shelves
from training.corpus.drafting import kinds
from training.corpus.texts import Texts, shared
from training.tagger.examples import Encode, Example, example_of, example_of_extra, example_of_text
from training.tagger.layers import Labels


def pieces(weights: Path) -> Encode:
    """The tokenizer of the pretrained weights, uncut and unpadded."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def encode(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoding = tokenizer.encode(text)
        return list(encoding.ids), list(encoding.offsets)

    return encode


def split(example: Example) -> str | None:
    """The split of an example of the corpus."""
    return example.passage.split if example.passage else None


@dataclass(frozen=True, slots=True)
class Material:
    """What a run learns from: the corpus, the extras by source, sentences without marks; and the pretrained weights."""

    labels: Labels
    weights: Path
    every: list[Example]
    extras: dict[str, list[Example]]
    unmarked: list[Example]

    @property
    def train(self) -> list[Example]:
        """The corpus's train split."""
        return [one for one in self.every if split(one) == "train"]


def gathered(weights: Path) -> Material:
    """Read everything there is to learn from."""
    labels, encode = Labels.of(kinds(), shelf.violent_kinds(load_codebook())), pieces(weights)
    passages = list(Texts().filled(shelves.read().all))
    every = [example_of(passage, encode, labels) for passage in passages]
    extras = {
        source: [example_of_extra(extra, encode) for extra in found]
        for source, found in shelf.read(shared(), passages).items()
    }
    unmarked = [example_of_text(text, encode) for text in unlabelled.read(shared(), passages)]
    return Material(labels, weights, every, extras, unmarked)
