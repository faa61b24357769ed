"""Strands: an event whose words tell of one act in several towns ("retook Mosul, Tal Afar and Hawija") is several
occurrences; each strand is that event at one of its places.
"""

from dateline.codebook import Codebook
from dateline.linking.sameness import AREAS, one_place
from dateline.model import Event, Place


def strands_of(event: Event, codebook: Codebook) -> tuple[Event, ...]:
    """The event itself, or one copy for each town that it says was taken or lost, where those lie apart.

    Only acts that change control are parted: a town falls once, while a bombardment or a protest may span several.
    """
    towns = _towns(event)
    if codebook.kinds[event.kind].control not in ("gains", "loses") or len(towns) < 2:
        return (event,)
    rest = tuple(place for place in event.places if place not in towns)
    return tuple(event.model_copy(update={"places": (town, *rest)}) for town in towns)


def _towns(event: Event) -> list[Place]:
    """The event's places, areas left out, of which no two can be one."""
    kept: list[Place] = []
    for place in event.places:
        apart = all(one_place(place, other) is False for other in kept)
        if place.role == "at" and place.precision not in AREAS and place.lat is not None and apart:
            kept.append(place)
    return kept
