"""Companies that two loss words share: "killing three civilians and two others were wounded"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.coding.losses.company import Company
from dateline.coding.losses.words import LossWord


def split_companies(
    words: Words, groups: Sequence[Company], at: Mapping[int, LossWord], book: LossBook
) -> tuple[Company, ...]:
    """The companies, the last of one cut off where a loss word stands before it and another claims its end.

    `at` gives the loss word at a token.
    """
    result: list[Company] = []
    for group in groups:
        rest = len(group.members) > 1 and group.members[-1].more and not group.parts
        governed = (
            rest or _is_governed(words, group.start, at, book) or words[group.start - 1 : group.start] == ("including",)
        )
        if not governed or not _is_claimed(words, group.outer_end, at, book):
            result.append(group)
        elif group.parts:
            result += [replace(group, parts=group.parts[:-1]), Company(group.parts[-1:])]
        elif len(group.members) > 1:
            result += [Company(group.members[:-1]), Company(group.members[-1:])]
        else:
            result.append(group)
    return tuple(result)


def _is_governed(words: Words, index: int, at: Mapping[int, LossWord], book: LossBook) -> bool:
    """Whether a loss word stands right before, over adverbs."""
    while index and index - 1 not in at and words[index - 1] in book.skipped and words[index - 1] not in {"and", "or"}:
        index -= 1
    return index - 1 in at


def _is_claimed(words: Words, index: int, at: Mapping[int, LossWord], book: LossBook) -> bool:
    """Whether a passive or a participle of loss starts here, over adverbs; none in "a guard and injured others"."""
    passed = (book.skipped | book.auxiliaries) - {"and", "or"}
    while index < len(words) and index not in at and words[index] in passed:
        index += 1
    word = at.get(index)
    return word is not None and word.may_be("past", "state", "happening", "counted")
