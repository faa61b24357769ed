"""Settings: read once at the edge, then passed on as a frozen value."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_cache_path, user_data_path


def _data() -> Path:
    """The folder for what a user keeps: the one that DATELINE_DATA names, else the system's place for such."""
    return Path(told) if (told := os.environ.get("DATELINE_DATA")) else user_data_path("dateline")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are kept and which files of the user's own are laid over ours.

    `cache` is the folder for what is compiled once (the gazetteer). `codebooks` and `actors` are the user's files,
    later ones winning over earlier ones and all over ours. `kept_actors` is the folder where `dateline actors add`
    keeps what it took in; it is read with every registry. `added` is the folder of the places that the user added.
    `rule` names how an incident's tolls are made of what several voices tell.
    """

    cache: Path = field(default_factory=lambda: user_cache_path("dateline"))
    added: Path = field(default_factory=_data)
    codebooks: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    kept_actors: Path = field(default_factory=lambda: _data() / "actors")
    rule: str = "latest"
