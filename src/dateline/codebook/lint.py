"""Lint: what a reader of the codebook would object to, beyond what loading already refuses.

Used by the tests on our own files and on loading with overlays, so that an expert's slip is told with its place.
"""

from collections.abc import Iterator

from dateline.codebook.book import Codebook
from dateline.codebook.kinds import SCHEMES, Condition, CrosswalkRule, Kind, Scheme
from dateline.model import ActorSector, LossKind, Status
