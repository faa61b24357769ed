"""Originals: whose finding a statement is. Independence is counted by who found out, not by who printed it.

1. Whoever quotes one body is one: a monitor by whatever description, a state with its forces, spokesmen and media.
2. A quoted person speaks for the body that his words name ("a spokesman for the coalition"), else for himself.
3. What a report tells on nobody's word rests on the body that it quotes for the same incident; where it quotes none,
   on the one that it quotes for half or more of all that it tells.
4. Else, and for sources that are nobody in particular ("residents", "activists"), it is the outlet's own: that of the
   agency which the report credits, else the publisher, and one for all copies of one text. Two reports of one
   publisher are one original: a newsroom that repeats itself has found out once.

All of this counts too few rather than too many.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from dateline.codebook import load_codebook
from dateline.codebook.originals import OriginalBook
from dateline.linking.values.telling import Telling
from dateline.model import Actor, Claim, Record, Source, Statement

_BODIES = frozenset({"organisation", "group", "state"})
_OF_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
LONG = 70
"""Characters (about twelve words) up to which a source's words are taken as a whole."""
_STATE_MEDIA = re.compile(r"\b(?:state|official|government)(?:[- ]run)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Original:
    """Whose finding it is: a key that equal ones share, and a name to show."""

    key: str
    name: str


class Originals:
    """The originals behind the tellings of one incident.

    `voices` are those of the reports, for who joins many incidents of the same reports; what is not there is made.
    """

    def __init__(
        self, tellings: Sequence[Telling], book: OriginalBook, voices: Mapping[str, "Voices"] | None = None
    ) -> None:
        ordered = sorted(tellings, key=lambda telling: telling.order)
        records = {telling.report: telling.record for telling in ordered}
        given = voices or {}
        self._voices = {report: given.get(report) or Voices(record, book) for report, record in records.items()}
        self._own: dict[str, Original] = {}
        self._leading: dict[str, Original] = {}
        for telling in ordered:
            own = self._voices[telling.report]
            self._own[telling.report] = self._own.setdefault(f"copy {telling.copy}", own.outlet)
            leading = own.leading(telling)
            if leading is not None:
                self._leading.setdefault(telling.report, leading)
        self._names = names_of(self._every(ordered))
        self._outlets = frozenset(self._names[own.key] for own in self._own.values())

    def _every(self, tellings: Iterable[Telling]) -> Iterable[Original]:
        yield from self._own.values()
        yield from self._leading.values()
        for telling in tellings:
            for event in telling.events:
                for claim in (event.claim, *event.denials):
                    yield self._behind(telling.report, claim)

    def of(self, report: str, claim: Claim) -> str:
        """The name of the original behind a claim of that report."""
        return self._names[self._behind(report, claim).key]

    def _behind(self, report: str, claim: Claim) -> Original:
        voice = self._voices[report].of(claim)
        if voice is not None:
            return voice
        if stands_for_another(claim) and report in self._leading:
            return self._leading[report]
        return self._own[report]

    def is_named(self, name: str) -> bool:
        """Whether the original of that name is quoted by somebody, not an outlet that speaks for itself."""
        return name not in self._outlets

    def speaker(self, report: str, claim: Claim) -> Actor | None:
        """The body that a claim's source speaks for, or the source itself."""
        return self._voices[report].speaker(claim)


_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "this", "that", "him", "her", "them"})


def stands_for_another(claim: Claim) -> bool:
    """Whether the claim names no source, or by a pronoun that stands for nobody known."""
    return claim.source is None or (claim.source.id is None and claim.source.text.casefold() in _PRONOUNS)


def sources_of(statements: Iterable[Statement]) -> tuple[Source, ...]:
    """Each original that asserts something, with the reports that rest on it; the most reported first, then by name."""
    reports: dict[str, set[str]] = {}
    for statement in statements:
        if statement.claim.stance == "asserts":
            reports.setdefault(statement.original, set()).add(statement.report)
    ranked = sorted(reports.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Source(name=name, reports=tuple(sorted(found))) for name, found in ranked)


@cache
def own_originals() -> OriginalBook:
    """The book of originals of the codebook that ships."""
    return load_codebook().originals


class Voices:
    """Who speaks in one report, by a codebook's book of originals, without one by that of the codebook that ships."""

    def __init__(self, record: Record, book: OriginalBook | None = None) -> None:
        self._record, self._book = record, book or own_originals()
        countries = Counter(place.country for place in record.mentions.places if place.country)
        self._countries = frozenset(country for country, _ in countries.most_common(1))
        self._named = frozenset(actor.id for actor in record.mentions.actors if actor.id)
        self._found: dict[tuple[object, ...], Original | None] = {}

    def of(self, claim: Claim) -> Original | None:
        """The original behind a claim's source; None where nobody in particular is quoted."""
        if claim.source is None:
            return None
        key = (*claim.source.place_in_text, claim.source.id, claim.cue.start if claim.cue else None)
        if key not in self._found:
            self._found[key] = self._of(claim, claim.source)
        return self._found[key]

    def _of(self, claim: Claim, source: Actor) -> Original | None:
        words = source.text[self._near(claim)]
        if len(source.text) <= LONG and source.name:
            words = f"{words} {source.name}"
        body = self._book.body(words, self._countries, self._named)
        if body is not None:
            return Original(body, self._book.names[body])
        speaker = self.speaker(claim)
        if speaker is None:
            return None
        state = self._state_of(speaker)
        if state is not None:
            return state
        if speaker.id is None or speaker.sort not in {*_BODIES, "person"}:
            return None
        return Original(speaker.id, speaker.name or speaker.id)

    def behind(self, claims: Iterable[Claim]) -> tuple[Original, bool]:
        """The original behind what is asserted of no incident of the report, and whether it is quoted for it."""
        asserted = [claim for claim in claims if claim.stance == "asserts"]
        voice = next((found for claim in asserted if (found := self.of(claim)) is not None), None)
        if voice is None and all(stands_for_another(claim) for claim in asserted):
            voice = self._main_voice
        return (self.outlet, False) if voice is None else (voice, True)

    def leading(self, telling: Telling) -> Original | None:
        """The first voice that the report quotes for the incident itself: no belligerent, nor only on who did it."""
        for event in telling.events:
            if event.claim.about == "occurrence" and event.claim.position != "belligerent":
                voice = self.of(event.claim)
                if voice is not None:
                    return voice
        return self._main_voice

    @cached_property
    def _main_voice(self) -> Original | None:
        """The voice that is quoted for half or more of all that the report tells on a known voice's word."""
        claims = (event.claim for event in self._record.events)
        plain = (c for c in claims if c.about == "occurrence" and c.position != "belligerent")
        told = [voice for claim in plain if (voice := self.of(claim)) is not None]
        counted = Counter(voice.key for voice in told)
        best = max(told, key=lambda voice: (counted[voice.key], voice.key), default=None)
        return best if best is not None and 2 * counted[best.key] >= len(told) else None

    def speaker(self, claim: Claim) -> Actor | None:
        """The source, or the body that its words name ("Ned Price, spokesman for the State Department").

        Of a long source only the words beside its cue count: the rest is what the reader of sayings took too much.
        """
        source = claim.source
        if source is None or (source.sort in _BODIES and source.id is not None and len(source.text) <= LONG):
            return source
        near = self._near(claim)
        first, last = source.start + near.start, source.start + near.stop
        inside = [
            actor
            for actor in self._record.mentions.actors
            if first <= actor.start and actor.end <= last and actor.sort in _BODIES and actor.id
        ]
        if len(source.text) <= LONG:
            return max(inside, key=lambda actor: (actor.sector != "JRN", actor.start), default=source)
        return max(inside, key=lambda actor: (actor.sector != "JRN", actor.start), default=None)

    def _near(self, claim: Claim) -> slice:
        """The part of the source's words that stands beside its cue: all of them where they are few."""
        length = len(claim.source.text) if claim.source is not None else 0
        if claim.source is None or length <= LONG:
            return slice(0, length)
        before = claim.cue is not None and claim.cue.end <= claim.source.start
        return slice(0, LONG) if before else slice(length - LONG, length)

    def _state_of(self, speaker: Actor) -> Original | None:
        """A state with its forces, officials and media is one original."""
        organ = self._book.organs.get(speaker.id or "")
        official = speaker.sort in ("state", "person") and speaker.sector in _OF_STATE
        media = speaker.sector == "JRN" and speaker.id is None and _STATE_MEDIA.search(speaker.name or speaker.text)
        if organ is None and not official and not media:
            return None
        state = organ or speaker.country
        if state is None:
            return None
        name = speaker.name or ""
        return Original(f"state {state}", name if name.startswith("Government of ") else f"state of {state}")

    @cached_property
    def outlet(self) -> Original:
        """Whose finding the report's unquoted words are: a credited agency's, else the publisher's, else its own."""
        head = self._record.report
        agencies = self._book.agencies
        if head.publisher and head.publisher.casefold() in agencies:
            return Original(agencies[head.publisher.casefold()], head.publisher)
        credited = [a for a in self._record.mentions.actors if a.id and a.id in agencies.values()]
        first = min(credited, key=lambda actor: actor.start, default=None)
        if first is not None:
            return Original(first.id or "", first.name or first.text)
        if head.publisher:
            return Original(f"outlet {head.publisher.casefold()}", head.publisher)
        return Original(f"report {head.id}", head.id)


def names_of(originals: Iterable[Original]) -> Mapping[str, str]:
    """One name for each key, whatever the order: a government's own name before a made one, the shortest, the first."""
    found: dict[str, set[str]] = {}
    for original in originals:
        found.setdefault(original.key, set()).add(original.name)
    return {key: min(names, key=lambda n: (n.startswith("state of "), len(n), n)) for key, names in found.items()}
