"""Actors of the registry for people and as data."""

from collections.abc import Iterable, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dateline.codebook.actor_schemes import Coding, codings_of
from dateline.codebook.actor_search import Hit
from dateline.codebook.registry import ActorEntry, Office, Registry

_HOW = {"id": "id", "name": "name", "alias": "another name", "part": "part of a name", "like": "only like it"}


def table_of_hits(hits: Sequence[Hit]) -> Table:
    """Actors found, a row each."""
    table = Table("id", "name", "found by", "country", "sort", "years", "source", expand=True)
    for hit in hits:
        entry = hit.entry
        found = f"{hit.matched} ({_HOW[hit.how]}{f' {hit.score:.2f}' if hit.how == 'like' else ''})"
        told = (entry.id, entry.name, found, entry.country or "", _sort(entry), years_of(entry), entry.source)
        table.add_row(*(Text(cell) for cell in told))
    return table


def hits_as_data(hits: Iterable[Hit]) -> list[dict[str, object]]:
    """Actors found, as data."""
    return [
        {
            "id": hit.entry.id, "name": hit.entry.name, "matched": hit.matched, "how": hit.how, "score": hit.score,
            "country": hit.entry.country, "sort": hit.entry.sort, "sector": hit.entry.sector,
            "years": list(hit.entry.years), "source": hit.entry.source,
        }
        for hit in hits
    ]  # fmt: skip


def actor_in_full(entry: ActorEntry, registry: Registry) -> Group:
    """One actor with its names, lineage, leaders and codes."""
    facts = Table.grid(padding=(0, 2))
    for label, value in _facts(entry, registry):
        facts.add_row(Text(label, style="bold"), Text(value))
    leaders = Table("leader", "office", "from", "to", title="Leaders", title_justify="left")
    for person, office in leaders_of(entry, registry):
        leaders.add_row(Text(person.name), office.title, str(office.first or ""), str(office.last or ""))
    codes = Table("scheme", "code", "as", "since", "until", title="How schemes code it", title_justify="left")
    for coding in codings_of(entry, registry):
        codes.add_row(coding.scheme, Text(coding.code), Text(coding.note), *_span(coding))
    return Group(facts, *([leaders] if leaders.row_count else []), codes)


def actor_as_data(entry: ActorEntry, registry: Registry) -> dict[str, object]:
    """The same as data."""
    return {
        "id": entry.id, "name": entry.name, "aliases": list(entry.aliases), "sort": entry.sort,
        "country": entry.country, "sector": entry.sector, "years": list(entry.years), "of": entry.of,
        "origins": list(entry.origins), "splinters": [e.id for e in splinters_of(entry, registry)],
        "offices": [_office(office) for office in entry.offices],
        "governs": [_office(office) for office in entry.governs],
        "leaders": [{"id": person.id, "name": person.name, **_office(o)} for person, o in leaders_of(entry, registry)],
        "codes": [
            {"scheme": c.scheme, "code": c.code, "note": c.note, "since": _day(c.since), "until": _day(c.until)}
            for c in codings_of(entry, registry)
        ],
        "source": entry.source,
    }  # fmt: skip


def leaders_of(entry: ActorEntry, registry: Registry) -> list[tuple[ActorEntry, Office]]:
    """Who led it, or its country where it is a government or force, in order of time."""
    of = {entry.id, entry.country} if entry.sort == "state" and entry.sector in ("GOV", "MIL") else {entry.id}
    held = [(person, office) for person in registry for office in person.offices if office.of in of]
    return sorted(held, key=lambda pair: (str(pair[1].first or ""), pair[0].id))


def splinters_of(entry: ActorEntry, registry: Registry) -> list[ActorEntry]:
    """The actors that came from it."""
    return [other for other in registry if entry.id in other.origins]


def years_of(entry: ActorEntry) -> str:
    """First and last year as far as they are known."""
    first, last = entry.years
    return f"{first or '?'}-{last or ''}" if first or last else ""


def _facts(entry: ActorEntry, registry: Registry) -> Iterable[tuple[str, str]]:
    yield "id", entry.id
    yield "name", entry.name
    yield "also", "; ".join(entry.aliases)
    yield "sort", _sort(entry)
    country = registry.countries.get(entry.country or "")
    yield "country", f"{country.name} ({country.alpha3})" if country else "none of its own"
    yield "years", years_of(entry) or "not told"
    if entry.of:
        yield "belongs to", _named(entry.of, registry)
    if entry.origins:
        yield "came from", "; ".join(_named(origin, registry) for origin in entry.origins)
    if splinters := splinters_of(entry, registry):
        yield "gave rise to", "; ".join(f"{other.name} ({other.id})" for other in splinters)
    for office in entry.offices:
        yield "office", f"{office.title} of {office.of}, {office.first or '?'} to {office.last or ''}".rstrip()
    yield "source", entry.source


def _named(identifier: str, registry: Registry) -> str:
    entry, country = registry.get(identifier), registry.countries.get(identifier)
    return f"{entry.name} ({entry.id})" if entry else country.name if country else identifier


def _sort(entry: ActorEntry) -> str:
    return f"{entry.sort}{f', {entry.sector}' if entry.sector else ''}"


def _span(coding: Coding) -> tuple[str, str]:
    return str(coding.since or ""), str(coding.until or "")


def _office(office: Office) -> dict[str, object]:
    return {"title": office.title, "of": office.of, "from": _day(office.first), "to": _day(office.last)}


def _day(day: object) -> str | None:
    return None if day is None else str(day)
