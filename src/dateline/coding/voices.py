"""Voices: the claim that an event rests on and the denials that stand against it, from sayings and standings."""

from collections.abc import Mapping

from dateline.coding.attribution.sayings import Saying
from dateline.coding.attribution.standing import Standing
from dateline.coding.text.document import Document
from dateline.model import About, Actor, Claim, Evidence, Span, Stance

Mentions = Mapping[tuple[int, int], Actor]
_POSITIONS = {
    **dict.fromkeys(("MIL", "REB", "PRM", "UAF", "SPY"), "belligerent"),
    **dict.fromkeys(("GOV", "COP", "JUD", "LEG", "ELI", "PTY", "OPP"), "official"),
    **dict.fromkeys(("NGO", "IGO", "UNO"), "monitor"),
    **dict.fromkeys(("JRN",), "media"),
    **dict.fromkeys(("MED", "HLH"), "medic"),
}
"""PLOVER's sectors by where such a speaker stands to what it tells; parties and politicians speak as officials."""


def claim_of(document: Document, standing: Standing, sayings: tuple[Saying, ...], actors: Mentions) -> Claim:
    """The claim behind a frame: whose word it is (none: the report's own), asserted or denied, how sure."""
    if standing.saying is None:
        return Claim(certainty=standing.certainty, evidence=Evidence(rule="claim.the-report-itself"))
    saying = sayings[standing.saying]
    return _claim(document, saying, actors, standing.stance, standing.about, standing.certainty)


def denials_of(
    document: Document, standing: Standing, sayings: tuple[Saying, ...], actors: Mentions
) -> tuple[Claim, ...]:
    """The denials that the same report tells of a frame."""
    return tuple(
        _claim(document, sayings[denial.saying], actors, "denies", denial.about, sayings[denial.saying].certainty)
        for denial in standing.denials
    )


def claim_over(document: Document, span: Span, sayings: tuple[Saying, ...], actors: Mentions) -> Claim:
    """The claim of the toll at these words: of the saying that holds them most closely, else the report's own."""
    over = [saying for saying in sayings if saying.covers(span.start, span.end)]
    if not over:
        return Claim(about="toll", evidence=Evidence(rule="claim.the-report-itself"))
    saying = min(over, key=lambda each: sum(end - start for start, end in each.contents))
    return _claim(document, saying, actors, saying.stance, "toll", saying.certainty)


def position_of(speaker: Actor) -> str | None:
    """Where a speaker stands by what it resolves to, for words that do not tell: "Iran", "Hezbollah", "he"."""
    if speaker.sector is not None and speaker.sector in _POSITIONS:
        return _POSITIONS[speaker.sector]
    return "official" if speaker.sort == "state" else None


def _claim(
    document: Document, saying: Saying, actors: Mentions, stance: Stance, about: About, certainty: float
) -> Claim:
    source = saying.attribution.source
    speaker = None if source is None else _speaker(document, source, actors)
    return Claim(
        source=speaker,
        cue=saying.attribution.cue,
        stance=stance,
        about=about,
        certainty=certainty,
        chain=saying.chain,
        position=saying.position or (position_of(speaker) if speaker is not None else None),
        evidence=Evidence(rule=saying.rule or "claim.within-the-content", score=certainty),
    )


def _speaker(document: Document, source: Span, actors: Mentions) -> Actor:
    """The resolved actor at the source's words; else the longest one inside them, under the source's own words."""
    exact = actors.get(source.place_in_text)
    if exact is not None:
        return exact
    inside = [a for a in actors.values() if source.start <= a.start and a.end <= source.end]
    best = max(inside, key=lambda a: (a.sort == "person", a.id is not None, a.end - a.start), default=None)
    if best is None:
        return Actor(start=source.start, end=source.end, text=document.text[source.start : source.end])
    whole = {"start": source.start, "end": source.end, "text": document.text[source.start : source.end]}
    return best.model_copy(update=whole)
