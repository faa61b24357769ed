"""Standing: one small number that tells how well known a name's bearer is, kept beside the name so that one look in an
index gives the best-known bearer of a name among thousands.

From the highest bits to the lowest: what `order` makes of bearer and way (256 steps, the best is 0), whether it is the
user's own, kind, people in 16 classes, way.
"""

import math
from functools import lru_cache

from dateline.gazetteer.entry import Fame, Kind, Way
from dateline.gazetteer.order import worth

WAYS: tuple[Way, ...] = ("name", "alias", "article", "sound", "fuzzy")
KINDS: tuple[Kind, ...] = (
    "country", "admin1", "region", "sea", "site", "district", "town", "subdistrict", "spot",
)  # fmt: skip
PEOPLE = (
    0, 1, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000,
    10_000_000,
)  # fmt: skip


@lru_cache(1 << 16)
def standing_of(kind: Kind, population: int, way: int, *, own: bool = False) -> int:
    """The standing of a bearer of that kind and population, whom a name fits that way (an index into WAYS)."""
    steps = min(255, int(20 * math.log10(worth(kind, population, WAYS[way], own=own) + 1)))
    people = sum(population >= least for least in PEOPLE) - 1
    return (255 - steps) << 12 | int(not own) << 11 | KINDS.index(kind) << 7 | people << 3 | way


def way_of(standing: int) -> Way:
    """The way of that standing."""
    return WAYS[standing & 7]


def fame_of(standing: int) -> Fame:
    """What a standing tells; the population is the least of its class."""
    return Fame(KINDS[standing >> 7 & 15], PEOPLE[standing >> 3 & 15], way_of(standing), not standing >> 11 & 1)
