"""Labels: speakers named by layout, not by a verb: "Governor: ...", and a quotation signed with a dash."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.attribution.contents import Offsets, is_title
from dateline.coding.attribution.quotations import Quotation
from dateline.coding.attribution.wording import DETERMINERS, QUOTES, STOPS, Wording, is_finite, word_set
from dateline.coding.text.document import Document, Sentence
from dateline.frozen import frozen

_NOT_SPEAKERS = word_set(
    "note update updated breaking exclusive photo photos video watch read more related source sources via by "
    "correction clarification editor's subject date time place from to"
)
_SPEAKERS = word_set(
    "police official officials report reports army military ministry minister government governor mayor president "
    "source sources media monitor monitors witnesses residents activists un u.n. pentagon kremlin hospital doctors "
    "medics spokesman spokeswoman prosecutors authorities state ngo survey study poll court lawyer"
)
_LABEL_WORDS, _TAIL_WORDS = 5, 4
_BYLINE = re.compile(
    r"[^\S\n]*\n?[^\S\n]*(―|—|–|--)[^\S\n]*"
    r"((?:[^\W\d_a-z][\w.'’-]*[ \t]+){0,4}[^\W\d_a-z][\w.'’-]*)(?=\s*(?:\n|$|[,(“\"]))"
)


@frozen
class Label:
    """A speaker named by layout: offsets of the name, of the mark that joins it, and of the words."""

    source: Offsets
    cue: Offsets
    content: Offsets
    rule: str


def label_of(wording: Wording) -> Label | None:
    """ "Governor: two killed", "Two killed: governor": a headline or transcript that parts the speaker by a colon."""
    return _before_colon(wording) or _after_colon(wording)


def to_paragraph(label: Label, document: Document, sentence: Sentence) -> Label:
    """A transcript's speaker ("PENCE: ...") has the whole paragraph that he opens; any other label its sentence."""
    name = document.text[slice(*label.source)]
    before = document.sentences[sentence.index - 1].paragraph if sentence.index else -1
    if sentence.shouted or not name.isupper() or label.source > label.content or before == sentence.paragraph:
        return label
    same = [s.end for s in document.sentences[sentence.index :] if s.paragraph == sentence.paragraph]
    return replace(label, content=(label.content[0], same[-1]))


def _after_colon(wording: Wording) -> Label | None:
    """A headline's last words, where they name a kind of speaker or are one name: "Two killed in raid: police"."""
    words, last = wording.words, len(wording.words) - 1
    colon = next((i for i in range(last, max(3, last - _TAIL_WORDS) - 1, -1) if words[i] == ":"), None)
    if colon is None or colon == last or not is_title(wording):
        return None
    tail = words[colon + 1 :]
    named = len(tail) <= 2 and all(wording.tokens[i].is_capitalised for i in range(colon + 1, last + 1))
    if not (tail[-1] in _SPEAKERS or (named and tail[0].isalpha() and not wording.sentence.shouted)):
        return None
    return Label(wording.span(colon + 1, last), wording.span(colon, colon), wording.span(0, colon - 1), "sayings.label")


def _before_colon(wording: Wording) -> Label | None:
    words = wording.words
    first = 1 if words and words[0] in QUOTES else 0
    reach = range(first, min(len(words), first + _LABEL_WORDS + 1))
    colon = next((i for i in reach if words[i] == ":"), None)
    if colon is None or colon == first or colon + 2 >= len(words):
        return None
    if words[first] in _NOT_SPEAKERS or not words[first].isalpha() or not _is_name(wording, first, colon):
        return None
    end = wording.sentence.end
    return Label(
        wording.span(first, colon - 1),
        wording.span(colon, colon),
        (wording.tokens[colon + 1].start, end),
        "sayings.label",
    )


def _is_name(wording: Wording, first: int, end: int) -> bool:
    if wording.words[first] in DETERMINERS and _SPEAKERS.isdisjoint(wording.words[first:end]):
        return False  # "The Latest: ..." heads a column
    for index in range(first, end):
        word = wording.words[index]
        if word in STOPS or is_finite(wording, index) or any(cue.speech for cue in wording.cues[index]):
            return False
        if not (wording.tokens[index].is_capitalised or word in {"of", "the", "·"}):
            return False
    return True


def bylines_of(document: Document, quotations: Sequence[Quotation]) -> Iterator[Label]:
    """Quotations signed with a dash and a name: "I saw it all." — Amina Hassan."""
    for quotation in quotations:
        match = _BYLINE.match(document.text, quotation.end) if quotation.speech else None
        if match is not None:
            yield Label(match.span(2), match.span(1), (quotation.start, quotation.end), "sayings.byline")
