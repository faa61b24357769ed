"""Within a report: who "the group", "the militants", "his forces", "they" and "it" are."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from dateline.codebook.heads import Head
from dateline.coding.actors.identity import Identity
from dateline.coding.actors.phrase import PRONOUNS, Phrase
from dateline.coding.text import closed
from dateline.frozen import frozen
from dateline.model import Alternative, Sort

_OBJECTS = closed.words("them him")
_SAID = closed.words(
    "said says say claimed claims denied denies deny admitted admits confirmed confirms announced announces insisted "
    "insists stated states declared declares acknowledged acknowledges"
)
_VERB = 20
"""Characters that a verb may take between its subject and an object pronoun."""
_NEAR = 3
"""Pronouns look no further back than this many sentences."""
_OTHERS = closed.words(
    "rival other another splinter unknown unidentified local foreign new allied former ex pro-government "
    "surrendered demobilised demobilized"
)
"""Words before a head that say it is not the one spoken of."""
_OF_STATE = frozenset(
    ["government", "federal", "state", "regular", "armed", "national", "the", "these", "those", "this"]
)
_MISSIONS = frozenset(["mission", "peacekeeping mission", "peacekeeping force"])
_ARMED_GROUPS = frozenset(["REB", "PRM", "UAF", "CRM", None])


@frozen
class Mention:
    """An identity where it was mentioned: sentence, whether it came first there, and the head that named it."""

    identity: Identity
    sentence: int
    start: int
    end: int
    first: bool
    lemma: str = ""


class Memory:
    """The mentions of a report so far, in order of the text."""

    def __init__(self) -> None:
        self._mentions: list[Mention] = []
        self._sentences: list[int] = []

    def add(self, identity: Identity, phrase: Phrase) -> None:
        """Remember one more."""
        first = not self._mentions or self._mentions[-1].sentence != phrase.sentence.index
        tag = phrase.tag
        lemma = phrase.head.lemma if phrase.head else ""
        self._sentences.append(phrase.sentence.index)
        self._mentions.append(Mention(identity, phrase.sentence.index, tag.start, tag.end, first, lemma))

    def best(
        self, phrase: Phrase, fits: Callable[[Identity], bool], within: int | None = None
    ) -> tuple[Identity, float, tuple[Alternative, ...]] | None:
        """The fitting identity that is nearest and most salient, its score, and those that came behind."""
        scores: dict[tuple[str | None, str | None, str], float] = {}
        who: dict[tuple[str | None, str | None, str], Identity] = {}
        here = phrase.sentence.index
        first = 0 if within is None else bisect_left(self._sentences, here - within)
        for mention in self._mentions[first:]:
            distance = here - mention.sentence
            if mention.start >= phrase.tag.start:
                continue
            if not fits(mention.identity):
                continue
            key = (mention.identity.id, mention.identity.name, mention.identity.lemma)
            nearness = 1 / (1 + 0.5 * distance)
            score = (0.75 if mention.first else 0.6) * nearness + (0.15 if mention.identity.known else 0.0)
            score += 0.1 if mention.lemma and phrase.head and mention.lemma == phrase.head.lemma else 0.0
            scores[key] = max(scores.get(key, 0.0) * 0.5 + 0.05, 0.0) + score if key in scores else score
            who[key] = mention.identity
        if not scores:
            return None
        ranked = sorted(scores.items(), key=lambda item: (-item[1], str(item[0])))
        others = tuple(
            Alternative(value=str(key[0] or key[1] or key[2]), score=round(min(score, 1.0), 3), why="further away")
            for key, score in ranked[1:4]
        )
        margin = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
        return who[ranked[0][0]], min(0.9, 0.45 + margin / 2), others

    def speaker(self, phrase: Phrase, fits: Callable[[Identity], bool]) -> Identity | None:
        """The last fitting mention before the pronoun in its own sentence."""
        here = [m for m in self._mentions if m.sentence == phrase.sentence.index and m.start < phrase.tag.start]
        return next((m.identity for m in reversed(here) if fits(m.identity)), None)

    def before_verb(self, phrase: Phrase) -> Identity | None:
        """The mention that ends some words before an object pronoun: who did it is not whom it was done to."""
        last = self._mentions[-1] if self._mentions else None
        near = last is not None and last.sentence == phrase.sentence.index and phrase.tag.start - last.end <= _VERB
        return last.identity if last is not None and near and last.identity.known else None

    def before(self, start: int) -> Identity | None:
        """The last identity that ends within three characters before an offset (what "who" and "which" stand for)."""
        for mention in reversed(self._mentions):
            if 0 <= start - mention.end <= _NEAR:
                return mention.identity
        return None


def _is_said(phrase: Phrase) -> bool:
    """Whether the pronoun opens what its own sentence says somebody said ("the army denies *that it* ...")."""
    end = phrase.sentence.before(phrase.tag.start)
    words = [token.lower for token in phrase.sentence.tokens[max(0, end - 2) : end]]
    return bool(words) and (words[-1] in _SAID or (len(words) == 2 and words[-1] == "that" and words[0] in _SAID))


def refer_pronoun(phrase: Phrase, memory: Memory) -> Identity | None:
    """Who a pronoun stands for, or None where it cannot be settled."""
    if phrase.pronoun == "who":
        found = memory.before(phrase.tag.start)
        return found.because("actors.relative", 0.85, f"{phrase.text!r} follows it at once") if found else None
    fits = _PRONOUNS.get(phrase.pronoun)
    speaker = memory.speaker(phrase, fits) if fits and _is_said(phrase) else None
    if speaker:
        return speaker.because("actors.pronoun-of-speaker", 0.8, f"{phrase.text!r} is who says so")
    if fits and phrase.words[0] in _OBJECTS:
        doer = memory.before_verb(phrase)
        own = fits
        fits = lambda identity: own(identity) and (doer is None or identity.id != doer.id)  # noqa: E731
    return _settled(phrase, memory.best(phrase, fits, _NEAR) if fits else None, "actors.pronoun")


def refer_nominal(phrase: Phrase, head: Head, kind: tuple[Sort, str | None], memory: Memory) -> Identity | None:
    """Who a description without a name stands for ("the group", "the militants"), or None."""
    sort, sector = kind
    if head.physical or phrase.determiner == "indefinite" or (head.number == "one" and not phrase.determiner):
        return None
    if set(phrase.modifiers) & _OTHERS or (head.label and phrase.determiner not in ("definite", "possessed")):
        return None
    if sector == "UAF" and phrase.determiner not in ("definite", "possessed"):
        return None  # "gunmen", "hooded men": nobody has said whose they are
    named = None
    if head.member and sort == "group":
        sectors = _ARMED_GROUPS if sector != "PRM" else frozenset(["PRM"])
        unknown = sector == "UAF" and not head.label  # "the abductors" may be the men whom nobody knows
        named = memory.best(
            phrase, lambda i: i.sort == "group" and i.sector in sectors and (i.known or (unknown and i.sector == "UAF"))
        )
    elif head.vague and head.number in ("body", "bodies"):
        named = memory.best(phrase, lambda i: i.known and i.sort in ("group", "organisation"))
    elif head.lemma in _MISSIONS and phrase.determiner == "definite":
        named = memory.best(phrase, lambda i: i.known and i.sort == "organisation")
    elif sort == "state" and sector in ("MIL", "COP", "GOV"):
        if set(phrase.modifiers) <= _OF_STATE:
            named = memory.best(phrase, lambda i: i.known and i.sort == "state" and _same_sector(i, head, sector))
    elif head.office and head.number == "one":
        named = memory.best(phrase, lambda i: i.human and i.lemma == head.lemma)
    elif phrase.determiner in ("definite", "possessed"):
        named = memory.best(phrase, lambda i: i.lemma == head.lemma and i.sort == head.sort and not i.human)
    settled = _settled(phrase, named, "actors.description")
    return replace(settled, plural=head.plural, singular=head.singular) if settled and sort != "person" else settled


def refer_possessor(phrase: Phrase, memory: Memory) -> Identity | None:
    """Whose "his forces" or "their leader" is."""
    found = memory.best(phrase, _PRONOUNS[PRONOUNS[phrase.possessor]], _NEAR)
    return found[0] if found else None


def _same_sector(identity: Identity, head: Head, sector: str | None) -> bool:
    institution = not head.member and (head.number in ("body", "bodies") or head.lemma == "armed forces")
    if institution:  # "the army" is the country's, not a unit named before
        return str(identity.id).endswith(f"-{sector}")
    return identity.sector == sector or (sector == "MIL" and head.member and identity.sector == "COP")


def _settled(
    phrase: Phrase, found: tuple[Identity, float, tuple[Alternative, ...]] | None, rule: str
) -> Identity | None:
    if not found:
        return None
    identity, score, others = found
    return identity.because(rule, score, f"{phrase.text!r} stands for {identity.name or identity.lemma}", others)


_PRONOUNS: dict[str, Callable[[Identity], bool]] = {
    "he": lambda identity: identity.human,
    "it": lambda identity: identity.singular and not identity.human and identity.sort not in ("civilians", "other"),
    "they": lambda identity: identity.plural and identity.sort not in ("facility", "vehicle", "other"),
}
