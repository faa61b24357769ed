"""Phrases around a place name: what it is said to be, what it lies in, and where from it something lies."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Literal

from dateline.coding.tagging.tags import Tag
from dateline.frozen import frozen

Relation = Literal["point", "part", "near", "side", "offset", "between"]

_COMPASS = r"(?:north|south|east|west)(?:[- ]?(?:north|south|east|west))?(?:ern)?"
_BORN = "(?:" + _COMPASS + r"|north-?(?:east|west)ern|south-?(?:east|west)ern)"
_NOUNS = {
    "town": "city|town|village|hamlet|municipality|capital|port|commune|borough",
    "near": "neighbou?rhoods?|suburbs?|quarters?|wards?|slums?",
    "district": "districts?|count(?:y|ies)|parish(?:es)?|sub-?districts?|LGA|tehsil|raion",
    "admin1": "provinces?|governorates?|states?|oblasts?|departments?|prefectures?",
    "site": "(?:strategic |international |military |main )*(?:border crossing|border post|crossing|airport|"
    "air ?base|base|bridge|dam|camp|checkpoint|prison|refinery|mosque|hospital|university|market)",
}
_AFTER = {kind: re.compile(rf"\s+(?:{nouns})\b") for kind, nouns in _NOUNS.items()}
_BEFORE = {kind: re.compile(rf"\b(?:{nouns})(?:\s+of)?\s+$", re.IGNORECASE) for kind, nouns in _NOUNS.items()}
_CALLED = re.compile(rf"\b(?:{'|'.join(_NOUNS.values())})(?:\s+of)?\s+$", re.IGNORECASE)
_LISTED = re.compile(r"^\s*(?:,|and|&|or|,\s*and)\s*(?:the\s+)?$")
_OFFSET = re.compile(
    rf"\b(?P<number>\d+(?:[.,]\d+)?)\s*[- ]?(?P<unit>km|kms|kilomet(?:er|re)s?|miles?)\s+"
    rf"(?:to the\s+)?(?:(?P<way>{_COMPASS})\s+of|from|outside|away from)\s+"
    r"(?:the\s+)?(?:(?:central|downtown|capital|city|town|village|of)\s+)*$",
    re.IGNORECASE,
)
_SIDE = re.compile(
    rf"(?P<all>\b(?:the\s+)?{_BORN}\s+of\s+(?:the\s+)?(?:(?:city|town|village|capital)\s+(?:of\s+)?)?)$", re.IGNORECASE
)
_BORDER = re.compile(
    rf"(?P<all>\b(?:the\s+)?(?:{_BORN}\s+)?(?:administrative\s+)?(?:borders?|edge|boundary|frontier)\s+(?:of|with)\s+)$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?P<all>\b(?:the\s+)?(?:(?:center|centre|heart|middle|downtown)\s+of\s+(?:the\s+)?(?:(?:city|town)\s+of\s+)?|"
    r"(?:downtown|central)\s+))$",
    re.IGNORECASE,
)
_SECTOR = re.compile(
    rf"(?P<all>\b(?:the\s+)?(?:{_BORN}|rural|(?-i:[NS][EW]|[NESW]\.?))\s*(?<=[\s.])(?:(?:parts?|areas?|districts?|sector|side|suburbs?)\s+of\s+(?:the\s+)?)?)$",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r"(?P<all>\b(?:(?:the\s+)?(?:outskirts|suburbs?|vicinity|countryside|environs|perimeter|rural areas?)\s+of|"
    r"near(?:by)?(?:\s+to)?|close to|outside(?:\s+of)?|around|on the road to)"
    r"\s+(?:the\s+)?(?:(?:city|town|village|capital)\s+(?:of\s+)?)?)$",
    re.IGNORECASE,
)
_NEAR_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:(?:north|south|east|west)\w*\s+)?(?:countryside|outskirts|suburbs|hinterland)\b"
)
_OWN_SIDE = re.compile(
    r"['’]s?\s+(?P<side>(?:north|south|east|west)(?:-?(?:east|west))?(?:ern (?:part|half|areas?|regions?))?)\b"
)
_POINTS = re.compile(r"north|south|east|west", re.IGNORECASE)
_LETTERS = re.compile(r"\b(?:[NS][EW]|[NSEW])\b")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.IGNORECASE)
_AND_OTHER = re.compile(r"\s+and\s+(?:the\s+)?(?:[A-Z][\w'’-]+|al-[A-Z][\w'’-]+)(?:\s[A-Z][\w'’-]+)?")
_IN = re.compile(
    rf"^\s*(?:,\s*(?:in|a (?:\w+ )?(?:town|city|village|suburb|district|neighborhood) (?:in|of)|"
    rf"(?:{_BORN})\s+(?:in\s+)?)|(?:\w+\s+){{0,2}}?(?:in|of))\s+(?:(?:the|{_BORN}|central)\s+)*(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)
_OWNS = re.compile(r"^['’]s?\s+(?:\w+\s+){0,3}?(?:of\s+)?$")
_COMMA = re.compile(r"^,\s*(?:the\s+)?$")
_BRACKET = re.compile(r"^\s*\($")
_WEST_OF = re.compile(rf"^,?\s*(?:{_BORN})\s+of\s+(?:the\s+)?$", re.IGNORECASE)

MILE_KM = 1.609344  # the international mile


@frozen
class Phrase:
    """What the words around a name say of it. `kind` (town, near, district, admin1, site or "") is what it is called;
    `relation` how what is told lies to it; `km` a stated distance; start and end the wider phrase's offsets; `side`
    the part of it that is meant ("e" of "eastern", "nw" of "NW"), or `outside` it that way from it ("west of").
    """

    kind: str = ""
    relation: Relation = "point"
    km: float | None = None
    start: int = 0
    end: int = 0
    side: str = ""
    outside: bool = False


@frozen
class Ties:
    """Which mention lies in which (by index): `within` surely ("Qaim, Iraq"; "Anbar's Annah"), `beside` by a list."""

    within: Mapping[int, int] = field(default_factory=dict)
    close: Mapping[int, int] = field(default_factory=dict)


def read_phrase(text: str, tag: Tag, low: int, high: int) -> Phrase:
    """Read the words around a name, between the offsets `low` and `high` (its sentence's)."""
    before, after = text[max(low, tag.start - 90) : tag.start], text[tag.end : min(high, tag.end + 60)]
    kind, start, end = _called(tag, before, after)
    head = before[: len(before) - (tag.start - start)]
    if match := _OFFSET.search(head):
        number = float(match["number"].replace(",", ""))
        km = number * (MILE_KM if match["unit"].lower().startswith("mile") else 1.0)
        return Phrase(kind, "offset", km, start - (len(head) - match.start()), end)
    relations: tuple[tuple[Relation, re.Pattern[str]], ...] = (
        ("part", _PART), ("near", _NEAR), ("side", _SIDE), ("side", _BORDER), ("side", _SECTOR), ("between", _BETWEEN),
    )  # fmt: skip
    for relation, pattern in relations:
        if match := pattern.search(head):
            if relation == "between" and (other := _AND_OTHER.match(after)):
                end = tag.end + other.end()
            own = start == tag.start or pattern is _SIDE  # "northern state of X": the state is in the north, whole
            side = _side(match.group()) if own and pattern in (_SECTOR, _SIDE) else ""
            outside = pattern is _SIDE
            return Phrase(kind, relation, None, start - (len(head) - match.start()), end, side, outside)
    if match := _NEAR_AFTER.match(after):
        return Phrase(kind, "near", None, start, tag.end + match.end())
    if match := _OWN_SIDE.match(after):
        return Phrase(kind, "side", None, start, tag.end + match.end(), _side(match["side"]))
    return Phrase(kind, "point", None, start, end)


def _side(words: str) -> str:
    """The point of the compass in such words ("the north-eastern part of", "NE", "E."), or none."""
    points = _POINTS.findall(words)
    if points:
        return "".join(point[0] for point in points).lower()
    letters = _LETTERS.search(words)
    return letters.group().lower() if letters else ""


def _called(tag: Tag, before: str, after: str) -> tuple[str, int, int]:
    if tag.value:
        return tag.value, tag.start, tag.end
    for kind, pattern in _AFTER.items():
        if match := pattern.match(after):
            return kind, tag.start, tag.end + match.end()
    for kind, pattern in _BEFORE.items() if _CALLED.search(before) else ():
        if match := pattern.search(before):
            return kind, tag.start - (len(before) - match.start()), tag.end
    return "", tag.start, tag.end


def read_ties(text: str, tags: Sequence[Tag], sentences: Sequence[int], phrases: Sequence[Phrase]) -> Ties:
    """Which names lie in which others by their words; names in a list share what is said of its last."""
    within: dict[int, int] = {}
    close: dict[int, int] = {}
    for i in range(len(tags) - 2, -1, -1):
        j = i + 1
        if sentences[i] != sentences[j]:
            continue
        gap = text[max(tags[i].end, phrases[i].end if phrases[i].end < tags[j].start else 0) : tags[j].start]
        if _OWNS.match(gap):
            within[j] = i
        elif _COMMA.match(gap) and j not in within and not _listed_on(text, tags, j):
            within[i] = j
        elif _LISTED.match(gap):
            if j in within and within[j] != i:
                within[i] = within[j]
        elif _WEST_OF.match(gap) or _BRACKET.match(gap[:2]):
            close[i] = j
        elif _IN.match(gap):
            within[i] = j
    return Ties(within, close)


def _listed_on(text: str, tags: Sequence[Tag], j: int) -> bool:
    """Whether after this name the list goes on ("A, B and C"), so that its comma says nothing of containment."""
    return j + 1 < len(tags) and bool(_LISTED.match(text[tags[j].end : tags[j + 1].start]))
