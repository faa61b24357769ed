"""The pipeline: the only place that knows the order of all steps. Loaded when first used: who reads a project codes
nothing."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.pipeline.coder import Coder as Coder

__all__ = ["Coder"]


def __getattr__(name: str) -> object:
    if name != "Coder":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dateline.pipeline.coder import Coder

    return Coder
