"""Bodies that bear a name of their own and that no registry lists ("Union of Delta Patriots")."""

from dateline.codebook.registry_names import fold
from dateline.coding.actors.identity import Identity
from dateline.coding.actors.phrase import Phrase

_LEAST = 2


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


def _own(phrase: Phrase) -> bool:
    """Whether it has capitalised words besides its head's, and no others but small ones."""
    end = phrase.head_at + len(phrase.head.word.split()) if phrase.head else 0
    others = [token for n, token in enumerate(phrase.tokens) if token.is_word and not phrase.head_at <= n < end]
    small = [token for token in others if not token.is_capitalised]
    return len(others) - len(small) >= 1 and all(len(token.text) <= _LEAST + 1 for token in small)
