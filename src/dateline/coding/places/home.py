"""Home: the country that a report is filed from and mostly about, where its dateline says so."""

from collections import Counter

from dateline.codebook.registry import Registry
from dateline.coding.text.document import Document
from dateline.gazetteer import Gazetteer
from dateline.model import Evidence, Place, Span

MOSTLY = 0.45
"""A country is the report's own where at least this share of all places that it names lie there."""


def find_home(
    document: Document, places: tuple[Place, ...], gazetteer: Gazetteer, registry: Registry
) -> tuple[Place, ...]:
    """The country of the dateline's place, its span the dateline's; empty where fewer of the report's places lie there.

    What the report tells without a place happened there as far as one can know.
    """
    span = document.heading.place if document.heading else None
    filed = next((place for place in places if place.place_in_text == span), None)
    counted = Counter(place.country for place in places if place.country)
    if filed is None or filed.country is None or counted[filed.country] < MOSTLY * sum(counted.values()):
        return ()
    matches = gazetteer.find(registry.alpha3(filed.country) or filed.country)
    entry = next((m.entry for m in matches if m.entry.kind == "country" and m.entry.country == filed.country), None)
    if entry is None:
        return ()
    return (
        Place(
            **Span.of(document.text, filed.start, filed.end).model_dump(),
            geonameid=entry.geonameid,
            name=entry.name,
            lat=round(entry.lat, 5),
            lon=round(entry.lon, 5),
            country=entry.country,
            precision="country",
            uncertainty_km=entry.radius_km,
            evidence=Evidence(
                rule="places.home", score=0.5,
                note=f"no place is told; the report is filed from {filed.text} and mostly about {entry.name}",
            ),
        ),
    )  # fmt: skip
