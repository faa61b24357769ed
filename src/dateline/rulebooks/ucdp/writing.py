"""Writing: a draft as UCDP GED's 49 columns, with what each of them rests on."""

from collections.abc import Iterator, Mapping

from dateline.model import Cell, JoinedIncident, Matter, Row, RowBasis
from dateline.rulebooks.book import ordered as in_order
from dateline.rulebooks.book import row_id
from dateline.rulebooks.ucdp.draft import Draft
from dateline.rulebooks.ucdp.dyads import Numbers
from dateline.rulebooks.ucdp.lists import ListedCountry
from dateline.rulebooks.ucdp.sides import Side
from dateline.rulebooks.ucdp.sources import Head, articles, code_status, number_of_sources, reports_of, told_by
from dateline.rulebooks.ucdp.where import cell_of, wkt

NAME, VERSION = "ucdp", "1"
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
"""UCDP GED's columns in the order of its releases 24 and 25. Best comes before high, and high before low."""
_SIDES = ("side_a", "side_a_new_id", "side_b", "side_b_new_id", "gwnoa", "gwnob", "dyad_name")
_DYAD = ("conflict_new_id", "conflict_name", "dyad_new_id")
_PLACE = ("where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
          "priogrid_gid", "country", "country_id", "region")  # fmt: skip
_DAYS = ("year", "date_prec", "date_start", "date_end")
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")
_SOURCES = ("number_of_sources", "source_article", "source_office", "source_date", "source_headline", "source_original")


def write(
    draft: Draft, ids: Numbers, countries: Mapping[str, ListedCountry], alpha2: Mapping[str, str],
    heads: Mapping[str, Head],
) -> Row:  # fmt: skip
    """The row of a draft. `active_year` follows from all rows of a year and is not set here."""
    incidents = [incident.id for incident in draft.incidents]
    a, b = draft.violence.a, draft.violence.b
    parties = [side.name if side else "" for side in (a, b)]
    name = row_id(NAME, incidents, draft.days.first, draft.days.last, *draft.spot.key, *parties, draft.violence.type)
    values: dict[str, Cell] = {"id": name, "code_status": code_status(draft.incidents)}
    values |= _of_sides(draft, ids) | _of_place(draft, countries) | _of_days(draft) | _of_deaths(draft)
    values |= {"gwnoa": _state_number(a, countries, alpha2), "gwnob": _state_number(b, countries, alpha2)}
    values |= {
        "number_of_sources": number_of_sources(draft.incidents),
        "source_original": told_by(draft.incidents),
        **articles(reports_of(draft.incidents), heads),
    }
    return Row(
        id=name,
        rulebook=NAME,
        version=VERSION,
        incidents=tuple(incidents),
        values=in_order(COLUMNS, values),
        basis=tuple(_basis(draft)),
        flags=tuple(_flags(draft, ids, values)),
    )


def _of_sides(draft: Draft, ids: Numbers) -> dict[str, Cell]:
    violence = draft.violence
    a, b = violence.a, violence.b
    dyad = f"{a.name} - {b.name}" if a and b else None
    return {
        "type_of_violence": violence.type,
        "conflict_new_id": ids.conflict,
        "conflict_name": dyad if violence.type in (2, 3) else None,
        "dyad_new_id": ids.dyad,
        "dyad_name": dyad,
        "side_a_new_id": a.number if a else None,
        "side_a": a.name if a else None,
        "side_b_new_id": b.number if b else None,
        "side_b": b.name if b else None,
    }


def _of_place(draft: Draft, countries: Mapping[str, ListedCountry]) -> dict[str, Cell]:
    spot = draft.spot
    country = countries.get(spot.country or "")
    return {
        "where_prec": spot.precision,
        "where_coordinates": spot.name,
        "where_description": spot.words,
        "adm_1": spot.adm_1,
        "adm_2": spot.adm_2,
        "latitude": spot.lat,
        "longitude": spot.lon,
        "geom_wkt": wkt(spot.lat, spot.lon),
        "priogrid_gid": cell_of(spot.lat, spot.lon),
        "country": country.name if country else spot.country,
        "country_id": country.number if country else None,
        "region": country.region or None if country else None,
    }


def _of_days(draft: Draft) -> dict[str, Cell]:
    days = draft.days
    return {
        "year": days.first.year,
        "date_prec": days.precision,
        "date_start": days.first.isoformat(),
        "date_end": days.last.isoformat(),
    }


def _of_deaths(draft: Draft) -> dict[str, Cell]:
    dead = draft.deaths
    return {
        "event_clarity": 2 if dead.total else 1,
        "deaths_a": dead.a,
        "deaths_b": dead.b,
        "deaths_civilians": dead.civilians,
        "deaths_unknown": dead.unknown,
        "best": dead.best,
        "high": max(dead.high, dead.best),
        "low": min(dead.low, dead.best),
    }


def _state_number(side: Side | None, countries: Mapping[str, ListedCountry], alpha2: Mapping[str, str]) -> int | None:
    """The Gleditsch-Ward number of a government's state."""
    if side is None or not side.state or side.country is None:
        return None
    country = countries.get(alpha2.get(side.country, ""))
    return country.number if country else None


def _basis(draft: Draft) -> Iterator[RowBasis]:
    """What the columns rest on, incident by incident where each has its own."""
    violence, sides = draft.violence, (draft.violence.a, draft.violence.b)
    words = "; ".join(dict.fromkeys(side.words for side in sides if side and side.words))
    for incident, dead in zip(draft.incidents, draft.each, strict=True):
        yield _resting(incident, _SIDES, "ucdp.sides", words, "actor", "target")
        yield _resting(incident, ("type_of_violence",), violence.rule, incident.kind, "kind", "victims")
        yield _resting(incident, _PLACE, draft.spot.rule, draft.spot.words, "place")
        yield _resting(incident, _DAYS, draft.days.rule, draft.days.words, "time")
        yield _resting(incident, _DEATHS, "ucdp.deaths", dead.words, "toll")
        yield _resting(incident, ("event_clarity",), "ucdp.clarity", dead.words, "toll")
    yield RowBasis(columns=_DYAD, rule="ucdp.dyad.list", words=words)
    yield RowBasis(columns=_SOURCES, rule="ucdp.sources")
    yield RowBasis(columns=("code_status",), rule="ucdp.reviewed")
    if len(draft.incidents) > 1:
        yield RowBasis(columns=(*_DAYS, *_DEATHS), rule="ucdp.merged-days")


def _resting(incident: JoinedIncident, columns: tuple[str, ...], rule: str, words: str, *matters: Matter) -> RowBasis:
    told = tuple(n for n, statement in enumerate(incident.statements) if statement.matter in matters)
    return RowBasis(columns=columns, rule=rule, words=words, incident=incident.id, statements=told)


def _flags(draft: Draft, ids: Numbers, values: Mapping[str, Cell]) -> Iterator[str]:
    """What a person should look at."""
    yield from draft.violence.flags
    yield from ids.flags
    yield from draft.days.flags
    yield from draft.spot.flags
    yield from draft.deaths.flags
    if draft.deaths.total:
        yield "event_clarity: a total over several occurrences; those told singly may be in it"
    if all(incident.background for incident in draft.incidents):
        yield "told as background only: an earlier report may have it"
    if values["country_id"] is None:
        yield "country: UCDP's list has no number for it"
    for incident in draft.incidents:
        yield from (f"disputed: {dispute.matter}" for dispute in incident.disputed)
