"""Losses as one sentence tells them; tolls, and parts told after their whole."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.company import Company
from dateline.coding.losses.people import People
from dateline.coding.losses.quantities import read_quantity
from dateline.coding.losses.words import LossWord
from dateline.frozen import frozen
from dateline.model import LossKind

BLOW = "losses.blow"
"""The rule of wounds told by the blow alone ("stabbed")."""
AMONG = "losses.among"
"""The rule of people told to be among those lost ("three children are among the dead")."""
_TOLL_REACH, _CUE_REACH = 9, 4
_TOLL_ENDS = frozenset({",", ";", ".", "and", "with"})
_AFTER_CUE = frozenset({"them", "whom", "at", "least", "were", ","})


@frozen
class Told:
    """A loss as one sentence tells it: the word, who was lost, and by which rule they were found.

    `also`: the text says that they come on top of what was told before.
    """

    word: LossWord
    loss: LossKind
    people: tuple[People, ...]
    parts: tuple[People, ...]
    rule: str
    also: bool = False


def toll_of(words: Words, word: LossWord, book: LossBook) -> list[Told]:
    """ "the death toll rose from 12 to 29": the last number of the clause."""
    last = None
    index = word.end
    while index < min(len(words), word.end + _TOLL_REACH) and words[index] not in _TOLL_ENDS:
        quantity = read_quantity(words, index, book.counts) if words[index] != "from" else None
        if quantity:
            if quantity.rule == "between" and words[index - 1] == "from":  # "from 12 to 29" is no range here
                quantity = read_quantity(words, quantity.end - 1, book.counts) or quantity
            last, index = quantity, quantity.end
        else:
            index += 1
    if last is None:
        return []
    people = People(last.start, last.end, last.range, bare=True, rule=last.rule)
    return [Told(word, word.loss, (people,), (), "losses.toll")]


def with_late_parts(words: Words, told: Sequence[Told], groups: Sequence[Company], book: LossBook) -> list[Told]:
    """The losses, with parts told after the verb: "twelve were killed, among them three children"."""
    result = list(told)
    used = {person.start for one in told for person in (*one.people, *one.parts)}
    for group in groups:
        if group.start in used or group.members[0].pronoun or not result or result[-1].parts:
            continue
        cue = _cue_before(words, group.start, book)
        owners = [n for n, one in enumerate(result) if cue is not None and one.people[0].end <= cue > one.word.start]
        if owners:
            result[owners[-1]] = replace(result[owners[-1]], parts=group.members)
    return result


def _cue_before(words: Words, index: int, book: LossBook) -> int | None:
    """Where "including", "among them" or their like starts right before a phrase."""
    for back in range(max(0, index - _CUE_REACH), index):
        cue = book.including.at(words, back)
        if cue and words[back] not in {"with", ":"} and set(words[cue[0] : index]) <= _AFTER_CUE:
            return back
    return None
