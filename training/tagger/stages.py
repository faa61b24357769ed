"""Stages: the networks that a run makes one after the other, each kept in a folder once it is made."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch

from training.tagger.distilling import Alike, Course, Taught, distil, taught
from training.tagger.fitting import Schedule, fit
from training.tagger.lessening import BLOCKS, HEARD, WIDTH, lessened
from training.tagger.material import Material
from training.tagger.network import Network

FIRST = Schedule(epochs=7, rate=1e-4, rounded=0)
"""The corpus alone, from the pretrained weights."""
SECOND = Schedule(epochs=2, rate=6e-5, rounded=0)
"""The corpus and the other sets: what comes out is the teacher."""
THIRD = Course(epochs=3)
"""The smaller network learns the teacher's reading of sentences that nobody has marked, and of the corpus's."""
FOURTH = Schedule(epochs=3, rate=1e-4, rounded=2)
"""The smaller network reads the corpus and the other sets itself, the teacher beside; the last epochs rounded."""


def tell_epoch(epoch: int, losses: dict[str, float]) -> None:
    """Print an epoch's mean losses."""
    print(epoch, {name: round(loss, 3) for name, loss in losses.items()}, flush=True)


def tell_step(step: int, loss: float) -> None:
    """Print the mean loss of the latest batches."""
    print(step, round(loss, 3), flush=True)


class Stages:
    """The networks of a run's stages, each kept in the folder once it is made, so that a stopped run goes on there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def kept(self, name: str, blank: Callable[[], Network], make: Callable[[], Network]) -> Network:
        """The network of a stage: loaded into `blank` if it was kept before, else made and kept."""
        file = self._folder / f"{name}.pt"
        if file.is_file():
            network = blank()
            network.load_state_dict(torch.load(file))
            return network
        network = make()
        torch.save(network.state_dict(), file)
        return network


def teacher_of(material: Material, stages: Stages, seed: int) -> Network:
    """The six-block network, fitted in two stages."""

    def blank() -> Network:
        return Network(material.weights, material.labels)

    def first() -> Network:
        network = blank()
        fit(network, material.train, {}, replace(FIRST, seed=seed), tell_epoch)
        return network

    def second() -> Network:
        network = stages.kept("first", blank, first)
        fit(network, material.train, material.extras, replace(SECOND, seed=seed), tell_epoch)
        return network

    return stages.kept("teacher", blank, second)


def student_of(material: Material, stages: Stages, teacher: Network, seed: int) -> Network:
    """The smaller network: taught by the teacher, then fitted beside it."""
    train = material.train

    def blank() -> Network:
        return lessened(teacher, BLOCKS, WIDTH, train[:HEARD])

    def third() -> Network:
        network, examples = blank(), [*material.unmarked, *train]
        distil(network, teacher, examples, taught(teacher, examples), replace(THIRD, seed=seed), tell_step)
        return network

    def fourth() -> Network:
        network = stages.kept("taught", blank, third)
        goals: Taught = taught(teacher, train)
        beside = Alike(network, teacher, train, goals)
        fit(network, train, material.extras, replace(FOURTH, seed=seed), tell_epoch, beside)
        return network

    return stages.kept("student", blank, fourth)
