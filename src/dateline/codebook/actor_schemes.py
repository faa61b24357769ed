"""How each scheme codes an actor, and since when.

UCDP: the ActorId of its actor list and the side that it takes in a dyad (UCDP Dyadic codebook: side A is the government
in state-based conflict). ACLED: its name and its inter code (ACLED codebook of 2024: 1 state forces, 2 rebel groups, 3
political militias, 4 identity militias, 5 rioters, 6 protesters, 7 civilians, 8 external or other forces). It names a
state's forces by regime; here they follow from the registry's leaders, so their years can differ from ACLED's own.
PLOVER: country and sector.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.codebook.registry import ActorEntry, Office, Registry

_UCDP = re.compile(r"UCDP (\d+)")
_STATE = frozenset(["MIL", "COP", "GOV", "SPY"])
_FORCES = {"MIL": "Military Forces", "COP": "Police Forces", "GOV": "Government", "SPY": "Military Forces"}
_INTER = {"REB": 2, "PRM": 3, "CRM": 3, "UAF": 3, "PTY": 3, "OPP": 6, "CVL": 7, "IGO": 8, "UNO": 8, "IMG": 8, "ISM": 8}
_INTER_NAMES = {
    1: "state forces", 2: "rebel group", 3: "political militia", 4: "identity militia", 6: "protesters",
    7: "civilians", 8: "external or other forces",
}  # fmt: skip
_HEADS_OF_STATE = ("president", "supreme leader", "prime minister", "chancellor", "king")


@dataclass(frozen=True, slots=True)
class Coding:
    """One code of an actor in a scheme, from a day to a day where it is known to hold for a time only."""

    scheme: str
    code: str
    note: str = ""
    since: date | None = None
    until: date | None = None


def codings_of(entry: ActorEntry, registry: Registry) -> tuple[Coding, ...]:
    """How UCDP, ACLED and PLOVER code an actor."""
    return (*_ucdp(entry), *_acled(entry, registry), *_plover(entry))


def _ucdp(entry: ActorEntry) -> Iterator[Coding]:
    match = _UCDP.match(entry.source)
    state = entry.sort == "state" and entry.sector in _STATE
    if match:
        side = "side A" if state else "side B against a government; either side against another group"
        yield Coding("UCDP", match[1], side)
    elif state:
        yield Coding("UCDP", "", "side A, as the government of its country")
    for office in entry.governs:
        yield Coding("UCDP", "", f"side A, as the government of {office.of}", office.first, office.last)


def _acled(entry: ActorEntry, registry: Registry) -> Iterator[Coding]:
    country = registry.countries.get(entry.country or "")
    if entry.sort == "state" and entry.sector in _STATE and country:
        name = f"{_FORCES[entry.sector or 'MIL']} of {country.name}"
        for regime in regimes_of(country.alpha3, registry) or [Office("", country.alpha3)]:
            yield Coding(
                "ACLED", f"{name}{_years(regime)}", "inter 1; 8 outside its country", regime.first, regime.last
            )
        return
    inter = 4 if entry.sort == "group" and entry.sector is None else _INTER.get(entry.sector or "")
    if inter and entry.sort != "person":
        kind = f"inter {inter} ({_INTER_NAMES[inter]})"
        for since, until in _between(entry.governs):
            yield Coding("ACLED", entry.acled or entry.name, kind, since, until)
    for office in entry.governs:
        ruled = registry.countries.get(office.of)
        name = f"Military Forces of {ruled.name if ruled else office.of}{_years(office)}"
        yield Coding("ACLED", name, "inter 1 (state forces); 8 outside its country", office.first, office.last)


def _between(governs: tuple[Office, ...]) -> Iterator[tuple[date | None, date | None]]:
    """The times before, between and after these, which are told in order."""
    since: date | None = None
    for office in governs:
        yield since, office.first
        since = office.last
        if since is None:
            return
    yield since, None


def _plover(entry: ActorEntry) -> Iterator[Coding]:
    if entry.country or entry.sector:
        yield Coding("PLOVER", f"{entry.country or '---'} {entry.sector or '---'}", "country and sector")


def regimes_of(country: str, registry: Registry) -> list[Office]:
    """The tenures of a country's leaders as far as the registry tells them, in order of time, by its highest office."""
    for title in _HEADS_OF_STATE:
        held = [o for entry in registry for o in entry.offices if (o.title, o.of) == (title, country) and o.first]
        if held:
            return sorted(held, key=lambda office: office.first or date.min)
    return []


def _years(office: Office) -> str:
    if office.first is None:
        return ""
    return f" ({office.first.year}-{office.last.year if office.last else ''})"
