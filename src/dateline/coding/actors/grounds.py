"""Grounds: where a phrase or an event of a report stands, as theatres of war are looked up by."""

from collections.abc import Iterable

from dateline.codebook.registry import Registry
from dateline.codebook.theatres import Ground, fold_division, part_of
from dateline.model import Place


def ground_of(places: Iterable[Place], registry: Registry, main: str | None = None) -> Ground:
    """The ground that these places tell; `main` (alpha-3) is the report's own country where they tell none."""
    found = tuple(places)
    countries = dict.fromkeys(
        code
        for place in found
        if place.country and place.precision and (code := registry.alpha3(place.country)) is not None
    )
    divisions = frozenset(fold_division(place.admin1) for place in found if place.admin1 and place.country)
    parts = frozenset(part for place in found if place.extent for part in part_of(place.extent.text.lower().split()))
    return Ground(tuple(countries) or ((main,) if main else ()), divisions, parts)
