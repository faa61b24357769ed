"""Heard: the sayings that the encoder recognises in a sentence, in the rules' terms, and how they meet the rules'."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook.cues import Cue
from dateline.coding.attribution.contents import Offsets
from dateline.coding.attribution.found import Found
from dateline.coding.attribution.sources import Range
from dateline.coding.attribution.speech_nouns import POSSESSIVE
from dateline.coding.attribution.wording import DETERMINERS, QUOTES, RELATIVES, SUBJECTS, Wording, is_finite
from dateline.encoder.reading import Found as Span
from dateline.encoder.reading import Reading, Stretch

SURE = 0.5
"""The encoder's score from which a cue that no rule finds stands; it gives few below. Claims, development half, with
the smaller encoder: source F1 .755 from .3 to .5 on, .752 from .6 and from .7 on; content F1 .649, .647, .645."""
_UNLISTED = Cue("speech.unlisted", "speech", "verb", "as is", (), sort="say", certainty=0.85)
_APPOSITION = 20
_SPEAKERS = frozenset({"source", "actor"})
_MARKS = QUOTES | {",", "."}


def heard_in(wording: Wording, reading: Reading) -> Iterator[Found]:
    """What the encoder recognises in a sentence, as if a rule had found it; the sort is that of the listed word."""
    last: Found | None = None
    for said in reading.sayings:
        cue = reading.spans[said.cue]
        at = _range(wording, (cue.start, cue.end))
        if at is None or wording.speech(at[0]) is not None:
            continue  # what a speaker says of others' sayings is his content
        source, contents = _source(wording, said.source, at), _contents(wording, said.content, at)
        if last is not None and at[0] == last.at[1] + 1:  # "pointed", "out"
            at, source, contents = (last.at[0], at[1]), last.source or source, last.contents or contents
        elif last is not None:
            yield last
        last = Found(_listed(wording, at), at, source, contents, heard=cue.score, alone=True)
    if last is not None:
        yield last


def joined(wording: Wording, rules: Sequence[Found], reading: Reading) -> list[Found]:
    """The sayings of a sentence: the rules', what they lack filled in from the encoder's, and its sure ones besides."""
    left = list(heard_in(wording, reading))
    speakers = [span for span in reading.spans if span.label in _SPEAKERS]
    done: list[Found] = []
    for found in rules:
        same = next((other for other in left if _meet(found.at, other.at)), None)
        if same is not None:
            left.remove(same)
            done.append(_filled(wording, found, same))
        elif found.source is None or _speaks(wording, found.source, speakers):
            done.append(found)
        else:
            done.append(replace(found, source=None))
    done += [
        other
        for other in left
        if (other.heard or 0.0) >= SURE and not any(_meet(other.at, found.at) for found in rules)
    ]
    return sorted(done, key=lambda found: found.at)


def _speaks(wording: Wording, source: Range, speakers: Sequence[Span]) -> bool:
    """Whether a rule takes a pronoun or what ends on a name for the speaker, or the encoder sees somebody in it."""
    if wording.tokens[source[1]].is_capitalised and not wording.sentence.shouted:
        return True
    if source[0] == source[1] and wording.word(source[0]) in SUBJECTS | RELATIVES | POSSESSIVE:
        return True
    start, end = wording.span(*source)
    return any(span.start < end and start < span.end for span in speakers)


def _meet(one: Range, two: Range) -> bool:
    return one[0] <= two[1] and two[0] <= one[1]


def _filled(wording: Wording, found: Found, heard: Found) -> Found:
    contents = found.contents
    if heard.contents and not any(
        _alike(part, heard.contents[0]) or _quotes(wording, part, heard.contents[0]) for part in contents
    ):
        contents = heard.contents
    return replace(found, source=found.source or heard.source, contents=contents, heard=heard.heard)


def _quotes(wording: Wording, whole: Offsets, part: Offsets) -> bool:
    """Whether a stretch is a quotation from mark to mark that holds the other."""
    at = _range(wording, whole)
    quotation = wording.speech(at[0]) if at else None
    marked = quotation is not None and (quotation.start, quotation.end) == whole
    return marked and whole[0] <= part[0] and part[1] <= whole[1]


def _alike(one: Offsets, two: Offsets) -> bool:
    """Whether two stretches share more than half of what both cover."""
    shared = min(one[1], two[1]) - max(one[0], two[0])
    return 2 * shared > max(one[1], two[1]) - min(one[0], two[0])


def _range(wording: Wording, stretch: Stretch) -> Range | None:
    """The tokens that a stretch touches."""
    touched = [i for i, t in enumerate(wording.tokens) if t.start < stretch[1] and stretch[0] < t.end]
    return (touched[0], touched[-1]) if touched else None


def _listed(wording: Wording, at: Range) -> Cue:
    """The cue of the lists that stands in these words, a verb before a noun; an unlisted one says plainly.

    A hedge ("reportedly") is heard as a saying of nobody's; how sure it is the standing makes of it.
    """
    listed = [cue for i in range(at[0], at[1] + 1) for cue in wording.cues[i]]
    spoken = sorted((cue for cue in listed if cue.speech), key=lambda cue: cue.shape == "noun")
    if not spoken and any(cue.family == "hedge" for cue in listed):
        return replace(_UNLISTED, certainty=1.0)
    return (spoken or [_UNLISTED])[0]


def _source(wording: Wording, stretch: Stretch | None, cue: Range) -> Range | None:
    """Who says it, with the article before and the apposition up to the cue."""
    at = _range(wording, stretch) if stretch else None
    if at is None or _meet(at, cue):
        return None
    first, last = at
    while first > 0 and wording.word(first - 1) in DETERMINERS:
        first -= 1
    apposition = range(last + 2, cue[0] - 1)
    if wording.word(last + 1) == wording.word(cue[0] - 1) == "," and 0 < len(apposition) < _APPOSITION:
        last = last if any(is_finite(wording, i) for i in apposition) else cue[0] - 2
    return first, last


def _contents(wording: Wording, stretch: Stretch | None, cue: Range) -> tuple[Offsets, ...]:
    """What is said, with its quotation marks; a quotation that it fills as far as the sentence goes, to its end."""
    at = _range(wording, stretch) if stretch else None
    if at is None or _meet(at, cue):
        return ()
    first, last = at
    quotation = wording.speech(first)
    if quotation is not None and quotation is wording.speech(last):
        inside = [i for i, other in enumerate(wording.quoted) if other is quotation]
        if first - inside[0] <= 1 and inside[-1] - last <= 2:
            return ((quotation.start, quotation.end),)
    if wording.word(first - 1) in QUOTES:
        first -= 1
    end = last
    while wording.word(end + 1) in _MARKS and wording.quoted[end + 1] is not None:
        end += 1
    return (wording.span(first, end if wording.word(end) in QUOTES else last),)
