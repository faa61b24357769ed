"""The pipeline: the only place that knows the order of all steps."""

from dateline.pipeline.coder import Coder

__all__ = ["Coder"]
