"""Sites: when do two reports speak of one place, or of one part of it? Town and district stay apart."""

import re

from dateline.gazetteer.fold import fold
from dateline.linking.control.within import place_key
from dateline.model import Place, Site, Span

_LAYERS = {
    "exact": "town",
    "town": "town",
    "near": "near",
    "region": "region",
    "district": "district",
    "admin1": "admin1",
}
_SIDES = (
    ("northeast", re.compile(r"\bnorth-?\s?east", re.IGNORECASE)),
    ("northwest", re.compile(r"\bnorth-?\s?west", re.IGNORECASE)),
    ("southeast", re.compile(r"\bsouth-?\s?east", re.IGNORECASE)),
    ("southwest", re.compile(r"\bsouth-?\s?west", re.IGNORECASE)),
    ("north", re.compile(r"\bnorth(?:ern)?\b", re.IGNORECASE)),
    ("south", re.compile(r"\bsouth(?:ern)?\b", re.IGNORECASE)),
    ("east", re.compile(r"\beast(?:ern)?\b", re.IGNORECASE)),
    ("west", re.compile(r"\bwest(?:ern)?\b", re.IGNORECASE)),
    ("centre", re.compile(r"\b(?:cent(?:re|er)|downtown|heart)\b", re.IGNORECASE)),
    ("outskirts", re.compile(r"\b(?:outskirts|edges?|suburbs?|gates?)\b", re.IGNORECASE)),
    ("countryside", re.compile(r"\b(?:countryside|rural)\b", re.IGNORECASE)),
)
_KINDS = r"(?:city|town|province|village|neighbou?rhood|district|suburb|camp|governorate)"
_ADJECTIVE = re.compile(
    rf"^(?:the\s+)?(?:north|south|east|west|central)[\w-]*\s+(?:[\w-]+\s+){{0,2}}{_KINDS}\b", re.IGNORECASE
)
_SAME = re.compile(rf"^(?:the\s+)?(?:[\w'’-]+\s+){{0,3}}{_KINDS}\s+of\s", re.IGNORECASE)
PART = "part"
"""A part that no words tell from others: two of them need not be the same ground."""


def is_apposition(extent: str) -> bool:
    """Whether an extent only says what the place is, or where in the country: "the northern city of Manbij"."""
    return bool(_ADJECTIVE.match(extent) or _SAME.match(extent))


def part_of(place: Place, part: Span | None) -> str | None:
    """Which part of a place is meant: its side where words tell ("eastern Aleppo"), "part" for some part, None: all.

    "The northern city of Manbij" is all of it: the side is that of the country. A neighbourhood without a point of its
    own is itself; a point lent by a town ("north of Hama") makes a part of it.
    """
    extent = place.extent.text if place.extent is not None else ""
    lent = place.precision == "near" and place.geonameid is not None
    words = f"{part.text if part else ''} {'' if is_apposition(extent) else extent}"
    side = next((name for name, pattern in _SIDES if pattern.search(words)), None)
    if part is None and not lent and (side is None or extent.casefold() == place.text.casefold()):
        return None
    return side or PART


def site_of(place: Place, part: Span | None) -> Site:
    """The site that a mention of a place stands for, without the mention's words."""
    which = part_of(place, part)
    lies_in = place.evidence is not None and place.evidence.rule == "places.part-of"
    layer = "unresolved" if lies_in else _LAYERS.get(place.precision or "", "unresolved")
    entry = place_key(place.model_copy(update={"precision": "town"})) if place.geonameid is not None else None
    name = place.name or place.text
    where = (
        str(entry)
        if entry is not None
        else f"{_folded(place.text if layer in ('near', 'unresolved') else name)} {place.country or '?'}"
    )
    if layer == "near" and place.geonameid is not None:
        layer = "town"
    return Site(
        id=f"{layer} {where}" + (f" / {which}" if which else ""),
        name=name,
        part=which,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        country=place.country,
        admin1=place.admin1,
        precision=place.precision,
        uncertainty_km=place.uncertainty_km,
    )


def _folded(name: str) -> str:
    """A name without case, accents, marks and possessive."""
    return re.sub(r"[^\w]+", " ", fold(re.sub(r"['’]s\b", "", name))).strip()
