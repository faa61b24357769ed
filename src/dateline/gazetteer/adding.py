"""Adding and removing: a file of places is read into a copy of the added places, or taken out of it, and the copy takes
their place when all is done.

Whatever ends the process before that leaves the added places as they were; what lies half-made beside them is cleared
away by the next run. A file already there changes nothing; one of the same name takes the place of the earlier one.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import GazetteerError
from dateline.gazetteer.added import ADDED_SCHEMA, FILE, INDEXES, TABLES, AddedFile
from dateline.gazetteer.build import Progress
from dateline.gazetteer.files import PlaceFile
from dateline.gazetteer.homes import Homes
from dateline.gazetteer.settling import settle_divisions
from dateline.gazetteer.sqlite import SqliteGazetteer
from dateline.gazetteer.staging import Stage
from dateline.gazetteer.standing import KINDS
from dateline.gazetteer.taking import Outcome, Taking

_CHUNK = 1 << 24
_PART, _STAGE, _LOCK = "added.part", "added.stage", "added.lock"


def add_file(
    file: PlaceFile, folder: Path, base: SqliteGazetteer, homes: Homes, day: str, progress: Progress
) -> Outcome:
    """Add a file of places to those in `folder`. `day` is when, for the list of files; `progress` hears the share done.

    Raises DataError where a row breaks its form, GazetteerError where the folder cannot be written or another process
    is adding to it.
    """
    outcome = Outcome()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder):
            progress(0.0, "reading the file once, to know it again")
            digest = file.digest()
            held = _held(folder / FILE)
            outcome.already, outcome.anew = digest in (held or ()), held is None
            if not outcome.already:
                _begin(folder, progress, keep=held is not None)
                with closing(sqlite3.connect(folder / _PART, isolation_level=None)) as database:
                    _prepare(database, folder / _STAGE)
                    _add(database, file, base, homes, outcome, progress, (digest, day))
                _put_in_place(folder)
            progress(1.0, "done")
    except sqlite3.Error as broken:
        raise GazetteerError(f"the added places cannot be written to {folder}: {broken}; is the disk full?") from broken
    except OSError as broken:
        raise GazetteerError(
            f"the added places cannot be written to {folder}: {broken.strerror or broken}; check disk and permissions"
        ) from broken
    return outcome


@dataclass(frozen=True, slots=True)
class Removed:
    """What `remove_file` took out: the file, how many places and names went with it, and the labels of files that told
    of the same places and lost something with it, so that they can be added again.
    """

    file: AddedFile
    places: int
    names: int
    again: tuple[str, ...]


def remove_file(name: str, folder: Path, progress: Progress) -> Removed:
    """Take out what one added file brought. `name` is its name or path as `info` tells them.

    Raises GazetteerError where no such file was added, where several are called so, or where the folder cannot be
    written.
    """
    there = folder / FILE
    if not _held(there):
        raise GazetteerError(f"no file of places was added to {folder}; `dateline gazetteer info` tells what was")
    try:
        with _locked(folder):
            _begin(folder, progress, keep=True)
            with closing(sqlite3.connect(folder / _PART, isolation_level=None)) as database:
                removed = _take_out(database, _called(database, name), progress)
                left = database.execute("SELECT count(*) FROM file").fetchone()[0]
            if left:
                _put_in_place(folder)
            else:
                there.unlink()
            progress(1.0, "done")
    except (sqlite3.Error, OSError) as broken:
        raise GazetteerError(
            f"the added places in {folder} cannot be changed: {broken}; check disk and permissions"
        ) from broken
    return removed


def _called(database: sqlite3.Connection, name: str) -> AddedFile:
    """The added file of this name, path or last part of a path."""
    rows = database.execute("SELECT number, label, path, content, sha256, rows, kept, added FROM file ORDER BY number")
    files = [AddedFile(*row) for row in rows]
    exact = [file for file in files if name in (file.label, file.path) or str(Path(name).resolve()) == file.path]
    found = exact or [file for file in files if Path(name).name == Path(file.path).name == name]
    if len(found) == 1:
        return found[0]
    told = ", ".join(file.path if len(found) > 1 else file.label for file in found or files)
    if found:
        raise GazetteerError(f"several added files are called {name!r}: {told}; give the path")
    raise GazetteerError(f"no added file is called {name!r}; added are {told}")


def _take_out(database: sqlite3.Connection, file: AddedFile, progress: Progress) -> Removed:
    database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;")
    counted = dict(database.execute("SELECT kind, places FROM tally WHERE source = ?", (file.number,)).fetchall())
    names = counted.pop("names", 0)
    robbed = {number for (number,) in database.execute(_SHARED, (file.number, file.number))}
    robbed |= {number for (number,) in database.execute(_OVERWRITTEN, (file.number,))}
    _remove(database, file.label, progress)
    again = []
    for number in sorted(robbed):
        again += [label for (label,) in database.execute("SELECT label FROM file WHERE number = ?", (number,))]
        database.execute("UPDATE file SET sha256 = '' WHERE number = ?", (number,))
    _count(database)
    progress(0.9, "packing")
    database.execute("VACUUM")
    return Removed(file, sum(counted.values()), names, tuple(again))


_SHARED = (
    "SELECT DISTINCT e.source FROM name n JOIN entry e ON e.id = n.entry"
    " WHERE n.source = ? AND e.source <> ? AND e.source > 0"
)
"""Files whose places have names that the file to remove brought first."""
_OVERWRITTEN = (
    "SELECT f.number FROM file f WHERE f.number < ? AND f.content NOT IN ('names', 'admin1', 'admin2')"
    " AND f.kept > (SELECT count(*) FROM entry e WHERE e.source = f.number)"
)
"""Earlier files some of whose places a later one overwrote."""


def _add(
    database: sqlite3.Connection, file: PlaceFile, base: SqliteGazetteer, homes: Homes, outcome: Outcome,
    progress: Progress, told: tuple[str, str],
) -> None:  # fmt: skip
    digest, day = told
    source = database.execute("SELECT coalesce(max(number), 0) + 1 FROM file").fetchone()[0]
    outcome.replaced = _remove(database, file.label, progress)
    stage = Stage(database, source)
    Taking(database, stage, base, outcome, progress).take(file, homes)
    outcome.pointless = settle_divisions(database, stage, base)
    stage.finish(progress)
    progress(0.94, "indexing")
    database.executescript(INDEXES)
    database.execute(
        "INSERT INTO file VALUES (?,?,?,?,?,?,?,?)",
        (source, file.label, str(file.path.resolve()), file.content, digest, outcome.rows, outcome.kept, day),
    )
    _count(database)


def _begin(folder: Path, progress: Progress, *, keep: bool) -> None:
    """Lay out the file to work on: a copy of the added places, where they are kept."""
    _clear(folder)
    there = folder / FILE
    if not keep or not there.exists():
        return
    size, done = max(1, there.stat().st_size), 0
    with there.open("rb") as source, (folder / _PART).open("wb") as copy:
        while chunk := source.read(_CHUNK):
            copy.write(chunk)
            done += len(chunk)
            progress(0.02 + 0.03 * done / size, "copying what is there")


def _held(path: Path) -> frozenset[str] | None:
    """The hashes of the files that were added; None where they were added by another version of dateline."""
    if not path.exists():
        return frozenset()
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            row = database.execute("SELECT value FROM about WHERE key = 'schema'").fetchone()
            hashes = frozenset(digest for (digest,) in database.execute("SELECT sha256 FROM file"))
    except sqlite3.Error:
        return None
    return hashes if row is not None and row[0] == ADDED_SCHEMA else None


def _clear(folder: Path) -> None:
    """Take away what is half-made."""
    for name in (_PART, _STAGE):
        for leftover in folder.glob(f"{name}*"):
            leftover.unlink(missing_ok=True)


def _prepare(database: sqlite3.Connection, stage: Path) -> None:
    """No journal: the file counts for nothing until it is renamed."""
    database.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-200000;")
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
        database.executescript(TABLES)
        database.execute("INSERT INTO about VALUES ('schema', ?)", (ADDED_SCHEMA,))
    database.execute("ATTACH ? AS stage", (str(stage),))
    database.executescript("PRAGMA stage.journal_mode=OFF; PRAGMA stage.synchronous=OFF;")


def _remove(database: sqlite3.Connection, label: str, progress: Progress) -> bool:
    """Take out what the earlier file of this name brought; whether there was one."""
    row = database.execute("SELECT number FROM file WHERE label = ?", (label,)).fetchone()
    if row is None:
        return False
    progress(0.06, "taking out the earlier file of this name")
    for table in ("entry", "name", "sound", "division"):
        database.execute(f"DELETE FROM {table} WHERE source = ?", row)  # noqa: S608 -- names of ours
    database.execute("DELETE FROM file WHERE number = ?", row)
    return True


def _count(database: sqlite3.Connection) -> None:
    """Count once what `dateline gazetteer info` tells, for counting millions takes seconds."""
    kinds = database.execute("SELECT source, kind, count(*) FROM entry GROUP BY source, kind").fetchall()
    names = database.execute("SELECT source, 'names', count(*) FROM name GROUP BY source").fetchall()
    database.execute("DELETE FROM tally")
    rows = [(source, KINDS[kind], number) for source, kind, number in kinds] + names
    database.executemany("INSERT INTO tally VALUES (?,?,?)", rows)


def _put_in_place(folder: Path) -> None:
    part = folder / _PART
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())
    part.replace(folder / FILE)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Only one process adds at a time; the lock dies with its holder. Raises GazetteerError where it is held."""
    lock = sqlite3.connect(folder / _LOCK, isolation_level=None, timeout=0)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as held:
            raise GazetteerError(f"another process is adding places to {folder}; wait until it is done") from held
        try:
            yield
        finally:
            _clear(folder)
    finally:
        lock.close()


def room_for(file: PlaceFile, folder: Path) -> None:
    """Raises GazetteerError where the disk has plainly no room for a file's places and the copy to work on."""
    at = next(path for path in (folder, *folder.parents) if path.exists())
    there = (folder / FILE).stat().st_size if (folder / FILE).exists() else 0
    free, need = shutil.disk_usage(at).free, there + 2 * file.size
    if free < need:
        raise GazetteerError(
            f"adding {file.path} takes up to {need / 1e9:.1f} GB in {folder}, where {free / 1e9:.1f} GB are free"
        )
