"""Portions: words that say that only a part of a place is meant ("an area of Aleppo", "villages north of Hama").

Who holds an area of Aleppo does not hold Aleppo. A noun in apposition means the place itself ("the village of Dabiq",
"the towns of Zaytan and Khalasa").
"""

import re


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
_WIDE = _set("admin1 district region country")
_WORD = re.compile(r"[\w'’%-]+")
_BREAK = re.compile(r"[.;:!?\n,()\"]")
_REACH, _MODIFIERS = 100, 5


def portion_before(text: str, start: int, precision: str | None = None, behind: int = 0) -> tuple[int, int] | None:
    """Offsets of the words right before a place, up to where its name starts, that make it a part; None: the whole.

    `precision` is the place's: of a province "the towns of" are parts, of a town they are itself and the next. Words
    before `behind` are left out.
    """
    words = [word for word in _words_before(text, start) if word.start() >= behind]
    while (at := _preposition(words)) is not None and at > 0:
        noun = words[at - 1].group().lower()
        if noun not in PARTS | _TYPES:
            return None
        if words[at].group().lower() == "of" and _is_the_same(words, at - 1, precision):
            words = words[: at - 1]
            continue
        return (words[_opening(words, at - 1)].start(), start) if noun in PARTS else None
    return None


def object_before(text: str, trigger_end: int, start: int) -> tuple[int, int] | None:
    """Offsets of what an act names as its object when the place behind it only says where ("seized a school in Homs").

    None where the place is the object itself, or does not follow the act.
    """
    if not 0 <= start - trigger_end <= _REACH:
        return None
    words = [word for word in _words_before(text, start) if word.start() >= trigger_end]
    at = _preposition(words)
    if at is None or words[at].group().lower() not in _WITHIN:
        return None
    return words[0].start(), start


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
        if word in PARTS and at < len(words) - 1:
            return None
    return None


def _is_the_same(words: list[re.Match[str]], noun: int, precision: str | None) -> bool:
    """Whether "the town of" and its like name the place itself."""
    kind = words[noun].group().lower()
    if kind in _LISTS:
        return precision not in _WIDE
    opening = words[_opening(words, noun)].group().lower()
    return kind in _TYPES and opening not in _INDEFINITE


def _opening(words: list[re.Match[str]], noun: int) -> int:
    """Where the phrase of a noun opens: over what plainly modifies it, to its article or number."""
    at = noun
    while at > 0:
        word = words[at - 1].group().lower()
        if word in _INDEFINITE or word in _ARTICLES or word.isdigit():
            return at - 1
        if not (word in PARTS or word in _PLAIN or "-" in word or word.endswith("ern")):
            break
        at -= 1
    return at
