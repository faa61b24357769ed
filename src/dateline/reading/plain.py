"""Plain text: the text as it stands; a first line that heads it is its title too."""

import re

from dateline.reading.arrival import Draft
from dateline.reading.decoding import decode, universal

_FIRST_LINE = re.compile(r"\A\s*(\S[^\n]*)\n[ \t]*\n\s*\S")
_LONGEST_TITLE = 150
_ENDS_OTHERWISE = (".", "-", "–", "—", ":", ",", ";", "]")


def read_plain(data: bytes, where: str) -> Draft:
    """A report from the bytes of a text file. Line ends become "\\n"; nothing else changes."""
    text, notices = decode(data, where)
    text = universal(text)
    return Draft(text=text, title=title_of(text), notices=notices)


def title_of(text: str) -> str | None:
    """The first line, if it is short, does not end as prose or a dateline ends, and a blank line parts it from more."""
    found = _FIRST_LINE.match(text)
    line = found.group(1).strip() if found else ""
    if not line or len(line) > _LONGEST_TITLE or line.endswith(_ENDS_OTHERWISE):
        return None
    return line
