"""Corrections as people write them, "killed=12-14", into a field and its value."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, get_args

from dateline.errors import SettingsError

if TYPE_CHECKING:
    from dateline.codebook.registry import Registry
    from dateline.gazetteer import Gazetteer
    from dateline.model import JoinedIncident

FORMS = (
    "kind=KIND, status=STATUS, background=yes|no, day=2017-11-03 or day=2017-11-01..2017-11-03, "
    "killed=12, killed=12-14, killed=12+ (and so wounded, abducted, ...), actor=ID or target=ID (of dateline actors; "
    "several with commas), place=GEONAMEID, any field as JSON: losses='[{...}]', or a column of a rulebook's rows: "
    "rows.ucdp.best=13"
)
_NUMBERS = re.compile(r"(\d+)(?:-(\d+)|(\+))?")
_JSON = ("time", "actors", "targets", "places", "losses")


def correction_of(
    words: str, incident: "JoinedIncident", registry: "Registry", gazetteer: "Gazetteer"
) -> tuple[str, Any]:
    """The field and the value of a correction. Raises SettingsError where the words have none of the FORMS."""
    from dateline.model import LossKind

    field, equals, value = words.partition("=")
    field, value = field.strip().lower(), value.strip()
    if not equals or not field or not value:
        raise SettingsError(f"{words!r} is no correction; write {FORMS}")
    if field in ("kind", "status"):
        return field, value
    if field == "background":
        return field, _yes(value)
    if field == "day":
        return "time", _days(value)
    if field in get_args(LossKind):
        return "losses", _losses(field, value, incident)
    if field in ("actor", "target"):
        return f"{field}s", [_actor(one.strip(), registry) for one in value.split(",")]
    if field == "place":
        return "places", [_place(value, gazetteer)]
    if field.startswith("rows."):
        return field, _cell(value)
    if field in _JSON:
        return field, _json(field, value)
    raise SettingsError(f"{field!r} cannot be corrected; write {FORMS}")


def _yes(value: str) -> bool:
    if value.lower() not in ("yes", "no"):
        raise SettingsError(f"background={value}: write yes or no")
    return value.lower() == "yes"


def _days(value: str) -> dict[str, str]:
    first, _, last = value.partition("..")
    try:
        days = [date.fromisoformat(day.strip()) for day in (first, last or first)]
    except ValueError as error:
        raise SettingsError(f"day={value}: write 2017-11-03, or 2017-11-01..2017-11-03") from error
    granularity = "day" if days[0] == days[1] else "days"
    return {"from": days[0].isoformat(), "to": days[1].isoformat(), "granularity": granularity}


def _losses(loss: str, value: str, incident: "JoinedIncident") -> list[dict[str, Any]]:
    """The incident's rows with those of this loss replaced by one."""
    found = _NUMBERS.fullmatch(value)
    if found is None:
        raise SettingsError(f"{loss}={value}: write {loss}=12, {loss}=12-14, or {loss}=12+ for at least 12")
    low = int(found[1])
    high = None if found[3] else int(found[2] or low)
    groups = {row.group for row in incident.losses if row.loss == loss}
    others = [row.model_dump(mode="json") for row in incident.losses if row.loss != loss]
    group = groups.pop() if len(groups) == 1 else "unknown"
    return [*others, {"loss": loss, "group": group, "low": low, "best": low, "high": high}]


def _actor(identifier: str, registry: "Registry") -> dict[str, Any]:
    entry = registry.get(identifier)
    if entry is None:
        raise SettingsError(f"there is no actor {identifier!r}; dateline actors search finds them")
    told = {"id": entry.id, "name": entry.name, "country": entry.country, "sector": entry.sector}
    return {**told, "sort": entry.sort}


def _place(value: str, gazetteer: "Gazetteer") -> dict[str, Any]:
    entry = gazetteer.entry(int(value)) if re.fullmatch(r"-?\d+", value) else None
    if entry is None:
        raise SettingsError(f"place={value}: there is no such place; dateline gazetteer search tells the numbers")
    precision = {"town": "town", "spot": "town", "site": "near", "subdistrict": "district"}.get(entry.kind, entry.kind)
    told = {"geonameid": entry.geonameid, "name": entry.name, "lat": entry.lat, "lon": entry.lon}
    where = {"country": entry.country, "admin1": entry.admin1, "uncertainty_km": entry.radius_km}
    return {**told, **where, "precision": precision}


def _cell(value: str) -> int | float | str:
    """A cell of a row: a number where it is one."""
    for form in (int, float):
        try:
            return form(value)
        except ValueError:
            continue
    return value


def _json(field: str, value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError as error:
        raise SettingsError(f"{field}={value}: is no JSON ({error}); write {FORMS}") from error


def corrections_of(
    given: Sequence[str], incident: "JoinedIncident", registry: "Registry", gazetteer: "Gazetteer"
) -> dict[str, Any]:
    """The fields of several corrections; later ones build on earlier ones of the same field."""
    from dateline.model import Loss

    found: dict[str, Any] = {}
    for words in given:
        field, value = correction_of(words, incident, registry, gazetteer)
        found[field] = value
        if field == "losses":
            words_of_first = {"start": 0, "end": 1, "text": "-"}
            rows = tuple(Loss.model_validate({**words_of_first, **row}) for row in value)
            incident = incident.model_copy(update={"losses": rows})
    return found
