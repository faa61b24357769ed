"""The feed: what happened to incidents, each time with the fields that changed, before and after."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from dateline.errors import SettingsError

if TYPE_CHECKING:
    from dateline.store.incidents import Change

WHATS = ("appeared", "changed", "merged", "split", "went", "reviewed")
LONG = ("statements",)
"""Fields that follow from the reports and are left out unless they are wanted: a list of hundreds."""


def since_of(told: str | date | datetime) -> str:
    """A day or a time as the store writes times (UTC); without a zone it is of this machine's zone.

    Raises SettingsError where it is neither.
    """
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) else told
    except ValueError:
        remedy = "write a day or a time, such as 2026-11-23, 2026-11-23T06:30 or 2026-11-23T06:30Z"
        raise SettingsError(f"--since {told!r} is no time; {remedy}") from None
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)
    try:
        utc = moment.astimezone(UTC)
    except (OverflowError, ValueError):
        raise SettingsError(f"--since {told!r} lies outside of what clocks tell") from None
    return utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def whats_of(told: Iterable[str]) -> tuple[str, ...]:
    """Sorts of change, checked. Raises SettingsError for one that there is not."""
    found = tuple(part.strip().casefold() for each in told for part in each.split(",") if part.strip())
    for each in found:
        if each not in WHATS:
            raise SettingsError(f"--what {each!r} is none of {', '.join(WHATS)}")
    return found


def feed_rows(
    changes: Iterable["Change"], bodies: Mapping[str, str], *, whole: bool = False
) -> Iterator[dict[str, Any]]:
    """Changes as the feed tells them: `before` and `after` hold the fields that differ, or None where the incident was
    not there; `bodies` are the states by hash."""
    for change in changes:
        before, after = (None if sha is None else json.loads(bodies[sha]) for sha in (change.before, change.after))
        differing = fields_that_differ(before, after, () if whole else LONG)
        yield {
            "seq": change.seq,
            "id": change.incident,
            "at": change.at,
            "what": change.what,
            "before": None if before is None else {name: before.get(name) for name in differing},
            "after": None if after is None else {name: after.get(name) for name in differing},
            "other": change.other,
            "reason": change.reason,
        }


def fields_that_differ(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, without: Collection[str] = ()
) -> list[str]:
    """The names of the fields that two states do not share, in their order."""
    one, other = before or {}, after or {}
    names = dict.fromkeys((*other, *one))
    return [name for name in names if name not in without and name != "id" and one.get(name) != other.get(name)]
