"""Sameness: can two mentions be one place, one actor, one target?"""

import re

from dateline.gazetteer.entry import distance_km
from dateline.model import Actor, Place

AREAS = {"admin1", "region", "country", "sea"}
"""Precisions of places too wide to be where one thing happened."""


def kilometres(a: Place, b: Place) -> float | None:
    """The distance of two places' points, or None where one has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def one_place(a: Place, b: Place) -> bool | None:
    """Whether two places can be where one thing happened: yes, no, or None where they say too little."""
    if a.text.casefold() == b.text.casefold() or (a.geonameid is not None and a.geonameid == b.geonameid):
        return True
    if a.country and b.country and a.country != b.country:
        return False
    for wide, narrow in ((a, b), (b, a)):
        if wide.precision == "country" and narrow.country == wide.country:
            return None
        if wide.precision == "admin1" and wide.country == narrow.country:
            return None if wide.name is None or wide.name == narrow.admin1 else False
    if a.precision in AREAS or b.precision in AREAS:
        return None
    apart = kilometres(a, b)
    if apart is None:
        return None
    return apart <= (a.uncertainty_km or 5) + (b.uncertainty_km or 5)


def same_actor(a: Actor, b: Actor) -> bool:
    """Whether two mentions are one actor: one id, or one wording."""
    if a.id is not None and b.id is not None:
        return a.id == b.id
    return a.text.casefold() == b.text.casefold()


def same_target(a: Actor, b: Actor) -> bool:
    """Whether two mentions of who or what was hit can be one: one actor, a name and part of it, or one head word.

    "The Cano Limon oil pipeline" is taken up as "the pipeline", "Luis Carlos Galan" as "Galan".
    """
    if same_actor(a, b):
        return True
    if a.sort == b.sort == "person" and a.name and b.name:
        one, other = set(a.name.casefold().split()), set(b.name.casefold().split())
        return one <= other or other <= one
    return _head(a.text) == _head(b.text)


def _head(text: str) -> str:
    """The head word of a mention, its plural's -s taken off."""
    words = _BEHIND_HEAD.split(text.casefold())[0].split()
    return words[-1].rstrip("s") if words else text.casefold()


_BEHIND_HEAD = re.compile(r"\s(?:of|in|at|on|from|near|for|to)\b")
