"""Transcripts: speakers named in square brackets before their words, as monitoring services print interviews."""

import re
from collections.abc import Iterator

from dateline.coding.attribution.contents import Offsets
from dateline.coding.attribution.labels import Label
from dateline.coding.attribution.wording import word_set
from dateline.coding.text.document import Document

_BRACKET = re.compile(r"\[([^\[\]\n]{2,60})\]")
_STAGE = word_set(
    "text indistinct words recording report reports continued passage omitted applause speech communique excerpt "
    "excerpts signed statement changes thought as heard sic identified commentary editorial article laughter begin "
    "end video audio music interview conference dateline received dispatch summary bulletin read by translation "
    "location in of from for and he she it they his her their we"
)
"""What a bracket holds that names no speaker: the monitors' own remarks, and words put in for others."""
_LONGEST = 5
_OPENS = re.compile(r"\s*(?:[“\"‘'(¿¡]|\.\.\.|…)?\s*[A-ZÀ-Þ0-9]")
_ENDS = re.compile(r"(?:^|\n|[.?!:\]\"”)]|--|—)\s*$")
"""What a speaker's mark follows: a paragraph's start, a sentence's end, another bracket."""


def speakers_of(document: Document) -> Iterator[Label]:
    """ "[GARCIA] WE HAVE ...": each speaker's words up to the next mark, the end of the recording or of the report.

    Nothing in a report none of whose marks opens a paragraph: there, brackets only put in a word.
    """
    text = document.text
    marks = [match for match in _BRACKET.finditer(text) if _is_speaker(text, match)]
    if not any(_opens_paragraph(text, match.start()) for match in marks):
        return
    ends = sorted([m.start() for m in marks] + [m.start() for m in re.finditer(r"\[END RECORDING\]", text, re.I)])
    for match in marks:
        following = next((end for end in ends if end > match.start()), len(text))
        content = _trimmed(text, match.end(), following)
        if content[0] < content[1]:
            question = match.group(1).lower() in {"question", "reporter"} or "report" in match.group(1).lower()
            rule = "sayings.question" if question else "sayings.transcript"
            yield Label(match.span(1), match.span(), content, rule)


def _is_speaker(text: str, match: re.Match[str]) -> bool:
    words = match.group(1).split()
    lowered = {word.lower().strip(".,") for word in words}
    if not 1 <= len(words) <= _LONGEST or lowered & _STAGE or not words[0][0].isalpha():
        return False
    named = all(word[0].isupper() for word in words) or lowered <= {"question", "reporter", "unidentified"}
    return (
        named
        and bool(_OPENS.match(text, match.end()))
        and bool(_ENDS.search(text[max(0, match.start() - 8) : match.start()]))
    )


def _opens_paragraph(text: str, start: int) -> bool:
    """Whether nothing but other brackets stands between the paragraph's start and this mark."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rpartition("--")[2]
    return not _BRACKET.sub("", line).strip()


def _trimmed(text: str, start: int, end: int) -> Offsets:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
