"""Groups: whose side the lost were on."""

from collections.abc import Sequence

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.people import People
from dateline.coding.losses.told import Told
from dateline.model import Actor, Span

_MEMORY = 3  # sentences


class Doers:
    """Who was last told to act: fighters of no state who acted are perpetrators where they are lost soon after."""

    def __init__(self) -> None:
        self._since = _MEMORY + 1
        self._clash = False

    def see(self, words: Words, people: Sequence[People], told: Sequence[Told], book: LossBook) -> None:
        """Take in one more sentence; those whom it tells of as lost are not doers by that."""
        lost = {p.start for one in told for p in (*one.people, *one.parts)}
        acting = any(p.group in {"militants", "perpetrators"} and p.start not in lost for p in people)
        self._since = 0 if acting else self._since + 1
        self._clash = not book.clashes.isdisjoint(words)

    def pass_by(self, words: Words, book: LossBook) -> None:
        """Take in a sentence that tells of no losses."""
        self._since = self._since + 1 if book.fighting.isdisjoint(words) else 0
        self._clash = not book.clashes.isdisjoint(words)

    @property
    def seen(self) -> bool:
        """Whether fighters of no state acted in this sentence or the few before it, and this one tells of no clash."""
        return self._since <= _MEMORY and not self._clash


def group_of(person: People, span: Span, noun: str, actors: Sequence[Actor], doers: Doers) -> str:
    """The group of a loss row: civilians, fighters with their side, perpetrators or unknown.

    A side is the name of the actor at these words, else `noun`, the phrase without its number.
    """
    if person.group == "perpetrators" or (person.group == "militants" and doers.seen):
        return "perpetrators"
    if person.group in {"forces", "militants"}:
        named = next((a.name for a in actors if a.name and a.overlaps(span)), None)
        return f"fighters: {named or noun}"
    return person.group
