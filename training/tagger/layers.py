"""What the network predicts: layers of spans, kinds, statuses, sorts, roles. Names stand in the order of outputs."""

from dataclasses import dataclass

from training.corpus.passage import HOLDING, LOSSES, ROLES, SORTS, STATUSES

LAYERS: dict[str, tuple[str, ...]] = {
    "trigger": ("trigger",),
    "party": ("actor", "object"),
    "place": ("place",),
    "fact": ("time", "weapon", "count"),
    "source": ("source",),
    "cue": ("cue",),
    "part": ("doer", "victim", "means"),
}
"""Layers of spans; within one layer spans do not overlap. Contents and their sources are pointed at from the cue.
`part`: what a party or weapon is in the violence that the sentence tells, whichever word tells it."""
PARTS = {"actor": "doer", "target": "victim", "weapon": "means"}
"""The role in a violent act that makes a part."""
LOSS_ROLES = tuple(f"loss:{loss}" for loss in LOSSES)
PAIR_ROLES: tuple[str, ...] = (*ROLES, *LOSS_ROLES)
"""Ties of a trigger with a span. Whom a number counts is left to a rule: the target that follows it."""
ARGUMENTS = ("actor", "object", "place", "time", "weapon", "count")
"""Labels of spans that a trigger can be tied to."""


@dataclass(frozen=True, slots=True)
class Labels:
    """All names that the network's outputs stand for."""

    kinds: tuple[str, ...]
    statuses: tuple[str, ...] = STATUSES
    sorts: tuple[str, ...] = SORTS
    roles: tuple[str, ...] = PAIR_ROLES
    violent: frozenset[str] = frozenset()
    """Kinds that MUC-4 has a type for: whose parties have a part."""

    @staticmethod
    def of(kinds: frozenset[str], violent: frozenset[str] = frozenset()) -> "Labels":
        """The labels for these kinds of the codebook, `holding` among them."""
        return Labels((*sorted(kinds), HOLDING), violent=violent)


def tags(layer: str) -> tuple[str, ...]:
    """The tags of a layer's tokens: outside, then begin and inside of each label."""
    return ("O", *(f"{mark}-{label}" for label in LAYERS[layer] for mark in "BI"))
