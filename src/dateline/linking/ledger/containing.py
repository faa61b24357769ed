"""Containing: can one figure's people be among another's? By place, days and group."""

from datetime import date
from math import inf

from dateline.linking.sameness import AREAS, kilometres, one_place
from dateline.model import Figure, Place

WHOLE_COUNTRY = ("country", "admin1", "region", "district")


def lies_in(inner: Place | None, outer: Place | None) -> bool:
    """Whether a place lies in another or is it; a place that is not told may lie anywhere."""
    if inner is None or outer is None:
        return True
    if inner.country == outer.country and (inner.name or inner.text) == (outer.name or outer.text):
        return True  # a bare name is read as the province's, also where the town is meant
    if outer.precision == "country":
        return inner.country is None or inner.country == outer.country
    if outer.precision == "admin1" and inner.precision != "country":
        if inner.admin1 is None:
            return inner.country is None or inner.country == outer.country
        return inner.country == outer.country and outer.name == inner.admin1
    if inner.precision in AREAS and outer.precision not in AREAS:
        return False
    return one_place(inner, outer) is not False


def is_narrower(inner: Place | None, outer: Place | None) -> bool:
    """Whether a place is told and lies in a wider one that is told too."""
    if inner is None or outer is None or outer.precision not in WHOLE_COUNTRY:
        return False
    order = ("country", "region", "admin1", "district")
    rank = order.index(inner.precision) if inner.precision in order else len(order)
    if rank <= order.index(outer.precision) or not lies_in(inner, outer):
        return False
    return outer.precision in ("country", "admin1") or (kilometres(inner, outer) or inf) <= (outer.uncertainty_km or 0)


def overlaps(one: Figure, other: Figure) -> bool:
    """Whether two figures can be of the same days; unknown days can be any."""
    return not (_before(one.last, other.first) or _before(other.last, one.first))


def _before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def counts_among(inner: str, outer: str) -> bool:
    """Whether people of one group are counted by a figure of another: anybody by "unknown", never the doers unasked."""
    if "perpetrators" in (inner, outer):
        return inner == outer
    return outer == "unknown" or inner in (outer, "unknown")
