"""Loss words of a sentence and how they are used: passive, active, as a noun, as a toll."""

from typing import Literal, cast

from dateline.codebook.counts import Words
from dateline.codebook.losses import LossBook
from dateline.frozen import frozen
from dateline.model import LossKind

Form = Literal["past", "gerund", "base", "happening", "state", "noun", "counted", "toll", "casualties", "blow"]
_BACK = 9


@frozen
class LossWord:
    """A word that tells of a loss; `start` and `end` count tokens; `forms` are all the uses that the word may have."""

    start: int
    end: int
    loss: LossKind
    forms: tuple[Form, ...]

    def may_be(self, *forms: Form) -> bool:
        """Whether the word has one of these forms."""
        return any(form in self.forms for form in forms)


def loss_words(words: Words, book: LossBook) -> list[LossWord]:
    """The loss words of a sentence, in order; the longest phrase wins; a word of two kinds of loss gives two."""
    found: list[LossWord] = []
    index = 0
    while index < len(words):
        if words[index] not in book.words.by_first and words[index] not in book.casualties.by_first:
            index += 1
            continue
        casualties = book.casualties.at(words, index)
        if casualties:
            found.append(LossWord(index, casualties[0], "killed", ("casualties",)))
            index = casualties[0]
            continue
        match = book.words.at(words, index)
        if match is None:
            index += 1
            continue
        by_loss: dict[str, list[str]] = {}
        for pair in match[1].split("|"):
            loss, form = pair.split(" ")
            by_loss.setdefault(loss, []).append(form)
        for loss, forms in by_loss.items():
            found.append(LossWord(index, match[0], cast("LossKind", loss), cast("tuple[Form, ...]", tuple(forms))))
        index = match[0]
    return found


def auxiliary_before(words: Words, index: int, book: LossBook) -> int | None:
    """The index of the auxiliary that makes the participle at `index` a passive ("were reportedly killed"), or None."""
    for back in range(index - 1, max(-1, index - _BACK), -1):
        word = words[back]
        if word in book.auxiliaries:
            return back
        if word not in book.skipped:
            return None
    return None


def _is_passed(word: str, book: LossBook) -> bool:
    return (word in book.skipped or word in book.auxiliaries or word == "of") and word not in {"to", "not"}


def is_unreal(words: Words, index: int, book: LossBook) -> bool:
    """Whether a modal, an intention or a failure stands before the verb at `index`: "could kill", "tried to kill"."""
    back = index - 1
    while back >= 0 and _is_passed(words[back], book):
        back -= 1
    if back < 0 or words[back] not in book.unreal:
        return False
    if words[back] == "to":
        return not (back and (words[back - 1] in book.real_to or words[back - 1].endswith("ly")))
    return True


def before_apposition(words: Words, index: int, book: LossBook) -> int:
    """Where a subject ends that "was" follows after an apposition: "John Smith, 30, was killed"."""
    if words[index - 1 : index] != (",",) or words[index] not in book.singular:
        return index
    commas = [n for n in range(max(0, index - 12), index - 1) if words[n] == ","]
    return commas[-1] if commas else index
