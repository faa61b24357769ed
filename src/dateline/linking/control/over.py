"""Control over many reports: all their witnesses, put together site by site."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.codebook.originals import OriginalBook
from dateline.linking.control.tenures import tenures_at
from dateline.linking.control.witnesses import in_order, site_key, witnesses_of
from dateline.model import Record, Tenure, Witness


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Who held which site from when to when: the tenures by the site's id, and the witnesses that they follow from.

    Made by `work_out_control_over`; `with_reports` gives a new one. The same reports give the same chronicle, at once
    or one by one, in any order, and a report told twice counts once.
    """

    witnesses: Mapping[str, tuple[Witness, ...]] = field(default_factory=dict)
    tenures: Mapping[str, tuple[Tenure, ...]] = field(default_factory=dict)

    def with_reports(self, records: Iterable[Record], book: OriginalBook | None = None) -> "Chronicle":
        """This chronicle and what these reports tell; only the sites that they speak of are worked out again.

        `book` is the codebook's of originals, where it is not the one that ships.
        """
        fresh: dict[str, list[Witness]] = defaultdict(list)
        for record in records:
            for witness in witnesses_of(record, book):
                fresh[site_key(witness)].append(witness)
        witnesses, tenures = dict(self.witnesses), dict(self.tenures)
        for key, new in fresh.items():
            witnesses[key] = in_order((*witnesses.get(key, ()), *new))
            tenures[key] = tenures_at(witnesses[key])
        ordered = sorted(witnesses)
        return Chronicle({key: witnesses[key] for key in ordered}, {key: tenures[key] for key in ordered})

    def every(self) -> tuple[Tenure, ...]:
        """All tenures, site by site."""
        return tuple(tenure for tenures in self.tenures.values() for tenure in tenures)


def work_out_control_over(records: Iterable[Record], book: OriginalBook | None = None) -> Chronicle:
    """Who held which place from when to when, as these reports tell it together (see `tenures` for the rule)."""
    return Chronicle().with_reports(records, book)
