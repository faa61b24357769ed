"""The network: MiniLM, a head of tags for each layer, heads for kind, status, sort, role, and a cue's pointers."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from dateline.encoder.heads import distance
from training.auxiliary.propbank import ASPECTS
from training.auxiliary.propbank import LABELS as DEEDS
from training.tagger.examples import Stretch
from training.tagger.layers import ARGUMENTS, LAYERS, Labels, tags

LOOKS = 5
DISTANCES = 24
POINTERS = ("content start", "content end", "source start", "source end")


class Network(nn.Module):
    """One pass of the encoder gives every token's vector; all heads read those vectors.

    `look` adds how a piece is written (case), which the uncased vocabulary drops; it starts at zero. A trigger or span
    is the pair of its first and last vectors. Roles come from both ends' product and sum and their distance.
    """

    def __init__(self, weights: Path, labels: Labels, *, inner: int = 128, dropout: float = 0.1) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(weights, add_pooling_layer=False)
        size = int(self.bert.config.hidden_size)
        self.look = nn.Embedding(LOOKS, size)
        nn.init.zeros_(self.look.weight)
        self.layers = nn.ModuleDict({layer: nn.Linear(size, len(tags(layer))) for layer in LAYERS})
        self.kind = nn.Linear(2 * size, len(labels.kinds))
        self.status = nn.Linear(2 * size, len(labels.statuses))
        self.background = nn.Linear(2 * size, 2)
        self.sort = nn.Linear(2 * size, len(labels.sorts))
        self.role_head = nn.Linear(2 * size, inner)
        self.role_tail = nn.Linear(2 * size, inner)
        self.argument = nn.Embedding(len(ARGUMENTS) + 1, inner)  # the last: a span without a label
        self.distance = nn.Embedding(DISTANCES, inner)
        self.role_inner = nn.Linear(3 * inner, inner)
        self.role = nn.Linear(inner, len(labels.roles))
        self.deed = nn.Linear(inner, len(DEEDS))
        self.aspect = nn.Linear(2 * size, len(ASPECTS))
        self.pointer_cue = nn.ModuleList(nn.Linear(2 * size, inner) for _ in POINTERS)
        self.pointer_token = nn.ModuleList(nn.Linear(size, inner) for _ in POINTERS)
        self.dropout = nn.Dropout(dropout)

    def encode(self, ids: Tensor, looks: Tensor, mask: Tensor) -> Tensor:
        """Vectors of all tokens: (batch, tokens, size)."""
        words = self.bert.embeddings.word_embeddings(ids) + self.look(looks)
        vectors: Tensor = self.bert(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return vectors

    @staticmethod
    def ends(vectors: Tensor, stretches: list[Stretch]) -> Tensor:
        """First and last vectors of each stretch of one passage, side by side: (stretches, 2 * size)."""
        first = torch.tensor([at[0] for at in stretches])
        last = torch.tensor([at[1] for at in stretches])
        return torch.cat([vectors[first], vectors[last]], dim=-1)

    def pairs(self, vectors: Tensor, triggers: list[Stretch], spans: list[Stretch], labels: list[str]) -> Tensor:
        """What is known of each pair: (triggers, spans, inner). A label that is none of ARGUMENTS says nothing."""
        head = self.role_head(self.ends(vectors, triggers))[:, None]
        numbers = [ARGUMENTS.index(label) if label in ARGUMENTS else len(ARGUMENTS) for label in labels]
        tail = (self.role_tail(self.ends(vectors, spans)) + self.argument(torch.tensor(numbers)))[None]
        far = self.distance(torch.tensor([[distance(one, two) for two in spans] for one in triggers]))
        both = torch.cat([head * tail, head + tail, far], dim=-1)
        inner: Tensor = functional.gelu(self.role_inner(both))
        return inner

    def roles(self, vectors: Tensor, triggers: list[Stretch], spans: list[Stretch], labels: list[str]) -> Tensor:
        """Logits of each role for each pair: (triggers, spans, roles)."""
        logits: Tensor = self.role(self.dropout(self.pairs(vectors, triggers, spans, labels)))
        return logits

    def deeds(self, vectors: Tensor, verbs: list[Stretch], spans: list[Stretch]) -> Tensor:
        """Logits of each of PropBank's labels for each pair: (verbs, spans, labels). Only for learning."""
        logits: Tensor = self.deed(self.dropout(self.pairs(vectors, verbs, spans, [""] * len(spans))))
        return logits

    def pointers(self, vectors: Tensor, cue: Stretch) -> Tensor:
        """Logits over tokens of where content and source of a cue begin and end (POINTERS); token 0 is *none*."""
        said = self.ends(vectors, [cue])[0]
        pairs = zip(self.pointer_cue, self.pointer_token, strict=True)
        return torch.stack([token(vectors) @ cue_(said) / 8 for cue_, token in pairs])
