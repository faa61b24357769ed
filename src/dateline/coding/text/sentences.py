"""Sentences: where one ends and the next begins, in prose, quotations, lists and all-capitals wire text."""

import re
from collections.abc import Iterator

from dateline.coding.text.classes import word_classes
from dateline.coding.text.document import Sentence
from dateline.coding.text.lines import paragraphs
from dateline.coding.text.tokens import tokenise

_END = re.compile(
    r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])|(?<=[a-z]{2}[.!?])[”\"](?=[A-Z“])"
)
_TITLE = re.compile(
    r"(?:^|[\s(\[“\"'‘-])(?:Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Gen|Lt|Lieut|Col|Maj|Capt|Cpl|Sgt|Brig|Adm|Cmdr|Cdr|Cmdte|Pvt|"
    r"Rev|Fr|Sen|Rep|Gov|Pres|Hon|Msgr|Ing|Lic|Sra?|St|Mt|Ft|vs|approx|Ave|Blvd|Bros|[A-Z])\.$",
    re.IGNORECASE,
)
"""What comes before a name: never the end of a sentence."""
_NUMBERED = re.compile(
    r"(?:^|[\s(\[“\"'-])"
    r"(?:No|Nos|Art|Sec|Pp?|Vol|Fig|Ch|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$",
    re.IGNORECASE,
)
"""What comes before a figure."""
_MAYBE = re.compile(
    r"(?:(?:^|[\s(\[“\"'-])(?:Inc|Co|Corp|Ltd|Jr|Sr|etc|[ap]\.m|(?:[A-Za-z]\.)+[A-Za-z])|"
    r", (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|"
    r"Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo))\.$",
    re.IGNORECASE,
)
"""What may end a sentence: it does where a word follows that likes to begin one."""
_CLOCK = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_GOES_ON_AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?:[ECMP][SD]?T|GMT|UTC|Eastern|Central|Pacific|Local)\b|[(\d]",
    re.IGNORECASE,
)
_STARTER = re.compile(
    r"[\"'“‘(\[]?(?:The|An?|In|On|At|He|She|It|They|We|I|You|But|And|Or|His|Her|Its|Their|Our|This|That|These|Those|There|"
    r"According|Meanwhile|However|After|Before|While|When|As|For|From|Since|If|One|Two|Three|No|Not|Some|Many|More|Most|"
    r"By|With|To|What|Who|Why|How|Also|Earlier|Later|Then|Now|Both|Another|Other|Although|Despite|During|Under|So)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:[A-Z][\w'’.-]+ ){1,4}(?:said|says|asked|asks|told|added|wrote|cried|replied|declared|tweeted|exclaimed)\b"
)
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]*$")
_SLUG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|CORRECTED|REFILE|RPT|EXCLUSIVE|FACTBOX|TIMELINE|URGENT|ROUNDUP|LEAD|NEWSMAKER|INSIGHT)"
    r"(?:[ ]\d{1,2})?[ ]?-[ ]?|[A-Z][a-z]+(?:[ ]{2,}|\t))(?=[\w\"'“‘])"
)
"""What wire services and tables print before a headline: "UPDATE 2-", "Title  "."""
_SHOUTED, _SAMPLE = 0.9, 20_000
_COMMON = "etaoin"
"""The commonest letters: two in five characters of a text in mixed case."""


def is_shouted(text: str) -> bool:
    """Whether the text is written in capitals throughout (nine letters in ten), as old wire copy is."""
    sample = text[:_SAMPLE]
    if sum(map(sample.count, _COMMON)) > 2 * (1 - _SHOUTED) * len(sample):
        return False  # twice as many small ones among these alone as there may be; most texts end here
    letters = sum(map(str.isalpha, sample))
    return letters >= 20 and sum(map(str.isupper, sample)) >= _SHOUTED * letters


def split_sentences(text: str, without: tuple[int, int] = (0, 0)) -> tuple[Sentence, ...]:
    """Cut the text into sentences, leaving out the stretch `without` (a heading); offsets count from the text's start.

    A title before the heading is cut too; blanks are left out.
    """
    shouted = is_shouted(text)
    sentences: list[Sentence] = []
    stretches = [*paragraphs(text, 0, without[0]), *paragraphs(text, without[1], len(text))]
    for paragraph, (first, last) in enumerate(stretches):
        for begin, end in _within(text, first, last):
            piece = text[begin:end]
            bare = Sentence(len(sentences), begin, end, piece, paragraph, tokenise(piece, begin), shouted)
            classes = word_classes(bare)
            sentences.append(Sentence(bare.index, begin, end, piece, paragraph, bare.tokens, shouted, classes))
    return tuple(sentences)


def _within(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    begin = first
    slug = _SLUG.match(text, first, last)
    if slug:
        yield from _trimmed(text, first, slug.end())
        begin = slug.end()
    for match in _END.finditer(text, first, last):
        if match.end() >= last or _goes_on(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, last)


def _goes_on(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the sentence goes on behind a mark that could end it."""
    following = text[match.end() : match.end() + 60].lstrip()
    if following[:1].islower() or following[:3] in ("...", "…") or following[:1] == "…":
        return True
    mark = match.group()
    if text[begin : match.start()].isspace() or match.start() == begin:
        return True  # marks alone belong to what follows
    if mark in (".", ".)") and _ENUMERATOR.fullmatch(text[begin : match.end()].strip()):
        return True
    if mark == ".":
        return _abbreviates(text[max(begin, match.end() - 20) : match.end()], following)
    return mark[0] in "?!" and len(mark) > 1 and bool(_ASKED.match(following))


def _abbreviates(before: str, following: str) -> bool:
    if _CLOCK.search(before):
        return bool(_GOES_ON_AFTER_CLOCK.match(following))
    if _NUMBERED.search(before):
        return following[:1].isdigit()
    if _MAYBE.search(before):
        return not _STARTER.match(following)
    return bool(_TITLE.search(before))


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end
