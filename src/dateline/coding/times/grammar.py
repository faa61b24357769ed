"""The grammar of time expressions: all rules in one scan."""

import re
from dataclasses import dataclass

from dateline.coding.times import clock, explicit, periods, relative, vague
from dateline.coding.times.scene import Rule, Scene
from dateline.coding.times.values import Value

RULES: tuple[Rule, ...] = (
    *explicit.RULES[:-1],
    *clock.RULES,
    *periods.RULES,
    *relative.RULES,
    *explicit.RULES[-1:],
    *vague.RULES,
)
"""In order of preference at one spot; a bare year comes after what may hold four digits otherwise."""

_PATTERNS = tuple(re.compile(rule.pattern) for rule in RULES)
_GROUP = re.compile(r"\(\?P<\w+>")
_BACKREFERENCE = re.compile(r"\(\?P=\w+\)")
_ANY = re.compile(
    r"(?<![\w$£€])(?<!\d[.,])(?:"
    + "|".join(
        f"(?P<r{number}>{_BACKREFERENCE.sub('[-./]', _GROUP.sub('(?:', rule.pattern))})"
        for number, rule in enumerate(RULES)
    )
    + ")"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A time expression: offsets, the rule that read it, and what it means."""

    start: int
    end: int
    rule: str
    value: Value


def find_time(scene: Scene, at: int) -> Found | None:
    """The next time expression of the scene's sentence, from offset `at` on."""
    while match := _ANY.search(scene.folded, at, scene.sentence.end):
        found = _first_read(scene, match.start(), int((match.lastgroup or "r0")[1:]))
        if found:
            return found
        at = match.start() + 1
    return None


def _first_read(scene: Scene, at: int, first: int) -> Found | None:
    """What the first rule that holds there makes of it, from rule number `first` on."""
    for rule, pattern in zip(RULES[first:], _PATTERNS[first:], strict=True):
        match = pattern.match(scene.folded, at, scene.sentence.end)
        value = read(rule, match, scene) if match else None
        if match and value:
            return Found(*_trimmed(scene.folded, match.start(), match.end()), rule.name, value)
    return None


def read(rule: Rule, match: re.Match[str], scene: Scene) -> Value | None:
    """What a rule makes of a match; dates beyond the calendar (a million years ago) are no time."""
    try:
        return rule.read(match, scene)
    except (ValueError, OverflowError):
        return None


_LEADING = re.compile(
    r"(?:in|at|on|during|within|over|for|by|until|till|since|before|after|from|between|around|about) "
)


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without the preposition that led to it, and without trailing blanks."""
    led = _LEADING.match(folded, start, end)
    if led and led.end() < end:
        start = led.end()
    while end > start and folded[end - 1] in " ,":
        end -= 1
    return start, end
