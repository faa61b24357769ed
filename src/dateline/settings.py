"""Settings: read once at the edge, then passed on as a frozen value."""

from dataclasses import dataclass, field
from pathlib import Path

from platformdirs import user_cache_path, user_data_path


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are kept and which files of the user's own are laid over ours.

    `cache` is the folder for what is compiled once (the gazetteer). `codebooks` and `actors` are the user's files,
    later ones winning over earlier ones and all over ours. `kept_actors` is the folder where `dateline actors add`
    keeps what it took in; it is read with every registry.
    """

    cache: Path = field(default_factory=lambda: user_cache_path("dateline"))
    codebooks: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    kept_actors: Path = field(default_factory=lambda: user_data_path("dateline") / "actors")
