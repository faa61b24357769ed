"""How right the network is: exact F1 of spans, roles and contents, accuracy of kind, status and background."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from training.tagger.examples import Example, Stretch
from training.tagger.fitting import read
from training.tagger.layers import LAYERS
from training.tagger.network import Network


@dataclass(slots=True)
class Measured:
    """Hits, answers and gold items of each task (F1), and hits and cases of each choice (accuracy)."""

    found: dict[str, list[int]] = field(default_factory=dict)
    chosen: dict[str, list[int]] = field(default_factory=dict)

    def add(self, task: str, answers: set[object], gold: set[object]) -> None:
        """Count one passage's items."""
        row = self.found.setdefault(task, [0, 0, 0])
        for at, size in enumerate((len(answers & gold), len(answers), len(gold))):
            row[at] += size

    def choose(self, task: str, answer: int, gold: int) -> None:
        """Count one choice."""
        row = self.chosen.setdefault(task, [0, 0])
        row[0] += answer == gold
        row[1] += 1

    def figures(self) -> dict[str, float]:
        """F1 or accuracy by task, 0..1."""
        f1 = {task: 2 * hits / max(1, answers + gold) for task, (hits, answers, gold) in self.found.items()}
        return f1 | {task: hits / cases for task, (hits, cases) in self.chosen.items()}


def stretches(tags: Sequence[int]) -> Iterable[tuple[int, int, int]]:
    """The spans of a row of tags: first and last piece and the number of the label. A stray inside tag begins one."""
    at = 0
    while at < len(tags):
        if tags[at] == 0:
            at += 1
            continue
        label, start = (tags[at] - 1) // 2, at
        at += 1
        while at < len(tags) and tags[at] == 2 * label + 2:
            at += 1
        yield start, at - 1, label


def pointed(logits: Tensor) -> Stretch | None:
    """The stretch that a pair of pointers (start, end) names; None where they point at token 0, *none*."""
    start = int(logits[0].argmax())
    return (start, start + int(logits[1][start:].argmax())) if start else None


def _spans(network: Network, vectors: Tensor, one: Example, measured: Measured) -> None:
    for layer in LAYERS:
        row = network.layers[layer](vectors).argmax(-1).tolist()
        row[0] = row[-1] = 0
        measured.add(layer, set(stretches(row)), set(stretches(one.tags[layer])))


def _choices(network: Network, vectors: Tensor, one: Example, measured: Measured) -> None:
    if not one.triggers:
        return
    ends = network.ends(vectors, [t.at for t in one.triggers])
    for task, head in (("kind", network.kind), ("status", network.status), ("background", network.background)):
        for answer, trigger in zip(head(ends).argmax(-1).tolist(), one.triggers, strict=True):
            measured.choose(task, answer, getattr(trigger, task))
    if one.spans:
        logits = network.roles(
            vectors, [t.at for t in one.triggers], [s.at for s in one.spans], [s.label for s in one.spans]
        )
        measured.add("role (spans given)", {tuple(at) for at in (logits > 0).nonzero().tolist()}, set(one.roles))


def _sayings(network: Network, vectors: Tensor, one: Example, measured: Measured) -> None:
    for cue in one.cues:
        logits = network.pointers(vectors, cue.at)
        for task, first, gold in (("content (cue given)", 0, cue.contents), ("speaker (cue given)", 2, cue.sources)):
            answer = pointed(logits[first : first + 2])
            measured.add(task, {answer} if answer else set(), set(gold))


def measure(network: Network, examples: Sequence[Example], *, batch: int = 32) -> Measured:
    """Measure the network on these examples."""
    measured = Measured()
    network.eval()
    with torch.no_grad():
        for begin in range(0, len(examples), batch):
            group = examples[begin : begin + batch]
            vectors = read(network, group)
            for n, one in enumerate(group):
                own = vectors[n, : one.length]
                _spans(network, own, one, measured)
                _choices(network, own, one, measured)
                _sayings(network, own, one, measured)
    return measured
