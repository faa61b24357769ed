"""Groups: whose side the lost were on."""

from collections.abc import Sequence

from dateline.coding.losses.people import People
from dateline.coding.losses.told import Told
from dateline.model import Actor, Span


class Doers:
    """Who has been told to act so far: fighters of no state who acted are perpetrators where they are lost."""

    def __init__(self) -> None:
        self._lemmas: set[str] = set()

    def see(self, people: Sequence[People], told: Sequence[Told]) -> None:
        """Take in the people of one sentence; those whom it tells of as lost are not doers by that."""
        lost = {p.start for one in told for p in (*one.people, *one.parts)}
        self._lemmas |= {p.lemma for p in people if p.group in {"militants", "perpetrators"} and p.start not in lost}

    @property
    def seen(self) -> bool:
        """Whether any fighters of no state have acted."""
        return bool(self._lemmas)


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
