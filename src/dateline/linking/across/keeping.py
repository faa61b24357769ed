"""Keeping: traces, keys and prints in a form that a store can hold and find again.

A trace has one text: the same trace gives the same characters, and reading them gives the same trace. Keys and bands of
prints have numbers of 64 bits with a sign, the same in every process and on every machine, as columns of an index want
them. Two keys that happen to have one number only make a pair be compared in vain.
"""

import json
import sys
from collections.abc import Iterable
from typing import Any

from dateline.errors import DataError
from dateline.linking.across.blocking import Key, keys_of
from dateline.linking.across.copies import BAND, Print
from dateline.linking.across.numbering import number_of, text_of
from dateline.linking.across.trace import Around, Days, Site, Trace
from dateline.linking.across.wording import kept

FORM = 1
"""The version of the form. One that is changed makes traces anew from the records."""


def trace_to_json(trace: Trace) -> str:
    """The text of a trace: one JSON object in ASCII on one line."""
    around = trace.around
    return _text(
        {
            "form": FORM,
            "report": trace.report,
            "incident": trace.incident,
            "main": trace.main,
            "told": trace.told,
            "kind": trace.kind,
            "sort": trace.sort,
            "days": trace.days and [trace.days.first, trace.days.last, trace.days.told],
            "filed": trace.filed,
            "sites": [_site(site) for site in trace.sites],
            "actors": sorted(trace.actors),
            "targets": sorted(trace.targets),
            "named": sorted(trace.named),
            "fatal": trace.fatal,
            "tolls": trace.tolls,
            "weapons": sorted(trace.weapons),
            "around": [sorted(around.people), sorted(around.days), sorted(around.places)],
            "words": trace.words,
        }
    )


def trace_from_json(text: str) -> Trace:
    """The trace of a text that `trace_to_json` made. Raises DataError where the text is none of this form."""
    try:
        data = json.loads(text)
        if data["form"] != FORM:
            raise DataError(f"a kept trace has form {data['form']!r}, not {FORM}; trace the record anew")
        return _trace(data)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise DataError(f"a kept trace cannot be read: {error!r}; trace the record anew") from error


def print_to_json(mark: Print) -> str:
    """The text of a report's print."""
    return _text([mark.report, mark.places])


def print_from_json(text: str) -> Print:
    """The print of a text that `print_to_json` made. Raises DataError where the text is none of this form."""
    try:
        report, places = json.loads(text)
        return Print(report, tuple(places))
    except (TypeError, ValueError, RecursionError) as error:
        raise DataError(f"a kept print cannot be read: {error!r}; make it anew from the report's text") from error


def key_text(key: Key) -> str:
    """The text of a key, the same everywhere: a JSON list in ASCII."""
    return text_of(key)


def stable_number(key: Key) -> int:
    """The number of a key: 64 bits with a sign, the same everywhere (Python's own `hash` is not)."""
    return number_of(key)


def numbers_of(trace: Trace) -> frozenset[int]:
    """The numbers of all keys of a trace: traces that share none are never compared."""
    return frozenset(map(stable_number, keys_of(trace)))


def bands_of(mark: Print) -> tuple[int, ...]:
    """The numbers of a print's bands: reports whose prints share none are no copies of each other."""
    places = mark.places
    return tuple(number_of(("band", n, places[n : n + BAND])) for n in range(0, len(places), BAND))


def _text(data: Any) -> str:
    return json.dumps(data, separators=(",", ":"), sort_keys=True)


def _site(site: Site) -> list[Any]:
    return [
        site.name,
        site.lat,
        site.lon,
        site.within_km,
        site.wide,
        site.country,
        site.admin1,
        site.geonameid,
    ]


def _trace(data: dict[str, Any]) -> Trace:
    people, days, places = data["around"]
    return Trace(
        report=data["report"],
        incident=data["incident"],
        main=data["main"],
        told=data["told"],
        kind=sys.intern(data["kind"]),
        sort=data["sort"],
        days=None if data["days"] is None else Days(*data["days"]),
        filed=data["filed"],
        sites=tuple(Site(sys.intern(name), *rest) for name, *rest in data["sites"]),
        actors=_interned(data["actors"]),
        targets=_interned(data["targets"]),
        named=frozenset(tuple(name) for name in data["named"]),
        fatal=data["fatal"],
        tolls={loss: (low, high) for loss, (low, high) in data["tolls"].items()},
        weapons=_interned(data["weapons"]),
        around=Around(frozenset(tuple(name) for name in people), frozenset(days), _interned(places)),
        words=kept(data["words"]),
    )


def _interned(names: Iterable[str]) -> frozenset[str]:
    return frozenset(map(sys.intern, names))
