"""Tests of ACLED rows: types, actors, codes, days, places."""

from collections.abc import Iterator, Sequence

from dateline.model import Cell, Row
from dateline.rulebooks.integrity.checking import Check, Values, number, of_each
from dateline.rulebooks.integrity.ucdp import day

TYPES: dict[str, frozenset[str]] = {
    "Battles": frozenset({"Armed clash", "Government regains territory", "Non-state actor overtakes territory"}),
    "Explosions/Remote violence": frozenset(
        {
            "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
            "Remote explosive/landmine/IED", "Grenade",
        }
    ),
    "Violence against civilians": frozenset({"Sexual violence", "Attack", "Abduction/forced disappearance"}),
    "Protests": frozenset({"Peaceful protest", "Protest with intervention", "Excessive force against protesters"}),
    "Riots": frozenset({"Violent demonstration", "Mob violence"}),
    "Strategic developments": frozenset(
        {
            "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
            "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory",
            "Other",
        }
    ),
}  # fmt: skip
"""ACLED's sub-event types by event type (ACLED Codebook; ../shared/reference/formats.md of the project's notes)."""


def _text(value: Cell) -> str:
    return "" if value is None else str(value)


def _type(v: Values) -> str | None:
    return None if v.get("event_type") in TYPES else f"is of event type {v.get('event_type')!r}"


def _sub_type(v: Values) -> str | None:
    known = TYPES.get(_text(v.get("event_type")))
    wrong = known is not None and v.get("sub_event_type") not in known
    return f"is a {v.get('sub_event_type')!r} of {v.get('event_type')!r}" if wrong else None


def _actor(v: Values) -> str | None:
    return None if v.get("actor1") else "has no actor1"


def _both(v: Values) -> str | None:
    wrong = v.get("event_type") in ("Battles", "Violence against civilians") and not v.get("actor2")
    return f"is {v.get('event_type')} with one actor" if wrong else None


def _itself(v: Values) -> str | None:
    same = v.get("actor1") and v.get("actor1") == v.get("actor2")
    return f"has {v.get('actor1')} on both sides" if same and not _text(v.get("actor1")).startswith("Un") else None


def _inter(v: Values) -> str | None:
    missing = [n for n, of in (("inter1", "actor1"), ("inter2", "actor2")) if v.get(of) and not v.get(n)]
    return f"lacks {', '.join(missing)}" if missing else None


def _idle(v: Values) -> str | None:
    wrong = [n for n, of in (("inter1", "actor1"), ("inter2", "actor2")) if v.get(n) and not v.get(of)]
    return f"has {', '.join(wrong)} of nobody" if wrong else None


def _battle(v: Values) -> str | None:
    wrong = v.get("event_type") == "Battles" and any(
        _text(v.get(n)).startswith(("Civilians", "Protesters", "Rioters")) for n in ("actor1", "actor2")
    )
    return "is a battle with civilians for a side" if wrong else None


def _against_civilians(v: Values) -> str | None:
    wrong = v.get("event_type") == "Violence against civilians" and not _text(v.get("civilian_targeting"))
    return "is against civilians and does not say so in civilian_targeting" if wrong else None


def _protest(v: Values) -> str | None:
    wrong = v.get("event_type") == "Protests" and not _text(v.get("actor1")).startswith("Protesters")
    return f"is a protest of {v.get('actor1')}" if wrong else None


def _riot(v: Values) -> str | None:
    wrong = v.get("event_type") == "Riots" and not _text(v.get("actor1")).startswith("Rioters")
    return f"is a riot of {v.get('actor1')}" if wrong else None


def _peaceful(v: Values) -> str | None:
    dead = v.get("sub_event_type") == "Peaceful protest" and (number(v.get("fatalities")) or 0) > 0
    return "is a peaceful protest with dead" if dead else None


def _day(v: Values) -> str | None:
    return None if day(v.get("event_date")) else f"is of {v.get('event_date')!r}"


def _year(v: Values) -> str | None:
    found = day(v.get("event_date"))
    return f"is of {v.get('year')} and of {found}" if found and v.get("year") != found.year else None


def _time_precision(v: Values) -> str | None:
    return None if number(v.get("time_precision")) in (1, 2, 3) else f"has time_precision {v.get('time_precision')}"


def _geo_precision(v: Values) -> str | None:
    return None if number(v.get("geo_precision")) in (1, 2, 3) else f"has geo_precision {v.get('geo_precision')}"


def _location(v: Values) -> str | None:
    missing = [n for n in ("location", "admin1") if not v.get(n)]
    return f"lacks {', '.join(missing)}" if missing else None


def _point(v: Values) -> str | None:
    return None if number(v.get("latitude")) is not None else "has no point"


def _fatalities(v: Values) -> str | None:
    dead = number(v.get("fatalities"))
    return f"has {v.get('fatalities')} dead" if dead is None or dead < 0 or dead != int(dead) else None


def _notes(v: Values) -> str | None:
    told = _text(v.get("notes"))
    return "has no notes" if not told else None if told.endswith(".") else "has notes that end in mid-sentence"


def _source(v: Values) -> str | None:
    return None if v.get("source") else "names no source"


def _one_row(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Day, place, actors and type make one row."""
    seen: dict[tuple[Cell, ...], str] = {}
    names = ("event_date", "location", "admin1", "actor1", "actor2", "sub_event_type", "time_precision")
    for row in rows:
        key = tuple(row.values.get(name) for name in names)
        if key in seen:
            yield row.id, f"has day, place, actors and type of {seen[key]}"
        seen.setdefault(key, row.id)


def _one_point(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    seen: dict[tuple[Cell, ...], tuple[Cell, Cell]] = {}
    for row in rows:
        v = row.values
        key, point = (v.get("country"), v.get("admin1"), v.get("location")), (v.get("latitude"), v.get("longitude"))
        if key[2] and seen.setdefault(key, point) != point:
            yield row.id, f"puts {key[2]} at {point}, another row at {seen[key]}"


ACLED: tuple[Check, ...] = (
    of_each("acled.type.known", "the event type is one of six", _type),
    of_each("acled.type.sub", "the sub-event type is of its event type", _sub_type),
    of_each("acled.actors.first", "there is an actor1", _actor),
    of_each("acled.actors.both", "battles and attacks on civilians have two actors", _both),
    of_each("acled.actors.two", "nobody fights himself", _itself),
    of_each("acled.actors.inter", "every actor has its inter code", _inter),
    of_each("acled.actors.idle", "no inter code without its actor", _idle),
    of_each("acled.type.battle", "no civilians in battles", _battle),
    of_each("acled.type.civilians", "violence against civilians targets civilians", _against_civilians),
    of_each("acled.type.protest", "protests are of protesters", _protest),
    of_each("acled.type.riot", "riots are of rioters", _riot),
    of_each("acled.type.peaceful", "nobody dies of a peaceful protest", _peaceful),
    of_each("acled.days.told", "every row has its day", _day),
    of_each("acled.days.year", "year is the day's", _year),
    of_each("acled.days.precision", "time_precision is 1, 2 or 3", _time_precision),
    of_each("acled.place.precision", "geo_precision is 1, 2 or 3", _geo_precision),
    of_each("acled.place.told", "location and admin1 are told", _location),
    of_each("acled.place.point", "every row has a point", _point),
    of_each("acled.fatalities", "fatalities are a whole number", _fatalities),
    of_each("acled.notes", "notes are a sentence", _notes),
    of_each("acled.source", "a source is named", _source),
    Check("acled.rows.once", "day, place, actors and type make one row", _one_row),
    Check("acled.place.name", "one name in one province has one point", _one_point),
)
