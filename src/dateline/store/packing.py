"""Packing: how values lie in columns of bytes and text, and how many at a time are asked for."""

import json
import zlib
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, TypeVar

Each = TypeVar("Each")

LONGEST = 500
"""The most letters of words that are looked for: names, places of origin, actors."""

_AT_ONCE = 5_000
_QUICK = 1
"""zlib's level: a record of 120 KB takes 0.6 ms and becomes 18 KB; higher levels gain a sixth and take four times."""


def packed(text: str) -> bytes:
    """A text as compressed UTF-8; halves of surrogate pairs, which are no characters, come back as they were."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)


def unpacked(data: bytes) -> str:
    """The text that `packed` took."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")


def as_json(value: Any) -> str:
    """One text for one value, in ASCII: no database stumbles over a character of a report."""
    return json.dumps(value, separators=(",", ":"), sort_keys=True)


def plain(words: str) -> str:
    """Words fit for any database: without NUL, which PostgreSQL cannot hold, and with halves of surrogate pairs as they
    are written ("\\udcff"), so that they stay apart."""
    return words.replace("\0", "\ufffd").encode("utf-8", "backslashreplace").decode("utf-8")


def sought(words: str) -> str:
    """Plain words that an index can hold (PostgreSQL's take 2,700 bytes): of long ones the beginning and a hash."""
    fit = plain(words)
    return fit if len(fit) <= LONGEST else f"{fit[: LONGEST - 18]}… {sha256(fit.encode()).hexdigest()[:16]}"


def made_by(number: int | None) -> int:
    """The number that an insert has given its row."""
    assert number is not None  # noqa: S101 -- an insert that made no row has raised
    return int(number)


def in_parts(values: Iterable[Each]) -> Iterator[list[Each]]:
    """The values some at a time: SQLite takes at most 32,766 in one question."""
    rest = list(values)
    for start in range(0, len(rest), _AT_ONCE):
        yield rest[start : start + _AT_ONCE]
