"""Recodings: which reports a coder has not coded yet, and which of its codings are not in force."""

import json
import re
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Connection, func, select, true

from dateline.model import Notice, Report
from dateline.store.packing import as_json, unpacked
from dateline.store.tables import coders, codings, reports, versions
from dateline.store.texts import report_from

_PAGE = 200
_IN_FORCE = reports.join(versions, (versions.c.report == reports.c.id) & (versions.c.number == reports.c.version))


def uncoded(
    connection: Connection, fingerprint: str, after: str, most: int, only: Sequence[str] | None = None
) -> list[tuple[Report, tuple[Notice, ...]]]:
    """The next reports by name whose text in force the coder of that fingerprint has not coded, with the notices of
    their reading."""
    done = select(codings.c.id).join(coders, coders.c.id == codings.c.coder)
    done = done.where(codings.c.version == versions.c.id, coders.c.fingerprint == fingerprint)
    query = select(reports.c.name, versions.c.text, versions.c.head, versions.c.notices).select_from(_IN_FORCE)
    query = query.where(reports.c.name > after, ~done.exists(), _one_of(only)).order_by(reports.c.name).limit(most)
    return [
        (report_from(row.name, row.text, row.head), tuple(map(Notice.model_validate, json.loads(row.notices))))
        for row in connection.execute(query)
    ]


def mentioning(connection: Connection, ids: Collection[str], names: Collection[str]) -> list[str]:
    """The reports whose record in force has an actor of one of these ids, or whose text has one of these names (whole
    words, in any case), in order."""
    marks = [as_json(identifier) for identifier in ids]
    worded = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names))) + r")\b", re.IGNORECASE) if names else None
    joined = _IN_FORCE.join(codings, (codings.c.version == versions.c.id) & (codings.c.standing == "current"))
    found, after = [], ""
    while True:
        query = select(reports.c.name, versions.c.text, codings.c.record).select_from(joined)
        page = connection.execute(query.where(reports.c.name > after).order_by(reports.c.name).limit(_PAGE)).all()
        for row in page:
            record = unpacked(row.record)
            if any(f'"id":{mark}' in record for mark in marks) or (worded and worded.search(unpacked(row.text))):
                found.append(row.name)
        if len(page) < _PAGE:
            return found
        after = page[-1].name


def version_with(connection: Connection, report: Report) -> int | None:
    """The version in force of a report, if its text is still this one."""
    query = select(versions.c.id).select_from(_IN_FORCE)
    return connection.execute(query.where(reports.c.name == report.id, versions.c.sha256 == report.sha256)).scalar()


def is_coded(connection: Connection, version: int, coder: int) -> bool:
    """Whether a coder has coded that text."""
    query = select(codings.c.id).where(codings.c.version == version, codings.c.coder == coder)
    return connection.execute(query).first() is not None


def proposals(
    connection: Connection, fingerprint: str, only: Sequence[str] | None = None
) -> list[tuple[str, int, int | None]]:
    """The coder's codings of texts in force that are not in force themselves: report, coding, the coding in force."""
    own = codings.alias("own")
    now = codings.alias("now")
    joined = _IN_FORCE.join(own, own.c.version == versions.c.id).join(coders, coders.c.id == own.c.coder)
    joined = joined.outerjoin(now, (now.c.version == versions.c.id) & (now.c.standing == "current"))
    query = select(reports.c.name, own.c.id, now.c.id.label("before")).select_from(joined)
    query = query.where(coders.c.fingerprint == fingerprint, own.c.standing != "current", _one_of(only))
    return [(row.name, row.id, row.before) for row in connection.execute(query.order_by(reports.c.name))]


def reports_in(connection: Connection) -> int:
    """How many reports there are."""
    return int(connection.execute(select(func.count()).select_from(reports)).scalar() or 0)


def _one_of(only: Sequence[str] | None) -> ColumnElement[bool]:
    return true() if only is None else reports.c.name.in_(only)
