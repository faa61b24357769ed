"""Cues of place names: how much a name's fame and its neighbours speak for a place. Named features, summed."""

import re
from collections.abc import Iterator, Sequence

from dateline.coding.text.document import Token
from dateline.frozen import frozen
from dateline.gazetteer import Fame
from dateline.gazetteer.words import Words

# Weights set by hand on reports outside the gold sets and kept coarse; the threshold is 1.
_FAME = {"country": 3.0, "admin1": 2.0, "region": 2.0, "sea": 2.0, "site": 1.5, "district": 0.2}
_SIZES = ((1_000_000, 2.4), (200_000, 1.7), (50_000, 1.1), (10_000, 0.5), (1, 0.1), (0, 0.0))
_OWN = 1.5  # a name in the user's own list; as that of a site that we list
_SELF = frozenset(["who", "whose", "whom"])


_ADJECTIVE = re.compile(r"[^\W\d_]-[a-z]")  # "Pakistani-style"
_GROUP = re.compile(r"\bIslamic (?:State|Emirate) (?:in|of) (?:[\w-]+ and )?(?:the )?$")
_MISSIONS = frozenset(("embassy", "embassies", "ambassador", "ambassadors", "consulate", "consulates"))
_STREETS = frozenset(("street", "avenue", "boulevard", "road", "highway"))
_BODIES = frozenset(("Alliance", "Army", "Front", "Movement", "Party", "Council", "Brigade", "Brigades"))
_DEPARTMENTS = frozenset(("Department", "Departments", "Division", "University", "College", "School", "Court", "Field"))


@frozen
class Candidate:
    """A stretch of tokens [first, last) that may be a place, within a run of capitalised words [begin, end).

    `after_place`: nothing but a comma, "and" or a possessive stands between it and a place already found.
    """

    first: int
    last: int
    begin: int
    end: int
    fame: Fame | None
    tail: str | None = None
    after_place: bool = False


def fame_weight(fame: Fame | None) -> float:
    """What the fame of the name's best-known bearer speaks for a place."""
    if fame is None:
        return -0.5
    if fame.own:
        return _OWN
    weight = _FAME.get(fame.kind)
    if weight is None:
        weight = next(weight for least, weight in _SIZES if fame.population >= least)
    if fame.kind in ("town", "district") and fame.way in ("alias", "sound", "fuzzy"):
        weight -= 0.5
    return weight


def cues(tokens: Sequence[Token], candidate: Candidate, words: Words, *, shouted: bool) -> Iterator[tuple[str, float]]:
    """The cues that hold for a candidate, with their weights."""
    yield "fame", fame_weight(candidate.fame)
    yield from _of_itself(tokens, candidate, words)
    if candidate.after_place:
        yield from _listed(tokens, candidate)
    yield from _before(tokens, candidate, words, shouted=shouted)
    yield from _after(tokens, candidate, words, shouted=shouted)


def _of_itself(tokens: Sequence[Token], candidate: Candidate, words: Words) -> Iterator[tuple[str, float]]:
    own = tokens[candidate.first : candidate.last]
    if candidate.tail:
        yield "tail", 1.8
    if candidate.fame is None and _ADJECTIVE.search(own[-1].text):
        yield "adjective", -3.0
    if len(own) > 1 and candidate.fame:
        yield "several words", 0.7
    if candidate.fame is None and own[0].lower.split("-")[0] in words.heads and (len(own) > 1 or "-" in own[0].lower):
        yield "head", 1.0
    if len(own) == 1:
        if own[0].lower in words.given:
            yield "given name", -1.5
        if own[0].text.isupper() and len(own[0].text) < 5 and "." not in own[0].text:
            yield "acronym", -2.0


def _listed(tokens: Sequence[Token], candidate: Candidate) -> Iterator[tuple[str, float]]:
    """A name in a list of places is hardly anything else, unless a lone comma makes the list doubtful."""
    previous = tokens[candidate.first - 1].lower
    following = tokens[candidate.last].lower if candidate.last < len(tokens) else ""
    if previous in ("'s", "’s"):
        yield "of a place", 1.0
    elif previous in ("and", "or", "&") or following in (",", "and", "&", "or"):
        yield "listed with a place", 1.4
    else:
        yield "after a place", 0.6


def in_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a run of names is but a heading in capitals before a text that is not ("WEEKLY MALI UPDATE -")."""
    words = [token.text for token in tokens if token.is_word and len(token.text) > 3]
    return len(words) >= 3 and all(word.isupper() for word in words)


def _before(
    tokens: Sequence[Token], candidate: Candidate, words: Words, *, shouted: bool
) -> Iterator[tuple[str, float]]:
    previous = tokens[candidate.first - 1] if candidate.first else None
    if previous is None:
        yield "opens the sentence", -0.5
        return
    word = previous.lower
    if _named_group(tokens, candidate.first):
        yield "of an organisation", -6.0
        return
    if shouted and "villa" in (word, tokens[candidate.first - 2].lower if candidate.first > 1 else ""):
        yield "goes on from a name", -4.0
    inside = previous.is_capitalised and candidate.first > candidate.begin and not shouted
    if inside and word not in words.compass and word not in words.never:
        yield "goes on from a name", -2.0
    if word in words.strong:
        yield "preposition", 1.6 if word == "in" and candidate.fame is None else 1.3
    elif word in words.weak:
        yield "weak preposition", 0.4
        if word == "of" and candidate.first > 1:
            yield from _of_what(tokens, candidate.first - 2, words)
    elif (kind := words.kinds.get(word)) in ("town", "near", "district", "admin1"):
        yield "kind before", 2.0 if candidate.fame or (kind == "town" and not previous.is_capitalised) else 0.0
    else:
        yield from _word_before(word, words)


def _word_before(word: str, words: Words) -> Iterator[tuple[str, float]]:
    if word in words.compass:
        yield "compass", 1.2
    elif word in words.attacked:
        yield "taken or attacked", 0.9
    elif word in words.titles:
        yield "title", -4.0
    elif word == ",":
        yield "after a comma", 0.2


def _named_group(tokens: Sequence[Token], first: int) -> bool:
    """Whether the name ends that of a group: "Islamic State in Iraq and Syria"."""
    before = " ".join(token.text for token in tokens[max(0, first - 6) : first]) + " "
    return bool(_GROUP.search(before))


def _of_what(tokens: Sequence[Token], at: int, words: Words) -> Iterator[tuple[str, float]]:
    head = tokens[at]
    if head.lower in _MISSIONS:
        yield "whose mission it is", -6.0
    elif head.lower in words.kinds and head.text not in _DEPARTMENTS:
        yield "the town of", 2.5
    elif head.lower in words.compass or head.lower in words.parts:
        yield "the north of", 1.5
    elif head.is_capitalised and head.lower in words.organisation_heads:
        yield "of an organisation", -3.0


def _after(
    tokens: Sequence[Token], candidate: Candidate, words: Words, *, shouted: bool
) -> Iterator[tuple[str, float]]:
    following = tokens[candidate.last] if candidate.last < len(tokens) else None
    if following is None:
        return
    word = following.lower
    if shouted and word in _STREETS:
        yield "a street", -4.0
        return
    touching = tokens[candidate.last - 1].end + 1 >= following.start
    body = following.is_capitalised and any(t.text in _BODIES for t in tokens[candidate.last + 1 : candidate.last + 2])
    if not shouted and (following.text in words.organisations or body):
        yield "organisation", -3.0
    elif following.text in words.of_places:
        yield "people of", 1.0
    elif (
        following.is_capitalised
        and not shouted
        and candidate.last < candidate.end
        and word not in words.kinds
        and word not in words.never
    ):
        yield "name goes on", -1.4 if candidate.fame and candidate.fame.kind in ("country", "admin1") else -2.2
    elif touching and word in words.kinds and (candidate.fame or not following.is_capitalised):
        yield "kind after", 1.8
    elif word in words.speech and (candidate.fame is None or candidate.fame.kind == "town"):
        yield "speaks", -0.8
    elif word == "," and candidate.last + 1 < len(tokens):
        beyond = tokens[candidate.last + 2] if candidate.last + 2 < len(tokens) else None
        yield from _apposition(tokens[candidate.last + 1], beyond)


def _apposition(token: Token, after: Token | None) -> Iterator[tuple[str, float]]:
    if token.lower in _SELF:
        yield "who", -3.0
    elif token.text.isdigit() and len(token.text) < 3 and (after is None or not after.is_word):
        yield "age", -4.0
