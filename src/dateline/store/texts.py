"""Texts: reports by name, every text that each ever had, the bytes they were read from, and which are copies."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, LargeBinary, String, bindparam, func, insert, select, update

from dateline.model import Notice, Report, ReportHead
from dateline.store.packing import as_json, in_parts, made_by, packed, sought, unpacked
from dateline.store.tables import bands, originals, reports, versions
from dateline.store.wording import keep_words

HEAD = ("title", "publisher", "published", "url", "language")


@dataclass(frozen=True, slots=True)
class Got:
    """A report as it comes in: its fields under the name that it has in the project, and how it was got.

    `content` are the bytes that it was read from, `origin` where; `named`: whether it brought its name along;
    `lasting`: whether what comes from the same place later is the same report with another text (a file's is, standard
    input's is not).
    """

    report: Report
    notices: tuple[Notice, ...]
    content: bytes
    content_sha256: str
    origin: str
    named: bool
    lasting: bool = True

    @property
    def fingerprint(self) -> str:
        """The hash of all that makes another version of a report where it changes."""
        head = as_json(_head(self.report))
        return sha256(f"{self.report.sha256}\n{head}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a report: its row, the row and name of the report, the print of its text before (None: it is new)."""

    id: int
    report: int
    name: str
    earlier: str | None


def name_for(connection: Connection, got: Got) -> tuple[str, bool]:
    """The name that a report has or gets in the project, and whether just this text of it is in force there already.

    A report that brings its name along is the one of that name. Another is the one got from the same place before, or
    one of its name with the very same text (the file was moved); else a new one, named by its place if its own name is
    taken. What comes from no lasting place is the report that came from there with the very same text, or a new one.
    """
    wanted = sought(got.report.id)
    if not got.named:
        which = reports.c.origin == sought(got.origin) if got.lasting else _passing(got)
        row = _report(connection, which)
        if row is not None:
            return row.name, row.fingerprint == got.fingerprint
    row = _report(connection, reports.c.name == wanted)
    if row is None:
        return wanted, False
    same = row.fingerprint == got.fingerprint
    if got.named or same:
        return wanted, same
    return _free(connection, sought(got.origin)), False


def _passing(got: Got) -> ColumnElement[bool]:
    """The reports that came from the same stream with the same text, wherever in it they stood."""
    stream = reports.c.origin.startswith(sought(got.origin.partition(":")[0]), autoescape=True)
    return (versions.c.sha256 == got.report.sha256) & (versions.c.fingerprint == got.fingerprint) & stream


class _Known(NamedTuple):
    """A report and the fingerprint of its text in force."""

    id: int
    name: str
    version: int
    fingerprint: str
    print: str


def _report(connection: Connection, which: ColumnElement[bool]) -> _Known | None:
    """The report of that name or origin; the first one by row."""
    joined = reports.join(versions, (versions.c.report == reports.c.id) & (versions.c.number == reports.c.version))
    query = select(reports.c.id, reports.c.name, reports.c.version, versions.c.fingerprint, versions.c.print)
    row = connection.execute(query.select_from(joined).where(which).order_by(reports.c.id).limit(1)).first()
    return None if row is None else _Known(*row)


def _free(connection: Connection, base: str) -> str:
    name, number = base, 1
    while connection.execute(select(reports.c.id).where(reports.c.name == name)).first() is not None:
        number += 1
        name = f"{base}#{number}"
    return name


def file_text(connection: Connection, got: Got, at: str, mark: str) -> Version | None:
    """Take a report in under its own name: a new report, or a new text of one. None where that text is in force.

    `mark` is the text of its print, `at` the time. A text that was in force earlier comes into force as a new version.
    """
    row = _report(connection, reports.c.name == got.report.id)
    if row is not None and row.fingerprint == got.fingerprint:
        return None
    if row is None:
        made = insert(reports).values(name=got.report.id, origin=sought(got.origin), version=1, copy_of=got.report.id)
        report, number = made_by(connection.execute(made.returning(reports.c.id)).scalar()), 1
    else:
        report, number = row.id, _last(connection, row.id) + 1
        connection.execute(update(reports).where(reports.c.id == report).values(version=number))
    _keep_original(connection, got)
    values = {
        "report": report,
        "number": number,
        "fingerprint": got.fingerprint,
        "sha256": got.report.sha256,
        "text": packed(got.report.text),
        "head": as_json(_head(got.report)),
        "notices": as_json([notice.model_dump(mode="json") for notice in got.notices]),
        "original": got.content_sha256,
        "origin": sought(got.origin),
        "got_at": at,
        "print": mark,
    }
    version = made_by(connection.execute(insert(versions).values(**values).returning(versions.c.id)).scalar())
    keep_words(connection, version, got.report.title, got.report.text)
    return Version(version, report, got.report.id, None if row is None else row.print)


def _last(connection: Connection, report: int) -> int:
    found = connection.execute(select(func.max(versions.c.number)).where(versions.c.report == report)).scalar()
    return int(found or 0)


def _keep_original(connection: Connection, got: Got) -> None:
    given = select(bindparam("sha", type_=String), bindparam("bytes", type_=LargeBinary))
    absent = ~select(originals.c.sha256).where(originals.c.sha256 == bindparam("sha")).exists()
    statement = insert(originals).from_select(["sha256", "content"], given.where(absent))
    connection.execute(statement, {"sha": got.content_sha256, "bytes": got.content})


def _head(report: Report) -> dict[str, object]:
    return report.model_dump(mode="json", include=set(HEAD))


def report_of(connection: Connection, name: str, number: int | None = None) -> Report | None:
    """The report of that name with its text in force, or with the text of that number; None where there is none."""
    wanted = versions.c.number == (reports.c.version if number is None else number)
    joined = reports.join(versions, (versions.c.report == reports.c.id) & wanted)
    query = select(versions.c.text, versions.c.head).select_from(joined).where(reports.c.name == name)
    row = connection.execute(query).first()
    return None if row is None else report_from(name, row.text, row.head)


def report_from(name: str, text: bytes, head: str) -> Report:
    """A report from its columns."""
    fields = json.loads(head)
    published = fields.pop("published", None)
    return Report(
        id=name, text=unpacked(text), published=date.fromisoformat(published) if published else None, **fields
    )


def history_of(connection: Connection, name: str) -> list[Mapping[str, object]]:
    """How each text of a report was got, in order: number, sha256, origin, got_at, original (the hash of the bytes)."""
    joined = reports.join(versions, versions.c.report == reports.c.id)
    columns = (versions.c.number, versions.c.sha256, versions.c.origin, versions.c.got_at, versions.c.original)
    query = select(*columns).select_from(joined).where(reports.c.name == name).order_by(versions.c.number)
    return [dict(row) for row in connection.execute(query).mappings()]


def original_of(connection: Connection, sha: str) -> bytes | None:
    """The bytes of that hash that a report was read from."""
    return connection.execute(select(originals.c.content).where(originals.c.sha256 == sha)).scalar()


def prints_of(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """The prints (as text) of these reports' texts in force, by name."""
    joined = reports.join(versions, (versions.c.report == reports.c.id) & (versions.c.number == reports.c.version))
    found: dict[str, str] = {}
    for part in in_parts(names):
        query = select(reports.c.name, versions.c.print).select_from(joined).where(reports.c.name.in_(part))
        found.update({row.name: row.print for row in connection.execute(query)})
    return found


def drop_bands(connection: Connection, report: int, numbers: Iterable[int]) -> None:
    """Forget the bands of a report's text that is no longer in force."""
    connection.execute(bands.delete().where(bands.c.number.in_(list(numbers)), bands.c.report == report))


def put_bands(connection: Connection, report: int, numbers: Iterable[int]) -> None:
    """Note the bands of a report's text in force."""
    rows = [{"number": number, "report": report} for number in sorted(set(numbers))]
    if rows:
        connection.execute(insert(bands), rows)


def prints_near(connection: Connection, numbers: Iterable[int]) -> dict[str, str]:
    """The prints (as text), by name, of all reports whose texts in force have one of these bands."""
    near: set[int] = set()
    for part in in_parts(numbers):
        near.update(connection.execute(select(bands.c.report).where(bands.c.number.in_(part))).scalars())
    joined = reports.join(versions, (versions.c.report == reports.c.id) & (versions.c.number == reports.c.version))
    found: dict[str, str] = {}
    for part in in_parts(sorted(near)):
        query = select(reports.c.name, versions.c.print).select_from(joined).where(reports.c.id.in_(part))
        found.update({row.name: row.print for row in connection.execute(query)})
    return found


def copies_of(connection: Connection, names: Iterable[str]) -> dict[str, str]:
    """For each of these reports the name that stands for it and its copies."""
    found: dict[str, str] = {}
    for part in in_parts(names):
        query = select(reports.c.name, reports.c.copy_of).where(reports.c.name.in_(part))
        found.update({row.name: row.copy_of for row in connection.execute(query)})
    return found


def mates_of(connection: Connection, firsts: Iterable[str]) -> dict[str, str]:
    """The reports that one of these stands for, as a copy of it or as itself; each with the one that does."""
    found: dict[str, str] = {}
    for part in in_parts(firsts):
        query = select(reports.c.name, reports.c.copy_of).where(reports.c.copy_of.in_(part))
        found.update({row.name: row.copy_of for row in connection.execute(query)})
    return found


def set_copy(connection: Connection, name: str, first: str) -> None:
    """Hold a report for a copy of that one."""
    connection.execute(update(reports).where(reports.c.name == name).values(copy_of=first))


def heads(connection: Connection) -> dict[str, ReportHead]:
    """What is known of all reports beside their texts, by name."""
    joined = reports.join(versions, (versions.c.report == reports.c.id) & (versions.c.number == reports.c.version))
    query = select(reports.c.name, versions.c.sha256, versions.c.head).select_from(joined)
    return {
        row.name: ReportHead(id=row.name, sha256=row.sha256, **json.loads(row.head))
        for row in connection.execute(query)
    }


def names(connection: Connection) -> list[str]:
    """The names of all reports, in order."""
    return list(connection.execute(select(reports.c.name).order_by(reports.c.name)).scalars())
