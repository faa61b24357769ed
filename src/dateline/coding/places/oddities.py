"""Oddities: what a report says of its places that cannot well be."""

import re
from itertools import pairwise

from dateline.coding.text.document import Document
from dateline.model import Notice, Place

_FAR_KM = 60.0  # no town's own quarter lies farther out; Chongqing's and Istanbul's outermost do not
_MILE_KM = 1.609344
_DISTANCE = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*[- ]?(?P<unit>km|kms|kilomet(?:er|re)s?|miles?)\b", re.IGNORECASE
)
_JOINED = re.compile(r"\s*[(,–—-]?\s*(?:which (?:is|lies)|lying|located|some|about)?\s*")


def place_notices(document: Document, places: tuple[Place, ...]) -> tuple[Notice, ...]:
    """A notice for every quarter that is said to lie far from the middle of its own town."""
    notices: list[Notice] = []
    for part, town in pairwise(places):
        if part.precision != "near" or part.geonameid is not None or part.extent is None or town.extent is None:
            continue
        same_point = (part.lat, part.lon) == (town.lat, town.lon) and part.lat is not None
        stated = _stated_km(town.extent.text)
        gap = document.text[part.extent.end : town.extent.start]
        if same_point and stated is not None and stated > _FAR_KM and _JOINED.fullmatch(gap):
            message = (
                f'"{_line(part.extent.text)}" is said to lie "{_line(town.extent.text)}": {stated:.0f} km from '
                f"the middle of {town.name}, the town that it is part of"
            )
            notices.append(
                Notice(code="far-from-own-town", message=message, start=part.extent.start, end=town.extent.end)
            )
    return tuple(notices)


def _line(text: str) -> str:
    return " ".join(text.split())


def _stated_km(extent: str) -> float | None:
    match = _DISTANCE.match(extent)
    if not match:
        return None
    number = float(match["number"].replace(",", ""))
    return number * (_MILE_KM if match["unit"].lower().startswith("mile") else 1.0)
