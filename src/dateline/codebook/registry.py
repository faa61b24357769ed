"""The registry of actors: who is who, by all the names that they go by.

The entries are data (`data/actors/*.yaml`, read by `registry_files`); governments, armed forces and police of every
country are composed from the gazetteer's table of countries.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from dateline.codebook.registry_names import fold, fold_word, folds, skeleton
from dateline.model import Sort

_ARTICLES = ("al", "el")  # they may stand before a name's first word, apart from it


@dataclass(frozen=True, slots=True)
class Office:
    """A post, of a country or actor, held from `first` to `last` (days; None: unknown, or held still)."""

    title: str
    of: str
    first: date | None = None
    last: date | None = None

    def held(self, day: date) -> bool:
        """Whether it was held on that day, as far as is known."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """One actor. `country` is ISO 3166-1 alpha-3; `years` the first and last year of activity, None where not sure.

    `source` says where names and years were taken from. `of` is the id of the actor that it belongs to (a force's
    state, a man's group), `origins` are the actors that it split from or was made of; `governs` the countries whose
    government it was, with days; `acled` its name in ACLED where that is another; `where` the countries far from home
    that it fights in too.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    sort: Sort = "group"
    country: str | None = None
    sector: str | None = None
    years: tuple[int | None, int | None] = (None, None)
    offices: tuple[Office, ...] = ()
    of: str | None = None
    origins: tuple[str, ...] = ()
    governs: tuple[Office, ...] = ()
    acled: str | None = None
    where: tuple[str, ...] = ()
    source: str = ""

    def active(self, year: int) -> bool:
        """Whether it existed in that year, as far as is known."""
        first, last = self.years
        return (first is None or first <= year) and (last is None or year <= last)


@dataclass(frozen=True, slots=True)
class Country:
    """A country's codes and its name in running text; `borders` the countries (alpha-2) that it shares one with."""

    alpha3: str
    alpha2: str
    name: str
    capital: str = ""
    seats: tuple[str, ...] = ()
    borders: frozenset[str] = frozenset()


class Word(Protocol):
    """What look-up needs of a token."""

    @property
    def text(self) -> str:
        """As written."""
        ...

    @property
    def lower(self) -> str:
        """In lower case."""
        ...


@dataclass(slots=True)
class _Name:
    """One folded name: its words, whose it is, and how it must be written."""

    words: tuple[str, ...]
    entries: list[ActorEntry] = field(default_factory=list)
    acronym: bool = False
    lower: bool = False
    small: frozenset[int] = frozenset()


class Registry:
    """All actors, found by folded name. Entries of an overlay come first and win their names outright."""

    def __init__(
        self,
        entries: Iterable[ActorEntry],
        overlay: Iterable[ActorEntry] = (),
        countries: Mapping[str, Country] | None = None,
        country_names: Mapping[str, str] | None = None,
        english: frozenset[str] = frozenset(),
    ) -> None:
        self._overlay = {entry.id: entry for entry in overlay}
        self._by_id = {**{entry.id: entry for entry in entries}, **self._overlay}
        self.countries = dict(countries or {})
        self._alpha3 = {country.alpha2: country.alpha3 for country in self.countries.values()}
        self._country_names = {fold(name): code for name, code in (country_names or {}).items()}
        self._english = english
        self._capitals = {
            fold(seat): c.alpha3 for c in self.countries.values() for seat in (c.capital, *c.seats) if seat
        }
        self._names: dict[tuple[str, ...], _Name] = {}
        self._bones: dict[tuple[str, ...], list[ActorEntry]] = {}
        for entry in self._by_id.values():
            self._add(entry)
        self._holders: dict[tuple[str, str], list[ActorEntry]] = {}
        for entry in self._by_id.values():
            for office in entry.offices:
                self._holders.setdefault((office.title, office.of), []).append(entry)
        self._starts: dict[str, dict[str, list[_Name]]] = {}
        for name in sorted(self._names.values(), key=lambda name: -len(name.words)):
            seconds = self._starts.setdefault(name.words[0], {})
            seconds.setdefault(name.words[1] if len(name.words) > 1 else "", []).append(name)

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[ActorEntry]:
        return iter(self._by_id.values())

    def _add(self, entry: ActorEntry) -> None:
        for alias in (entry.name, *entry.aliases):
            for words in folds(alias):
                name = self._names.setdefault(words, _Name(words))
                rivals = [e for e in name.entries if (e.id in self._overlay) >= (entry.id in self._overlay)]
                if not (rivals and entry.id not in self._overlay and any(e.id in self._overlay for e in rivals)):
                    name.entries = [*rivals, entry] if entry not in rivals else rivals
                name.acronym |= is_acronym(alias)
                name.lower |= alias == alias.lower()
                name.small |= _small(alias)
                if entry.sort == "person" and len(words) > 1 and sum(map(len, skeleton(words))) > 4:
                    self._bones.setdefault(skeleton(words), []).append(entry)

    def get(self, identifier: str) -> ActorEntry | None:
        """The entry of this id, or None."""
        return self._by_id.get(identifier)

    def find(self, text: str) -> tuple[ActorEntry, ...]:
        """The entries of this name, however it is cased, accented, hyphenated or preceded by an article."""
        for words in folds(text):
            if words in self._names:
                return tuple(self._names[words].entries)
        return ()

    def find_person(self, text: str) -> tuple[ActorEntry, ...]:
        """The persons whose full name has the same consonants (drift of transliteration)."""
        return tuple(dict.fromkeys(self._bones.get(skeleton(fold(text)), [])))

    def holders(self, title: str, of: str, day: date) -> tuple[ActorEntry, ...]:
        """Who held an office (lower-case title, of a country's alpha-3 code or an actor's id) on a day."""
        return tuple(
            entry
            for entry in self._holders.get((title, of), [])
            if any(o.title == title and o.of == of and o.held(day) for o in entry.offices)
        )

    def tenures(self, title: str, of: str) -> Iterator[tuple[ActorEntry, Office]]:
        """Everyone who held an office, with their times in it."""
        for entry in self._holders.get((title, of), []):
            yield from ((entry, office) for office in entry.offices if (office.title, office.of) == (title, of))

    def neighbours(self, one: str, other: str) -> bool:
        """Whether two countries (alpha-3) share a border."""
        country, beside = self.countries.get(one), self.countries.get(other)
        return bool(country and beside and beside.alpha2 in country.borders)

    def capital_of(self, name: str) -> str | None:
        """The country (alpha-3) whose capital has this name, or None."""
        return self._capitals.get(fold(name))

    def country_of(self, name: str) -> Country | None:
        """The country of this name ("Iraq", "U.S.", "Britain"), or None."""
        code = self._country_names.get(fold(name))
        return self.countries.get(code) if code else None

    def alpha3(self, alpha2: str | None) -> str | None:
        """The three-letter code of a two-letter one, or None."""
        return self._alpha3.get(alpha2) if alpha2 else None

    def openings(self, tokens: Sequence[Word]) -> list[int]:
        """Where among these tokens a name may begin, by its first word alone."""
        return [
            at for at, token in enumerate(tokens)
            if (word := token.lower) in self._starts or word in _ARTICLES
            or (not (word.isalpha() and word.isascii()) and {*fold_word(token.text)[:1]} & self._starts.keys())
        ]  # fmt: skip

    def longest(
        self, tokens: Sequence[Word], start: int, *, shouted: bool = False
    ) -> tuple[int, tuple[ActorEntry, ...]] | None:
        """The longest name that begins at `tokens[start]`: how many tokens it takes, and whose it may be.

        An acronym must stand in capitals, any other name start with one. In a `shouted` text, where case says nothing,
        an acronym that is also an English word is no name.
        """
        first, skipped = fold_word(tokens[start].text), 0
        if not first and tokens[start].text.lower() in _ARTICLES and start + 1 < len(tokens):
            first, skipped = fold_word(tokens[start + 1].text), 1
        if not first or first[0] not in self._starts:
            return None
        for name in self._candidates(first, tokens, start + skipped):
            end = self._matched(name, tokens, start + skipped, shouted=shouted)
            if end and self._written(name, tokens[start + skipped : end], shouted=shouted):
                return end - start, tuple(name.entries)
        return None

    def _candidates(self, first: tuple[str, ...], tokens: Sequence[Word], start: int) -> Iterator[_Name]:
        """The names that begin with the folded words `first` of the token at `start` and go on as the text does,
        the longest first. ("National" begins two hundred names: their second words are looked up, not tried.)
        """
        seconds = self._starts[first[0]]
        if len(seconds) > 1 or "" not in seconds:
            following = first[1:] or _following(tokens, start + 1)
            if following:
                names = seconds.get(following[0], [])
                if following[0].endswith("s") and following[0][:-1] in seconds:  # of a possessive: see `_stands`
                    names = sorted([*names, *seconds[following[0][:-1]]], key=lambda name: -len(name.words))
                yield from names
        yield from seconds.get("", ())

    def _matched(self, name: _Name, tokens: Sequence[Word], start: int, *, shouted: bool) -> int | None:
        """Where the words end if they stand here, else None. Hyphens, slashes and articles between them are skipped.

        Words that the name writes with a capital must have one here: "National resistance" is no National Resistance.
        """
        done, at = 0, start
        while done < len(name.words):
            if at >= len(tokens):
                return None
            parts = fold_word(tokens[at].text)
            if not parts and (at == start or not _joins(tokens[at].text)):
                return None
            if parts and not self._stands(name, done, parts, tokens, at, shouted=shouted):
                return None
            done += len(parts)
            at += 1
        return at

    def _stands(
        self, name: _Name, done: int, parts: tuple[str, ...], tokens: Sequence[Word], at: int, *, shouted: bool
    ) -> bool:
        """Whether the token at `at` is the name's next word or words, rightly written."""
        if parts != name.words[done : done + len(parts)]:
            follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
            if follows not in ("'", "’") or parts != (name.words[done] + "s",):
                return False
        word = tokens[at].text
        return shouted or name.lower or done in name.small or word[0].isdigit() or any(c.isupper() for c in word)

    def _written(self, name: _Name, tokens: Sequence[Word], *, shouted: bool) -> bool:
        first = tokens[0].text
        if len(name.words) == 1 and name.words[0] in self._english and (shouted or not first.isupper()):
            return False
        if shouted:
            return True
        if name.acronym and len(tokens) == 1:
            return first.isupper() or (name.lower and len(first) > 3)
        return name.lower or any(c.isupper() for c in first)


def _following(tokens: Sequence[Word], start: int) -> tuple[str, ...]:
    """The folded words of the next token that has any, hyphens and articles skipped as within a name."""
    for at in range(start, len(tokens)):
        parts = fold_word(tokens[at].text)
        if parts or not _joins(tokens[at].text):
            return parts
    return ()


def is_acronym(alias: str) -> bool:
    """Whether a name is written in capitals alone ("FMLN", "SPLM/A", "M-19")."""
    return alias.isupper() and " " not in alias


def _small(alias: str) -> frozenset[int]:
    """Which words of a name are written without a capital."""
    words = [(part, word) for word in alias.replace("/", " ").split() for part in fold_word(word)]
    return frozenset(at for at, (_, word) in enumerate(words) if word == word.lower())


def _joins(mark: str) -> bool:
    return mark.lower() in {"-", "/", "'", "’", "'s", "’s", "the", "al", "el", "of", "."}
