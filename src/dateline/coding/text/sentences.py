"""Sentences: where one ends and the next begins, in prose, quotations, lists and all-capitals wire text."""

import re
from collections.abc import Iterator

from dateline.coding.text.document import Sentence
from dateline.coding.text.tokens import tokenise

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-*•·–]|\d{1,2}[.)])[ \t])")
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'-])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Lieut|Col|Maj|Capt|Cpl|Sgt|Brig|Adm|Cmdr|Cdr|Pvt|Rev|Fr|Sen|Rep|"
    r"Gov|Pres|Hon|Msgr|St|Sr|Jr|Mt|Ft|No|Nos|Art|Sec|vs|etc|approx|Inc|Co|Corp|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|"
    r"Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.$",
    re.IGNORECASE,
)
_SHOUTED = 0.9


def is_shouted(text: str) -> bool:
    """Whether the text is written in capitals throughout (nine letters in ten), as old wire copy is."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 20 and sum(c.isupper() for c in letters) >= _SHOUTED * len(letters)


def split_sentences(text: str, without: tuple[int, int] = (0, 0)) -> tuple[Sentence, ...]:
    """Cut the text into sentences, leaving out the stretch `without` (a heading); offsets count from the text's start.

    A title before the heading is cut too; blanks are left out.
    """
    shouted = is_shouted(text)
    sentences: list[Sentence] = []
    stretches = [*_paragraphs(text, 0, without[0]), *_paragraphs(text, without[1], len(text))]
    for paragraph, (first, last) in enumerate(stretches):
        for begin, end in _within(text, first, last):
            piece = text[begin:end]
            sentences.append(Sentence(len(sentences), begin, end, piece, paragraph, tokenise(piece, begin), shouted))
    return tuple(sentences)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _PARAGRAPH.finditer(text, start, end):
        if text[begin : match.start()].strip():
            yield begin, match.start()
        begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _within(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    begin = first
    for match in _END.finditer(text, first, last):
        if match.end() >= last or _goes_on(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, last)


def _goes_on(text: str, begin: int, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 40].lstrip()[:1]
    if following.islower():
        return True
    if match.group() == ".":
        return bool(_ABBREVIATION.search(text[max(begin, match.end() - 20) : match.end()]))
    return False


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end
