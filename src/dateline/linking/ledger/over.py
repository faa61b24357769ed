"""The ledger of one report or of many."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.codebook.originals import OriginalBook
from dateline.linking.ledger.containing import lies_in
from dateline.linking.ledger.elsewhere import told_elsewhere
from dateline.linking.ledger.figures import figures_of
from dateline.linking.ledger.findings import about_cumulative, about_totals
from dateline.linking.ledger.ranges import Range, summed
from dateline.linking.ledger.repeating import copies_marked, settle
from dateline.linking.ledger.totals import with_totals
from dateline.model import Figure, JoinedIncident, Ledger, LossKind, Place, Record


def ledger_of(
    records: Iterable[Record],
    joined: Sequence[JoinedIncident] = (),
    copies: Mapping[str, str] | None = None,
    book: OriginalBook | None = None,
) -> Ledger:
    """Every figure of these reports, what it is part of or repeats, and how totals and tolls of years come out.

    `joined` are the incidents that linking across reports made of them; of reports that it does not cover figures that
    plainly tell one occurrence count once. `copies` name for each report the first that prints nearly the same text
    (`linking.across.copies`); without it only texts that are one to the letter are known as copies. `book` is the
    codebook's of originals, where it is not the one that ships. The same ledger in any order of reports; a report told
    twice, or printed under another id, changes no sum.
    """
    reports = {record.report.id: record for record in records}
    figures: list[Figure] = []
    exceeded: dict[str, tuple[str, ...]] = {}
    for identifier in sorted(reports):
        settled, rivals = settle(reports[identifier], figures_of(reports[identifier], book))
        places = {event.id: event.places for event in reports[identifier].events}
        own, over = with_totals(settled, rivals, places)
        figures += own
        exceeded |= over
    texts = {name: (copies or {}).get(name, record.report.sha256) for name, record in reports.items()}
    marked = told_elsewhere(copies_marked(figures, texts), joined)
    repeated = {figure.id for figure in marked if figure.repeats is not None}
    parts = {total: of for total, of in exceeded.items() if not repeated & set(of)}
    findings = (*about_totals(marked, parts), *about_cumulative(marked))
    return Ledger(figures=tuple(marked), findings=findings)


def total_of(ledger: Ledger, loss: LossKind, place: Place | None = None) -> Range:
    """How many were lost by all figures that count, at a place or everywhere; nothing is counted twice."""
    counted = (figure for figure in ledger.figures if figure.counts and figure.loss == loss)
    return summed(figure for figure in counted if place is None or lies_in(figure.place, place))
