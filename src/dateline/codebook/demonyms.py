"""Demonyms: words for the people of a country, region or people, and the names by which countries go.

The words are data (`data/demonyms.yaml`, which explains its shape); this module reads them and looks them up.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.codebook.files import load_yaml, section
from dateline.errors import DataError

DATA = Path(__file__).parent / "data" / "demonyms.yaml"
_INVARIABLE = ("ese", "sh", "ch", "ss", "z", "s", ".", "sis", "wa", "US")


@dataclass(frozen=True, slots=True)
class Demonym:
    """One word (lower case) for people of somewhere.

    `countries` are ISO 3166-1 alpha-3 (those of ISO 3166-3 for states that are no more), the likeliest first; empty
    where the word tells none ("Arab"). `ethnic`: of a people or faith, not of a country; `region`: of a part of a
    country or of the world. `people`: the word can only be a noun, for one person or (`plural`) several.
    """

    word: str
    lemma: str
    countries: tuple[str, ...]
    ethnic: bool = False
    region: bool = False
    plural: bool = False
    people: bool = False

    @property
    def country(self) -> str | None:
        """The one country that the word tells, or None where it is one of several or none."""
        return self.countries[0] if len(self.countries) == 1 else None


class Demonyms:
    """All demonyms by their words in lower case, and further names of countries."""

    def __init__(self, demonyms: Sequence[Demonym], names: Mapping[str, str], years: Mapping[str, tuple[int, int]]):
        self._by_word: dict[str, Demonym] = {}
        for demonym in demonyms:
            known = self._by_word.get(demonym.word)
            self._by_word[demonym.word] = _joined(known, demonym) if known else demonym
        self._lengths: dict[str, int] = {}
        for word in self._by_word:
            first, *more = word.split(" ")
            self._lengths[first] = max(self._lengths.get(first, 1), 1 + len(more))
        self.names = dict(names)
        self.years = dict(years)

    def __len__(self) -> int:
        return len(self._by_word)

    def __iter__(self) -> Iterator[Demonym]:
        return iter(self._by_word.values())

    def get(self, word: str) -> Demonym | None:
        """The demonym of exactly these lower-case words, or None."""
        return self._by_word.get(word)

    def at(self, words: Sequence[str], start: int = 0) -> tuple[int, Demonym] | None:
        """The longest demonym that begins at `words[start]` (lower case): how many words it takes, and it."""
        longest = self._lengths.get(words[start], 0)
        for length in range(min(longest, len(words) - start), 0, -1):
            found = self._by_word.get(" ".join(words[start : start + length]))
            if found:
                return length, found
        return None

    def country(self, name: str) -> str | None:
        """The code of the country of this name in lower case (those names alone that the gazetteer may lack)."""
        return self.names.get(name)


def _joined(one: Demonym, other: Demonym) -> Demonym:
    countries = one.countries + tuple(c for c in other.countries if c not in one.countries)
    return Demonym(one.word, one.lemma, countries, one.ethnic, one.region, one.plural, one.people)


def load_demonyms(path: Path = DATA) -> Demonyms:
    """Read the demonyms. Raises DataError where the file breaks its own rules."""
    data = load_yaml(path)
    found: list[Demonym] = []
    names: dict[str, str] = {}
    years: dict[str, tuple[int, int]] = {}
    for code, words in section(data, "countries", path).items():
        found.extend(_forms(words, (code,), f"{path}: countries: {code}"))
    for code, given in section(data, "names", path).items():
        names.update({name.lower(): code for name in _strings(given, f"{path}: names: {code}")})
    for code, former in section(data, "former", path).items():
        where = f"{path}: former: {code}"
        if not isinstance(former, dict) or set(former) != {"names", "words", "years"}:
            raise DataError(f"{where}: expected names, words and years")
        found.extend(_forms(former["words"], (code,), where))
        names.update({name.lower(): code for name in _strings(former["names"], where)})
        years[code] = (int(former["years"][0]), int(former["years"][1]))
    found.extend(_of_peoples(data.get("peoples"), path))
    return Demonyms(found, names, years)


def _of_peoples(peoples: object, path: Path) -> Iterator[Demonym]:
    if not isinstance(peoples, list):
        raise DataError(f"{path}: expected a list under 'peoples'")
    for entry in peoples:
        where = f"{path}: peoples: {entry}"
        if not isinstance(entry, dict) or not {"words", "countries"} <= set(entry):
            raise DataError(f"{where}: expected words and countries")
        region = bool(entry.get("region", False))
        countries = _strings(entry["countries"], where)
        yield from _forms(entry["words"], countries, where, ethnic=not region, region=region)


def _strings(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise DataError(f"{where}: expected a list")
    return tuple(str(item) for item in value)


def _forms(
    words: object, countries: tuple[str, ...], where: str, *, ethnic: bool = False, region: bool = False
) -> Iterator[Demonym]:
    for entry in _strings(words, where):
        one, _, several = entry.partition("|")
        lemma = one.lower()
        if several:  # "Kurd" is of the "Kurdish"
            shared = _strings(words, where)[0].partition("|")[0].lower()
            yield Demonym(lemma, shared, countries, ethnic, region, people=True)
            yield Demonym(several.lower(), shared, countries, ethnic, region, plural=True, people=True)
            continue
        yield Demonym(lemma, lemma, countries, ethnic, region)
        if not one.endswith(_INVARIABLE):
            yield Demonym(lemma + "s", lemma, countries, ethnic, region, plural=True, people=True)
