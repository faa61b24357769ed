"""Precision: UCDP's and ACLED's codes for how well a place and a day are known, from dateline's one scale.

Sources: UCDP GED Codebook (where_prec 1 to 7, date_prec 1 to 5); ACLED Codebook (geo_precision, time_precision 1 to 3).
None where the book has no code: ACLED files no event of which only the country or the year is known.
"""

from collections.abc import Mapping

from dateline.model import Place, Time
from dateline.model.place import Precision

NEAR_KM = 25.0
"""UCDP's code 2: "within about 25 km of a known point"; what is near but wider than that is a fuzzy area, code 5."""
_UCDP: Mapping[Precision, int] = {
    "exact": 1, "town": 1, "near": 2, "district": 3, "admin1": 4, "region": 5, "country": 6, "sea": 7,
}  # fmt: skip
_ACLED: Mapping[Precision, int] = {
    "exact": 1, "town": 1, "near": 2, "district": 2, "admin1": 3, "region": 3, "sea": 3,
}  # fmt: skip
_WEEK, _MONTH, _YEAR = 7, 31, 366


def ucdp_where(place: Place) -> int | None:
    """UCDP's where_prec of a place; None where nothing is known of it."""
    if place.precision is None:
        return None
    if place.precision == "near" and (place.uncertainty_km or 0.0) > NEAR_KM:
        return 5
    return _UCDP[place.precision]


def acled_where(place: Place) -> int | None:
    """ACLED's geo_precision of a place; None for a country as a whole, or where nothing is known."""
    if place.precision is None:
        return None
    if place.precision == "near" and (place.uncertainty_km or 0.0) > NEAR_KM:
        return 3
    return _ACLED.get(place.precision)


def ucdp_when(time: Time | None) -> int | None:
    """UCDP's date_prec of an interval; None where it is open or longer than a year."""
    days = _days(time)
    if days is None or days > _YEAR:
        return None
    return 1 if days == 1 else 2 if days < _WEEK else 3 if days == _WEEK else 4 if days <= _MONTH else 5


def acled_when(time: Time | None) -> int | None:
    """ACLED's time_precision of an interval; None where it is open or longer than a month."""
    days = _days(time)
    if days is None or days > _MONTH:
        return None
    return 1 if days == 1 else 2 if days <= _WEEK else 3


def _days(time: Time | None) -> int | None:
    if time is None or time.first is None or time.last is None:
        return None
    return (time.last - time.first).days + 1
