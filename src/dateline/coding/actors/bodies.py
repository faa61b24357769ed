"""Bodies that bear a name of their own and that no registry lists ("Union of Delta Patriots")."""

from dateline.codebook.registry import is_acronym
from dateline.codebook.registry_names import fold
from dateline.coding.actors.identity import Identity
from dateline.coding.actors.phrase import Phrase

_LEAST = 2
_NO_NAMES = frozenset(["UN", "US", "UK", "EU", "KIA", "WIA", "MIA", "NE", "NW", "SE", "SW", "IED", "AK"])


def read_body(phrase: Phrase) -> Identity | None:
    """The body that a phrase names by itself: a head that takes many people, and name words about it, in capitals.

    A country's or people's own ("Iraqi Army") is composed instead; all-capitals text shows no names.
    """
    head = phrase.head
    if not head or head.number != "body" or phrase.sentence.shouted or phrase.demonyms or phrase.countries:
        return None
    if not phrase.tokens[phrase.head_at].is_capitalised or not _own(phrase):
        return None
    name = phrase.text
    return Identity(
        f"name:{'-'.join(fold(name))}", name, None, head.sector, head.sort, "actors.name", 0.55,
        f"{name!r} is in no registry; the name stands for itself", lemma=head.lemma,
    )  # fmt: skip


def read_acronym(phrase: Phrase) -> Identity | None:
    """The group that an acronym of no registry names before a head that belongs to one ("*KLJ* rebels")."""
    head = phrase.head
    if not head or not head.member or head.sort != "group" or phrase.sentence.shouted:
        return None
    names = [t.text for t in phrase.tokens[: phrase.head_at] if is_acronym(t.text) and t.text.isalpha()]
    if len(names) != 1 or len(names[0]) < _LEAST or names[0] in _NO_NAMES:
        return None
    return Identity(
        f"name:{names[0].lower()}", names[0], None, head.sector, "group", "actors.name", 0.5,
        f"{names[0]!r} names no actor of the registry that fits; the name stands for itself", lemma=head.lemma,
    )  # fmt: skip


def read_members(phrase: Phrase) -> Identity | None:
    """The group that a plural name after an article names ("the *Delta Lions*"): no person's name has one."""
    words = [token for token in phrase.tokens if token.is_word and token.lower != "the"]
    if phrase.head or phrase.determiner != "definite" or phrase.sentence.shouted or len(words) < _LEAST:
        return None
    last = words[-1].text
    if phrase.demonyms or phrase.countries or not all(w.is_capitalised for w in words) or not _plural(last):
        return None
    name = " ".join(word.text for word in words)
    return Identity(
        f"name:{'-'.join(fold(name))}", name, None, None, "group", "actors.name", 0.5,
        f"{name!r} is in no registry; the name stands for itself",
    )  # fmt: skip


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _LEAST + 1


def _own(phrase: Phrase) -> bool:
    """Whether it has capitalised words besides its head's, and no others but small ones."""
    end = phrase.head_at + len(phrase.head.word.split()) if phrase.head else 0
    others = [token for n, token in enumerate(phrase.tokens) if token.is_word and not phrase.head_at <= n < end]
    small = [token for token in others if not token.is_capitalised]
    return len(others) - len(small) >= 1 and all(len(token.text) <= _LEAST + 1 for token in small)
