"""Sayings: who is said to have said what, in the report's own words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.codebook.cues import Cues
from dateline.coding.attribution.contents import Offsets
from dateline.coding.attribution.found import Found
from dateline.coding.attribution.heard import joined
from dateline.coding.attribution.labels import Label, bylines_of, label_of, to_paragraph
from dateline.coding.attribution.patterns import match_cue
from dateline.coding.attribution.quotations import Quotation, find_quotations, quotation_at
from dateline.coding.attribution.transcripts import speakers_of
from dateline.coding.attribution.wording import Wording, is_negator, word_sentence, word_set
from dateline.coding.text.document import Document
from dateline.encoder.reading import Reading
from dateline.frozen import frozen
from dateline.model import Attribution, Span, Stance

_MEDIA = word_set(
    "news agency television tv radio newspaper times post channel reuters ap afp bbc cnn xinhua efe tass interfax "
    "jazeera journal magazine daily press media network online"
)
_SAYINGS = word_set(
    "accusation accusations allegation allegations charge charges claim claims report reports rumor rumors rumour "
    "rumours suggestion suggestions assertion assertions insinuation insinuations statement statements footage video "
    "findings"
)
_HIMSELF = word_set("he she they it we i")
_MIND = frozenset({"plan", "promise", "hope", "expect", "want", "believe", "know", "fear"})
_NEAR = 6
"""How many characters into a content its speaker comes up again: after "that "."""
_FALSE = word_set(
    "false untrue baseless unfounded groundless fabricated fabrication fabrications propaganda lie lies nonsense "
    "fake disinformation misinformation slander ridiculous absurd rubbish incorrect wrong"
)
_UNSAID = 0.6
"""What is left of a saying's certainty when its speaker is told not to have said it."""


@frozen
class Saying:
    """One attribution, the sort of saying its cue is ("say", "believe", "deny", "promise", "order", ...; "unsaid" where
    nobody said it), and how sure its cue sounds (0..1).

    `contents` are all stretches of its content (the attribution's own is the longest); `chain` names who was told,
    where that is a news source; `position` is the source's by its words (medic, official, ...); `rule` is the cue's id.
    `heard` is how sure the encoder is of the cue, None where it does not see it.
    """

    attribution: Attribution
    sentence: int
    sort: str = "say"
    stance: Stance = "asserts"
    certainty: float = 1.0
    contents: tuple[Offsets, ...] = ()
    chain: tuple[str, ...] = ()
    position: str | None = None
    rule: str = ""
    heard: float | None = None

    def covers(self, start: int, end: int) -> bool:
        """Whether its content holds these offsets."""
        return any(first <= start and end <= last for first, last in self.contents)

    def by(self, *cues: str) -> bool:
        """Whether its cue is one whose id begins so, found by rule or by the encoder."""
        return self.rule.removeprefix("encoder.").removeprefix("cue:").startswith(cues)


def find_sayings(document: Document, cues: Cues, readings: tuple[Reading, ...] = ()) -> tuple[Saying, ...]:
    """Every attribution of a report, in order of its cue: by the rules, and where `readings` are given by both."""
    quotations = find_quotations(document)
    found: list[Saying] = []
    for sentence in document.sentences:
        wording = word_sentence(sentence, quotations, cues)
        here: Iterable[Found] = _in_sentence(wording)
        if readings:
            here = joined(wording, tuple(here), readings[sentence.index])
        found.extend(_saying(document, wording, one, cues) for one in here)
        label = label_of(wording)
        if label is not None:
            found.append(_labelled(document, sentence.index, to_paragraph(label, document, sentence), cues))
    labels = (*bylines_of(document, quotations), *speakers_of(document))
    found += [_labelled(document, _sentence(document, b.content[0]), b, cues) for b in labels]
    found = without_nested(found) if readings else found
    found = _announced(document, quotations, found)
    found.extend(_uncued(document, quotations, found))
    return tuple(sorted(found, key=_place))


def without_nested(sayings: Sequence[Saying]) -> list[Saying]:
    """Leave out what a speaker tells of others' sayings, unless the encoder hears it as a saying of its own."""
    return [
        one for one in sayings if _kept(one) or not any(_holds(other, one) for other in sayings if other is not one)
    ]


def _kept(one: Saying) -> bool:
    agreed = one.heard is not None and one.rule.startswith("cue:")
    return one.attribution.cue is None or agreed or one.stance == "denies"


def _holds(outer: Saying, inner: Saying) -> bool:
    cue, own = inner.attribution.cue, outer.attribution.cue
    if cue is None or not outer.covers(cue.start, cue.end):
        return False
    return own is None or not inner.covers(own.start, own.end)


def _place(saying: Saying) -> tuple[int, int]:
    parts = saying.attribution
    spans = [span for span in (parts.cue, parts.content, parts.source) if span is not None]
    return saying.sentence, spans[0].start


def _in_sentence(wording: Wording) -> Iterator[Found]:
    taken = -1
    last: Found | None = None
    for index, candidates in enumerate(wording.cues):
        if index <= taken:
            continue
        for cue in candidates:
            if not cue.speech and cue.shape != "verb_to":
                continue
            if wording.speech(index) is not None and cue.stance != "denies":
                continue  # what a speaker says of others' sayings is his content; his own denial is a claim
            if cue.form == "ing" and last is not None and _opens_content(wording, index, last):
                continue  # "promised announcing liberation" is one saying
            found = match_cue(wording, index, cue, last)
            if found is not None and not _same_breath(wording, found, last):
                taken, last = _taken(wording, found), found
                yield found
                break


def _same_breath(wording: Wording, found: Found, last: Found | None) -> bool:
    """ "Amin said he hopes to return": what the speaker tells of his own mind is one saying, not two."""
    if last is None or found.source is None or found.source[0] != found.source[1]:
        return False
    start = wording.tokens[found.source[0]].start
    own = wording.words[found.source[0]] in _HIMSELF and found.cue.sort in _MIND
    return own and any(first <= start < end and start - first <= _NEAR for first, end in last.contents)


def _opens_content(wording: Wording, index: int, found: Found) -> bool:
    return any(start == wording.tokens[index].start for start, _ in found.contents)


def _taken(wording: Wording, found: Found) -> int:
    """The last token that belongs to the cue: what stands between it and the content ("in a statement") does too."""
    end = found.at[1]
    starts = [start for start, _ in found.contents if start > wording.tokens[end].start]
    while starts and end + 1 < len(wording.words) and wording.tokens[end + 1].start < min(starts):
        end += 1
    return end


def _saying(document: Document, wording: Wording, found: Found, cues: Cues) -> Saying:
    text = document.text
    source = Span.of(text, *wording.span(*found.source)) if found.source else None
    unsaid = _negated(wording, found)
    contents = tuple(part for part in found.contents if part[0] < part[1])
    longest = max(contents, key=lambda part: part[1] - part[0], default=None)
    denied = found.cue.stance == "denies" or _turned_down(text, found.cue.sort, longest)
    return Saying(
        attribution=Attribution(
            source=source,
            cue=Span.of(text, *wording.span(*found.at)),
            content=Span.of(text, *longest) if longest else None,
        ),
        sentence=wording.sentence.index,
        sort="unsaid" if unsaid else "deny" if denied else found.cue.sort,
        stance="denies" if denied and not unsaid else "asserts",
        certainty=found.cue.certainty * (_UNSAID if unsaid else 1.0),
        contents=contents,
        chain=_chain(document, wording, found),
        position=cues.position_of(source.text) if source else None,
        rule=f"encoder.cue:{found.cue.id}" if found.alone else f"cue:{found.cue.id}",
        heard=found.heard,
    )


def _turned_down(text: str, sort: str, content: Offsets | None) -> bool:
    """Whether a saying is rejected: "dismissed the accusation", "called the reports baseless"."""
    if content is None or sort not in ("reject", "call"):
        return False
    words = text[content[0] : content[1]].lower().replace(",", " ").replace(".", " ").split()
    said = not _SAYINGS.isdisjoint(words[:6])
    return said and (sort == "reject" or not _FALSE.isdisjoint(words))


def _negated(wording: Wording, found: Found) -> bool:
    """Whether the speaker is told not to have said it: "neither confirmed nor denied", "no group claimed"."""
    before = wording.words[max(0, found.at[0] - 3) : found.at[0]]
    if found.source is not None and wording.words[found.source[0]] in {"no", "nobody", "none", "neither"}:
        return True
    return any(is_negator(word) or word == "neither" for word in before)


def _chain(document: Document, wording: Wording, found: Found) -> tuple[str, ...]:
    """The news source that was told, or nothing."""
    if found.addressee is None or _MEDIA.isdisjoint(wording.words[found.addressee[0] : found.addressee[1] + 1]):
        return ()
    start, end = wording.span(*found.addressee)
    return (document.text[start:end],)


def _labelled(document: Document, sentence: int, label: Label, cues: Cues) -> Saying:
    source, cue, content = (Span.of(document.text, *part) for part in (label.source, label.cue, label.content))
    return Saying(
        Attribution(source=source, cue=cue, content=content),
        sentence,
        "ask" if label.rule == "sayings.question" else "say",
        certainty=0.9,
        contents=(label.content,),
        position=cues.position_of(source.text),
        rule=label.rule,
    )


def _sentence(document: Document, offset: int) -> int:
    sentence = document.sentence_at(offset)
    return sentence.index if sentence else 0


def _announced(document: Document, quotations: Sequence[Quotation], found: list[Saying]) -> list[Saying]:
    """Give a cue without content ("He said:") the quotation that opens right after its sentence."""
    done: list[Saying] = []
    for saying in found:
        following = saying.sentence + 1
        if not saying.contents and saying.attribution.cue and following < len(document.sentences):
            start = document.sentences[following].start
            colon = document.sentences[saying.sentence].text.rstrip().endswith((":", ","))
            quotation = quotation_at(quotations, start)
            if colon and quotation is not None and quotation.start == start and quotation.speech:
                content = Span.of(document.text, quotation.start, quotation.end)
                whole = saying.attribution.model_copy(update={"content": content})
                saying = replace(saying, attribution=whole, contents=((quotation.start, quotation.end),))
        done.append(saying)
    return done


def _uncued(document: Document, quotations: Sequence[Quotation], found: Sequence[Saying]) -> Iterator[Saying]:
    """Quotations that no cue claims: the speaker is the paragraph's last one, or the last one before it."""
    speakers = sorted((s for s in found if s.attribution.source and s.contents and s.attribution.cue), key=_place)
    claimed = [part for saying in found for part in saying.contents]
    for quotation in quotations:
        if not quotation.speech or any(a < quotation.end and quotation.start < b for a, b in claimed):
            continue
        sentence = document.sentence_at(quotation.start)
        if sentence is None or quotation.start != sentence.start:
            continue
        speaker = _speaker(document, speakers, sentence.index, sentence.paragraph)
        if speaker is None:
            continue
        yield Saying(
            Attribution(
                source=speaker.attribution.source, content=Span.of(document.text, quotation.start, quotation.end)
            ),
            sentence.index,
            speaker.sort if speaker.sort in ("say", "tell") else "say",
            certainty=0.85,
            contents=((quotation.start, quotation.end),),
            chain=speaker.chain,
            position=speaker.position,
            rule="sayings.same-speaker",
        )


def _speaker(document: Document, speakers: Sequence[Saying], sentence: int, paragraph: int) -> Saying | None:
    """The last speaker before this sentence, in its own paragraph or the one before."""
    earlier = [s for s in speakers if s.sentence < sentence]
    if not earlier:
        return None
    last = earlier[-1]
    return last if paragraph - document.sentences[last.sentence].paragraph <= 1 else None
