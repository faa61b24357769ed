"""Lint of the registry: names of armed groups held against UCDP's list, aliases unambiguous within a country."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from dateline.codebook.registry import Registry
from dateline.codebook.registry_names import folds
from dateline.errors import DataError

_UCDP = re.compile(r"UCDP (\d+)")
_NAMES = (
    "NameData",
    "NameOrig",
    "NameOrigFull",
    "NameOrigFullEng",
    "NewName",
    "NewNameFullMotherTongue",
    "NewNameFullEng",
)


def lint_registry(registry: Registry, ucdp: Path | None = None) -> Iterator[str]:
    """What is wrong, a sentence each; `ucdp` is UCDP's actor list (22.1) as CSV, left out where there is none."""
    yield from _ambiguous(registry)
    yield from _dangling(registry)
    if ucdp is not None:
        yield from _against_ucdp(registry, ucdp)


def _ambiguous(registry: Registry) -> Iterator[str]:
    owners: dict[tuple[tuple[str, ...], str | None], str] = {}
    for entry in registry:
        for name in (entry.name, *entry.aliases):
            if not folds(name):
                yield f"{entry.id}: the name {name!r} has no letter that look-up would see"
            for words in folds(name):
                owner = owners.setdefault((words, entry.country), entry.id)
                if owner != entry.id:
                    yield f"{entry.id}: {name!r} is also a name of {owner}, of the same country"


def _dangling(registry: Registry) -> Iterator[str]:
    for entry in registry:
        for of in (entry.of, *(office.of for office in entry.offices)):
            if of and of not in registry.countries and registry.get(of) is None:
                yield f"{entry.id}: belongs to {of!r}, which is neither a country's code nor an actor of the registry"
        if entry.country and entry.country not in registry.countries:
            yield f"{entry.id}: {entry.country!r} is no country's alpha-3 code"


def _against_ucdp(registry: Registry, path: Path) -> Iterator[str]:
    listed = _listed(path)
    claimed: dict[str, str] = {}
    for entry in registry:
        match = _UCDP.fullmatch(entry.source)
        if not match:
            continue
        number = match[1]
        if number in claimed:
            yield f"{entry.id}: UCDP's actor {number} is already {claimed[number]}"
        claimed[number] = entry.id
        if number not in listed:
            yield f"{entry.id}: UCDP's list has no actor {number}"
        elif not listed[number] & {words for name in (entry.name, *entry.aliases) for words in folds(name)}:
            yield f"{entry.id}: none of its names is one of UCDP's actor {number}"


def _listed(path: Path) -> dict[str, set[tuple[str, ...]]]:
    """The folded names of every actor of UCDP's list, by ActorId."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        return {
            row["ActorId"]: {words for key in _NAMES for name in _parts(row[key]) for words in folds(name)}
            for row in rows
        }
    except (OSError, UnicodeDecodeError, KeyError, csv.Error) as error:
        raise DataError(f"{path}: not UCDP's list of actors: {error!r}") from error


def _parts(names: str) -> list[str]:
    return [names, *re.split(r",| / ", names)]
