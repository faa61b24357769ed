"""Traces made of a few words, for tests of linking across reports."""

from datetime import date

from dateline.linking.across.trace import NOTHING, Around, Days, Site, Trace
from dateline.linking.across.wording import WHOLE


def site(name: str, lat: float, lon: float, *, wide: bool = False, country: str = "IQ") -> Site:
    return Site(name, lat, lon, 5.0, wide, country, "Anbar", None if wide else hash((lat, lon)) % 10**6)


QAIM = site("qaim", 34.37, 41.1)
RAWA = site("rawa", 34.48, 41.92)
QAIM_WORDS = {"qaim": 0.8, "rawa": 0.6}


def trace(
    report: str,
    incident: str = "i1",
    *,
    day: date | None = date(2017, 11, 3),
    filed: date | None = date(2017, 11, 3),
    sites: tuple[Site, ...] = (QAIM,),
    kind: str = "territory-taken",
    sort: str = "force",
    told: str = "real",
    main: bool = True,
    actors: frozenset[str] = frozenset({"IRQ-MIL"}),
    targets: frozenset[str] = frozenset({"islamic-state"}),
    named: frozenset[tuple[str, ...]] = frozenset(),
    fatal: bool = False,
    tolls: dict[str, tuple[int, int | None]] | None = None,
    words: dict[str, float] | None = None,
    around: Around = NOTHING,
) -> Trace:
    return Trace(
        report=report,
        incident=incident,
        main=main,
        told=told,
        kind=kind,
        sort=sort,
        days=None if day is None else Days(day.toordinal(), day.toordinal(), told=True),
        filed=None if filed is None else filed.toordinal(),
        sites=sites,
        actors=actors,
        targets=targets,
        named=named,
        fatal=fatal,
        tolls=tolls or {},
        weapons=frozenset(),
        around=around,
        words={word: round(WHOLE * weight) for word, weight in (QAIM_WORDS if words is None else words).items()},
    )
