"""Connecting: a project's file or URL into an engine, and what can go wrong with it into errors of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from dateline.errors import SettingsError, StoreError, StoreRefusedError
from dateline.store.failing import told

_WAIT_S = 120
_LOCK = 0x6461_7465_6C69_6E65
"""PostgreSQL's advisory lock of who writes ("dateline" as a number)."""
_WRITES = "dateline_writes"


def engine_for(project: str) -> Engine:
    """The engine of a project: a file (SQLite) or a URL that begins with postgresql://.

    Raises SettingsError for a URL of another kind, or where the driver that it needs is not installed.
    """
    url = _url(project)
    try:
        engine = create_engine(url, **_options(url))
    except ModuleNotFoundError as error:
        remedy = "install it with: pip install 'dateline[postgresql]'"
        raise SettingsError(f"{project}: PostgreSQL needs the driver psycopg; {remedy}") from error
    if url.get_backend_name() == "sqlite":
        _for_sqlite(engine)
    return engine


def is_file(project: str) -> bool:
    """Whether a project is a file, rather than the URL of a database."""
    return "://" not in project


def shown(project: str) -> str:
    """A project as it may be printed: a password in its URL is hidden."""
    return project if is_file(project) else _url(project).render_as_string(hide_password=True)


def _url(project: str) -> URL:
    if is_file(project):
        return URL.create("sqlite", database=str(Path(project).absolute()))
    try:
        url = make_url(project)
    except ArgumentError as error:
        raise SettingsError("the project's URL cannot be read; write postgresql://USER@HOST/DATABASE") from error
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise SettingsError(f"a project is a file or a postgresql:// URL, not {url.drivername}://")
    return url.set(drivername="postgresql+psycopg")


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": _WAIT_S}}
    return {"pool_pre_ping": True}


def _for_sqlite(engine: Engine) -> None:
    """Let SQLite begin transactions where we do, tables' changes included, and keep its promises at a power cut.

    Only who says that it writes can write: a transaction that reads first and writes then fails where another wrote in
    between.
    """

    @event.listens_for(engine, "connect")
    def _(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "cache_size = -65536"):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql(f"PRAGMA query_only = {0 if immediate else 1}").close()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def let_read_beside(engine: Engine) -> None:
    """Let others read a SQLite project while one writes (WAL). Where it is in use just now, a later opening does it."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL").close()
    except sqlite3.OperationalError:
        return
    finally:
        connection.close()


@contextmanager
def reading(engine: Engine, project: str) -> Iterator[Connection]:
    """A transaction that sees one state of the project throughout."""
    with in_words(project), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: Engine, project: str) -> Iterator[Connection]:
    """A transaction of the only writer there is at a time: all of it comes about, or nothing."""
    with in_words(project), engine.connect() as plain:
        connection = plain.execution_options(**{_WRITES: True})
        if (
            engine.dialect.name == "postgresql"
        ):  # a snapshot of before the lock would not see what its last holder wrote
            connection = connection.execution_options(isolation_level="READ COMMITTED")
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT set_config('lock_timeout', :wait, true)"), {"wait": f"{_WAIT_S}s"})
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            yield connection


@contextmanager
def in_words(project: str) -> Iterator[None]:
    """Turn the database's errors into StoreError: StoreLostError where trying again may help, StoreRefusedError where
    it is what was to be stored."""
    try:
        yield
    except DBAPIError as error:
        raise told(error, shown(project)) from error
    except (UnicodeError, OverflowError) as error:  # drivers raise these as they are
        raise StoreRefusedError(f"{shown(project)}: a value cannot be stored ({error}); please report it") from error
    except SQLAlchemyError as error:
        raise StoreError(f"{shown(project)}: {error}; please report it") from error
