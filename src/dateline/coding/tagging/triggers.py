"""Triggers: the words that name an occurrence, found by the codebook's cues."""

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.coding.tagging.matching import Match, fits, matches_at
from dateline.coding.tagging.prominence import prominence
from dateline.coding.tagging.tags import Tag
from dateline.coding.tagging.wordclass import class_of
from dateline.coding.text.document import Sentence, Token
from dateline.coding.text.headlines import is_telegraphic, is_title_case

WEAK = 0.5  # below this a cue needs another word of conflict in its sentence
_ADJECTIVE = 0.6  # what is left of a cue's score where it stands as an adjective ("wounded soldiers")


class TriggerRecogniser:
    """Tags every occurrence that a sentence names: `value` is the kind, `rule` the cue, `score` the cue's."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook

    def recognise(self, sentence: Sentence, found: Sequence[Tag]) -> list[Tag]:
        """The triggers of a sentence, in order; none overlaps another."""
        del found
        chosen = self._choose(sentence)
        if not chosen:
            return []
        words = {token.lower for token in sentence.tokens}
        chosen = [pair for pair in chosen if not self._is_figure_of_speech(pair[0], words, pair[1])]
        strong = [match for match, score in chosen if score >= WEAK]
        conflict = self._codebook.wordsets.get("conflict", frozenset())
        kept = []
        for match, score in chosen:
            cue = match.pattern.cue
            others = [other for other in strong if other is not match and self._stands(other)]
            if (
                score < WEAK
                and len(strong) < 1 + (match in strong)
                and not _supported(sentence.tokens, match, conflict)
            ):
                continue
            if cue.fallback and others:
                continue
            kept.append(_tag(sentence.tokens, match, score))
        return kept

    def _stands(self, match: Match) -> bool:
        """Whether a trigger names an act by itself: no makeshift, and not only what came of an act."""
        cue = match.pattern.cue
        return not cue.fallback and not self._codebook.kinds[cue.kind].outcome

    def _choose(self, sentence: Sentence) -> list[tuple[Match, float]]:
        tokens, index = sentence.tokens, self._codebook.triggers
        if not any(token.lower in index for token in tokens):
            return []
        headline = sentence.shouted or is_title_case(sentence)
        verbs = _verbs_of(sentence) if headline or is_telegraphic(sentence) else frozenset()
        chosen: list[tuple[Match, float]] = []
        place = 0
        while place < len(tokens):
            if tokens[place].lower not in index:
                place += 1
                continue
            best = None
            for match in matches_at(index, tokens, place):
                share = self._share(tokens, match, verbs, headline=headline)
                if share and fits(match.pattern.cue.surroundings, tokens, match.first, match.last):
                    best = match, match.pattern.cue.score * share
                    break
            if best is None:
                place += 1
            else:
                chosen.append(best)
                place = best[0].head
        return chosen

    def _share(self, tokens: Sequence[Token], match: Match, verbs: frozenset[int], *, headline: bool) -> float:
        """How much of the cue's score its word class leaves here: 0 where it is no such word."""
        pattern, first = match.pattern, match.first
        if pattern.cue.part == "phrase":
            return 1.0
        if pattern.cue.part == "noun":
            if not headline and _in_name(tokens, match):
                return 0.0
            if pattern.length > 1 or tokens[first].lower not in self._codebook.verb_words:
                return 1.0
            return float(first not in verbs and class_of(tokens, first, headline=headline) == "noun")
        if pattern.length > 1 or first in verbs:
            return 1.0
        found = class_of(tokens, first, headline=headline)
        if found == "adjective":
            return _ADJECTIVE if pattern.cue.adjectival else 0.0
        if found == "noun":
            gerund = tokens[first].lower.endswith("ing")
            return float(gerund and (headline or not _in_name(tokens, match)))
        return 0.0 if first and tokens[first - 1].text == "-" else 1.0

    def _is_figure_of_speech(self, match: Match, words: set[str], score: float) -> bool:
        """Whether the sentence lies in a context (sport, markets, ...) where the cue means something else."""
        family = self._codebook.kinds[match.pattern.cue.kind].family
        return any(
            score < context.below and family not in context.spared and len(context.words & words) >= context.least
            for context in self._codebook.contexts
        )


def _verbs_of(sentence: Sentence) -> frozenset[int]:
    """The positions of the verbs that the whole of a headline shows."""
    return frozenset(index for index, kind in enumerate(sentence.classes) if kind == "verb")


_SPEAKS = frozenset({"said", "says", "told", "called", "urged", "accused", "condemned", "documented", "reported"})
"""What no attack or amnesty does: the capital marks a name."""


def _in_name(tokens: Sequence[Token], match: Match) -> bool:
    """Whether a noun is part of a name ("Popular Mobilization Forces"): it and a neighbour begin with a capital."""
    if not tokens[match.first].is_capitalised:
        return False
    before = tokens[match.first - 1] if match.first else None
    after = tokens[match.head] if match.head < len(tokens) else None
    if before is None or not before.is_word:
        speaks = after is not None and after.lower in _SPEAKS
        return speaks or (after is not None and after.is_capitalised and after.text not in ("The", "A", "In"))
    if after is not None and after.lower in _SPEAKS | {"has", "had", "also"}:
        return True
    return before.is_capitalised or before.lower in ("the", "of", "for") or (after is not None and after.is_capitalised)


def _supported(tokens: Sequence[Token], match: Match, conflict: frozenset[str]) -> bool:
    return any(token.lower in conflict for place, token in enumerate(tokens) if not match.first <= place < match.last)


def _tag(tokens: Sequence[Token], match: Match, score: float) -> Tag:
    cue, start = match.pattern.cue, tokens[match.first].start
    noun = cue.part == "noun" or (match.head - match.first == 1 and class_of(tokens, match.first) == "noun")
    told = round(score * prominence(tokens, match.first, noun=noun), 3)
    return Tag("trigger", start, tokens[match.head - 1].end, cue.kind, told, f"cue:{cue.id}")
