"""The main event: what the headline and lead tell; with several, the newest physical one with the most harm."""

import math
import re
from collections.abc import Callable, Sequence

from dateline.codebook import Codebook, Kind
from dateline.frozen import frozen
from dateline.linking.within.merging import telling
from dateline.model import Event, Evidence, Incident, Report

LEAD = 400
"""Characters from the first event on that count as headline and lead, in which position alone does not decide."""


@frozen
class Main:
    """The main event's id, or None for a report without news, and why it was chosen."""

    event: str | None
    evidence: Evidence


@frozen
class Candidate:
    """An incident, its tellings, the best of them, and how far past the report's first event it is first told."""

    incident: Incident
    events: tuple[Event, ...]
    best: Event
    depth: int
    kind: Kind
    ways: frozenset[str] = frozenset({""})
    """How its tellings stand to other events ("within.matter", "within.aside"; "" for by themselves)."""


def choose_main(report: Report, events: tuple[Event, ...], incidents: tuple[Incident, ...], codebook: Codebook) -> Main:
    """Choose among the incidents that are news. None where all is background, negated or habitual."""
    told = {event.id: event for event in events}
    start = events[0].trigger.start if events else 0
    candidates = [_candidate(i, told, start, codebook) for i in incidents]
    news = [c for c in candidates if not c.incident.background and c.incident.status not in ("negated", "habitual")]
    if not news:
        return Main(None, Evidence(rule="main.no-news"))
    scored = [(_score(c, report), -c.depth, c) for c in news]
    (score, said), _, best = max(scored, key=lambda item: (item[0][0], item[1]))
    note = f"{best.incident.id}: " + ", ".join(said)
    return Main(best.best.id, Evidence(rule="main.headline-lead-harm", score=round(min(1.0, score / 4), 3), note=note))


def _candidate(incident: Incident, told: dict[str, Event], start: int, codebook: Codebook) -> Candidate:
    events = [told[identifier] for identifier in incident.events]
    usable = [e for e in events if e.status not in ("negated", "habitual")] or events
    best = telling(tuple(e for e in usable if _way(e) not in _ONLY_NAMED) or tuple(usable), codebook)
    depth = max(0, events[0].trigger.start - start)
    ways = frozenset(_way(event) for event in events)
    return Candidate(incident, tuple(events), best, depth, codebook.kinds[incident.kind], ways)


_ONLY_NAMED = ("within.matter", "within.occasion")


def _way(event: Event) -> str:
    return event.reasons["within"].rule if "within" in event.reasons else ""


def position(candidate: Candidate, report: Report) -> tuple[float, str] | None:
    """In the headline, in the lead, or further down."""
    title = len(report.title or "")
    if candidate.events[0].trigger.start < title or candidate.depth == 0:
        return 1.5, "told first"
    if candidate.depth < LEAD:
        return 1.2, "told in the lead"
    return max(0.0, 1.0 - candidate.depth / 2500), "told further down"


def harm(candidate: Candidate, _report: Report) -> tuple[float, str] | None:
    """How many it killed or hurt, on a log scale."""
    lost = sum((row.best or 0) for row in candidate.incident.losses if row.scope != "cumulative")
    if lost:
        return min(1.0, 0.4 + 0.2 * math.log10(lost)), f"{lost} lost"
    return None


def force(candidate: Candidate, _report: Report) -> tuple[float, str] | None:
    """Physical force rather than words, the graver the more; an outcome alone says less than an act."""
    kind = candidate.kind
    if not kind.physical:
        return None
    weight = 0.4 + 0.06 * kind.harm
    return (weight - 0.6, "an outcome") if kind.outcome else (weight, "a physical act")


def reality(candidate: Candidate, _report: Report) -> tuple[float, str] | None:
    """Done rather than planned, demanded or feared."""
    if candidate.incident.status in ("happened", "ongoing"):
        return 0.6, "told as done"
    return (0.3, "attempted") if candidate.incident.status == "attempted" else None


def repetition(candidate: Candidate, _report: Report) -> tuple[float, str] | None:
    """Told more than once."""
    times = len(candidate.incident.events)
    return (min(0.6, 0.15 * (times - 1)), f"told {times} times") if times > 1 else None


def sureness(candidate: Candidate, _report: Report) -> tuple[float, str] | None:
    """How sure its best telling is."""
    return candidate.best.confidence, f"confidence {candidate.best.confidence}"


_OCCASION = re.compile(
    r"\b(?:after|following|in the wake of|because of|due to|"
    r"in (?:response|reaction|retaliation|reprisal|revenge) (?:to|for)|over|since|despite|amid|"
    r"during|about|scene of|blamed \w+ for|accused of|condemned|denounced)\b[^,;:.]{0,60}$",
    re.IGNORECASE,
)


def occasion(candidate: Candidate, report: Report) -> tuple[float, str] | None:
    """Named only as the occasion of something newer ("after two days of fighting", "in retaliation for the raid")."""
    if candidate.ways == {"within.matter"}:
        return -1.6, "only what another's words are about"
    if candidate.ways <= {"within.matter", "within.part"}:
        return -0.8, "a part of another act"
    if candidate.ways <= {"within.matter", "within.part", "within.aside"}:
        return -1.0, "told beside the news"
    for event in candidate.events:
        begin = max(0, event.trigger.start - 90)
        if not _OCCASION.search(report.text[begin : event.trigger.start]):
            return None
    return -0.6, "the occasion of something newer"


Feature = Callable[[Candidate, Report], tuple[float, str] | None]
FEATURES: Sequence[Feature] = (position, harm, force, reality, repetition, sureness, occasion)


def _score(candidate: Candidate, report: Report) -> tuple[float, tuple[str, ...]]:
    said = [found for feature in FEATURES if (found := feature(candidate, report)) is not None]
    return sum(weight for weight, _ in said), tuple(phrase for _, phrase in said)
