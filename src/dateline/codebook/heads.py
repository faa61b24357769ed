"""Head nouns: what the last word of a phrase says about who or what it names.

The words are data (`data/heads.yaml`, which explains its marks); this module reads them and looks them up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from dateline.codebook.files import load_yaml
from dateline.errors import DataError
from dateline.model import Sort

DATA = Path(__file__).parent / "data" / "heads.yaml"
Number = Literal["one", "many", "body", "bodies"]
_OF_COUNTRIES = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
_ABOVE_COUNTRIES = "IGO UNO EUR NGO ISM IMG MNC"
SECTORS = frozenset(_OF_COUNTRIES.split() + _ABOVE_COUNTRIES.split())
"""PLOVER's sectors, and its codes for who stands above countries."""

_MARKS = ("armed", "label", "member", "office", "vague")


@dataclass(frozen=True, slots=True)
class Head:
    """What one word (or fixed phrase) in one number says. `lemma` is its singular, the other fields are the data's."""

    word: str
    lemma: str
    number: Number
    sort: Sort
    sector: str | None = None
    armed: bool = False
    label: bool = False
    member: bool = False
    office: bool = False
    vague: bool = False

    @property
    def plural(self) -> bool:
        """Whether "they" can stand for it (a body of people takes "it" too)."""
        return self.number != "one"

    @property
    def singular(self) -> bool:
        """Whether "it", "he" or "she" can stand for it."""
        return self.number in ("one", "body")

    @property
    def physical(self) -> bool:
        """Whether it is a building, works or vehicle: hit, never acting."""
        return self.sort in ("facility", "vehicle")


class Heads:
    """All heads, by their words in lower case."""

    def __init__(self, heads: Sequence[Head]) -> None:
        self._by_word = {head.word: head for head in heads}
        self._longest: dict[str, int] = {}
        for word in self._by_word:
            parts = word.split(" ")
            self._longest[parts[-1]] = max(self._longest.get(parts[-1], 0), len(parts))

    def __len__(self) -> int:
        return len(self._by_word)

    def __iter__(self) -> Iterator[Head]:
        return iter(self._by_word.values())

    def get(self, word: str) -> Head | None:
        """The head of exactly these lower-case words, singular or plural, or None."""
        return self._by_word.get(word)

    def ending(self, words: Sequence[str], end: int | None = None) -> tuple[int, Head] | None:
        """The longest head whose last word is `words[end - 1]` (lower case): how many words it takes, and it."""
        stop = len(words) if end is None else end
        longest = self._longest.get(words[stop - 1], 0) if stop else 0
        if not longest:
            return None
        for length in range(min(longest, stop), 0, -1):
            head = self._by_word.get(" ".join(words[stop - length : stop]))
            if head:
                return length, head
        return None


def load_heads(path: Path = DATA) -> Heads:
    """Read the heads. Raises DataError where the file breaks its own rules."""
    blocks = load_yaml(path).get("blocks")
    if not isinstance(blocks, list):
        raise DataError(f"{path}: expected a list under 'blocks'")
    found: dict[str, Head] = {}
    for number, block in enumerate(blocks, 1):
        for head in _of_block(block, f"{path}: block {number}"):
            found.setdefault(head.word, head)
    return Heads(tuple(found.values()))


def _of_block(block: Mapping[str, object], where: str) -> Iterator[Head]:
    sort, sector = block.get("sort"), block.get("sector")
    if sort not in get_args(Sort):
        raise DataError(f"{where}: sort {sort!r} is none of {', '.join(get_args(Sort))}")
    if sector is not None and sector not in SECTORS:
        raise DataError(f"{where}: sector {sector!r} is none of PLOVER's")
    unknown = set(block) - {"sort", "sector", "one", "body", "many", *_MARKS}
    if unknown:
        raise DataError(f"{where}: unknown keys {', '.join(sorted(unknown))}")
    marks = {mark: bool(block.get(mark, False)) for mark in _MARKS}
    for key, singular, plural in (("one", "one", "many"), ("body", "body", "bodies"), ("many", None, "many")):
        words = block.get(key, [])
        if not isinstance(words, list):
            raise DataError(f"{where}: {key!r} is not a list")
        for entry in words:
            lemma, _, given = str(entry).partition("/")
            several = lemma if singular is None else given or plural_of(lemma)
            if singular and several != lemma:
                yield Head(lemma, lemma, singular, sort, sector, **marks)  # type: ignore[arg-type]  # checked above
            yield Head(several, lemma, plural, sort, sector, **marks)  # type: ignore[arg-type]  # checked above


def plural_of(word: str) -> str:
    """The regular English plural of a noun or of a phrase that ends in one."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
