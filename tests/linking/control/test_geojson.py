"""Control as GeoJSON has the shape that RFC 7946 asks for."""

import json
from typing import Any

import jsonschema
from tests.linking.control.statements import ARMY, LEAGUE, TORIA, control, record

from dateline.linking.control.geojson import as_geojson
from dateline.linking.control.over import work_out_control_over

POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 2,
}
DAY = {"type": ["string", "null"], "pattern": r"^\d{4}-\d{2}-\d{2}$"}
SHAPE: dict[str, Any] = {
    "type": "object",
    "required": ["type", "features"],
    "not": {"anyOf": [{"required": ["crs"]}, {"required": ["coordinates"]}]},
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties", "id"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
                            },
                        ]
                    },
                    "properties": {
                        "type": "object",
                        "required": ["place", "holder", "from", "to", "as_of", "level", "claims", "uncertainty_km"],
                        "properties": {"from": DAY, "to": DAY, "as_of": DAY, "from_earliest": DAY},
                    },
                },
            },
        },
    },
}  # sections 3 to 3.3 of RFC 7946; `crs` is no longer allowed (section 4)


def test_the_shape_of_rfc_7946() -> None:
    nowhere = TORIA.model_copy(update={"lat": None, "lon": None, "geonameid": None, "text": "Minor", "end": 5})
    reports = [
        record("a", control("stated", LEAGUE, 10), control("stated", LEAGUE, 10, where=nowhere)),
        record("b", control("taken", ARMY, 20, said_by=ARMY)),
    ]
    collection = json.loads(json.dumps(as_geojson(work_out_control_over(reports).every())))
    jsonschema.Draft202012Validator(SHAPE).validate(collection)
    geometries = [feature["geometry"] for feature in collection["features"]]
    assert {"type": "Point", "coordinates": [41.0, 34.0]} in geometries
    assert None in geometries
    army = next(f["properties"] for f in collection["features"] if f["properties"]["holder_id"] == "state IRQ")
    assert (army["from"], army["to"], army["level"]) == ("2016-01-20", None, "claimed")
    assert [(c["report"], c["source"], c["words"]) for c in army["claims"]] == [("b", "state of IRQ", "held")]
