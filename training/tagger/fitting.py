"""Fitting the network: one loss for all heads, seeded, on the processor."""

import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.tagger.examples import Example
from training.tagger.network import Network

WEIGHTS = {"trigger": 2.0, "sort": 0.3, "role": 3.0, "pointer": 0.5}
"""What a part of the loss counts beside the others, which count 1."""
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast; heads learn `heads` times faster than the encoder; the rate warms up, then falls to 0."""

    epochs: int = 8
    rate: float = 1e-4
    heads: float = 10.0
    batch: int = 24
    warm: float = 0.06
    seed: int = 0


def padded(rows: Sequence[list[int]], fill: int) -> Tensor:
    """Rows of one length."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *([fill] * (longest - len(row)))] for row in rows])


def read(network: Network, batch: Sequence[Example]) -> Tensor:
    """The batch's vectors."""
    ids = padded([one.ids for one in batch], 0)
    looks = padded([one.looks for one in batch], 0)
    mask = padded([[1] * one.length for one in batch], 0)
    return network.encode(ids, looks, mask)


def _labelled(network: Network, vectors: Tensor, batch: Sequence[Example]) -> dict[str, Tensor]:
    triggers = [(n, t) for n, one in enumerate(batch) for t in one.triggers]
    sorted_spans = [(n, s) for n, one in enumerate(batch) for s in one.spans if s.sort >= 0]
    losses: dict[str, Tensor] = {}
    if triggers:
        ends = torch.cat([network.ends(vectors[n], [t.at]) for n, t in triggers])
        kind = torch.tensor([t.kind for _, t in triggers])
        losses["kind"] = functional.cross_entropy(network.kind(ends), kind, label_smoothing=0.05)
        losses["status"] = functional.cross_entropy(network.status(ends), torch.tensor([t.status for _, t in triggers]))
        told = torch.tensor([t.background for _, t in triggers])
        losses["background"] = functional.cross_entropy(network.background(ends), told)
    if sorted_spans:
        ends = torch.cat([network.ends(vectors[n], [s.at]) for n, s in sorted_spans])
        losses["sort"] = functional.cross_entropy(network.sort(ends), torch.tensor([s.sort for _, s in sorted_spans]))
    return losses


def _roles(network: Network, vectors: Tensor, batch: Sequence[Example]) -> Tensor | None:
    total, pairs = torch.zeros(()), 0
    for n, one in enumerate(batch):
        if not one.triggers or not one.spans:
            continue
        logits = network.roles(
            vectors[n], [t.at for t in one.triggers], [s.at for s in one.spans], [s.label for s in one.spans]
        )
        gold = torch.zeros_like(logits)
        for trigger, span, role in one.roles:
            gold[trigger, span, role] = 1
        total = total + functional.binary_cross_entropy_with_logits(logits, gold, reduction="sum")
        pairs += logits.shape[0] * logits.shape[1]
    return total / pairs if pairs else None


def _pointers(network: Network, vectors: Tensor, batch: Sequence[Example]) -> Tensor | None:
    total, cues = torch.zeros(()), 0
    for n, one in enumerate(batch):
        for cue in one.cues:
            chances = functional.log_softmax(network.pointers(vectors[n, : one.length], cue.at), dim=-1)
            for first, stretches in ((0, cue.contents), (2, cue.sources or ((0, 0),))):
                for end in (0, 1):
                    told = torch.stack([chances[first + end, at[end]] for at in stretches])
                    total = total - told.mean()
            cues += 1
    return total / cues if cues else None


def loss_of(network: Network, batch: Sequence[Example]) -> dict[str, Tensor]:
    """Each part of the loss, weighted."""
    vectors = network.dropout(read(network, batch))
    parts: dict[str, Tensor | None] = {}
    for layer, head in network.layers.items():
        gold = padded([one.tags[layer] for one in batch], IGNORED)
        parts[layer] = functional.cross_entropy(head(vectors).flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
    parts |= _labelled(network, vectors, batch)
    parts |= {"role": _roles(network, vectors, batch), "pointer": _pointers(network, vectors, batch)}
    return {name: part * WEIGHTS.get(name, 1.0) for name, part in parts.items() if part is not None}


def _batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of like length, in random order: less padding, twice as fast."""
    ordered = sorted(examples, key=lambda one: one.length + rng.random() * 12)
    found = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    rng.shuffle(found)
    return found


def fit(
    network: Network,
    examples: Sequence[Example],
    schedule: Schedule,
    tell: Callable[[int, dict[str, float]], None] = lambda _epoch, _losses: None,
) -> None:
    """Fit the network in place; `tell` hears each epoch's mean losses. The same seed and data give the same weights."""
    rng = random.Random(schedule.seed)  # noqa: S311 # a reproducible shuffle, no secret
    torch.manual_seed(schedule.seed)
    encoder = [p for name, p in network.named_parameters() if name.startswith("bert.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": encoder, "lr": schedule.rate}, {"params": heads, "lr": schedule.rate * schedule.heads}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = schedule.epochs * math.ceil(len(examples) / schedule.batch)
    warm = schedule.warm * steps + 1
    rates = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, step / warm) * max(0.0, 1 - step / steps)
    )
    network.train()
    for epoch in range(schedule.epochs):
        heard: Counter[str] = Counter()
        batches = _batches(examples, schedule.batch, rng)
        for batch in batches:
            parts = loss_of(network, batch)
            optimiser.zero_grad()
            torch.stack(list(parts.values())).sum().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            heard.update({name: float(part.detach()) for name, part in parts.items()})
        tell(epoch, {name: total / len(batches) for name, total in heard.items()})
    network.eval()
