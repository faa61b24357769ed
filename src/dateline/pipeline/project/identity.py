"""Identity: what a coder is, so that a coding can say what made it, and that another would make another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from dateline.settings import Settings

_PACKAGE = Path(__file__).resolve().parents[2]
_CODE = ("coding", "linking", "model", "pipeline", "gazetteer")
_DATA = ("codebook", "encoder")


@dataclass(frozen=True, slots=True)
class Identity:
    """A coder's parts, each with a hash, and the hash of them all."""

    parts: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """One hash of all parts."""
        told = "\n".join(f"{name}={value}" for name, value in sorted(self.parts.items()))
        return sha256(told.encode()).hexdigest()


def identity_of(settings: Settings) -> Identity:
    """What codes under these settings: dateline's version, code, codebook and model, and the user's own files.

    Raises OSError where one of them cannot be read.
    """
    own = {name: _hash(_files(_PACKAGE / name)) for name in _DATA}
    return Identity(
        {
            "dateline": version("dateline"),
            "code": _hash(file for name in _CODE for file in _files(_PACKAGE / name)),
            **own,
            "codebooks": _hash(settings.codebooks),
            "actors": _hash((*settings.actors, *_files(settings.kept_actors))),
            "places": _hash(sorted(settings.added.glob("*.sqlite")) if settings.added.is_dir() else ()),
            "rule": settings.rule,
        }
    )


def _files(folder: Path) -> Iterable[Path]:
    """The files of a folder that shape what is coded, in order."""
    if not folder.is_dir():
        return ()
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix not in (".pyc", ".part"))


def _hash(files: Iterable[Path]) -> str:
    """One hash of the files' bytes, sixteen letters of it; empty where there are none.

    Of files above LARGE only name and size go in: the model's weights change with its labels' training hash.
    """
    whole = sha256()
    some = False
    for file in files:
        some = True
        size = file.stat().st_size
        content = sha256(file.read_bytes()).hexdigest() if size <= LARGE else f"{size} {file.stat().st_mtime_ns}"
        whole.update(f"{file.name} {content}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()[:16] if some else ""


LARGE = 64_000_000
