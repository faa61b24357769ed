"""Frozen: small types whose fields are set once, when they are made."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Kind = TypeVar("Kind")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[Kind]) -> type[Kind]:
    """A dataclass with slots and a hash whose fields the type checker lets nobody set again.

    At run time nobody watches: Python's own frozen dataclasses take four to six times as long to make (2.0 us against
    0.3 for thirteen fields), and coding a report makes 1,300 of them.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
