"""The attackers' own deaths: suicide bombers, and those who blew themselves up."""

from collections.abc import Sequence

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.people import People
from dateline.coding.losses.told import Told
from dateline.coding.losses.words import LossWord


def own_deaths(words: Words, people: Sequence[People], told: Sequence[Told], book: LossBook) -> list[Told]:
    """A row of the attackers' dead where the sentence has a suicide bomber do it, or somebody blow himself up."""
    if any(p.group == "perpetrators" for one in told if one.loss == "killed" for p in (*one.people, *one.parts)):
        return []
    for phrase in people:
        here = words[phrase.start : phrase.end]
        if "suicide" in here and phrase.group == "perpetrators" and book.bombing & set(words[phrase.end :]):
            if book.foiled & set(words):
                return []
            return [_told(phrase, phrase.end - 1, phrase.end)]
    for index in range(len(words) - 2):
        if words[index] in {"blew", "blowing", "exploded", "detonated"} and words[index + 1] in {
            "himself",
            "herself",
            "themselves",
        }:
            subject = [p for p in people if p.end <= index and p.group != "civilians"]
            if subject and subject[-1].range:
                return [_told(subject[-1], index, index + 2)]
    return []


def _told(phrase: People, start: int, end: int) -> Told:
    lost = People(phrase.start, phrase.end, phrase.range, "perpetrators", phrase.lemma, rule=phrase.rule)
    return Told(LossWord(start, end, "killed", ("happening",)), "killed", (lost,), (), "losses.own-death")
