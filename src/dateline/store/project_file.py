"""The store of one project: opened, read and written in transactions, closed."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from dateline.errors import SettingsError
from dateline.store.connecting import engine_for, is_file, let_read_beside, reading, shown, writing
from dateline.store.migrating import NEWEST, migrate, revision_of


class Store:
    """A project's database. What is in it is read and written by the functions of this package, given a connection."""

    def __init__(self, engine: Engine, project: str) -> None:
        self._engine = engine
        self.project = project

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the project throughout."""
        return reading(self._engine, self.project)

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction of the only writer there is at a time; others wait. All of it comes about, or nothing."""
        return writing(self._engine, self.project)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(project: str, *, create: bool = False) -> Store:
    """Open a project: a file, or a postgresql:// URL. Tables of an earlier dateline are brought up to date.

    With `create` a project that is not there is made. Raises SettingsError where there is none, StoreError where it
    is another program's database, a later dateline's, or cannot be opened.
    """
    if is_file(project):
        _check_file(Path(project), create=create)
    engine = engine_for(project)
    try:
        with reading(engine, project) as connection:
            revision = revision_of(connection)
        if revision != NEWEST:
            if revision is None and not create:
                raise _no_project(project)
            migrate(engine, project)
        let_read_beside(engine)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, project)


def _check_file(file: Path, *, create: bool) -> None:
    if file.is_dir():
        raise SettingsError(f"{file} is a folder; a project is a file, such as {file / 'project.dateline'}")
    if not file.exists() and not create:
        raise _no_project(str(file))
    if not file.absolute().parent.is_dir():
        raise SettingsError(f"{file}: the folder {file.parent} does not exist; make it first")


def _no_project(project: str) -> SettingsError:
    return SettingsError(f"there is no project {shown(project)}; make one with: dateline add REPORTS --to {project}")
