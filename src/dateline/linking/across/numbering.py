"""Numbering: numbers of 64 bits with a sign for texts and names, the same in every process and on every machine."""

import json
from collections.abc import Hashable
from hashlib import blake2b

from dateline.linking.across.clustering import Name


def text_of(value: Hashable) -> str:
    """The text of a value of texts, numbers and tuples of them, the same everywhere: JSON in ASCII."""
    return json.dumps(value, separators=(",", ":"))


def number_of(value: Hashable) -> int:
    """The number of such a value, as if drawn by chance (Python's own `hash` differs from process to process)."""
    return int.from_bytes(blake2b(text_of(value).encode("ascii"), digest_size=8).digest(), "big", signed=True)


Rank = tuple[int, Name]


def rank_of(name: Name) -> Rank:
    """The rank of a trace, by its name: who stands first in a full block (`blocking.MOST`)."""
    return number_of(name), name
