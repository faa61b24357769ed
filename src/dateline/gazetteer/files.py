"""Files of places as people have them: plain or in a zip archive, recognised by what they hold, read row by row."""

import csv
import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal

from dateline.errors import DataError, InputError

Content = Literal["places", "names", "admin1", "admin2", "own"]
Told = Callable[[int], None]

CONTENTS: dict[Content, str] = {
    "places": "a GeoNames dump of places",
    "names": "GeoNames' further names",
    "admin1": "GeoNames' names of first-order divisions",
    "admin2": "GeoNames' names of districts",
    "own": "a list of one's own",
}
_COLUMNS = {19: "places", 8: "names", 10: "names", 4: "admin"}
_KNOWN = (
    "a GeoNames country file or allCountries (19 columns between tabs), alternateNames or alternateNamesV2, "
    "admin1CodesASCII, admin2Codes, or a CSV whose first line names the columns name, lat and lon"
)
_SIDE_FILES = ("readme", "iso-languagecodes")  # what the site packs beside the data
_EVERY = 1 << 22  # bytes after which the reader's place is told


@dataclass(frozen=True, slots=True)
class PlaceFile:
    """A file of places: where it lies, which member of an archive is meant, what it holds, the length of its rows in
    bytes.
    """

    path: Path
    member: str | None
    content: Content
    size: int

    @property
    def label(self) -> str:
        """The name that the file goes by: a later one of the same name takes its place. A list of one's own has its
        whole path, for such are often called the same.
        """
        return str(self.path.resolve()) if self.content == "own" else Path(self.member or self.path.name).stem

    def digest(self) -> str:
        """The SHA-256 of what it holds, the same whether it is packed or not."""
        digest = hashlib.sha256()
        with _reading(self.path), _opened(self.path, self.member) as stream:
            while chunk := stream.read(_EVERY):
                digest.update(chunk)
        return digest.hexdigest()

    def rows(self, told: Told) -> Iterator[tuple[int, list[str]]]:
        """Its rows between tabs, with their numbers from 1; empty lines and comments left out. `told` hears now and
        then how many bytes are read. Raises DataError where a row is no UTF-8 or the archive is broken.
        """
        done, next_telling = 0, _EVERY
        with _reading(self.path), _opened(self.path, self.member) as stream:
            for number, line in enumerate(stream, 1):
                done += len(line)
                if done >= next_telling:
                    told(done)
                    next_telling = done + _EVERY
                try:
                    text = line.decode("utf-8")
                except UnicodeDecodeError:
                    raise broken(self.path, number, "it is no UTF-8", "save the file in that encoding") from None
                if text.strip() and text[0] != "#":
                    yield number, text.rstrip("\r\n").split("\t")

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The rows of a CSV by the names of its columns (lower case), with the numbers of their lines."""
        with _reading(self.path), _opened(self.path, self.member) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
            try:
                reader = csv.DictReader(text, dialect=_dialect(text.readline()), restkey="")
                text.seek(0)
                reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
                for row in reader:
                    if any((value or "") for value in row.values()):
                        yield reader.line_num, {k: v.strip() for k, v in row.items() if k and isinstance(v, str)}
            except UnicodeDecodeError:
                raise broken(self.path, 0, "it is no UTF-8", "save the file in that encoding") from None
            except csv.Error as error:
                raise broken(self.path, reader.line_num, str(error), "check the quotes there") from None


def broken(path: Path, row: int, what: str, remedy: str) -> DataError:
    """The error of a file whose row breaks its form (0: no row in particular)."""
    return DataError(f"{path}{f', row {row}' if row else ''}: {what}; {remedy}. Nothing was added")


def recognise(path: Path) -> PlaceFile:
    """What a file holds. Raises InputError if it cannot be read, DataError if it is none of the files known."""
    with _reading(path):
        if not path.is_file():
            raise InputError("no such file" if not path.exists() else "no file", str(path), "name a file")
        member, size = _member(path)
        with _opened(path, member) as stream:
            head = stream.read(1 << 16)
    text = head.decode("utf-8-sig", "replace")
    lines = [line for line in text.splitlines() if line.strip() and line[0] != "#"]
    if not lines:
        raise broken(path, 0, "it holds no rows", f"dateline reads {_KNOWN}")
    return PlaceFile(path, member, _content(path, lines[0]), size)


def _content(path: Path, line: str) -> Content:
    cells = line.split("\t")
    kind = _COLUMNS.get(len(cells), "")
    if kind == "admin" and cells[0].count(".") in (1, 2):
        return "admin1" if cells[0].count(".") == 1 else "admin2"
    if kind in ("places", "names") and cells[0].isdigit():
        return "places" if kind == "places" else "names"
    columns = {cell.strip().lower() for cell in next(csv.reader([line], _dialect(line)))}
    if {"name", "lat", "lon"} <= columns:
        return "own"
    missing = [name for name in ("name", "lat", "lon") if name not in columns]
    what = f"its first line {line[:60]!r} is none that dateline knows"
    if len(missing) < 3:
        what = f"it looks like a CSV but has no column {' and '.join(missing)}"
    raise broken(path, 1, what, f"dateline reads {_KNOWN}")


def _dialect(line: str) -> type[csv.Dialect]:
    class Dialect(csv.excel):
        delimiter = max(",;\t|", key=line.count)
        strict = True

    return Dialect


def _member(path: Path) -> tuple[str | None, int]:
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            if stream.read(4) == b"PK\x03\x04":
                raise zipfile.BadZipFile("its end is missing")
        return None, path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        found = [
            entry
            for entry in archive.infolist()
            if entry.filename.lower().endswith((".txt", ".csv", ".tsv"))
            and not entry.filename.lower().rpartition("/")[2].startswith(_SIDE_FILES)
        ]
    if len(found) != 1:
        some = ", ".join(entry.filename for entry in found[:5]) or "none"
        raise broken(path, 0, f"the archive must hold one file of places, and holds {some}", "unpack it and name one")
    return found[0].filename, found[0].file_size


@contextmanager
def _opened(path: Path, member: str | None) -> Iterator[IO[bytes]]:
    if member is None:
        with path.open("rb") as stream:
            yield stream
        return
    with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
        yield stream


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise broken(path, 0, f"the archive is damaged ({error})", "fetch it again") from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", str(path)) from error
