"""Migrating: a project's tables brought to the form that this dateline knows, one recorded step after another."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from dateline.errors import StoreError
from dateline.store.connecting import shown, writing

NEWEST = "0003"
"""The last migration; a test holds it against the files in `migrations/versions`."""


def revision_of(connection: Connection) -> str | None:
    """The migration that the tables stand at; None where there are none of ours."""
    known = inspect(connection)
    if not known.has_table("alembic_version") or not known.has_table("tellings"):  # others have the first one too
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def migrate(engine: Engine, project: str, to: str = NEWEST) -> None:
    """Take every step that is missing, each applied and recorded in one transaction with the others.

    Raises StoreError for a database of another program, or one that a later dateline made.
    """
    with writing(engine, project) as connection:
        now = revision_of(connection)
        if now == to:
            return
        if now is None and inspect(connection).get_table_names():
            raise StoreError(f"{shown(project)}: is another program's database; name another file, or a new one")
        if now is None and connection.dialect.name == "postgresql":
            _check_letters(connection, project)
        if now is not None and now > NEWEST:
            raise StoreError(
                f"{shown(project)}: was made by a later dateline (form {now}, this one knows {NEWEST}); update dateline"
            )
        _upgrade(connection, to)


def _check_letters(connection: Connection, project: str) -> None:
    letters = connection.execute(text("SHOW server_encoding")).scalar()
    if letters != "UTF8":
        raise StoreError(
            f"{shown(project)}: the database holds {letters} only; make one with: createdb --encoding=UTF8 "
            "--template=template0 NAME"
        )


def _upgrade(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
