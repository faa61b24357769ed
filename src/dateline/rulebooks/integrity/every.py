"""Tests that rows of every scheme must pass."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.model import Row
from dateline.rulebooks.integrity.checking import Check, Values, number, of_each

FAR_KM = 60.0
"""Two points of one name in one division further apart than this are two places, or one is wrong."""


def _twice(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for identifier, times in Counter(row.id for row in rows).items():
        if times > 1:
            yield identifier, f"its id stands {times} times"


def _same(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Rows that say the same in every column but those that name the row."""
    seen: dict[tuple[object, ...], str] = {}
    for row in rows:
        key = tuple((name, value) for name, value in row.values.items() if name not in _NAMING)
        if key in seen:
            yield row.id, f"says the same as {seen[key]}"
        seen.setdefault(key, row.id)


_NAMING = frozenset({"id", "relid", "event_id_cnty", "timestamp", "incident"})


def _shared(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """An incident may make several rows, but not with the same toll counted in full in each of them."""
    toll = ("best", "fatalities")
    counted: dict[tuple[str, object], str] = {}
    for row in rows:
        value = next((row.values[name] for name in toll if row.values.get(name)), None)
        if value is None or (number(value) or 0) < 10:
            continue
        for incident in row.incidents:
            if (incident, value) in counted:
                yield row.id, f"counts the {value} dead of {incident} again, after {counted[incident, value]}"
            counted.setdefault((incident, value), row.id)


def _no_incident(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if not row.incidents:
            yield row.id, "rests on no incident"


def _no_basis(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        told = {column for basis in row.basis for column in basis.columns}
        if not told:
            yield row.id, "no rule says where its values come from"


def _point(values: Values) -> str | None:
    lat, lon = number(values.get("latitude")), number(values.get("longitude"))
    if (lat is None) != (lon is None):
        return "has one coordinate without the other"
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return f"lies at {lat}, {lon}, which is nowhere"
    return None


def _origin(values: Values) -> str | None:
    if number(values.get("latitude")) == 0 and number(values.get("longitude")) == 0:
        return "lies at 0, 0"
    return None


def _country(values: Values) -> str | None:
    return None if values.get("country") or "country" not in values else "names no country"


def _text(values: Values) -> str | None:
    wrong = [name for name, value in values.items() if isinstance(value, str) and ("\n" in value or "\t" in value)]
    return f"has line ends or tabs in {', '.join(wrong)}" if wrong else None


def _blank(values: Values) -> str | None:
    wrong = [name for name, value in values.items() if isinstance(value, str) and value and value != value.strip()]
    return f"has blanks at the ends of {', '.join(wrong)}" if wrong else None


EVERY: tuple[Check, ...] = (
    Check("ids.once", "every row's id stands once", _twice),
    Check("rows.once", "no two rows say the same", _same),
    Check("dead.once", "a toll of ten or more stands in one row of its incident", _shared),
    Check("rows.incident", "every row rests on an incident", _no_incident),
    Check("rows.basis", "every row says by which rules it came about", _no_basis),
    of_each("point.real", "latitude and longitude come together and lie on the earth", _point),
    of_each("point.zero", "no point at 0, 0", _origin),
    of_each("country.told", "every row names a country", _country),
    of_each("text.lines", "no line ends or tabs within a value", _text),
    of_each("text.blanks", "no blanks at the ends of a value", _blank),
)
