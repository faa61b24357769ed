"""Incidents of one report: its events, those that tell of one occurrence joined."""

from collections import defaultdict
from dataclasses import dataclass, field

from dateline.codebook import Codebook
from dateline.linking.values.rules import LATEST, TollRule
from dateline.linking.within.likeness import Company, Pair, company_of, likeness
from dateline.linking.within.merging import merge_incident
from dateline.linking.within.specific import Account, speech_in
from dateline.linking.within.strands import strands_of
from dateline.model import Event, Evidence, Incident, Place, Report

JOIN = 0.5
"""The likeness from which two events of a report are taken for one occurrence."""


@dataclass(slots=True)
class Cluster:
    """Events taken for one so far, with the reasons."""

    events: list[Event]
    reasons: list[Evidence] = field(default_factory=list)


def merge_events(
    report: Report,
    events: tuple[Event, ...],
    codebook: Codebook,
    home: tuple[Place, ...] = (),
    toll_rule: TollRule = LATEST,
) -> tuple[Incident, ...]:
    """Join the events of a report into incidents, in order of their first telling.

    Each event joins the incident whose likest member is alike enough, unless some member bars it; the outcome depends
    on the order of the text alone.
    """
    clusters: list[Cluster] = []
    companies: dict[Company, list[Cluster]] = defaultdict(list)
    for strand in (strand for event in events for strand in strands_of(event, codebook)):
        company = companies[company_of(strand, codebook)]
        fits = ((found, c) for c in company if (found := _fit(report, c, strand, codebook)))
        best = max(fits, key=lambda item: item[0].score, default=None)
        if best is None:
            clusters.append(Cluster([strand]))
            company.append(clusters[-1])
        else:
            evidence, cluster = best
            cluster.events.append(strand)
            cluster.reasons.append(evidence)
    speech = speech_in(report.text) if any(event.codes.muc4 for c in clusters for event in c.events) else 0.0
    return tuple(
        merge_incident(f"i{number}", Account(c.events, speech, codebook), tuple(c.reasons), home, toll_rule)
        for number, c in enumerate(clusters, 1)
    )


def _fit(report: Report, cluster: Cluster, event: Event, codebook: Codebook) -> Evidence | None:
    """How well the event fits the cluster, or None if not well enough or barred by one of its members."""
    best: Evidence | None = None
    for member in cluster.events:
        if member.id == event.id:
            return None
        found = likeness(Pair(member, event, report.text, codebook))
        if found.barred:
            return None
        if found.score >= JOIN and (best is None or found.score > best.score):
            best = Evidence(
                rule="linking.same-occurrence",
                score=min(1.0, found.score),
                note=f"{event.id} joins {member.id}: " + ", ".join(found.because),
            )
    return best
