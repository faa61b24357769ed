"""Lists of actors that a user brings: YAML in our form, CSV of one's own, UCDP's actor list; checked by row."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook.registry import ActorEntry, Registry
from dateline.codebook.registry_files import entry_of, read_actors
from dateline.codebook.registry_names import folds
from dateline.errors import DataError, InputError

COLUMNS = ("id", "name", "aliases", "sort", "country", "sector", "first", "last", "of", "origins", "source")
_LISTS = frozenset(["aliases", "origins"])
_UCDP_KEYS = frozenset(["ActorId", "NameData", "Org", "Location"])
_NAMES = ("NameData", "NewName", "NameOrig", "NewNameFullEng", "NewNameFullMotherTongue", "NameOrigFullEng", "NameOrigFull")  # fmt: skip  # noqa: E501
_ORGANISED, _INFORMAL, _COMMUNAL, _STATE = "1", "2", "3", "4"
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_NONE = frozenset(["", "n/a", "na", "unknown", "-"])


@dataclass(frozen=True, slots=True)
class ActorList:
    """What a file holds. `wins`: whether its entries stand before ours (a user's own do, UCDP's list adds)."""

    entries: tuple[ActorEntry, ...]
    wins: bool
    known: int = 0


def read_list(path: Path, registry: Registry) -> ActorList:
    """Read a file of actors by what it is: `.yaml` or `.yml` in our form, UCDP's actor list, any other CSV by its heading.

    `known` counts UCDP's rows that the registry has already. Raises InputError where there is no such file, DataError
    where it breaks its form, naming the row.
    """  # noqa: E501
    if not path.is_file():
        raise InputError(f"{path}: no such file; give a CSV or YAML file of actors")
    if path.suffix.lower() in (".yaml", ".yml"):
        return ActorList(tuple(read_actors(path)), wins=True)
    rows, heading = _rows(path)
    if heading >= _UCDP_KEYS:
        return _of_ucdp(rows, registry, path)
    return ActorList(tuple(_own(rows, heading, path)), wins=True)


def _rows(path: Path) -> tuple[list[dict[str, str]], frozenset[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restkey="", strict=True)
            rows = [
                {key: (value or "") for key, value in row.items() if isinstance(value, str | None)} for row in reader
            ]
            return rows, frozenset(name.strip() for name in reader.fieldnames or ())
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DataError(f"{path}: cannot be read as CSV in UTF-8: {error}") from error


def _own(rows: Sequence[Mapping[str, str]], heading: frozenset[str], path: Path) -> Iterator[ActorEntry]:
    lacking, unknown = {"id", "name", "sort"} - heading, heading - set(COLUMNS)
    if lacking or unknown:
        wrong = f"lacks {', '.join(sorted(lacking))}" if lacking else f"has the unknown {', '.join(sorted(unknown))}"
        raise DataError(f"{path}: row 1, the heading, {wrong}; columns are {', '.join(COLUMNS)}")
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, 2):
        told = {key.strip(): value.strip() for key, value in row.items()}
        if not any(told.values()):
            continue
        where = f"{path}: row {number} ({told.get('id') or 'no id'})"
        if told["id"] in seen:
            raise DataError(f"{where}: the id stands in row {seen[told['id']]} already")
        seen[told["id"]] = number
        yield entry_of(_given(told, path, where), where)


def _given(told: Mapping[str, str], path: Path, where: str) -> dict[str, object]:
    given: dict[str, object] = {
        key: [part.strip() for part in value.split(";") if part.strip()] if key in _LISTS else value
        for key, value in told.items()
        if value and key not in ("first", "last")
    }
    years = [told.get("first", ""), told.get("last", "")]
    if any(years):
        if not all(re.fullmatch(r"\d{4}|", year) for year in years):
            raise DataError(f"{where}: first and last are years of four digits, or empty")
        given["years"] = [int(year) if year else None for year in years]
    given.setdefault("source", path.name)
    return given


def _of_ucdp(rows: Sequence[Mapping[str, str]], registry: Registry, path: Path) -> ActorList:
    """UCDP's actors that the registry lacks; its governments and those that it holds by UCDP's number are known."""
    held = {entry.source: entry.id for entry in registry if entry.source.startswith("UCDP ")}
    ids = {row["ActorId"]: held.get(f"UCDP {row['ActorId']}", f"ucdp-{row['ActorId']}") for row in rows}
    entries: list[ActorEntry] = []
    known = 0
    for number, row in enumerate(rows, 2):
        if f"UCDP {row['ActorId']}" in held or row["Org"] == _STATE:
            known += 1
            continue
        where = f"{path}: row {number} (ActorId {row['ActorId']})"
        if not row["ActorId"].isdigit() or not row["NameData"].strip():
            raise DataError(f"{where}: lacks a number under ActorId or a name under NameData")
        names = list(dict.fromkeys(name for key in _NAMES for name in _parts(row.get(key, ""))))
        given: dict[str, object] = {
            "id": ids[row["ActorId"]], "name": names[0], "aliases": [n for n in names[1:] if folds(n)], "sort": "group",
            "sector": None if row["Org"] == _COMMUNAL else "REB", "country": _country(row["Location"], registry),
            "source": f"UCDP {row['ActorId']}",
            "origins": [ids.get(prev, prev) for prev in re.findall(r"\d+", row.get("ActorIdPrev", ""))],
        }  # fmt: skip
        entries.append(entry_of({key: value for key, value in given.items() if value}, where))
    return ActorList(tuple(entries), wins=False, known=known)


def _parts(names: str) -> list[str]:
    told = [names.strip(), *(part.strip() for part in names.split(" / "))] if " / " in names else [names.strip()]
    return [name for name in told if name.lower() not in _NONE]


def _country(location: str, registry: Registry) -> str | None:
    """The country of a group, where UCDP tells one alone or the first of several."""
    first = _BRACKETS.sub("", location.split(",")[0]).strip()
    country = registry.country_of(first)
    return country.alpha3 if country else None
