"""Tables: made and brought up to date step by step, in transactions, on each database."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from tests.projects import DATABASES, SERVER, database

import dateline.store
from dateline.errors import SettingsError, StoreError
from dateline.store import open_store
from dateline.store.connecting import engine_for, writing
from dateline.store.migrating import NEWEST, migrate, revision_of
from dateline.store.tables import METADATA

MIGRATIONS = Path(dateline.store.__file__).parent / "migrations"


def scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    return ScriptDirectory.from_config(config)


def known_to_us(name: str | None, sort: str, _parents: object) -> bool:
    """Whether it is one of our tables; the index of words is the database's own."""
    return sort != "table" or not (name or "").startswith("words")


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with database(request.param, tmp_path) as place:
        yield place


def test_the_newest_step_is_the_one_that_is_named() -> None:
    assert scripts().get_heads() == [NEWEST]


def test_steps_make_the_tables_that_the_code_knows(url: str) -> None:
    with open_store(url, create=True) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": known_to_us})
        assert compare_metadata(context, METADATA) == []


@pytest.mark.parametrize("revision", [step.revision for step in scripts().walk_revisions()])
def test_every_earlier_form_comes_up_to_the_newest(url: str, revision: str) -> None:
    engine = engine_for(url)
    migrate(engine, url, to=revision)
    engine.dispose()
    with open_store(url) as store, store.reading() as connection:
        assert revision_of(connection) == NEWEST


def test_a_step_that_fails_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = engine_for(url)

    def broken(connection: object, to: str) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))  # type: ignore[attr-defined]
        raise RuntimeError(to)

    monkeypatch.setattr("dateline.store.migrating._upgrade", broken)
    with pytest.raises(RuntimeError):
        migrate(engine, url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()


def test_a_project_of_a_later_dateline_is_left_alone(url: str) -> None:
    open_store(url, create=True).close()
    engine = engine_for(url)
    with writing(engine, url) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="later dateline"):
        open_store(url)


def test_another_programs_database_is_left_alone(url: str) -> None:
    engine = engine_for(url)
    with writing(engine, url) as connection:
        connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreError, match="another program"):
        open_store(url, create=True)


@pytest.mark.parametrize("revision", ["0001", "8e2b1c0d9f4a"])
def test_another_programs_migrations_are_not_ours(url: str, revision: str) -> None:
    engine = engine_for(url)
    with writing(engine, url) as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:r)"), {"r": revision})
    engine.dispose()
    with pytest.raises(StoreError, match="another program"):
        open_store(url, create=True)
    with pytest.raises(SettingsError, match="there is no project"):
        open_store(url)


def test_another_programs_file_is_not_even_touched(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.db"
    connection = sqlite3.connect(theirs)
    connection.execute("CREATE TABLE theirs (id INTEGER)")
    connection.close()
    before = theirs.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(str(theirs), create=True)
    assert theirs.read_bytes() == before


def test_a_database_of_fewer_letters_is_told() -> None:
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL at hand: {SERVER} names none")
    engine = create_engine(server.replace("://", "+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        options = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
        connection.execute(text(f"CREATE DATABASE dateline_latin {options}"))
        with pytest.raises(StoreError, match="holds LATIN1 only"):
            open_store(server.rsplit("/", 1)[0] + "/dateline_latin", create=True)
        connection.execute(text("DROP DATABASE dateline_latin WITH (FORCE)"))
    engine.dispose()


def test_what_is_no_project_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no project"):
        open_store(str(tmp_path / "none.dateline"))
    with pytest.raises(SettingsError, match="is a folder"):
        open_store(str(tmp_path))
    with pytest.raises(SettingsError, match="does not exist"):
        open_store(str(tmp_path / "no" / "p.dateline"), create=True)
    words = tmp_path / "words.txt"
    words.write_text("Rebels shelled the town." * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="no dateline project"):
        open_store(str(words))
    with pytest.raises(SettingsError, match="not mysql://"):
        open_store("mysql://somewhere/db")
