"""Kept actors: what `dateline actors add` has taken in, in a folder of the user's that every registry is made with."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from dateline.codebook.actor_lists import ActorList, read_list
from dateline.codebook.files import load_yaml
from dateline.codebook.registry import ActorEntry, Registry
from dateline.codebook.registry_files import read_actors
from dateline.errors import DataError

_DUMPER: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_HEAD = (
    "# Actors taken in by `dateline actors add`; write your own file and add it again rather than change this one.\n"
)


@dataclass(frozen=True, slots=True)
class Added:
    """What taking in a file changed: entries new, changed, as they were, gone; `known`: left out, ours has them."""

    target: Path
    new: int
    changed: int
    same: int
    gone: int
    known: int


def add_actors(path: Path, folder: Path, registry: Registry) -> Added:
    """Take a file's actors into the folder, in place of what a file of that name gave before.

    The same file twice changes nothing. Raises InputError or DataError (see `read_list`), or where the folder cannot
    be written.
    """
    given = read_list(path, registry)
    target = folder / f"{path.stem}.yaml"
    before = {entry.id: entry for entry in read_actors(target)} if target.exists() else {}
    now = {entry.id: entry for entry in given.entries}
    new, gone = now.keys() - before.keys(), before.keys() - now.keys()
    changed = [key for key in now.keys() & before.keys() if now[key] != before[key]]
    told = load_yaml(path).get("changes") if given.wins and path.suffix.lower() != ".csv" else None
    kept = load_yaml(target).get("changes") if target.exists() else None
    if new or gone or changed or told != kept or not target.exists():
        _write(target, given, told)
    return Added(target, len(new), len(changed), len(now) - len(new) - len(changed), len(gone), given.known)


def _write(target: Path, given: ActorList, changes: object) -> None:
    data = yaml.dump(
        {"actors": [dict(_plain(entry)) for entry in given.entries], **({"changes": changes} if changes else {})},
        Dumper=_DUMPER,
        allow_unicode=True,
        sort_keys=False,
    )
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(f"{_HEAD}wins: {'true' if given.wins else 'false'}\n{data}", encoding="utf-8")
        part.replace(target)
    except OSError as error:
        raise DataError(f"{target}: cannot be written: {error}") from error


def _plain(entry: ActorEntry) -> Mapping[str, object]:
    """An entry as a file holds it, what is empty left out."""
    told: dict[str, object] = {
        "id": entry.id, "name": entry.name, "aliases": list(entry.aliases), "sort": entry.sort,
        "country": entry.country, "sector": entry.sector, "years": list(entry.years) if any(entry.years) else None,
        "offices": [{"title": o.title, "of": o.of, "from": o.first, "to": o.last} for o in entry.offices],
        "governs": [{"of": o.of, "from": o.first, "to": o.last} for o in entry.governs],
        "of": entry.of, "origins": list(entry.origins), "acled": entry.acled,
        "where": list(entry.where), "source": entry.source,
    }  # fmt: skip
    return {key: value for key, value in told.items() if value}
