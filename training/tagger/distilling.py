"""Distilling: a smaller network learns to read as its teacher does, from sentences that nobody has marked."""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.tagger.examples import Example
from training.tagger.fitting import read, warmed
from training.tagger.network import Network

Taught = Sequence[Tensor]
"""The teacher's vectors of each example, without padding, in half precision: (pieces, size)."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast the smaller network learns."""

    epochs: int = 3
    rate: float = 6e-4
    batch: int = 32
    warm: float = 0.05
    seed: int = 0


def taught(teacher: Network, examples: Sequence[Example], batch: int = 32) -> Taught:
    """The teacher's vectors of all examples."""
    order = sorted(range(len(examples)), key=lambda number: examples[number].length)
    found: list[Tensor] = [torch.empty(0)] * len(examples)
    teacher.eval()
    with torch.no_grad():
        for begin in range(0, len(order), batch):
            numbers = order[begin : begin + batch]
            vectors = read(teacher, [examples[number] for number in numbers]).half()
            for row, number in enumerate(numbers):
                found[number] = vectors[row, : examples[number].length].clone()
    return found


def unlike(student: Network, teacher: Network, vectors: Tensor, goal: Tensor, mask: Tensor) -> Tensor:
    """How far the student's reading is from the teacher's: their vectors' distance, and that of all layers' tags.

    The vectors (batch, pieces, size) are compared by the mean square, whose scale layer normalisation has fixed; tags
    by Kullback and Leibler's divergence, summed over layers. The mean over the pieces of `mask`.
    """
    own, other = vectors[mask], goal[mask]
    total = functional.mse_loss(own, other) / other.var()
    for layer, head in student.layers.items():
        with torch.no_grad():
            told = functional.log_softmax(teacher.layers[layer](other), dim=-1)
        said = functional.log_softmax(head(own), dim=-1)
        total = total + functional.kl_div(said, told, reduction="batchmean", log_target=True)
    return total


class Alike:
    """A part of a fitting's loss: how unlike its teacher the student reads the examples that the teacher has read."""

    def __init__(self, student: Network, teacher: Network, examples: Sequence[Example], goals: Taught) -> None:
        self._student, self._teacher = student, teacher
        self._goals = {id(example): goal for example, goal in zip(examples, goals, strict=True)}
        self._examples = examples  # kept, since their ids are

    def __call__(self, batch: Sequence[Example], vectors: Tensor) -> Tensor | None:
        """The part of this batch; None where the teacher has read none of it."""
        rows = [row for row, one in enumerate(batch) if id(one) in self._goals]
        if not rows:
            return None
        goal, mask = _padded([self._goals[id(batch[row])] for row in rows])
        return unlike(self._student, self._teacher, vectors[rows, : goal.shape[1]], goal, mask)


def _padded(goals: Sequence[Tensor]) -> tuple[Tensor, Tensor]:
    """Vectors of one length (batch, pieces, size), and which of them are of pieces."""
    goal = nn.utils.rnn.pad_sequence([one.float() for one in goals], batch_first=True)
    lengths = torch.tensor([len(one) for one in goals])
    return goal, torch.arange(goal.shape[1])[None] < lengths[:, None]


def distil(
    student: Network,
    teacher: Network,
    examples: Sequence[Example],
    goals: Taught,
    course: Course,
    tell: Callable[[int, float], None] = lambda _step, _loss: None,
) -> None:
    """Teach the student in place. `tell` hears the mean loss of every 200 batches."""
    rng = random.Random(course.seed)  # noqa: S311 # a reproducible shuffle, no secret
    torch.manual_seed(course.seed)
    taught_parts = [p for name, p in student.named_parameters() if name.split(".")[0] in ("bert", "look", "layers")]
    optimiser = torch.optim.AdamW(taught_parts, lr=course.rate, weight_decay=0.01)
    steps = course.epochs * math.ceil(len(examples) / course.batch)
    rates = warmed(optimiser, steps, course.warm)
    student.eval()  # no dropout: the goal is a function to be copied, and there are words enough
    done, heard = 0, 0.0
    for _ in range(course.epochs):
        order = sorted(range(len(examples)), key=lambda number: examples[number].length + rng.random() * 12)
        batches = [order[at : at + course.batch] for at in range(0, len(order), course.batch)]
        rng.shuffle(batches)
        for numbers in batches:
            goal, mask = _padded([goals[number] for number in numbers])
            loss = unlike(student, teacher, read(student, [examples[number] for number in numbers]), goal, mask)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(taught_parts, 1.0)
            optimiser.step()
            rates.step()
            done, heard = done + 1, heard + float(loss.detach())
            if done % 200 == 0:
                tell(done, heard / 200)
                heard = 0.0
