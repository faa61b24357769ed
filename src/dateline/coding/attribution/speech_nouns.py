"""Nouns that stand for what was said, with whose they are: "the ministry's claim that", "a call by X for"."""

from dateline.codebook.cues import Cue
from dateline.coding.attribution.contents import extent_after
from dateline.coding.attribution.found import Found
from dateline.coding.attribution.sources import Range, phrase_after, subject_before
from dateline.coding.attribution.wording import DETERMINERS, Wording, word_set
from dateline.coding.tagging.wordclass import PREPOSITIONS

POSSESSIVE = word_set("his her its their my our your")


def match_noun(wording: Wording, index: int, cue: Cue) -> Found | None:
    """X's claim that ..., the announcement by X of ..., their call for ..."""
    end = index + len(cue.words)
    source = _owner(wording, index)
    if source is None and wording.word(end) in {"by", "from"}:
        source = phrase_after(wording, end + 1)
        end = source[1] + 1 if source else end
    opening = wording.word(end)
    if opening == "that" and "that" in cue.takes:
        return Found(cue, (index, index), source, (extent_after(wording, end, clause_only=False),))
    if source is None or opening not in cue.takes & {"of", "to", "for"}:
        return None
    first = end if opening == "to" else end + 1
    if first >= len(wording.words):
        return None
    return Found(cue, (index, index), source, (extent_after(wording, first, clause_only=True),))


def _owner(wording: Wording, index: int) -> Range | None:
    """Whose claim: "the ministry's claim", "their claim"."""
    left = index - 1
    if wording.word(left) not in POSSESSIVE | {"'s", "'"} and wording.word(left - 1) in POSSESSIVE | {"'s", "'"}:
        left -= 1
    if wording.word(left) in POSSESSIVE:
        return left, left
    if wording.word(left) in {"'s", "'"} and left > 0:
        owner = subject_before(wording, left)
        if owner and wording.word(owner[0]) in PREPOSITIONS:  # "in light of the government's threats"
            articles = [i for i in range(owner[0], left) if wording.words[i] in DETERMINERS]
            owner = (articles[-1], left) if articles else None
        return (owner[0], left) if owner else None
    return None
