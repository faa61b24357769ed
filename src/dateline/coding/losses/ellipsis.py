"""Ellipsis: "10 soldiers were killed and 30 wounded": the 30 are soldiers too."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.losses.told import Told


def inherit(told: Sequence[Told]) -> list[Told]:
    """Every loss, with the noun of the one before it in the sentence where its own number has none.

    Not from a doer who is told of by himself: "the attacker was killed and three others wounded".
    """
    result: list[Told] = []
    noun = None
    for one in sorted(told, key=lambda t: (t.people[0].start, t.word.start)):
        people = []
        for person in one.people:
            if (
                noun
                and person.range != (0, 0, 0)
                and not person.lemma
                and not person.named
                and not person.pronoun
                and (person.bare or person.more)
            ):
                people.append(replace(person, group=noun.group, lemma=noun.lemma))
            else:
                people.append(person)
        last = people[-1]
        noun = last if last.lemma and not (last.group == "perpetrators" and last.definite) else None
        result.append(replace(one, people=tuple(people)))
    return result
