"""Weapons: what an act was done with, found by the codebook's list."""

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.coding.tagging.matching import fits, matches_at
from dateline.coding.tagging.tags import Tag
from dateline.coding.text.document import Sentence


class WeaponRecogniser:
    """Tags weapons: `value` is the class ("rocket", "improvised explosive"), `rule` the codebook's entry."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook

    def recognise(self, sentence: Sentence, found: Sequence[Tag]) -> list[Tag]:
        """The weapons of a sentence, in order; the longest name wins.

        A trigger's verb is no weapon ("shells the town"); within a noun of deed it is one ("*car bomb* explosion").
        """
        triggers = [tag for tag in found if tag.label == "trigger" and ".noun." not in tag.rule]
        tokens, index, place, tags = sentence.tokens, self._codebook.weapons, 0, []
        while place < len(tokens):
            if tokens[place].lower not in index:
                place += 1
                continue
            for match in matches_at(index, tokens, place):
                cue = match.pattern.cue
                if fits(cue.surroundings, tokens, match.first, match.last):
                    start, end = tokens[match.first].start, tokens[match.head - 1].end
                    tag = Tag("weapon", start, end, cue.kind, cue.score, f"weapon:{cue.id}")
                    if not any(tag.overlaps(trigger) for trigger in triggers):
                        tags.append(tag)
                    place = match.head
                    break
            else:
                place += 1
        return tags
