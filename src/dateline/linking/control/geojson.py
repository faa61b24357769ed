"""Control as GeoJSON (RFC 7946): one feature a tenure, for any map."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dateline.model import Tenure, Witness


def as_geojson(tenures: Iterable[Tenure]) -> dict[str, Any]:
    """A FeatureCollection of these tenures, in the order given.

    The geometry is the site's point (longitude, latitude; WGS 84), null where none is known: `uncertainty_km` says
    within which radius of it the place lies. Days are ISO 8601, null where open or unknown.
    """
    return {"type": "FeatureCollection", "features": [_feature(tenure) for tenure in tenures]}


def _feature(tenure: Tenure) -> dict[str, Any]:
    site = tenure.site
    known = site.lat is not None and site.lon is not None
    return {
        "type": "Feature",
        "id": tenure.id,
        "geometry": {"type": "Point", "coordinates": [site.lon, site.lat]} if known else None,
        "properties": {
            "place": site.name,
            "part": site.part,
            "geonameid": site.geonameid,
            "country": site.country,
            "admin1": site.admin1,
            "precision": site.precision,
            "uncertainty_km": site.uncertainty_km,
            "holder": tenure.holder.name,
            "holder_id": tenure.holder.id,
            "level": tenure.level,
            "from": _iso(tenure.first),
            "from_earliest": _iso(tenure.earliest),
            "to": _iso(tenure.last),
            "first_told": _iso(tenure.seen),
            "as_of": _iso(tenure.as_of),
            "ended_by": tenure.ended_by or None,
            "confidence": tenure.confidence,
            "originals": list(tenure.originals),
            "claims": [_claim(witness) for witness in tenure.witnesses],
            "contradictions": [
                {"holder": c.holder, "from": _iso(c.first), "to": _iso(c.last), "note": c.note, "tenure": c.tenure}
                for c in tenure.contradictions
            ],
        },
    }


def _claim(witness: Witness) -> dict[str, Any]:
    return {
        "report": witness.report,
        "event": witness.event,
        "source": witness.voice or witness.original,
        "told": witness.told,
        "start": witness.span.start,
        "end": witness.span.end,
        "words": witness.span.text,
        "as_of": _iso(witness.as_of),
        "denied_by": [c.source.text for c in witness.claims if c.stance == "denies" and c.source is not None],
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
