"""Witnesses: what reports in force tell of who held which site."""

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from dateline.store.packing import in_parts
from dateline.store.tables import witnesses


def sites_told_of(connection: Connection, words: str | None = None) -> list[str]:
    """The sites that are told of; with words only those of that key, or that have a witness in which they stand."""
    query = select(witnesses.c.site).where(witnesses.c.live).distinct().order_by(witnesses.c.site)
    if words is not None:
        query = query.where(or_(witnesses.c.site == words, witnesses.c.body.icontains(words, autoescape=True)))
    return list(connection.execute(query).scalars())


def witnesses_at(connection: Connection, sites: Iterable[str]) -> dict[str, list[str]]:
    """What witnesses tell of these sites, as JSON, by site."""
    found: dict[str, list[str]] = {}
    for part in in_parts(sites):
        query = select(witnesses.c.site, witnesses.c.body).where(witnesses.c.site.in_(part), witnesses.c.live)
        for row in connection.execute(query.order_by(witnesses.c.site, witnesses.c.id)):
            found.setdefault(row.site, []).append(row.body)
    return found
