"""Keys: which live tellings are compared with which, and which of them are likely of one occurrence."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, insert, select, tuple_

from dateline.store.packing import in_parts
from dateline.store.tables import keys, links

_ROWS = 2_000
"""How many rows of keys are read at a time: the keys of most reports have fewer together, and of a block of a hundred
thousand no more than these are read."""

Ranked = tuple[int, int]
"""A telling's rank and its number."""


def heads(connection: Connection, numbers: Iterable[int], most: int) -> dict[int, list[Ranked]]:
    """The `most` tellings that stand first by rank in the block of each of these keys, in order."""
    found: dict[int, list[Ranked]] = {number: [] for number in numbers}
    ordered = select(keys.c.number, keys.c.rank, keys.c.telling).order_by(keys.c.number, keys.c.rank, keys.c.telling)
    for part in in_parts(sorted(found)):
        left, page = part, max(_ROWS, most)
        while left:
            rows = connection.execute(ordered.where(keys.c.number.in_(left)).limit(page)).all()
            for number, rank, telling in rows:
                if len(found[number]) < most:
                    found[number].append((rank, telling))
            if len(rows) < page:
                break
            last = rows[-1].number  # it has `most` by now, or its rows begin the next page
            if len(found[last]) < most:
                found[last] = []
                left = [number for number in left if number >= last]
            else:
                left = [number for number in left if number > last]
    return found


def block(connection: Connection, number: int) -> set[int]:
    """All tellings that have a key."""
    return set(connection.execute(select(keys.c.telling).where(keys.c.number == number)).scalars())


def put_keys(connection: Connection, found: Iterable[tuple[int, int, int]]) -> None:
    """Note the keys of live tellings: number, rank, telling."""
    rows = [{"number": number, "rank": rank, "telling": telling} for number, rank, telling in sorted(found)]
    if rows:
        connection.execute(insert(keys), rows)


def put_links(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Note that these tellings are likely of one occurrence, both ways round."""
    rows = [{"one": a, "other": b} for one, other in sorted(pairs) for a, b in ((one, other), (other, one))]
    if rows:
        connection.execute(insert(links), rows)


def linked(connection: Connection, tellings: Iterable[int]) -> list[tuple[int, int]]:
    """The links that begin at these tellings."""
    found = []
    for part in in_parts(tellings):
        query = select(links.c.one, links.c.other).where(links.c.one.in_(part))
        found += [(row.one, row.other) for row in connection.execute(query)]
    return found


def drop_links(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Forget these links, both ways round."""
    both = {pair for one, other in pairs for pair in ((one, other), (other, one))}
    for part in in_parts(sorted(both)):
        connection.execute(delete(links).where(tuple_(links.c.one, links.c.other).in_(part)))


def drop(connection: Connection, tellings: Collection[int], numbers: Iterable[int]) -> set[int]:
    """Take these tellings, whose keys these are, and all links with them out of what is compared; gives the tellings
    that were linked with them."""
    pairs = linked(connection, tellings)
    drop_links(connection, pairs)
    for part in in_parts(numbers):
        gone = keys.c.number.in_(part) & keys.c.telling.in_(list(tellings))
        connection.execute(delete(keys).where(gone))
    return {other for _, other in pairs}
