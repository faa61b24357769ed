"""Tallying: the figures of an incident that several reports tell."""

from collections.abc import Iterator, Sequence

from dateline.linking.values.figures import Days, Figures, joined
from dateline.linking.values.originals import Originals
from dateline.linking.values.telling import Telling
from dateline.linking.values.tolls import Rows, runs_on
from dateline.model import Event


def figures_of(tellings: Sequence[Telling], originals: Originals) -> tuple[Figures, ...]:
    """The figures of every report and original, in order of publication."""
    return joined(_figures(sorted(tellings, key=lambda telling: telling.order), originals))


def _figures(tellings: Sequence[Telling], originals: Originals) -> Iterator[Figures]:
    for telling in tellings:
        numbers = {event.id: number for number, event in enumerate(telling.record.events)}
        for event in telling.events:
            claim = event.claim
            if event.losses:
                original = originals.of(telling.report, claim)
                yield Figures(
                    ((numbers[event.id], told_rows(event)),), original, telling.report, telling.published,
                    claim.position, claim.certainty, originals.is_named(original), _days(event),
                )  # fmt: skip


LONG = 31
"""Days from which a stretch of time that is told for a figure is no incident's ("over the past year")."""


def _days(event: Event) -> frozenset[Days]:
    time = event.time
    if time is None or time.text is None or time.first is None or time.last is None:
        return frozenset()
    return frozenset({(time.first, time.last)})


def told_rows(event: Event) -> Rows:
    """The event's losses; those of a war or of months are taken for figures that run on."""
    time = event.time
    told = time is not None and time.text is not None and time.first is not None and time.last is not None
    months = told and (time.last - time.first).days > LONG  # type: ignore[union-attr, operator]
    return tuple(
        row.model_copy(update={"scope": "cumulative"}) if row.scope == "new" and (months or runs_on(row)) else row
        for row in event.losses
    )
