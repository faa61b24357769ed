"""Acronyms that a report defines itself: "the Movement for Justice in the Delta (MJD)"."""

from collections.abc import Iterable, Mapping

from dateline.codebook.registry import is_acronym
from dateline.codebook.registry_names import fold
from dateline.coding.actors.identity import Identity
from dateline.coding.actors.phrase import Phrase

_OPENING = frozenset(["(", "["])
_LEAST = 2


def defined_acronyms(named: Iterable[tuple[Phrase, Identity | None]]) -> Mapping[str, Identity]:
    """What each acronym stands for that follows its name in brackets and is made of the name's initials."""
    found: dict[str, Identity] = {}
    for phrase, identity in named:
        acronym = _bracketed(phrase) if identity and identity.known else None
        if acronym and identity and _fits(acronym, phrase):
            found.setdefault(acronym, identity)
    return found


def by_acronym(phrase: Phrase, acronyms: Mapping[str, Identity]) -> Identity | None:
    """Who an acronym of the report's own stands for, alone or before a head ("MJD fighters")."""
    identity = next((acronyms[token.text] for token in phrase.tokens if token.text in acronyms), None)
    if identity is None or (phrase.head and not phrase.head.member):
        return None
    return identity.because("actors.acronym", 0.85, f"the report says that it is {identity.name}")


def _bracketed(phrase: Phrase) -> str | None:
    """The acronym in brackets behind a phrase, or that ends within it."""
    after = [token for token in phrase.sentence.tokens if token.start >= phrase.tag.end][:2]
    if len(after) == _LEAST and after[0].text in _OPENING and is_acronym(after[1].text):
        return after[1].text if len(after[1].text) >= _LEAST else None
    return None


def _fits(acronym: str, phrase: Phrase) -> bool:
    initials = "".join(word[0] for token in phrase.tokens for word in fold(token.text)).upper()
    letters = iter(initials)
    return all(letter in letters for letter in acronym if letter.isalpha())
