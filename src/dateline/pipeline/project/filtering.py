"""Filtering: what a person asks of a project in words, as a filter that the store takes.

The codebook and the registry are loaded only for words that the project itself does not know: a family of kinds, an
alias, a country's name.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, TypedDict, get_args

from sqlalchemy import Connection

from dateline.errors import SettingsError
from dateline.settings import Settings
from dateline.store import asking
from dateline.store.filters import REAL, Filter, Near, Role
from dateline.store.packing import sought
from dateline.store.wording import words_in

Answer = Literal["yes", "no", "any"]
STATUSES = (
    "happened", "ongoing", "attempted", "planned", "possible", "called_for", "hypothetical", "habitual", "negated",
)  # fmt: skip
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
REVIEWED = ("yes", "no", "any", "accepted", "corrected", "rejected")
MOST_KM = 5_000.0


class Asked(TypedDict, total=False):
    """What can be asked for; see `Project.incidents`."""

    since: date | str | None
    until: date | str | None
    kind: str | Sequence[str] | None
    actor: str | None
    role: str | None
    country: str | None
    admin1: str | None
    place: str | None
    near: tuple[float, float, float] | str | None
    status: str | Sequence[str] | None
    background: bool | str | None
    killed_min: int | None
    grade: str | Sequence[str] | None
    disputed: bool | None
    reviewed: str | None
    text: str | None


def filter_of(connection: Connection, asked: Asked, settings: Settings) -> Filter:
    """The filter that these words ask for. Raises SettingsError where one of them makes no sense."""
    since, until = _day("from", asked.get("since")), _day("to", asked.get("until"))
    if since and until and until < since:
        raise SettingsError(f"--from {since} lies after --to {until}; swap them")
    return Filter(
        since=since,
        until=until,
        kinds=_kinds(connection, _several(asked.get("kind")), settings),
        actors=_actors(connection, asked.get("actor"), settings),
        role=_role(asked.get("role"), asked.get("actor")),
        country=_country(asked.get("country"), settings),
        admin1=_spellings(asked.get("admin1")),
        places=_places(connection, asked.get("place"), settings),
        near=_near(asked.get("near")),
        statuses=_statuses(_several(asked.get("status"))),
        background=_background(asked.get("background")),
        killed_min=asked.get("killed_min"),
        grades=tuple(_one_of("grade", grade, GRADES) for grade in _several(asked.get("grade"))),
        disputed=asked.get("disputed"),
        reviewed=_one_of("reviewed", told, REVIEWED) if (told := asked.get("reviewed")) else None,
        words=words_in(words) if (words := asked.get("text")) is not None else (),
    )


def _several(told: str | Sequence[str] | None) -> tuple[str, ...]:
    given = [told] if isinstance(told, str) else told or ()
    return tuple(sought(part.strip()) for each in given for part in each.split(",") if part.strip())


def _one_of(option: str, told: str, known: Sequence[str]) -> str:
    if told.casefold() not in known:
        raise SettingsError(f"--{option} {told!r} is none of {', '.join(known)}")
    return told.casefold()


def _day(option: str, told: date | str | None) -> date | None:
    if told is None or isinstance(told, date):
        return told
    try:
        return date.fromisoformat(told)
    except ValueError:
        raise SettingsError(f"--{option} {told!r} is no day; write it as YYYY-MM-DD, such as 2017-11-03") from None


def _kinds(connection: Connection, told: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """Kinds, and all kinds of the families among these words."""
    if all(asking.has_kind(connection, kind) for kind in told) and not any(kind in _BOTH for kind in told):
        return tuple(told)
    from dateline.codebook import load_codebook

    known = load_codebook(settings.codebooks).kinds
    found: list[str] = []
    for each in told:
        of_family = [kind for kind, entry in known.items() if entry.family == each]
        if each not in known and not of_family and not asking.has_kind(connection, each):
            raise SettingsError(f"--kind {each!r} is no kind or family of kinds; dateline codebook lists them")
        found += of_family or [each]
    return tuple(dict.fromkeys(found))


_BOTH = ("aid", "cooperation", "displacement")
"""Names of kinds and of families at once: these mean the family."""


def _actors(connection: Connection, told: str | None, settings: Settings) -> tuple[str, ...]:
    """The parties of the project that are called so, or that the registry's actors of that name are."""
    if told is None:
        return ()
    found = asking.actors_called(connection, _spellings(told))
    if not found:
        from dateline.codebook.registry_files import load_registry

        registry = load_registry(settings.actors, kept=settings.kept_actors)
        ids = [entry.id for entry in registry.find(told)]
        found = asking.actors_called(connection, ids) if ids else ()
        if not found and not ids:
            raise SettingsError(f"--actor {told!r}: no party of this project is called so; dateline actors search")
        found = found or tuple(ids)
    return found


def _role(told: str | None, actor: str | None) -> Role | None:
    if told is None:
        return None
    if actor is None:
        raise SettingsError(f"--role {told} is that of an actor; name one with --actor")
    return "actor" if _one_of("role", told, get_args(Role)) == "actor" else "target"


def _country(told: str | None, settings: Settings) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country, given so, as alpha-3, or by its name."""
    if told is None or (len(told) == 2 and told.isupper()):
        return told
    from dateline.codebook.registry_files import load_registry

    registry = load_registry(settings.actors, kept=settings.kept_actors)
    wanted = told.upper()
    coded = next((c for c in registry.countries.values() if wanted in (c.alpha2, c.alpha3)), None)
    found = coded or registry.country_of(told)
    if found is None:
        raise SettingsError(f"--country {told!r} is no country; give its name or ISO code, such as Syria or SY")
    return found.alpha2


def _spellings(told: str | None) -> tuple[str, ...]:
    """A name as it is given, and as it may be written."""
    if told is None:
        return ()
    ways = (told, told.title(), told.capitalize(), told.lower(), told.upper())
    return tuple(dict.fromkeys(sought(way) for way in ways))


def _places(connection: Connection, told: str | None, settings: Settings) -> tuple[str, ...]:
    """The name as the project has it; else those of the places that the gazetteer knows by it."""
    found = _spellings(told)
    if told is None or asking.has_place(connection, found):
        return found
    from dateline.gazetteer import open_gazetteer

    entries = [match.entry for match in open_gazetteer(settings.cache, added=settings.added).find(told)]
    return tuple(dict.fromkeys(entry.name for entry in entries)) or found


def _near(told: tuple[float, float, float] | str | None) -> Near | None:
    if told is None:
        return None
    parts: Sequence[str | float] = told.split(",") if isinstance(told, str) else told
    try:
        lat, lon, km = (float(part) for part in parts)
    except ValueError:
        raise SettingsError(f"--near {told!r} is not LAT,LON,KM; write for example 34.37,41.09,25") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < km <= MOST_KM):
        raise SettingsError(
            f"--near {told!r}: latitude is within 90, longitude within 180 degrees, KM above 0 and at most {MOST_KM:g}"
        )
    return Near(lat, lon, km)


def _statuses(told: Sequence[str]) -> tuple[str, ...]:
    if not told:
        return REAL
    if "any" in (each.casefold() for each in told):
        return ()
    return tuple(_one_of("status", each, (*STATUSES, "any")) for each in told)


def _background(told: bool | str | None) -> bool | None:  # noqa: FBT001 -- both ways to say it
    if told is None or isinstance(told, bool):
        return told
    return {"yes": True, "no": False, "any": None}[_one_of("background", told, get_args(Answer))]
