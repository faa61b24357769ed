"""Scenes: all that a rule may look at when it reads a time expression."""

import re
from collections.abc import Callable
from datetime import date

from dateline.coding.text.document import Sentence
from dateline.coding.times.tense import Direction, direction_of
from dateline.coding.times.values import Value
from dateline.frozen import frozen

_NAMED = re.compile(
    r"\"? (?:people's |popular |revolutionary )?(?:movement|front|brigades?|group|organi[sz]ation|battalion|column|"
    r"army|coalition|alliance|square|street|avenue|airport|hospital|stadium|bridge|university|school)\b"
)
_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|spring|summer|fall|autumn|winter|"
    r"christmas|new|year|valentine|hallow|independ|veteran|armist|boxing|st|patrick|groundhog|thanks|easter|good|palm|ash|"
    r"orthodox|fools|eve|day|fourth|maundy|holy|bastille|victory|n[ao][wuvr]r|newroz|eid|al|ul|fitr|adha|azha|ash|arba|mawlid|prophet|"
    r"muhar|safar|rabi|awwal|thani|jumad|rajab|sha|rama|shawwal|dhu|zul)",
    re.IGNORECASE,
)
"""Words that a calendar writes with capitals."""
_TITLED = re.compile(r"[A-Z]\w+ (?:[A-Z]\w+ )+$")
"""A headline's capitals say nothing."""
_NAMING = re.compile(r"(?<!^)\b[A-Z]\w+ $")
_OPENING, _CLOSING = ('"', "“", "'", "«"), ('"', "”", "'", "»")


@frozen
class Scene:
    """The text as given and folded, the sentence, the day that relative words count from, and the time last told.

    `focus` is the last time in the text before this one that has days, for "the following day" and "a week earlier";
    `period` the last quarter told, for "the latest period" and "a year ago" in a comparison of figures.
    """

    text: str
    folded: str
    sentence: Sentence
    anchor: date | None
    focus: Value | None = None
    period: Value | None = None

    @property
    def day_in_focus(self) -> date | None:
        """The day last told, or else the anchor."""
        if self.focus and self.focus.first and self.focus.first == self.focus.last:
            return self.focus.first
        return self.anchor

    def direction(self, match: re.Match[str]) -> Direction:
        """Whether the clause around these words looks back or ahead."""
        return direction_of(self.sentence, match.start(), match.end())

    def before(self, match: re.Match[str], length: int = 24) -> str:
        """The folded words of the sentence just before the match."""
        return self.folded[max(self.sentence.start, match.start() - length) : match.start()]

    def after(self, match: re.Match[str], length: int = 24) -> str:
        """The folded words of the sentence just after the match."""
        return self.folded[match.end() : min(self.sentence.end, match.end() + length)]

    def is_name(self, match: re.Match[str]) -> bool:
        """Whether a day is somebody's name: the 19 April Movement, the "9 May" forces, the 14 July Bridge."""
        before, after = self.before(match, 6), self.after(match, 40)
        if before.endswith(_OPENING) and after.startswith(_CLOSING):
            return True
        led = match.group().startswith("the ") or before.endswith(("the ", 'the "', "the “"))
        return led and bool(_NAMED.match(after))

    def is_title(self, start: int, end: int) -> bool:
        """Whether words that have small letters elsewhere are written as part of a title: *This Week*, *VOA Today*."""
        words = self.text[start:end].split()
        if self.sentence.shouted or not all(word[:1].isupper() and not _CALENDAR.match(word) for word in words):
            return False
        if len(words) > 1:
            return not _TITLED.search(self.text[self.sentence.start : start])
        return bool(_NAMING.search(self.text[self.sentence.start : start]))

    def is_capitalised(self, offset: int) -> bool:
        """Whether the report writes a capital there; in a report of capitals throughout that says nothing."""
        return self.text[offset : offset + 1].isupper()


Reader = Callable[[re.Match[str], Scene], Value | None]
"""Reads a match; None says that these words are no time after all."""


@frozen
class Rule:
    """A named kind of time expression: its pattern over folded text and what reads it."""

    name: str
    pattern: str
    read: Reader
