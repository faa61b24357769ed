"""Lessening: a smaller network out of a fitted one, by keeping some blocks and, in each, the neurons that say most.

What was tried, each taught 10,000 sentences once (distilling.py), by how unlike its teacher it stayed on 400 others,
and the milliseconds that 540 word pieces take, rounded, on one core (six blocks of 1536: 103):

| blocks | neurons | unlike | ms |
|---|---:|---:|---:|
| 0, 2, 4, 5 | 384 | .365 | 36 |
| 0, 2, 4 | 768 | .385 | 36 |
| 1, 4 | 1152 | .416 | 28 |
"""

from collections.abc import Sequence
from copy import deepcopy

import torch
from torch import Tensor, nn

from training.tagger.examples import Example
from training.tagger.fitting import read
from training.tagger.network import Network

BLOCKS, WIDTH = (0, 2, 4, 5), 384
"""The blocks that are kept, and how many inner neurons of each."""
HEARD = 600
"""Examples on which neurons are heard."""


def lessened(network: Network, blocks: Sequence[int], width: int, examples: Sequence[Example]) -> Network:
    """A copy with only these blocks of the encoder (numbers from 0) and `width` inner neurons in each.

    A neuron says as much as it is loud on the examples, on the mean, times how far its output reaches.
    """
    loudness = _loudness(network, examples)
    made = deepcopy(network)
    made.bert.encoder.layer = nn.ModuleList(made.bert.encoder.layer[number] for number in blocks)
    for number, block in zip(blocks, made.bert.encoder.layer, strict=True):
        said = loudness[number] * block.output.dense.weight.detach().norm(dim=0)
        kept = said.topk(width).indices.sort().values
        block.intermediate.dense = _part(block.intermediate.dense, rows=kept)
        block.output.dense = _part(block.output.dense, columns=kept)
    return made


def _part(whole: nn.Linear, *, rows: Tensor | None = None, columns: Tensor | None = None) -> nn.Linear:
    weight, bias = whole.weight.detach(), whole.bias.detach()
    if rows is not None:
        weight, bias = weight[rows], bias[rows]
    if columns is not None:
        weight = weight[:, columns]
    made = type(whole)(weight.shape[1], weight.shape[0])
    made.weight, made.bias = nn.Parameter(weight.clone()), nn.Parameter(bias.clone())
    return made


def _loudness(network: Network, examples: Sequence[Example], batch: int = 32) -> list[Tensor]:
    """The mean size of each inner neuron's output, by block."""
    totals: list[Tensor] = [torch.zeros(())] * len(network.bert.encoder.layer)

    def hear(number: int, given: Tensor) -> None:
        totals[number] = totals[number] + given.abs().mean(dim=(0, 1))

    hooks = [
        block.intermediate.register_forward_hook(lambda _module, _given, made, number=number: hear(number, made))
        for number, block in enumerate(network.bert.encoder.layer)
    ]
    network.eval()
    with torch.no_grad():
        for begin in range(0, len(examples), batch):
            read(network, examples[begin : begin + batch])
    for hook in hooks:
        hook.remove()
    return totals
