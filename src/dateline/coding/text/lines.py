"""Lines and paragraphs: which line breaks part paragraphs, and which only wrap a line."""

import re
from collections.abc import Iterator

_BREAK = re.compile(r"\n[ \t\r]*\n\s*|\n")
_BULLET = re.compile(r"[ \t]*(?:[-*•·▪●–][ \t]|\(?\d{1,3}[.)][ \t]|\(?[a-zA-Z]\)[ \t])")
_WIDEST = 125
_ENOUGH = 3


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between line breaks that part paragraphs; blank ones are left out.

    An empty line always parts. A single line break parts before a bullet or a number; in wrapped text (lines of an
    even width up to 125) it parts after a line that is clearly short, as headings are; in unwrapped text it parts
    unless the next line goes on in lower case.
    """
    width = _wrap_width(text, start, end)
    begin = start
    for match in _BREAK.finditer(text, start, end):
        if match.end() - match.start() > 1 or _parts(text, begin, match.start(), match.end(), width):
            if text[begin : match.start()].strip():
                yield begin, match.start()
            begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _wrap_width(text: str, start: int, end: int) -> int | None:
    """The width that the text is wrapped at, or None if its lines are paragraphs."""
    lines = [len(line) for line in text[start : min(end, start + 20_000)].split("\n") if line.strip()]
    if len(lines) < _ENOUGH:
        return None
    widest = max(lines)
    full = sum(length >= 0.75 * widest for length in lines)
    return widest if widest <= _WIDEST and full >= max(_ENOUGH, len(lines) // 3) else None


def _parts(text: str, begin: int, at: int, after: int, width: int | None) -> bool:
    following = text[after : after + 12]
    if _BULLET.match(following):
        return True
    if following.lstrip()[:1].islower():
        return False
    if width is None:
        return True
    line = text[max(begin, text.rfind("\n", max(begin, at - 2 * _WIDEST), at) + 1) : at].strip()
    return len(line) < 0.6 * width
