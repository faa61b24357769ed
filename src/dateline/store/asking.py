"""Asking: incidents found by what they are looked for by, a page at a time, the same on either database.

Two ways lead to a page. Where one condition (the party, the place, the kind, ...) leaves few candidates, these are
looked at one by one. Else the index `by_day` is walked from the latest day on: it holds nearly every column that is
asked for, so that even a question that nothing fits reads hardly a row. Columns that have an index of their own are
hidden from the database's planner there (`coalesce`): without statistics it takes any index for a short way. Pages
follow one another by the last incident's key, not by counting.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, tuple_

from dateline.store.filters import LOCATED, Filter, Near, Sort
from dateline.store.listing import Key, Listed, Page, Party
from dateline.store.tables import incidents, members, parties
from dateline.store.wording import incidents_with

FEW, FEW_TOLD, SPARSE = 20_000, 5_000, 2_000
"""Up to so many candidates are looked at one by one, by words of texts up to so many; and so many that fit are put in
order by us."""
_KM_A_DEGREE = 111.0
_COLUMN = {"day": incidents.c.first, "killed": incidents.c.killed_best, "changed": incidents.c.changed_at}


def page(connection: Connection, wanted: Filter, sort: Sort = "day", after: Key | None = None, most: int = 50) -> Page:
    """The next incidents that fit: the latest day, the most dead or the latest change first, what is unknown last."""
    few = _few(connection, wanted, sort)
    found = _walked(connection, wanted, sort, after, most) if few is None else _in_order(few, after)
    shown = found[:most]
    told = _listed(connection, [key.id for key in shown])
    return Page(tuple(told[key.id] for key in shown), shown[-1] if len(found) > most else None)


def key_of(connection: Connection, identifier: str, sort: Sort) -> Key | None:
    """Where the incident of that id stands in that order; None where there never was one."""
    row = connection.execute(select(_COLUMN[sort]).where(incidents.c.id == identifier)).first()
    return None if row is None else Key(row[0], identifier)


def listed(connection: Connection, identifier: str) -> Listed | None:
    """The incident of that id as lists show it."""
    return _listed(connection, [identifier]).get(identifier)


def has_kind(connection: Connection, kind: str) -> bool:
    """Whether some incident is, or was, of that kind."""
    return connection.execute(select(incidents.c.id).where(incidents.c.kind == kind).limit(1)).first() is not None


def has_place(connection: Connection, names: Iterable[str]) -> bool:
    """Whether some incident is, or was, at a place of one of these names."""
    query = select(incidents.c.id).where(incidents.c.place.in_(list(names))).limit(1)
    return connection.execute(query).first() is not None


def actors_called(connection: Connection, names: Iterable[str]) -> tuple[str, ...]:
    """The parties that have one of these for an id, for words or for a name."""
    wanted = list(names)
    named = or_(parties.c.actor.in_(wanted), parties.c.name.in_(wanted))
    return tuple(connection.execute(select(parties.c.actor).where(named).distinct().order_by("actor")).scalars())


def _conditions(wanted: Filter, lead: str = "") -> list[ColumnElement[bool]]:
    """What a row of `incidents` must be, as far as columns tell; only the `lead` is looked up by its own index."""
    c = incidents.c
    kind, place, killed, lat = (
        c[name] if name == lead else func.coalesce(c[name], none)
        for name, none in (("kind", ""), ("place", ""), ("killed_best", -1), ("lat", 999.0))
    )
    found: list[ColumnElement[bool]] = [c.state.is_not(None)]
    if wanted.since:
        found.append(func.coalesce(c.last, c.first) >= wanted.since.isoformat())
    if wanted.until:
        found.append(c.first <= wanted.until.isoformat())
    for column, values in (
        (kind, wanted.kinds), (c.status, wanted.statuses), (c.admin1, wanted.admin1), (place, wanted.places),
        (c.grade, wanted.grades),
    ):  # fmt: skip
        if values:
            found.append(column.in_(values))
    if wanted.country:
        found.append(c.country == wanted.country)
    if wanted.background is not None:
        found.append(c.background.is_(wanted.background))
    if wanted.killed_min is not None:
        found.append(killed >= wanted.killed_min)
    if wanted.disputed is not None:
        found.append(c.disputed > 0 if wanted.disputed else c.disputed == 0)
    return [*found, *_reviewed(wanted.reviewed), *_box(wanted.near, lat)]


def _reviewed(wanted: str | None) -> Iterator[ColumnElement[bool]]:
    column = incidents.c.reviewed
    if wanted is None:
        yield or_(column.is_(None), column != "rejected")
    elif wanted in ("yes", "no"):
        yield column.is_not(None) if wanted == "yes" else column.is_(None)
    elif wanted != "any":
        yield column == wanted


def _box(near: Near | None, lat: ColumnElement[float]) -> Iterator[ColumnElement[bool]]:
    """A frame around the circle; what is in the frame's corners is sorted out afterwards."""
    if near is None:
        return
    c, high = incidents.c, near.km / _KM_A_DEGREE
    yield c.precision.in_(LOCATED)
    yield lat.between(near.lat - high, near.lat + high)
    edge = min(abs(near.lat) + high, 90.0)
    wide = 180.0 if edge > 89 else high / cos(radians(edge))
    if wide < 180:
        west, east = near.lon - wide, near.lon + wide
        yield or_(*(c.lon.between(west + turn, east + turn) for turn in (-360, 0, 360)))


def _lead(connection: Connection, wanted: Filter) -> str | None:
    """The condition that leaves the fewest candidates, where those are few; None where there may be many."""
    c, asked = incidents.c, dict[str, Select[Any]]()
    if wanted.actors:
        asked["actor"] = _with_party(select(parties.c.incident), wanted)
    if wanted.words:
        asked["words"] = incidents_with(connection, wanted.words)
    if wanted.places:
        asked["place"] = select(c.place).where(c.place.in_(wanted.places))
    if wanted.kinds:
        asked["kind"] = select(c.kind).where(c.kind.in_(wanted.kinds))
    if wanted.killed_min is not None:
        asked["killed_best"] = select(c.killed_best).where(c.killed_best >= wanted.killed_min)
    if wanted.near is not None:
        _, *frame = _box(wanted.near, c.lat)
        asked["lat"] = select(c.lat).where(*frame)
    counts: dict[str, int] = {}
    for name, query in asked.items():
        some = query.limit(min([*counts.values(), FEW if name != "words" else FEW_TOLD]) + 1).subquery()
        counts[name] = connection.execute(select(func.count()).select_from(some)).scalar() or 0
    best = min(counts, key=lambda name: counts[name], default=None)
    most = FEW if best != "words" else FEW_TOLD
    return best if best is not None and counts[best] <= most else None


def _with_party(query: Select[Any], wanted: Filter) -> Select[Any]:
    query = query.where(parties.c.actor.in_(wanted.actors))
    return query.where(parties.c.role.in_((wanted.role,) if wanted.role else ("actor", "target")))


def _few(connection: Connection, wanted: Filter, sort: Sort) -> list[Key] | None:
    """The keys of all that fit, where one condition leaves few candidates, or, asked for in another order than that of
    days, where few fit; None where there may be many."""
    lead = _lead(connection, wanted)
    if lead is None and sort == "day":
        return None
    query, most = _keys(connection, wanted, sort, lead or ""), SPARSE if lead is None else FEW
    if lead == "actor":
        query = query.where(incidents.c.id.in_(_with_party(select(parties.c.incident), wanted)))
    elif lead == "words":
        query = query.where(incidents.c.id.in_(incidents_with(connection, wanted.words)))
    elif lead is None:
        query = query.order_by(incidents.c.first.desc(), incidents.c.id.desc())
    rows = connection.execute(query.limit(most + 1)).all()
    return None if len(rows) > most else [Key(row.value, row.id) for row in rows if _is_near(wanted, row)]


def _in_order(keys: Sequence[Key], after: Key | None) -> list[Key]:
    known = sorted((key for key in keys if key.value is not None), key=_place_of, reverse=True)
    ordered = known + sorted((key for key in keys if key.value is None), key=lambda key: key.id, reverse=True)
    return [key for key in ordered if after is None or _follows(key, after)]


def _place_of(key: Key) -> tuple[Any, str]:
    return key.value, key.id


def _follows(key: Key, after: Key) -> bool:
    if key.value is None or after.value is None:
        return key.value is None and (after.value is not None or key.id < after.id)
    return _place_of(key) < _place_of(after)


def _walked(connection: Connection, wanted: Filter, sort: Sort, after: Key | None, most: int) -> list[Key]:
    """The next keys that fit, one more than are asked for where there are more."""
    found: list[Key] = []
    for known in (True, False):
        if known and after is not None and after.value is None:
            continue
        while (left := most + 1 - len(found)) > 0:
            rows = connection.execute(_step(connection, wanted, sort, after, known=known, most=left)).all()
            found += [Key(row.value, row.id) for row in rows if _is_near(wanted, row)]
            if len(rows) < left:
                break
            after = Key(rows[-1].value, rows[-1].id)
        if len(found) > most:
            break
        after = None
    return found


def _step(
    connection: Connection, wanted: Filter, sort: Sort, after: Key | None, *, known: bool, most: int
) -> Select[Any]:
    column = _COLUMN[sort]
    query = (
        _keys(connection, wanted, sort, column.name)
        .where(column.is_not(None) if known else column.is_(None))
        .limit(most)
    )
    if after is not None and known:
        query = query.where(tuple_(column, incidents.c.id) < (after.value, after.id))
    elif after is not None:
        query = query.where(incidents.c.id < after.id)
    return query.order_by(column.desc(), incidents.c.id.desc())


def _keys(connection: Connection, wanted: Filter, sort: Sort, lead: str) -> Select[Any]:
    c = incidents.c
    query = select(c.id, _COLUMN[sort].label("value"), c.lat, c.lon).where(*_conditions(wanted, lead))
    if wanted.actors and lead != "actor":
        query = query.where(_with_party(select(parties.c.actor).where(parties.c.incident == c.id), wanted).exists())
    if wanted.words and lead != "words":
        query = query.where(incidents_with(connection, wanted.words).where(members.c.incident == c.id).exists())
    return query


def _is_near(wanted: Filter, row: Row[Any]) -> bool:
    return wanted.near is None or wanted.near.holds(row.lat, row.lon)


def _listed(connection: Connection, ids: Sequence[str]) -> Mapping[str, Listed]:
    names = [name for name in Listed.__dataclass_fields__ if name not in ("actors", "targets")]
    query = select(*(incidents.c[name] for name in names)).where(incidents.c.id.in_(ids))
    told: dict[tuple[str, str], list[Party]] = {}
    rows = connection.execute(select(parties).where(parties.c.incident.in_(ids)).order_by(parties.c.actor))
    for row in rows:
        told.setdefault((row.incident, row.role), []).append(Party(row.actor, row.name))
    return {
        row["id"]: Listed(
            **row,
            actors=tuple(told.get((row["id"], "actor"), ())),
            targets=tuple(told.get((row["id"], "target"), ())),
        )
        for row in connection.execute(query).mappings()
    }
