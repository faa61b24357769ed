"""Tallying: the figures of an incident that several reports tell."""

from collections.abc import Iterator, Sequence

from dateline.linking.values.figures import Figures, joined
from dateline.linking.values.originals import Originals
from dateline.linking.values.telling import Telling


def figures_of(tellings: Sequence[Telling], originals: Originals) -> tuple[Figures, ...]:
    """The figures of every report and original, in order of publication."""
    return joined(_figures(sorted(tellings, key=lambda telling: telling.order), originals))


def _figures(tellings: Sequence[Telling], originals: Originals) -> Iterator[Figures]:
    for telling in tellings:
        numbers = {event.id: number for number, event in enumerate(telling.record.events)}
        for event in telling.events:
            claim = event.claim
            if event.losses:
                yield Figures(
                    ((numbers[event.id], event.losses),), originals.of(telling.report, claim), telling.report,
                    telling.published, claim.position, claim.certainty,
                )  # fmt: skip
