"""Patterns: how a cue is written in the codebook, and what it matches.

    take|seize ... hostage|captive      alternatives by "|"; "..." lets up to four words pass
    open fire                           words in order
    air strike                          a noun; also found as "air-strike"
    carry out a? raid                   "a?" may be missing

A verb's first word is inflected, the second where the first is an adverb in -ly ("sexually assaulted");
a noun's last word takes the plural; a phrase is matched as written.
"""

from dataclasses import dataclass
from itertools import product

from dateline.codebook.inflection import plural, verb_forms
from dateline.codebook.kinds import Cue, Part

GAP = 4
Element = frozenset[str] | None
_LY_VERBS = frozenset({"ally", "apply", "fly", "rally", "rely", "reply", "supply"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a cue: elements in order, None for a gap; `head` says how many of them the trigger covers."""

    cue: Cue
    elements: tuple[Element, ...]
    head: int

    @property
    def length(self) -> int:
        """How many words it has, gaps not counted: longer ones win."""
        return sum(element is not None for element in self.elements)


def check_words(words: str) -> str:
    """Give what is wrong with a cue's words, or an empty string."""
    parts = words.split()
    if not parts:
        return "a cue has no words"
    if words != words.lower():
        return "cues are written in lower case"
    if parts[0] in ("...",) or parts[-1] == "..." or parts[0].endswith("?"):
        return "a cue begins and ends with a word that must be there"
    if any(not alternative.strip("?") for part in parts for alternative in part.split("|")):
        return "an alternative is empty"
    return ""


def compile_cue(cue: Cue) -> list[Pattern]:
    """All patterns of a cue: with and without its optional words, joined by hyphens if it is a noun of several."""
    parts = cue.words.split()
    choices = [((part.rstrip("?"),), ()) if part.endswith("?") else ((part,),) for part in parts]
    patterns = []
    for chosen in product(*choices):
        sequence = [part for piece in chosen for part in piece]
        patterns.append(_pattern(cue, sequence))
        if cue.part == "noun" and 2 <= len(sequence) <= 3 and "..." not in sequence:
            patterns.append(_joined(cue, sequence))
    return patterns


def _pattern(cue: Cue, sequence: list[str]) -> Pattern:
    verb = int(len(sequence) > 1 and sequence[0].endswith("ly") and sequence[0] not in _LY_VERBS)
    elements = tuple(_element(part, position, len(sequence), cue.part, verb) for position, part in enumerate(sequence))
    head = elements.index(None) if None in elements else len(elements)
    return Pattern(cue, elements, head)


def _element(part: str, position: int, length: int, kind: Part, verb: int) -> Element:
    if part == "...":
        return None
    words = part.split("|")
    if kind == "verb" and position == verb:
        return frozenset(form for word in words for form in verb_forms(word))
    if kind == "noun" and position == length - 1:
        return frozenset(form for word in words for form in (word, plural(word)))
    return frozenset(words)


def _joined(cue: Cue, sequence: list[str]) -> Pattern:
    last = [form for word in sequence[-1].split("|") for form in (word, plural(word))]
    spellings = product(*(part.split("|") for part in sequence[:-1]), last)
    return Pattern(cue, (frozenset("-".join(words) for words in spellings),), 1)
