"""Arriving: what the reader gives, as the store takes it in."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.reading import Arrival
from dateline.store.texts import Got

if TYPE_CHECKING:
    from dateline.model import Report

UNKNOWN = "unknown"


def got_of(arrival: Arrival) -> Got:
    """A report with how it was got; one that comes from no file stands for its own original."""
    origin = arrival.origin
    if origin is None:
        content = arrival.report.text.encode("utf-8", "surrogatepass")
        return Got(arrival.report, arrival.notices, content, sha256(content).hexdigest(), UNKNOWN, named=True)
    original = origin.original
    content, sha, place = original.content, original.sha256, origin.place
    return Got(arrival.report, arrival.notices, content, sha, place, origin.named, lasting=Path(place).is_absolute())


def under_name(got: Got, name: str) -> Got:
    """The same under the name that it has in the project."""
    report: Report = got.report
    return got if report.id == name else replace(got, report=report.model_copy(update={"id": name}))
