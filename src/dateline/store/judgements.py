"""Judgements: kept as they were given; which of them are in force follows from who supersedes whom."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from dateline.model import Judgement
from dateline.store.packing import in_parts, made_by, plain
from dateline.store.tables import judged, judgements, verdicts


def put_judgement(connection: Connection, judgement: Judgement) -> Judgement:
    """Keep a judgement; gives it with its number."""
    judgement = judgement.model_copy(update={"who": plain(judgement.who), "reason": plain(judgement.reason)})
    body = judgement.model_dump_json(exclude={"id"})
    values = {
        "at": judgement.at,
        "who": judgement.who,
        "verdict": judgement.verdict,
        "incident": judgement.incident,
        "body": body,
        "supersedes": judgement.supersedes,
    }
    number = made_by(connection.execute(insert(judgements).values(**values).returning(judgements.c.id)).scalar())
    reports = sorted({anchor.report for anchor in (*judgement.anchors, *judgement.others)})
    if reports:
        connection.execute(insert(judged), [{"report": name, "judgement": number} for name in reports])
    return judgement.model_copy(update={"id": number})


def judgement_of(connection: Connection, number: int) -> Judgement | None:
    """The judgement of that number."""
    row = connection.execute(select(judgements.c.id, judgements.c.body).where(judgements.c.id == number)).first()
    return None if row is None else _read(row.id, row.body)


def all_judgements(connection: Connection) -> list[Judgement]:
    """Every judgement that was ever given, in its order."""
    query = select(judgements.c.id, judgements.c.body).order_by(judgements.c.id)
    return [_read(row.id, row.body) for row in connection.execute(query)]


def judgements_on(connection: Connection, reports: Iterable[str]) -> list[Judgement]:
    """The judgements in force that rest on words of these reports, in their order.

    One that supersedes another rests on the same reports, so that all that bears on the question is looked at.
    """
    return in_force(_given_on(connection, reports))


def _given_on(connection: Connection, reports: Iterable[str]) -> list[Judgement]:
    """All judgements that rest on words of these reports."""
    numbers: set[int] = set()
    for part in in_parts(reports):
        numbers.update(connection.execute(select(judged.c.judgement).where(judged.c.report.in_(part))).scalars())
    found = []
    for asked in in_parts(sorted(numbers)):
        query = select(judgements.c.id, judgements.c.body).where(judgements.c.id.in_(asked)).order_by(judgements.c.id)
        found += [_read(row.id, row.body) for row in connection.execute(query)]
    return found


def _by_age(given: Iterable[Judgement]) -> list[Judgement]:
    """The latest first."""
    return sorted(given, key=lambda judgement: -judgement.id)


def superseding(connection: Connection, reports: Iterable[str], number: int) -> int | None:
    """The judgement in force that took the place of that one, on words of these reports; None where there is none."""
    found: set[int] = set()
    for judgement in _by_age(_given_on(connection, reports)):
        if judgement.id not in found and judgement.supersedes is not None:
            if judgement.supersedes == number:
                return judgement.id
            found.add(judgement.supersedes)
    return None


def superseded(given: Iterable[Judgement]) -> set[int]:
    """The numbers of those of these judgements that one in force took the place of."""
    found: set[int] = set()
    for judgement in _by_age(given):
        if judgement.id not in found and judgement.supersedes is not None:
            found.add(judgement.supersedes)
    return found


def in_force(given: Iterable[Judgement]) -> list[Judgement]:
    """Those of these judgements that no judgement in force supersedes, withdrawals left out."""
    every = list(given)
    gone = superseded(every)
    return [j for j in reversed(_by_age(every)) if j.id not in gone and j.verdict != "withdraw"]


def put_pairs(connection: Connection, judgement: int, pairs: Iterable[tuple[int, int]], *, together: bool) -> None:
    """Note that a person joined or parted these tellings, in place of what was decided of them before."""
    for one, other in pairs:
        for a, b in ((one, other), (other, one)):
            connection.execute(delete(verdicts).where(verdicts.c.one == a, verdicts.c.other == b))
            connection.execute(insert(verdicts).values(one=a, other=b, together=together, judgement=judgement))


def drop_pairs(connection: Connection, tellings: Iterable[int]) -> None:
    """Forget which pairs with these tellings were joined or parted; the judgements stay."""
    for part in in_parts(tellings):
        connection.execute(delete(verdicts).where(verdicts.c.one.in_(part) | verdicts.c.other.in_(part)))


def pairs_with(connection: Connection, tellings: Iterable[int]) -> list[tuple[int, int, bool]]:
    """The pairs that begin at these tellings, and whether they were joined."""
    found = []
    for part in in_parts(tellings):
        query = select(verdicts.c.one, verdicts.c.other, verdicts.c.together).where(verdicts.c.one.in_(part))
        found += [(row.one, row.other, row.together) for row in connection.execute(query)]
    return found


def _read(number: int, body: str) -> Judgement:
    return Judgement.model_validate_json(body).model_copy(update={"id": number})
