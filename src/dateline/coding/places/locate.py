"""Locating: point, precision and uncertainty of every mention, from its sense and the words around it."""

from collections import Counter
from collections.abc import Sequence

from dateline.coding.places.phrases import Phrase
from dateline.coding.places.senses import Sense, label
from dateline.coding.tagging.tags import Tag
from dateline.frozen import frozen
from dateline.gazetteer import Entry
from dateline.model import Evidence, Place, Precision, Span

_PRECISION: dict[str, Precision] = {
    "town": "town", "district": "district", "admin1": "admin1", "country": "country", "region": "region", "sea": "sea",
    "site": "exact", "subdistrict": "district", "spot": "exact",
}  # fmt: skip
_NEAR_KM = 15.0  # how far from a town "near", "outskirts" and "countryside" reach
_SIDE_KM = 30.0  # how far "west of" a town reaches where no distance is told
_PART_KM = 5.0  # how far an unlisted quarter may lie from the middle of its town
_POINT_KM = 5.0  # what reaches farther is no point
_UNLISTED_KM = 25.0  # how far an unlisted village may lie from the town that it is told with


@frozen
class Located:
    """A mention with its sentence, phrase, sense, and the mentions (by index) that it lies in or close to; `part` is
    the point and radius of the part of it that is meant ("eastern Anbar").
    """

    tag: Tag
    sentence: int
    phrase: Phrase
    sense: Sense
    within: int | None = None
    close: int | None = None
    part: tuple[float, float, float] | None = None


def locate(text: str, mentions: Sequence[Located]) -> tuple[Place, ...]:
    """The places of a report, in order of the text."""
    main = _main_town(mentions)
    parents = _parents(mentions, main)
    return tuple(
        _known(text, mention, mention.sense.entry)
        if mention.sense.entry
        else _unlisted(text, mention, parents.get(mention.tag.key))
        for mention in mentions
    )


def _main_town(mentions: Sequence[Located]) -> Entry | None:
    """The town that the report names most."""
    towns = Counter(m.sense.entry for m in mentions if m.sense.entry and m.sense.entry.kind == "town")
    return min(towns, key=lambda entry: (-towns[entry], abs(entry.id)), default=None)


def _parents(mentions: Sequence[Located], main: Entry | None) -> dict[tuple[int, int], tuple[Entry, str]]:
    """For every unlisted mention the place that it is told to lie in or with, and why.

    What one mention of a name says ("Saada ... in Qaim") holds for all of the report.
    """
    found: dict[tuple[int, int], tuple[Entry, str]] = {}
    by_name: dict[str, tuple[Entry, str]] = {}
    for number, mention in enumerate(mentions):
        if mention.sense.entry is None and (parent := _told(mentions, number)):
            by_name.setdefault(_name(mention), parent)
    for mention in mentions:
        if mention.sense.entry is not None:
            continue
        near = _in_sentence(mentions, mention) if mention.phrase.kind in ("near", "site") else None
        fallback = (
            (main, "the town that the report names most") if main and mention.phrase.kind in ("near", "site") else None
        )
        if parent := by_name.get(_name(mention)) or near or fallback:
            found[mention.tag.key] = parent
    return found


def _name(mention: Located) -> str:
    return mention.sense.key


def _told(mentions: Sequence[Located], number: int) -> tuple[Entry, str] | None:
    """The entry that the words say it lies in, followed upwards through unlisted ones."""
    seen: set[int] = set()
    at: int | None = number
    while at is not None and at not in seen:
        seen.add(at)
        entry = mentions[at].sense.entry
        if entry is not None:
            return entry, "the words say that it lies there"
        at = mentions[at].within if mentions[at].within is not None else mentions[at].close
    return None


def _in_sentence(mentions: Sequence[Located], mention: Located) -> tuple[Entry, str] | None:
    towns = [
        m.sense.entry
        for m in mentions
        if m.sentence == mention.sentence and m.sense.entry and m.sense.entry.kind == "town"
    ]
    return (towns[0], "the town of the same sentence") if towns else None


def _known(text: str, mention: Located, entry: Entry) -> Place:
    precision, radius = _blurred(_precision(entry), entry.radius_km, mention.phrase)
    lat, lon = entry.lat, entry.lon
    if mention.part:
        lat, lon, radius = mention.part
    sense = mention.sense
    way = sense.match.way if sense.match else "name"
    note = f"{label(entry)}; " + ", ".join(f"{name} {weight:+.1f}" for name, weight in sense.reasons if weight)
    if mention.part:
        note += f"; the point is the middle of its outer quarter to the {mention.phrase.side.upper()}"
    return Place(
        **Span.of(text, mention.tag.start, mention.tag.end).model_dump(),
        geonameid=entry.geonameid,
        name=entry.name,
        lat=round(lat, 5),
        lon=round(lon, 5),
        country=entry.country,
        admin1=entry.admin1,
        precision=precision,
        uncertainty_km=radius,
        extent=_extent(text, mention),
        evidence=Evidence(rule=f"places.{way}", score=sense.belief, note=note, alternatives=sense.others),
    )


def _unlisted(text: str, mention: Located, parent: tuple[Entry, str] | None) -> Place:
    span = Span.of(text, mention.tag.start, mention.tag.end)
    if parent is None:
        evidence = Evidence(
            rule="places.unlisted", score=0.0, note="no gazetteer entry fits", alternatives=mention.sense.others
        )
        return Place(**span.model_dump(), extent=_extent(text, mention), evidence=evidence)
    entry, why = parent
    wide = entry.kind not in ("town", "site", "spot")
    reach = _PART_KM if mention.phrase.kind == "near" else _UNLISTED_KM
    return Place(
        **span.model_dump(),
        name=span.text,
        lat=round(entry.lat, 5),
        lon=round(entry.lon, 5),
        country=entry.country,
        admin1=entry.admin1,
        precision=_precision(entry) if wide else "near",
        uncertainty_km=entry.radius_km if wide else entry.radius_km + reach,
        extent=_extent(text, mention),
        evidence=Evidence(
            rule="places.part-of", score=0.6, note=f"not in the gazetteer; the point is that of {label(entry)}: {why}",
            alternatives=mention.sense.others,
        ),
    )  # fmt: skip


def _precision(entry: Entry) -> Precision:
    """A hill or a bridge is a point; a river or a plain is not."""
    return "region" if entry.kind == "spot" and entry.radius_km > _POINT_KM else _PRECISION[entry.kind]


def _blurred(precision: Precision, radius: float, phrase: Phrase) -> tuple[Precision, float]:
    """Precision and uncertainty after the words around the name: "12 km north of", "outskirts of", "centre of"."""
    if precision not in ("town", "exact"):
        return precision, radius
    if phrase.relation == "offset" and phrase.km is not None:
        return "near", round(radius + phrase.km, 1)
    if phrase.relation in ("near", "between"):
        return "near", radius + _NEAR_KM
    if phrase.relation == "side":
        return "near", radius + _SIDE_KM
    return precision, radius


def _extent(text: str, mention: Located) -> Span | None:
    start, end = mention.phrase.start, mention.phrase.end
    if (start, end) == mention.tag.key or start >= end:
        return None
    return Span.of(text, start, end)
