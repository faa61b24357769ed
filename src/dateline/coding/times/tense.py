"""Tense: whether the clause around a time looks back or ahead, told from its verbs without a parser."""

import bisect
from typing import Literal

from dateline.coding.text.document import Sentence, Token
from dateline.frozen import frozen

REACH = 25
"""How many tokens are searched on either side."""

_AHEAD = frozenset((
    "will", "shall", "'ll", "ll", "won", "would", "may", "might", "could", "should", "must", "scheduled", "due",
    "expects", "expect", "plans", "plan", "intends", "intend", "hopes", "hope", "upcoming", "begins", "starts",
    "opens", "expires", "takes", "ends", "matures", "payable", "slated", "poised", "postponed", "delayed",
    "adjourned", "extended", "rescheduled", "effective",
))  # fmt: skip
_BACK = frozenset((
    "was", "were", "had", "did", "said", "told", "went", "came", "took", "gave", "made", "got", "found", "left",
    "held", "met", "fought", "fell", "led", "began", "broke", "brought", "built", "bought", "caught", "chose",
    "drove", "flew", "forgot", "froze", "grew", "heard", "hid", "kept", "knew", "lost", "meant", "paid", "put",
    "ran", "rose", "saw", "sold", "sent", "shot", "shut", "sank", "sat", "slept", "spoke", "spent", "stood",
    "stole", "struck", "swore", "taught", "thought", "threw", "understood", "wore", "won", "wrote", "blew",
    "hit", "burst", "became", "lay", "laid", "set", "beat", "bid", "cut", "hurt", "killed", "died", "says",
    "has", "have", "been", "since", "ago", "overran", "withdrew", "sprang", "rang", "drew", "dug", "fled",
    "sought", "shook", "spread", "tore", "woke", "wound",
))  # fmt: skip
_NOT_VERBS = frozenset((
    "united", "armed", "hundred", "red", "bed", "need", "speed", "indeed", "feed", "seed", "shed", "sacred",
    "naked", "so-called", "alleged", "embed", "weed", "breed", "masked", "hooded", "unidentified", "wounded",
    "injured", "advanced", "allied", "related", "wanted",
))  # fmt: skip
_PLANNED = frozenset((
    "scheduled", "due", "expected", "set", "planned", "slated", "poised", "supposed", "believed",
))  # fmt: skip
_TELLING = _AHEAD | _BACK | _PLANNED | {"to"}
"""Words that may tell of tense, those in -ed aside."""
_PLANNED_OBJECTS = frozenset(("a", "an", "the", "another", "more", "further", "new", "several", "two", "three"))
"""What "planned" is followed by where it is no passive: "organisers planned a march on Saturday"."""
_IMPLIED = frozenset((
    "managed", "failed", "began", "continued", "forced", "used", "went", "came", "returned", "moved", "started",
    "refused", "able", "helped", "had", "rushed", "tried", "attempted", "ceased", "proceeded",
))  # fmt: skip
_ESSES = ("ss", "us")
_ENDS = frozenset(("death", "power", "prison", "jail", "court", "hospital", "safety", "pieces", "justice", "exile"))
"""What "to" leads to without an article, and is no infinitive: "shot to death"."""
_UNDONE = frozenset(("unveiled", "unleashed", "uncovered", "undermined", "unloaded", "unearthed", "unfolded", "united"))
_GRANTS = frozenset((
    "give", "gives", "gave", "given", "giving", "has", "have", "deadline", "ultimatum", "extend", "extends", "extended",
    "holds", "valid", "remains", "lasts",
))  # fmt: skip
"""Words whose *until* is still to come: "gave them until Friday", "the truce holds until Friday"."""
_GRANT_REACH = 6
_CLOCK = frozenset(
    ("noon", "midnight", "a.m", "p.m", "a.m.", "p.m.", ".", "am", "pm", "on", "mid", "early", "late", "-")
)
"""What stands between *until* and its day: "until noon on Tuesday"."""
_PREPOSITION_OBJECTS = frozenset((
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "him",
    "them", "us", "me", "it", "you", "about", "at", "least", "more", "all", "some", "any", "each", "both",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
))  # fmt: skip
_NO_INFINITIVE = _PREPOSITION_OBJECTS | _ENDS


@frozen
class Direction:
    """Where the clause looks, and the word that tells; `way` is None where nothing does."""

    way: Literal["past", "future"] | None
    word: str = ""

    @property
    def ahead(self) -> bool:
        """Whether it looks ahead."""
        return self.way == "future"


def direction_of(sentence: Sentence, start: int, end: int) -> Direction:
    """The tense of the nearest verb before these offsets, else of the nearest one after them."""
    tokens = sentence.tokens
    left = bisect.bisect_left(tokens, start, key=lambda token: token.start)
    right = bisect.bisect_left(tokens, end, key=lambda token: token.start)
    if _is_deadline(tokens, left):
        return Direction("future", "until")
    owned = right < len(tokens) and tokens[right].lower == "'s"  # "to get around Wednesday's ruling"
    for at in range(left - 1, max(-1, left - 1 - REACH), -1):
        found = _marker(tokens, at, shouted=sentence.shouted)
        if found and not (owned and tokens[at].lower == "to"):
            return Direction(found, tokens[at].text)
    for at in range(right, min(len(tokens), right + REACH)):
        found = _marker(tokens, at, shouted=sentence.shouted)
        if found and tokens[at].lower != "to":
            return Direction(found, tokens[at].text)
    return Direction(None)


def _is_deadline(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the time at this token is the end of a term that somebody sets or has."""
    while at > 0 and (tokens[at - 1].lower in _CLOCK or tokens[at - 1].text[:1].isdigit()):
        at -= 1
    return (
        at > 0
        and tokens[at - 1].lower in ("until", "till")
        and any(token.lower in _GRANTS for token in tokens[max(0, at - 1 - _GRANT_REACH) : at - 1])
    )


def _marker(tokens: tuple[Token, ...], at: int, *, shouted: bool) -> Literal["past", "future"] | None:
    token = tokens[at]
    word = token.lower
    if word not in _TELLING and not word.endswith("ed"):
        return None
    earlier = [t.lower for t in tokens[max(0, at - 3) : at]]
    if word in _PLANNED and any(w in ("is", "are", "be", "was", "were", "been") for w in earlier):
        return "past" if "had" in earlier else "future"
    if (
        word == "planned"
        and tokens[at + 1 : at + 2]
        and tokens[at + 1].lower in _PLANNED_OBJECTS
        and "had" not in earlier
    ):
        return "future"
    if word in _AHEAD:
        return None if word == "may" and token.is_capitalised and not shouted else "future"
    if word == "to":
        return _infinitive(tokens, at, shouted=shouted)
    if word in _BACK or (word.endswith("ed") and not _is_adjective(word)):
        return None if earlier and earlier[-1] in ("be", "to", "is", "are", "will", "would", "not", "being") else "past"
    return None


def _is_adjective(word: str) -> bool:
    """Whether a word in -ed says nothing of tense: no verb, or one undone ("unspecified")."""
    return len(word) <= 3 or word in _NOT_VERBS or (word.startswith("un") and word not in _UNDONE)


def _infinitive(tokens: tuple[Token, ...], at: int, *, shouted: bool) -> Literal["past", "future"] | None:
    if at + 1 >= len(tokens) or shouted:
        return None
    following = tokens[at + 1]
    if following.is_capitalised or not following.is_word or following.lower in _NO_INFINITIVE:
        return None
    if following.lower.endswith("ing") or (following.lower.endswith("s") and following.lower[-2:] not in _ESSES):
        return None  # "to reporters" is no infinitive
    governing = [token.lower for token in tokens[max(0, at - 3) : at]]
    return "past" if governing and (governing[-1] in _IMPLIED or "had" in governing) else "future"


def verb_between(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a verb that shows its tense stands between these offsets."""
    tokens = sentence.between(start, end)
    return any(_marker(tokens, at, shouted=sentence.shouted) for at in range(len(tokens)))
