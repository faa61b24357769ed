"""Fitting the network: one loss for all heads, seeded, on the processor."""

import math
import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.auxiliary.propbank import LABELS as DEEDS
from training.corpus.passage import PLACE_ROLES
from training.tagger.examples import UNKNOWN, Example
from training.tagger.layers import PAIR_ROLES
from training.tagger.network import Network
from training.tagger.rounding import round_off

WEIGHTS = {"trigger": 2.0, "sort": 0.3, "role": 3.0, "pointer": 0.5, "deed": 1.5, "aspect": 0.3, "site": 0.7}
"""What a part of the loss counts beside the others, which count 1."""
Beside = Callable[[Sequence[Example], Tensor], Tensor | None]
"""A part of the loss that comes from elsewhere: from a batch and its vectors (batch, pieces, size)."""
SHARES = {"propbank": 1400, "muc": 1500, "evloc": 850}
"""How many extras of each source an epoch reads: drawn anew each time, so that the corpus stays what counts."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast; heads learn `heads` times faster than the encoder; the rate warms up, then falls to 0."""

    epochs: int = 8
    rate: float = 1e-4
    heads: float = 10.0
    batch: int = 24
    warm: float = 0.06
    seed: int = 0
    rounded: int = 1
    """How many of the last epochs are learnt with rounded numbers (rounding.py)."""


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
    deeds = [(n, deed) for n, one in enumerate(batch) for deed in one.deeds]
    if deeds:
        ends = torch.cat([network.ends(vectors[n], [deed.at]) for n, deed in deeds])
        aspect = torch.tensor([deed.aspect for _, deed in deeds])
        losses["aspect"] = functional.cross_entropy(network.aspect(ends), aspect)
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


def _deeds(network: Network, vectors: Tensor, batch: Sequence[Example]) -> Tensor | None:
    """Every verb of an extra against every argument of any of its verbs."""
    total, pairs = torch.zeros(()), 0
    for n, one in enumerate(batch):
        spans = sorted({at for deed in one.deeds for at, _ in deed.arguments})
        if not spans:
            continue
        logits = network.deeds(vectors[n], [deed.at for deed in one.deeds], spans)
        gold = torch.zeros_like(logits)
        for number, deed in enumerate(one.deeds):
            for at, label in deed.arguments:
                gold[number, spans.index(at), DEEDS.index(label)] = 1
        total = total + functional.binary_cross_entropy_with_logits(logits, gold, reduction="sum")
        pairs += logits.shape[0] * logits.shape[1]
    return total / pairs if pairs else None


_PLACED = [PAIR_ROLES.index(role) for role in PLACE_ROLES]
_AT = PAIR_ROLES.index("at")


def _sites(network: Network, vectors: Tensor, batch: Sequence[Example]) -> Tensor | None:
    """Where an extra's word happened: there `at`; elsewhere in no role of a place."""
    total, pairs = torch.zeros(()), 0
    for n, one in enumerate(batch):
        for site in one.sites:
            spans = [*site.there, *site.elsewhere]
            logits = network.roles(vectors[n], [site.at], spans, ["place"] * len(spans))[0]
            there = logits[: len(site.there), _AT]
            total = total + functional.binary_cross_entropy_with_logits(there, torch.ones_like(there), reduction="sum")
            other = logits[len(site.there) :][:, _PLACED]
            total = total + functional.binary_cross_entropy_with_logits(other, torch.zeros_like(other), reduction="sum")
            pairs += len(spans)
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


def loss_of(network: Network, batch: Sequence[Example], beside: Beside | None = None) -> dict[str, Tensor]:
    """Each part of the loss, weighted; `beside` adds one of the batch's vectors."""
    read_ = read(network, batch)
    parts: dict[str, Tensor | None] = {"beside": beside(batch, read_) if beside else None}
    vectors = network.dropout(read_)
    for layer, head in network.layers.items():
        gold = padded([one.tags.get(layer, [UNKNOWN] * one.length) for one in batch], UNKNOWN)
        if bool((gold != UNKNOWN).any()):
            parts[layer] = functional.cross_entropy(head(vectors).flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN)
    parts |= _labelled(network, vectors, batch)
    parts |= {"role": _roles(network, vectors, batch), "pointer": _pointers(network, vectors, batch)}
    parts |= {"deed": _deeds(network, vectors, batch), "site": _sites(network, vectors, batch)}
    return {name: part * WEIGHTS.get(name, 1.0) for name, part in parts.items() if part is not None}


def warmed(optimiser: torch.optim.Optimizer, steps: int, share: float) -> torch.optim.lr_scheduler.LRScheduler:
    """Rates that rise over the first share of all steps, then fall to 0."""
    warm = share * steps + 1
    return torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1.0, step / warm) * max(0.0, 1 - step / steps))


def _batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of like length, in random order: less padding, twice as fast."""
    ordered = sorted(examples, key=lambda one: one.length + rng.random() * 12)
    found = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    rng.shuffle(found)
    return found


def _drawn(extras: Mapping[str, Sequence[Example]], rng: random.Random) -> list[Example]:
    """This epoch's extras."""
    return [
        one
        for source, share in SHARES.items()
        for one in rng.sample(list(extras.get(source, ())), min(share, len(extras.get(source, ()))))
    ]


def fit(
    network: Network,
    examples: Sequence[Example],
    extras: Mapping[str, Sequence[Example]],
    schedule: Schedule,
    tell: Callable[[int, dict[str, float]], None] = lambda _epoch, _losses: None,
    beside: Beside | None = None,
) -> None:
    """Fit the network in place to the corpus and, a share an epoch, to the extras by source.

    `tell` hears each epoch's mean losses; `beside` adds a part to them. The same seed and data give the same weights.
    """
    rng = random.Random(schedule.seed)  # noqa: S311 # a reproducible shuffle, no secret
    torch.manual_seed(schedule.seed)
    encoder = [p for name, p in network.named_parameters() if name.startswith("bert.")]
    heads = [p for name, p in network.named_parameters() if not name.startswith("bert.")]
    groups = [{"params": encoder, "lr": schedule.rate}, {"params": heads, "lr": schedule.rate * schedule.heads}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    read_an_epoch = len(examples) + sum(min(share, len(extras.get(name, ()))) for name, share in SHARES.items())
    steps = schedule.epochs * math.ceil(read_an_epoch / schedule.batch)
    rates = warmed(optimiser, steps, schedule.warm)
    network.train()
    for epoch in range(schedule.epochs):
        heard: Counter[str] = Counter()
        if epoch == schedule.epochs - schedule.rounded:
            round_off(network.bert)
            round_off(network.layers)
        batches = _batches([*examples, *_drawn(extras, rng)], schedule.batch, rng)
        for batch in batches:
            parts = loss_of(network, batch, beside)
            optimiser.zero_grad()
            torch.stack(list(parts.values())).sum().backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            rates.step()
            heard.update({name: float(part.detach()) for name, part in parts.items()})
        tell(epoch, {name: total / len(batches) for name, total in heard.items()})
    network.eval()
