"""Parts: "eastern X", "the north-west of Y": where in a land they lie, from the towns in them."""

import math
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from dateline.gazetteer.divisions import middle

SHARE = 0.25
"""The part of a land's extent that its east (north, south-west, ...) takes in: its outer quarter, measured across.

Seventeen regions of wars that have a name of this form (eastern Congo, north-west Pakistan, southern Afghanistan, ...)
against their towns that are told of most: the point lies 190 km from them in the median for a quarter, 240 for a third,
320 for a half; the country's own point 440.
"""
_CELL = 0.5  # degrees; one vote a cell, as for divisions
_FEWEST = 4  # settled cells; a land of fewer has no parts that one could tell apart
_WAYS: Mapping[str, tuple[int, int]] = MappingProxyType({
    "n": (0, 1), "s": (0, -1), "e": (1, 0), "w": (-1, 0), "ne": (1, 1), "nw": (-1, 1), "se": (1, -1), "sw": (-1, -1),
})  # fmt: skip
"""East and north of every point of the compass."""


class Part(NamedTuple):
    """The middle of a part of a land, and a radius (km) that holds nine in ten of its settled cells."""

    lat: float
    lon: float
    km: float


def part_of(towns: Iterable[tuple[float, float]], side: str) -> Part | None:
    """The part of a land that lies to one side of it (n, ne, e, ...); None where its towns are too few to tell.

    `towns` are their latitudes and longitudes, the largest first.
    """
    cells = {(math.floor(lat / _CELL), math.floor(lon / _CELL)): (lat, lon) for lat, lon in towns}
    if len(cells) < _FEWEST:
        return None
    points = list(cells.values())
    narrowing = math.cos(math.radians(sum(lat for lat, _ in points) / len(points)))
    east, north = _WAYS[side]
    away = [(lon * narrowing * east + lat * north, (lat, lon)) for lat, lon in points]
    least, most = min(away)[0], max(away)[0]
    return Part(*middle([point for far, point in away if far >= most - (most - least) * SHARE]))
