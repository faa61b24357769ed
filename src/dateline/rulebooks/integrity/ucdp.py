"""Tests of UCDP GED rows: sums, dyads against types, days, places, ids."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from dateline.model import Cell, Row
from dateline.rulebooks.integrity.checking import Check, Values, number, of_each

DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_GOVERNMENT = "Government of "
_POINT = re.compile(r"POINT \((-?[\d.]+) (-?[\d.]+)\)")
_FIRST_YEAR = 1989
_LONGEST: dict[int, int] = {1: 1, 2: 6, 3: 7, 4: 31, 5: 366}
"""The most days that each date_prec may span."""


def day(value: Cell) -> date | None:
    """A cell as a day, None where it holds none."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _sum(v: Values) -> str | None:
    told = sum(number(v.get(name)) or 0 for name in DEATHS)
    return None if told == number(v.get("best")) else f"the dead of all sides are {told:.0f}, best is {v.get('best')}"


def _order(v: Values) -> str | None:
    low, best, high = (number(v.get(name)) for name in ("low", "best", "high"))
    if low is None or best is None or high is None:
        return "lacks one of low, best and high"
    return None if low <= best <= high else f"low {low:.0f}, best {best:.0f}, high {high:.0f} are not in this order"


def _negative(v: Values) -> str | None:
    wrong = [name for name in (*DEATHS, "best", "high", "low") if (number(v.get(name)) or 0) < 0]
    return f"has less than nobody dead in {', '.join(wrong)}" if wrong else None


def _whole(v: Values) -> str | None:
    wrong = [n for n in (*DEATHS, "best", "high", "low") if (x := number(v.get(n))) is not None and x != int(x)]
    return f"has parts of people in {', '.join(wrong)}" if wrong else None


def _somebody(v: Values) -> str | None:
    return None if (number(v.get("high")) or 0) >= 1 else "nobody is dead by any estimate"


def _many(v: Values) -> str | None:
    return "has more than 5,000 dead: a war's toll?" if (number(v.get("best")) or 0) > 5000 else None


def _wide_range(v: Values) -> str | None:
    low, high = number(v.get("low")) or 0, number(v.get("high")) or 0
    return f"runs from {low:.0f} to {high:.0f} dead" if high > 50 and high > 20 * max(low, 1) else None


def _governments(v: Values) -> int:
    return sum(str(v.get(side) or "").startswith(_GOVERNMENT) for side in ("side_a", "side_b"))


def _state_based(v: Values) -> str | None:
    return "is state-based without a government" if v.get("type_of_violence") == 1 and not _governments(v) else None


def _non_state(v: Values) -> str | None:
    return "is non-state with a government" if v.get("type_of_violence") == 2 and _governments(v) else None


def _one_sided(v: Values) -> str | None:
    wrong = v.get("type_of_violence") == 3 and v.get("side_b") != "Civilians"
    return f"is one-sided, and side_b is {v.get('side_b')}" if wrong else None


def _civilians(v: Values) -> str | None:
    wrong = v.get("type_of_violence") != 3 and "Civilians" in (v.get("side_a"), v.get("side_b"))
    return "has civilians for a side and is not one-sided" if wrong else None


def _government_first(v: Values) -> str | None:
    first, second = str(v.get("side_a") or ""), str(v.get("side_b") or "")
    wrong = v.get("type_of_violence") == 1 and second.startswith(_GOVERNMENT) and not first.startswith(_GOVERNMENT)
    return "has its government second" if wrong else None


def _type(v: Values) -> str | None:
    return None if v.get("type_of_violence") in (1, 2, 3) else f"is of type {v.get('type_of_violence')}"


def _sides(v: Values) -> str | None:
    missing = [side for side in ("side_a", "side_b") if not v.get(side)]
    return f"lacks {', '.join(missing)}" if missing else None


def _against_itself(v: Values) -> str | None:
    return f"has {v.get('side_a')} on both sides" if v.get("side_a") and v.get("side_a") == v.get("side_b") else None


def _dyad_name(v: Values) -> str | None:
    wanted = f"{v.get('side_a')} - {v.get('side_b')}"
    return f"is called {v.get('dyad_name')!r}, not {wanted!r}" if v.get("dyad_name") not in (None, "", wanted) else None


def _dyad_alone(v: Values) -> str | None:
    wrong = v.get("dyad_new_id") and not (v.get("side_a_new_id") and v.get("side_b_new_id"))
    return "has a dyad's id without those of its sides" if wrong and v.get("type_of_violence") != 3 else None


def _one_sided_dead(v: Values) -> str | None:
    wrong = v.get("type_of_violence") == 3 and (number(v.get("deaths_b")) or 0) > 0
    return "is one-sided with dead of side b" if wrong else None


def _days(v: Values) -> str | None:
    first, last = day(v.get("date_start")), day(v.get("date_end"))
    if first is None or last is None:
        return "lacks its first or last day"
    return None if first <= last else f"ends ({last}) before it begins ({first})"


def _one_year(v: Values) -> str | None:
    first, last = day(v.get("date_start")), day(v.get("date_end"))
    return f"runs from {first} to {last}, across a year" if first and last and first.year != last.year else None


def _year(v: Values) -> str | None:
    first = day(v.get("date_start"))
    return f"is of {v.get('year')} and begins on {first}" if first and v.get("year") != first.year else None


def _too_early(v: Values) -> str | None:
    first = day(v.get("date_start"))
    return f"is of {first.year}, before GED begins" if first and first.year < _FIRST_YEAR else None


def _date_prec(v: Values) -> str | None:
    first, last, code = day(v.get("date_start")), day(v.get("date_end")), number(v.get("date_prec"))
    if code is None or int(code) not in _LONGEST:
        return f"has date_prec {v.get('date_prec')}"
    if first is None or last is None:
        return None
    span = (last - first).days + 1
    return f"spans {span} days at date_prec {code:.0f}" if span > _LONGEST[int(code)] else None


def _where_prec(v: Values) -> str | None:
    return None if number(v.get("where_prec")) in range(1, 8) else f"has where_prec {v.get('where_prec')}"


def _point_told(v: Values) -> str | None:
    return None if number(v.get("latitude")) is not None else "has no point"


def _geometry(v: Values) -> str | None:
    found = _POINT.fullmatch(str(v.get("geom_wkt") or ""))
    if found is None:
        return f"has the geometry {v.get('geom_wkt')!r}"
    apart = abs(float(found[1]) - (number(v.get("longitude")) or 0)) + abs(
        float(found[2]) - (number(v.get("latitude")) or 0)
    )
    return "has a geometry that is not its point" if apart > 1e-6 else None


def _cell(v: Values) -> str | None:
    lat, lon, cell = (number(v.get(name)) for name in ("latitude", "longitude", "priogrid_gid"))
    if lat is None or lon is None or cell is None:
        return None
    wanted = int((lat + 90) * 2) * 720 + int((lon + 180) * 2) + 1
    return f"lies in cell {wanted}, not {cell:.0f}" if int(cell) != wanted else None


def _division(v: Values) -> str | None:
    code = number(v.get("where_prec")) or 0
    return "names no adm_1 though its place is known that well" if code <= 4 and not v.get("adm_1") else None


def _too_divided(v: Values) -> str | None:
    return "names an adm_1 though only its country is known" if v.get("where_prec") == 6 and v.get("adm_1") else None


def _clarity(v: Values) -> str | None:
    return None if v.get("event_clarity") in (1, 2) else f"has event_clarity {v.get('event_clarity')}"


def _sources(v: Values) -> str | None:
    told = number(v.get("number_of_sources"))
    return "counts no source" if told is None or told < 1 else None


def _one_point(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """One name in one first-order division has one point."""
    seen: dict[tuple[Cell, ...], tuple[Cell, Cell]] = {}
    for row in rows:
        v = row.values
        key = (v.get("country"), v.get("adm_1"), v.get("where_coordinates"))
        point = (v.get("latitude"), v.get("longitude"))
        if key[2] and seen.setdefault(key, point) != point:
            yield row.id, f"puts {key[2]} at {point}, another row at {seen[key]}"


def _one_name(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """One id has one name."""
    seen: dict[tuple[str, Cell], Cell] = {}
    for row in rows:
        for what in ("side_a", "side_b", "dyad", "conflict"):
            name, number_ = row.values.get(what if "side" in what else f"{what}_name"), row.values.get(f"{what}_new_id")
            kind = what.split("_")[0]
            if number_ and name and seen.setdefault((kind, number_), name) != name:
                yield row.id, f"calls {kind} {number_} {name!r}, another row {seen[kind, number_]!r}"


def _told_twice(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """One dyad, one place, one span of days: one row."""
    seen: dict[tuple[Cell, ...], str] = {}
    for row in rows:
        key = tuple(row.values.get(n) for n in ("dyad_name", "where_coordinates", "date_start", "date_end"))
        clear = row.values.get("event_clarity")
        if None not in key and (*key, clear) in seen:
            yield row.id, f"has dyad, place and days of {seen[(*key, clear)]}"
        seen.setdefault((*key, clear), row.id)


UCDP: tuple[Check, ...] = (
    of_each("ucdp.deaths.sum", "the dead of all sides add up to best", _sum),
    of_each("ucdp.deaths.order", "low, best and high are in this order", _order),
    of_each("ucdp.deaths.negative", "nobody is dead less than not at all", _negative),
    of_each("ucdp.deaths.whole", "the dead are whole numbers", _whole),
    of_each("ucdp.deaths.some", "somebody is dead by some estimate", _somebody),
    of_each("ucdp.deaths.many", "no more than 5,000 dead in one event", _many),
    of_each("ucdp.deaths.range", "high is not twenty times low", _wide_range),
    of_each("ucdp.type.known", "the type of violence is 1, 2 or 3", _type),
    of_each("ucdp.type.state", "state-based violence has a government", _state_based),
    of_each("ucdp.type.nonstate", "non-state violence has none", _non_state),
    of_each("ucdp.type.onesided", "one-sided violence is against civilians", _one_sided),
    of_each("ucdp.type.civilians", "civilians are a side of one-sided violence alone", _civilians),
    of_each("ucdp.type.dead", "one-sided violence has no dead of side b", _one_sided_dead),
    of_each("ucdp.sides.told", "both sides are told", _sides),
    of_each("ucdp.sides.two", "nobody fights himself", _against_itself),
    of_each("ucdp.sides.order", "a government stands first", _government_first),
    of_each("ucdp.dyad.name", "a dyad is called by its sides", _dyad_name),
    of_each("ucdp.dyad.ids", "a dyad has an id only where its sides have", _dyad_alone),
    of_each("ucdp.days.order", "the first day is there and not after the last", _days),
    of_each("ucdp.days.year", "no event crosses a year", _one_year),
    of_each("ucdp.days.own", "year is that of the first day", _year),
    of_each("ucdp.days.early", "nothing before 1989", _too_early),
    of_each("ucdp.days.precision", "no span is longer than date_prec allows", _date_prec),
    of_each("ucdp.place.precision", "where_prec is 1 to 7", _where_prec),
    of_each("ucdp.place.point", "every row has a point", _point_told),
    of_each("ucdp.place.geometry", "geom_wkt is the point", _geometry),
    of_each("ucdp.place.cell", "priogrid_gid is the point's cell", _cell),
    of_each("ucdp.place.division", "a place known to its province names it", _division),
    of_each("ucdp.place.country", "a place known to its country names no province", _too_divided),
    of_each("ucdp.clarity", "event_clarity is 1 or 2", _clarity),
    of_each("ucdp.sources", "there is a source", _sources),
    Check("ucdp.place.name", "one name in one province has one point", _one_point),
    Check("ucdp.ids.name", "one id has one name", _one_name),
    Check("ucdp.rows.once", "one dyad, place and span of days make one row", _told_twice),
)
