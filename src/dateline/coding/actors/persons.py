"""Names of persons: titles before them, surnames alone, drift of transliteration, holders of offices."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateline.codebook.heads import Head
from dateline.codebook.registry import ActorEntry, is_acronym
from dateline.codebook.registry_names import fold, skeleton
from dateline.coding.actors.identity import Identity, Lexica, of_entry
from dateline.coding.actors.phrase import Phrase
from dateline.frozen import frozen
from dateline.model import Alternative

_ARABIC, _ROMANCE, _OTHER = "al el ul ur bin ibn abu abd ould", "de del la las los da di", "von van der"
_PARTICLES = frozenset(f"{_ARABIC} {_ROMANCE} {_OTHER}".split())
_SHORTEST_BONES = 2


@frozen
class PersonName:
    """A name as a phrase gives it, and the title before it (None without one)."""

    name: str
    title: Head | None = None


def read_person(phrase: Phrase, lexica: Lexica) -> PersonName | None:
    """The name of a person at the end of a phrase, or None where there is none."""
    if phrase.tokens and phrase.tag.rule in ("party:given name", "party:by place"):
        first = phrase.tokens[0].lower
        led = len(phrase.tokens) > 2 and (lexica.heads.get(first) or lexica.demonyms.get(first))
        return PersonName(" ".join(token.text for token in phrase.tokens[bool(led) :] if token.is_word))
    if not phrase.tokens or phrase.head or phrase.sentence.shouted:
        return _after_title(phrase, lexica)
    titled = _after_title(phrase, lexica)
    if titled:
        return titled
    tokens = [token for token in phrase.tokens if token.is_word and token.lower not in ("the", "mr", "mrs", "ms", "dr")]
    if phrase.tag.value == "nominal" or not tokens or not all(_of_name(token.text) for token in tokens):
        return None
    if any(is_acronym(token.text) for token in tokens) or phrase.demonyms or phrase.countries:
        return None
    return PersonName(" ".join(token.text for token in tokens))


def _after_title(phrase: Phrase, lexica: Lexica) -> PersonName | None:
    """A name after the last title of the phrase ("Iraqi Prime Minister *Haider al-Abadi*")."""
    if phrase.head and phrase.head_at + 1 >= len(phrase.words):
        return None
    for end in range(len(phrase.words) - 1, 0, -1):
        found = lexica.heads.ending(phrase.words, end)
        if not found or found[1].number != "one" or found[1].physical:
            continue
        rest = [token for token in phrase.tokens[end:] if token.is_word]
        if rest and all(_of_name(token.text) for token in rest) and not lexica.heads.ending(phrase.words):
            return PersonName(" ".join(token.text for token in rest), found[1])
        return None
    return None


def _of_name(word: str) -> bool:
    return word.lower() in _PARTICLES or any(c.isupper() for c in word)


def known_person(name: str, lexica: Lexica) -> Identity | None:
    """The one person of the registry whose full name has these consonants, or None."""
    words = fold(name)
    found = lexica.registry.find_person(name) if len(words) > 1 else ()
    if len(found) != 1:
        return None
    note = f"{name!r} has the consonants of {found[0].name} ({found[0].source})"
    return of_entry(found[0], "actors.transliteration", 0.8, note)


def holder(title: Head, of: str, day: date | None, lexica: Lexica) -> Identity | None:
    """Who held an office of a country or group on a day; None without a day, or where the registry does not tell."""
    if day is None:
        return None
    found = lexica.registry.holders(title.lemma, of, day)
    if len(found) != 1:
        return None
    identity = of_entry(found[0], "actors.office", 0.75, f"{title.lemma} of {of} on {day} ({found[0].source})")
    return replace(identity, alternatives=_others_in_office(title, of, day, found[0], lexica))


_MOST_OTHERS = 2


def _others_in_office(title: Head, of: str, day: date, held: ActorEntry, lexica: Lexica) -> tuple[Alternative, ...]:
    """Those who held the office nearest to the day, with their time in it."""
    others = [
        (min(abs((end - day).days) for end in (o.first, o.last) if end), person, o)
        for person, o in lexica.registry.tenures(title.lemma, of)
        if person.id != held.id and (o.first or o.last)
    ]
    return tuple(
        Alternative(value=person.id, score=0.0, why=f"{title.lemma} from {o.first or '?'} to {o.last or '?'}")
        for _, person, o in sorted(others, key=lambda item: (item[0], item[1].id))[:_MOST_OTHERS]
    )


def titled(person: PersonName, countries: Sequence[str | None], day: date | None, lexica: Lexica) -> Identity | None:
    """The holder of an office whose surname follows the title ("President *Poroshenko*") on that day, or None."""
    if person.title is None or day is None or len(fold(person.name)) != 1:
        return None
    for country in countries:
        identity = holder(person.title, country, day, lexica) if country else None
        if identity and fold(identity.name or "")[-1:] == fold(person.name):
            return replace(identity, rule="actors.office-surname", score=0.85)
    return None


def unlisted(person: PersonName, country: str | None, sector: str | None) -> Identity:
    """A named person whom no registry lists: the name itself is the identity."""
    name = person.name.strip()
    told = person.title.sector if person.title else None
    key = "-".join(fold(name)) or name.lower()
    return Identity(
        f"name:{key}", name, country, sector or told, "person" if person.title or " " in name else "other",
        "actors.name", 0.6, f"{name!r} is in no registry; the name stands for itself",
        lemma=person.title.lemma if person.title else "", plural=not (person.title or " " in name),
    )  # fmt: skip


class Surnames:
    """The persons that a report names in full, by the last words of their names."""

    def __init__(self, persons: Iterable[Identity]) -> None:
        self._exact: dict[tuple[str, ...], dict[str, Identity]] = {}
        self._bones: dict[tuple[str, ...], dict[str, Identity]] = {}
        for person in persons:
            words = fold(person.name or "")
            for size in range(1, len(words)):
                self._exact.setdefault(words[-size:], {})[str(person.id)] = person
                self._bones.setdefault(skeleton(words[-size:]), {})[str(person.id)] = person

    def find(self, name: str) -> Identity | None:
        """The one person of this surname, exact or by its consonants, or None."""
        words = fold(name)
        exact = self._exact.get(words, {})
        if len(exact) == 1:
            person = next(iter(exact.values()))
            return person.because("actors.surname", 0.85, f"surname of {person.name}, named in full in this report")
        bones = skeleton(words)
        alike = self._bones.get(bones, {}) if bones and len(bones[-1]) > _SHORTEST_BONES else {}
        if not exact and len(alike) == 1:
            person = next(iter(alike.values()))
            return person.because("actors.surname-drift", 0.7, f"sounds like the surname of {person.name}")
        return None
