"""Portions: words that say that only a part of a place is meant ("an area of Aleppo", "villages north of Hama").

Who holds an area of Aleppo does not hold Aleppo. A noun in apposition means the place itself ("the village of Dabiq",
"the towns of Zaytan and Khalasa").
"""

import re

from dateline.model import Place


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PARTS = _set("""
    area areas part parts portion portions section sections sector sectors zone zones swathe swathes swath
    swaths stretch stretches pocket pockets neighborhood neighborhoods neighbourhood neighbourhoods district
    districts suburb suburbs quarter quarters village villages town towns hamlet hamlets settlement
    settlements position positions building buildings street streets hill hills hilltop hilltops heights ridge
    ridges mountain mountains checkpoint checkpoints point points post posts outpost outposts crossroads road
    roads route routes highway highways territory territories ground land place places site sites base bases
    barracks airport airbase airfield centre center school academy hospital factory plant field fields bridge
    kilometers kilometres km miles percent half third most much bulk majority rest countryside outskirts edge
    edges gate gates side camp camps enclave enclaves region regions north south east west northeast northwest
    southeast southwest north-east north-west south-east south-west
""")
"""Nouns for a part of a place, or for something in or by it."""
_TYPES = _set("""
    village town city suburb district neighborhood neighbourhood area province region governorate camp quarter
    settlement enclave port capital hamlet island valley county state
""")
_LISTS = _set("villages towns cities suburbs provinces camps hamlets islands")
_WITHIN = _set("in inside within near around outside along across on between overlooking surrounding")
_INDEFINITE = _set("a an one another some several many two three four five six seven eight nine ten")
_ARTICLES = _set("the its their")
_PLAIN = _set("last key main old strategic small large border nearby besieged")
_STOPS = _set("in on at near from by after before when where while as which that who with and but during since it them")
_AUXILIARIES = re.compile(r"\s*(?:(?:was|were|is|are|has|have|had|been|being|finally|also)\s+)+", re.IGNORECASE)
_NAMING = re.compile(r"\s*(?:(?:including|such as|like|namely|called|known as|of)\s+(?:the\s+)?|:\s*|-+\s*)[A-Z]")
_LISTED = re.compile(r"\b(?:including|such as|among them|namely)\b")
_NAMED_TOO = _set("including like namely called")
_FACILITY = re.compile(
    r"\b(?:air ?base|air ?port|air ?field|military base|barracks|prison|dam|university|crossing|refinery)$", re.I
)
_HELD = ("-held", "-controlled", "-run", "-ruled", "-occupied")
_OBJECT = 7
_WORD = re.compile(r"[\w'’%-]+")
_BREAK = re.compile(r"[.;:!?\n,()\"]")
_REACH, _MODIFIERS = 100, 5


def is_wide(place: Place) -> bool:
    """Whether a place is a province or the like, not an unlisted place that is only known to lie in one."""
    lies_in = place.evidence is not None and place.evidence.rule == "places.part-of"
    return place.precision in ("admin1", "district", "region") and not lies_in


def is_facility(extent: str) -> bool:
    """Whether a wider phrase names something in or by the place ("Toria military airport"), which is not the place."""
    return bool(_FACILITY.search(extent.strip()))


def portion_before(text: str, start: int, *, wide: bool = False, behind: int = 0) -> tuple[int, int] | None:
    """Offsets of the words right before a place, up to where its name starts, that make it a part; None: the whole.

    `wide`: it is a province or the like, of which "the towns of" are parts; of a town they are itself and the next. A
    noun before `behind` is no part of it.
    """
    words = _words_before(text, start)
    while (at := _preposition(words)) is not None and at > 0:
        noun = words[at - 1].group().lower()
        if noun not in PARTS | _TYPES or words[at - 1].start() < behind:
            return None
        if words[at].group().lower() == "of" and _is_the_same(words, at - 1, wide=wide):
            words = words[: at - 1]
            continue
        return (words[_opening(words, at - 1)].start(), start) if noun in PARTS else None
    return None


def object_of(text: str, act: tuple[int, int], place: tuple[int, int]) -> tuple[int, int] | None:
    """Offsets of what an act takes where that is not the place itself, else None.

    "Seized a school in Homs", "in Homs, where they took two streets", "the school in Homs was seized".
    """
    if place[0] >= act[1]:
        return _object_between(text, act[1], place[0]) or _object_after(text, act[1], place)
    if _AUXILIARIES.fullmatch(text, place[1], act[0]):
        words = _words_before(text, place[0])
        at = _preposition(words)
        inside = at is not None and at > 0 and words[at].group().lower() in _WITHIN
        return (words[at - 1].start(), place[0]) if inside and at is not None else None
    return _object_after(text, act[1], place)


def _object_between(text: str, begin: int, start: int) -> tuple[int, int] | None:
    """What stands between an act and the place behind it that only says where."""
    if start - begin > _REACH:
        return None
    words = [word for word in _words_before(text, start) if word.start() >= begin]
    at = _preposition(words)
    if at is None or words[at].group().lower() not in _WITHIN:
        return None
    return words[0].start(), start


def _object_after(text: str, begin: int, place: tuple[int, int]) -> tuple[int, int] | None:
    """The noun for a part or a thing right behind an act: "ground", "14 villages", "several hilltops overlooking".

    "The city" and "the villages of Toria", "villages including Toria" are the places named.
    """
    stop = _BREAK.search(text, begin)
    end = min(stop.start() if stop else len(text), begin + _REACH)
    words = list(_WORD.finditer(text, begin, end))[:_OBJECT]
    for at, word in enumerate(words):
        noun = word.group().lower()
        if place[0] <= word.start() < place[1] or noun in _STOPS:
            return None
        if noun not in PARTS or (at + 1 < len(words) and words[at + 1].group().lower() in PARTS):
            continue
        definite = noun in _TYPES and words[0].group().lower() in ("the", "control", "over")
        named = _NAMING.match(text, word.end()) or _LISTED.search(text, word.end(), max(place[0], word.end()))
        return None if definite or named else (words[0].start(), word.end())
    return None


def _words_before(text: str, start: int) -> list[re.Match[str]]:
    begin = max(0, start - _REACH)
    breaks = [found.end() for found in _BREAK.finditer(text, begin, start)]
    return list(_WORD.finditer(text, breaks[-1] if breaks else begin, start))


def _preposition(words: list[re.Match[str]]) -> int | None:
    """Where the preposition stands that governs what follows these words, a few modifiers between."""
    for at in range(len(words) - 1, max(-1, len(words) - 2 - _MODIFIERS), -1):
        word = words[at].group().lower()
        if word in _WITHIN or word == "of":
            return at
        if word in _NAMED_TOO or (word in PARTS and at < len(words) - 1):
            return None
    return None


def _is_the_same(words: list[re.Match[str]], noun: int, *, wide: bool) -> bool:
    """Whether "the town of" and its like name the place itself."""
    kind = words[noun].group().lower()
    if kind in _LISTS:
        return not wide
    opening = words[_opening(words, noun)].group().lower()
    return kind in _TYPES and opening not in _INDEFINITE


def _opening(words: list[re.Match[str]], noun: int) -> int:
    """Where the phrase of a noun opens: over what plainly modifies it, to its article or number."""
    at = noun
    while at > 0:
        word = words[at - 1].group().lower()
        if word in _INDEFINITE or word in _ARTICLES or word.isdigit():
            return at - 1
        held = words[at].group().endswith(_HELD)  # "an Islamic State-held area": the name before it is passed over
        if not (word in PARTS or word in _PLAIN or "-" in word or word.endswith("ern") or (held and word != "of")):
            break
        at -= 1
    return at
