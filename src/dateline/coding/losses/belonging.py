"""Belonging: which event a loss is told of."""

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.coding.losses.rows import Row
from dateline.coding.roles.frames import Frame

_HARM = 3.0
"""Kinds of less harm than this (a parade, a visit) lose nobody themselves."""


def belongings(rows: Sequence[Row], frames: Sequence[Frame], codebook: Codebook) -> tuple[int | None, ...]:
    """For each row the index of the frame that it belongs to, or None.

    What a war has cost belongs to a frame that can cost lives in its own sentence, or to none: it is no toll of what
    was told before.
    """
    return tuple(_belonging(row, frames, codebook) for row in rows)


def _belonging(row: Row, frames: Sequence[Frame], codebook: Codebook) -> int | None:
    chosen = frame_for(row.sentence, row.word, frames, codebook)
    if chosen is None or row.loss.scope != "cumulative":
        return chosen
    frame = frames[chosen]
    return chosen if frame.sentence == row.sentence and _is_harmful(frame, codebook) else None


def frame_for(sentence: int, word: tuple[int, int], frames: Sequence[Frame], codebook: Codebook) -> int | None:
    """The index of the frame that a loss belongs to, or None; `word` are the offsets of its loss word.

    The frame whose trigger it is; else the nearest one of the sentence that can cost lives, those of its own clause
    first; else the last such one of the two sentences before ("The death toll rose to 29."), or the next one's first.
    """
    same = [n for n, frame in enumerate(frames) if frame.sentence == sentence]
    for number in same:
        triggers = (frames[number].trigger, *frames[number].also)
        if any(t.start < word[1] and word[0] < t.end for t in triggers):
            return number
    if same:
        return min(same, key=lambda n: (not _is_harmful(frames[n], codebook), *_distance(frames[n], word)))
    before = [n for n, frame in enumerate(frames) if sentence - 2 <= frame.sentence < sentence]
    harmful = [n for n in before if _is_harmful(frames[n], codebook)]
    if before:
        return (harmful or before)[-1]
    after = [n for n, frame in enumerate(frames) if frame.sentence == sentence + 1]
    return after[0] if after else None


def _is_harmful(frame: Frame, codebook: Codebook) -> bool:
    kind = codebook.kinds.get(frame.kind)
    return kind is None or (kind.physical and kind.harm >= _HARM)


def _distance(frame: Frame, word: tuple[int, int]) -> tuple[bool, int]:
    """Whether the word lies outside the frame's clause, and how many characters from its trigger."""
    return not frame.clause[0] <= word[0] < frame.clause[1], abs(frame.trigger.start - word[0])
