"""Place names: capitalised words known to the gazetteer or placed by their company, apart from people and offices."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.coding.tagging.tags import Tag
from dateline.coding.tagging.toponym_cues import Candidate, cues, in_capitals
from dateline.coding.text.document import Sentence, Token, token_of
from dateline.gazetteer import Fame, Gazetteer
from dateline.gazetteer.fold import evened, written_out
from dateline.gazetteer.words import Words

_LONGEST = 5
_SETTLED = 500  # people; those that the embedded gazetteer asks of a town
_ARTICLED = re.compile(r"(?:al|el|ar|as|ash|ad|az|an|at|ez|es|ed|er|bu|abu|umm)[-'’]?[A-Z]")
_INNER = frozenset(["of", "de", "del", "la", "las", "los", "el", "al", "ez", "es", "ed"])
_LISTING = frozenset([",", "and", "or", "&", "'s", "’s", "the"])
_COMPOUND = re.compile(r"([A-Z][a-z]{3,}|US|UK)(-)([A-Z][a-z]{3,}|US|UK|area|based|born|bound)")
_CONTRACTED = re.compile(r".*['’](?:ll|d|re|ve|m|t)", re.IGNORECASE)
_SHORT = re.compile(r"(?:[A-Z]\.){2,}|US|UK|UAE|USA|DRC|CAR|DPRK")
_TITLED_MARGIN = 0.4  # the same, in headlines
_SHOUTED_MARGIN = 1.2  # in all-capitals text a name must earn what its capital letter says elsewhere


class ToponymRecogniser:
    """Finds place names in a sentence. Their tags' `value` is the kind that a word of the name tells, or empty.

    `peoples` are words (lower case) for the people of a place ("iraqi"), which are no places themselves.
    """

    def __init__(self, gazetteer: Gazetteer, words: Words, peoples: frozenset[str] = frozenset()) -> None:
        self._gazetteer = gazetteer
        self._words = replace(words, never=words.never | peoples)
        self._barred = self._words.never | words.titles | words.compass

    def recognise(self, sentence: Sentence, found: Sequence[Tag]) -> list[Tag]:
        """The place tags of a sentence, none overlapping another."""
        del found
        tokens = sentence.tokens if sentence.shouted or "-" not in sentence.text else tuple(_parts(sentence.tokens))
        runs = list(self._runs(tokens, shouted=sentence.shouted))
        fame = self._fame_of(tokens, runs)
        reading = _Reading(tokens, fame, self._words, self._barred, sentence.shouted)
        return [tag for begin, end in runs for tag in reading.read_run(begin, end)]

    def _runs(self, tokens: Sequence[Token], *, shouted: bool) -> Iterator[tuple[int, int]]:
        """Stretches of words that may be names, lower-case particles inside them included."""
        at = 0
        while at < len(tokens):
            if not _namelike(tokens[at]):
                at += 1
                continue
            end = at + 1
            while end < len(tokens) and (step := self._step(tokens, end, shouted=shouted)):
                end += step
            yield at, end
            at = end

    def _step(self, tokens: Sequence[Token], at: int, *, shouted: bool) -> int:
        """How many tokens from here still belong to a run of names: 1, 2 or 3 (over particles), or 0 at its end."""
        if (
            tokens[at].text == "."
            and tokens[at].start == tokens[at - 1].end
            and tokens[at - 1].text in ("St", "Mt", "Ft")
        ):
            return 2 if at + 1 < len(tokens) and _namelike(tokens[at + 1]) else 0
        if _namelike(tokens[at]):
            return 1
        if shouted:
            return 0
        for reach in (1, 2):
            joined = at + reach < len(tokens) and all(t.text in self._words.joining for t in tokens[at : at + reach])
            if joined and _namelike(tokens[at + reach]):
                return reach + 1
        return 0

    def _fame_of(self, tokens: Sequence[Token], runs: Sequence[tuple[int, int]]) -> Mapping[tuple[int, int], Fame]:
        keys: dict[tuple[int, int], str] = {}
        for begin, end in runs:
            own = tokens[begin:end]
            folded = [evened(token.text) for token in own]
            starts = [_namelike(token) for token in own]
            ends = [starts[at] or token.text.isdigit() for at, token in enumerate(own)]
            for first in range(len(own)):
                if not starts[first]:
                    continue
                key = ""
                for last in range(first, min(len(own), first + _LONGEST)):
                    key = f"{key} {folded[last]}" if key and folded[last] else key or folded[last]
                    if ends[last]:
                        keys[begin + first, begin + last + 1] = written_out(key)
        known = self._gazetteer.fame(set(keys.values()))
        return {at: known[key] for at, key in keys.items() if key in known}


class _Reading:
    """One sentence being read: its tokens, what the gazetteer knows of them, and the places found so far."""

    def __init__(
        self,
        tokens: Sequence[Token],
        fame: Mapping[tuple[int, int], Fame],
        words: Words,
        barred: frozenset[str],
        shouted: bool,  # noqa: FBT001
    ) -> None:
        self._tokens, self._fame, self._words, self._barred, self._shouted = tokens, fame, words, barred, shouted
        self._titled = not shouted and _is_titled(tokens)
        self._margin = _SHOUTED_MARGIN if shouted else _TITLED_MARGIN if self._titled else 0.0
        self._ends: set[int] = set()

    def read_run(self, begin: int, end: int) -> Iterator[Tag]:
        """The places in a run of names, from left to right."""
        at = begin
        while at < end:
            if not self._shouted and (past := self._person(at, end)):
                at = past
                continue
            tag, at = self._best_at(at, begin, end)
            if tag:
                yield tag

    def _person(self, at: int, end: int) -> int | None:
        """Where a person's name that starts here ends, or None if none does."""
        tokens, words = self._tokens, self._words
        last = self._name_end(at, end)
        if last - at > 1 and tokens[last - 1].text in words.tails:
            return None
        word = tokens[at].lower
        if word in words.titles and last - at > 1:
            return last
        before = tokens[at - 2] if at > 1 and tokens[at - 1].text == "." else tokens[at - 1] if at else None
        titled = before is not None and before.lower in words.titles
        if titled and before and (before.is_capitalised or not self._is_settled(at, last)):
            return last
        if word in words.given and last - at > 1 and not self._is_settled(at, at + 2):
            return last
        return None

    def _is_settled(self, at: int, last: int) -> bool:
        """Whether these words are the name of a place of some size: hamlets are called after persons, by thousands."""
        fame = self._fame.get((at, last))
        return fame is not None and (fame.own or fame.kind != "town" or fame.population >= _SETTLED)

    def _name_end(self, at: int, end: int) -> int:
        """Where the name that starts here ends, particles between two places ("and", "of") not taken in."""
        last = at + 1
        while last < end and _namelike(self._tokens[last]):
            last += 1
        return last

    def _best_at(self, at: int, begin: int, end: int) -> tuple[Tag | None, int]:
        """The longest name from this token on that earns its place, and where to read on."""
        for candidate in self._candidates(at, begin, end):
            mute = self._shouted or self._titled or in_capitals(self._tokens[begin:end])  # capitals beside say nothing
            weights = list(cues(self._tokens, candidate, self._words, shouted=mute))
            margin = sum(weight for _, weight in weights) - 1.0 - self._margin
            if margin >= 0:
                self._ends.add(candidate.last)
                return self._tag(candidate, weights, margin), candidate.last
        return None, at + 1

    def _tag(self, candidate: Candidate, weights: Sequence[tuple[str, float]], margin: float) -> Tag:
        named = max(weights[1:], key=lambda weight: weight[1], default=("fame", 0.0))[0]
        first, last = self._tokens[candidate.first], self._tokens[candidate.last - 1]
        return Tag(
            "place",
            first.start,
            last.end + self._full_stop(candidate.last),
            candidate.tail or "",
            round(1 / (1 + math.exp(-margin)), 3),
            f"toponym:{'known' if candidate.fame else 'unlisted'}:{named}",
        )

    def _candidates(self, at: int, begin: int, end: int) -> Iterator[Candidate]:
        if not _namelike(self._tokens[at]):
            return
        after = self._follows_place(at)
        reach = range(min(end, at + _LONGEST), at, -1)
        if not self._shouted and self._tokens[at].lower not in self._words.never:
            yield from self._tailed(at, begin, end, after)
        for last in reach:
            if (at, last) in self._fame and self._may_stand(at, last):
                yield Candidate(at, last, begin, end, self._fame[at, last], None, after)
        if (last := self._unlisted_end(at, end)) > at:
            yield Candidate(at, last, begin, end, None, None, after)

    def _tailed(self, at: int, begin: int, end: int, after: bool) -> Iterator[Candidate]:  # noqa: FBT001
        """Names that end in a noun of place: the longest known ("Walker County"), else the longest."""
        ends = [
            last
            for last in range(min(end, at + _LONGEST), at + 1, -1)
            if self._tokens[last - 1].text in self._words.tails
            and self._tokens[last - 2].lower not in self._words.offices
            and self._is_one_name(at, last)
            and not (self._titled and self._ends_in_known(at, last))
        ]
        for last in sorted(ends, key=lambda last: ((at, last) not in self._fame, -last))[:1]:
            tail = self._words.tails[self._tokens[last - 1].text]
            yield Candidate(at, last, begin, end, self._fame.get((at, last)), tail, after)

    def _ends_in_known(self, at: int, last: int) -> bool:
        """Whether a name unknown as a whole ends in a known one ("Gunmen Attack *Borno State*" in Title Case)."""
        return (at, last) not in self._fame and any((middle, last) in self._fame for middle in range(at + 1, last - 1))

    def _is_one_name(self, at: int, last: int) -> bool:
        own = self._tokens[at:last]
        parted = any(a.text in self._words.tails and b.lower == "of" for a, b in pairwise(own))  # "X District of Y"
        return not parted and all(_namelike(token) or token.lower in _INNER for token in own)

    def _follows_place(self, at: int) -> bool:
        """Whether only a comma, "and" or a possessive stands between here and a place found before."""
        back = at
        while back > 0 and self._tokens[back - 1].lower in _LISTING:
            back -= 1
        return 0 < at - back <= 3 and back in self._ends

    def _may_stand(self, at: int, last: int) -> bool:
        """Whether a known name may be a place as it is written: no common word, no lower-case "us"."""
        never = self._words.never
        if last - at > 1:
            wide = self._fame[at, last].kind not in ("town", "district")
            return wide or any(
                token.lower not in never and not (self._shouted and token.lower in self._words.kinds)
                for token in self._tokens[at:last]
            )
        text = self._tokens[at].text
        if _SHORT.fullmatch(text) or self._full_stop(last):
            return True
        if len(text) == 3 and self._fame[at, last].kind == "country" and not text.isupper():
            return False  # a country's code ("TUN") stands in capitals; "Zaw Min Tun" is a man
        lower = self._tokens[at].lower
        return len(text) > 2 and lower not in self._barred and not _CONTRACTED.match(text)

    def _unlisted_end(self, at: int, end: int) -> int:
        last = at
        most = 4
        if self._shouted:
            if not self._after_town_of(at):
                return at
            most = 2 if self._tokens[at].lower in self._words.heads else 1
        elif self._titled:
            most = 1
        while last < end and last - at < most and _namelike(self._tokens[last]):
            token = self._tokens[last]
            if token.lower in self._words.never or token.lower in self._words.titles:
                break
            if token.text in self._words.of_places or _CONTRACTED.match(token.text):
                break
            last += 1
        return last if len(self._tokens[at].text) > 2 else at

    def _after_town_of(self, at: int) -> bool:
        """Whether "town of", "village of" stands before: all that places an unlisted name in a text of capitals."""
        before = [token.lower for token in self._tokens[max(0, at - 2) : at]]
        return len(before) == 2 and before[1] == "of" and self._words.kinds.get(before[0]) == "town"

    def _full_stop(self, last: int) -> int:
        """1 if the name is an abbreviation whose full stop follows it ("Fla.", "Memphis St."), else 0."""
        tokens = self._tokens
        stop = last < len(tokens) and tokens[last].text == "." and tokens[last].start == tokens[last - 1].end
        return int(stop and tokens[last - 1].text in self._words.abbreviated)


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether the words of a sentence are capitalised as in a headline ("Gunmen Kill Ten in Borno Village")."""
    words = [token for token in tokens if token.is_word and len(token.text) > 3]
    return len(words) >= 4 and sum(word.is_capitalised for word in words) >= 0.8 * len(words)


def _parts(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, compounds of two names ("Athens-Clarke", "Syria-Turkey") taken apart and names with an inner ʿayn
    ("Al-‘Ali") put together.
    """
    for token in _joined(tokens):
        match = _COMPOUND.fullmatch(token.text) if "-" in token.text else None
        if not match:
            yield token
            continue
        for group in (1, 2, 3):
            yield token_of(token.start + match.start(group), match[group])


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        four = tokens[at : at + 4] if at + 3 < len(tokens) and tokens[at + 1].text == "-" else ()
        ayn = four and four[2].text in "‘’'" and four[3].is_word
        if ayn and all(a.end == b.start for a, b in pairwise(four)):
            yield token_of(four[0].start, "".join(token.text for token in four))
            at += 4
        else:
            yield tokens[at]
            at += 1


def _namelike(token: Token) -> bool:
    return (token.is_capitalised and token.is_word) or (token.text != token.lower and bool(_ARTICLED.match(token.text)))
