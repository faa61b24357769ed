"""Joining: what the lexicons tag and what the encoder recognises, made one list of tags.

The lexicons' kinds and names are what every later rule reads, so a lexicon's tag stands where both found something; the
encoder doubts triggers that it does not see, adds acts that no cue names, and parties and weapons that no rule found.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.codebook.registry import Registry, is_acronym
from dateline.coding.tagging.tags import Label, Tag, Tags
from dateline.coding.text import closed
from dateline.coding.text.document import Document, Sentence, Token
from dateline.encoder import Act, Found, Reading

SEEN = 0.25
"""Score from which an act stands for a trigger; a lexicon's trigger without one keeps DOUBTED of its own score."""
DOUBTED = 0.5
LEAST = 0.25
"""Score below which a doubted trigger is dropped. Dropping all doubted ones of a score under .83 did better on the
corpus, but event_location's recall fell from .76 to .69 (development half, earlier weights).
"""
SURE = 0.9
"""Score from which an act that no cue names is an event, its kind's share at least KIND_SURE; its score then counts
WEIGHT. From .8 and without the two, MUC-4's template F1 fell by .03 to .04 (development half, earlier weights)."""
KIND_SURE = 0.6
WEIGHT = 0.7
SHOWN_SURE = 0.5
"""The same for an act of a kind known by examples: being likest to them is sureness enough of the kind."""
SPAN_SURE, PLACE_SURE = 0.5, 0.9
_PARTIES = ("actor", "physical")
_ARMED = frozenset(["REB", "PRM", "CRM", "MIL"])
_COMPASS = frozenset(["N", "E", "S", "W", "NE", "NW", "SE", "SW"])
_PRONOUNS = closed.words("they them he him she it we us i you themselves himself")
_LOOSE = closed.words("a an the of and or in at to for by from with on de")
_LABELS: Mapping[str, Label] = {"actor": "actor", "object": "physical", "weapon": "weapon", "place": "place"}


def join_tags(
    document: Document, lexical: tuple[Tags, ...], readings: tuple[Reading, ...], codebook: Codebook, registry: Registry
) -> tuple[Tags, ...]:
    """The tags of every sentence, the encoder's reading of it taken in."""
    return tuple(
        _join(document.sentences[tags.sentence], tags, reading, codebook, registry)
        for tags, reading in zip(lexical, readings, strict=True)
    )


def _join(sentence: Sentence, tags: Tags, reading: Reading, codebook: Codebook, registry: Registry) -> Tags:
    triggers = [doubted for tag in tags.of("trigger") if (doubted := _doubted(tag, reading.acts, codebook)) is not None]
    others = [tag for tag in tags.tags if tag.label != "trigger"]
    named = tags.of("trigger")
    spans = [span for span in reading.spans if span.label != "place" or _is_place(sentence, span, registry)]
    joined = [*triggers, *_acts(reading.acts, named, codebook), *others, *_spans(sentence, spans, others)]
    return replace(tags, tags=tuple(sorted(joined, key=lambda tag: (tag.start, -tag.end, tag.label))))


def _doubted(tag: Tag, acts: Sequence[Act], codebook: Codebook) -> Tag | None:
    """A lexicon's trigger as it stands beside the acts; None where too little of it is left.

    An act of a kind that is known by examples alone has that kind: the lexicon cannot name it.
    """
    seen = [act for act in acts if act.score >= SEEN and _meets(act, tag)]
    if seen:
        kind = codebook.kind(seen[0].kinds[0][0])
        shown = kind is not None and kind.examples and not any(cue.id == tag.rule for cue in kind.cues)
        return replace(tag, value=seen[0].kinds[0][0], rule="encoder.act") if shown else tag
    score = round(tag.score * DOUBTED, 3)
    return replace(tag, score=score) if score >= LEAST else None


def _acts(acts: Sequence[Act], named: Sequence[Tag], codebook: Codebook) -> Iterable[Tag]:
    """Triggers for acts that no cue names. A state of control is no event, and a kind must be in this codebook."""
    for act in acts:
        kind, share = act.kinds[0]
        known = codebook.kind(kind)
        sure = (SHOWN_SURE, 0.0) if known is not None and known.examples else (SURE, KIND_SURE)
        if known is None or act.score < sure[0] or share < sure[1]:
            continue
        if not any(_meets(act, tag) for tag in named):
            yield Tag("trigger", act.start, act.end, kind, round(act.score * WEIGHT, 3), "encoder.act")


def _spans(sentence: Sentence, spans: Sequence[Found], others: Sequence[Tag]) -> Iterable[Tag]:
    """Parties and weapons where no rule found one."""
    for span in spans:
        label = _LABELS.get(span.label)
        if (
            label is None
            or (label == "place" and sentence.shouted)
            or span.score < (PLACE_SURE if label == "place" else SPAN_SURE)
        ):
            continue
        if span.label == "object" and _is_part(sentence, span):
            continue
        rivals = _PARTIES if label in _PARTIES else (label,)
        if any(tag.label in rivals and _meets(span, tag) for tag in others):
            continue
        whole = _whole(sentence, span) if label in _PARTIES else span
        if whole is not None:
            value = _form(sentence, whole) if label == "actor" else ""
            yield Tag(label, whole.start, whole.end, value, round(span.score, 3), "encoder.span")


_PART_NOUNS = closed.words(
    "part parts section sections stretch stretches portion portions segment segments piece pieces side sides front "
    "facade windows window wall walls roof roofs door doors entrance gate gates floor floors rest remains"
)


def _is_part(sentence: Sentence, span: Found) -> bool:
    """Whether a thing is but a part of what is named behind it ("a *stretch* of the pipeline"): the whole is hit."""
    tokens = sentence.tokens
    last = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].end <= span.end), None)
    if last is None or tokens[last].lower not in _PART_NOUNS:
        return False
    return last + 1 < len(tokens) and tokens[last + 1].lower == "of"


def _whole(sentence: Sentence, span: Found) -> Found | None:
    """A party's span without function words and marks at its ends ("[a section] of the"); None where that is all."""
    words = [
        token
        for token in sentence.tokens
        if token.start < span.end
        and span.start < token.end
        and token.lower not in _LOOSE
        and any(mark.isalnum() for mark in token.text)
    ]
    if not words:
        return None
    return replace(span, start=max(span.start, words[0].start), end=min(span.end, words[-1].end))


def _is_place(sentence: Sentence, span: Found, registry: Registry) -> bool:
    """Whether a place that the encoder sees is none of these: part of an armed group's name ("*Boko* Haram"), the
    acronym of one or of a force ("*JFO* HQ"), or a point of the compass ("*NE* Nigeria").
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.start != span.start:
            continue
        if token.text.rstrip(".") in _COMPASS and _goes_on(tokens, at + 1):
            return False
        named = registry.longest(tokens, at, shouted=sentence.shouted)
        if named is None:
            return True
        whole = tokens[at + named[0] - 1].end
        return whole < span.end or not any(
            entry.sector in _ARMED and (whole > span.end or is_acronym(token.text)) for entry in named[1]
        )
    return True


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word follows, past the full stop of an abbreviation."""
    if at < len(tokens) and tokens[at].text == ".":
        at += 1
    return at < len(tokens) and tokens[at].is_word


def _form(sentence: Sentence, span: Found) -> str:
    """Pronoun, name or description, by how it is written."""
    words = sentence.text[span.start - sentence.start : span.end - sentence.start]
    if words.lower() in _PRONOUNS:
        return "pronoun"
    return "name" if words[:1].isupper() and not sentence.shouted else "nominal"


def _meets(one: Act | Found, tag: Tag) -> bool:
    return one.start < tag.end and tag.start < one.end
