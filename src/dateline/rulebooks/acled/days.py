"""Days: on which day or days ACLED files an incident, and how sure that is (time_precision 1 day, 2 week, 3 month)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.model import JoinedIncident, Time
from dateline.rulebooks.precision import acled_when


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a row is filed under, the rule that chose it, its words, and the statements that tell it."""

    day: date
    precision: int
    rule: str
    words: str = ""
    statements: tuple[int, ...] = ()
    of_several: int = 1
    """How many days the incident has rows for."""


def days_of(incident: JoinedIncident) -> tuple[Day, ...]:
    """The days of its rows; none where no day is known within a month.

    1. "acled.day.each": a stretch of days told as such has a row for each where the text tells of each.
    2. "acled.day.told": one day is told.
    3. "acled.day.first": a stretch that lasted has one row, under its first day.
    4. "acled.day.before-report": without words of time, the day before the report's.
    5. "acled.day.middle": once within a stretch, the day in its middle.
    """
    time = incident.time
    precision = acled_when(time)
    if time is None or precision is None or time.first is None or time.last is None:
        return ()
    told = _told(incident)
    stretch = [time.first + timedelta(days=n) for n in range((time.last - time.first).days + 1)]
    if len(stretch) > 1 and time.extent == "span" and all(day in told for day in stretch):
        return tuple(Day(day, 1, "acled.day.each", str(day), told[day], len(stretch)) for day in stretch)
    day, rule = _one(time, time.first, time.last)
    statements = tuple(
        number
        for number, statement in enumerate(incident.statements)
        if statement.matter == "time" and statement.claim.stance == "asserts" and statement.mention == time
    )
    return (Day(day, precision, rule, time.text or "", statements),)


def _one(time: Time, first: date, last: date) -> tuple[date, str]:
    if first == last:
        return first, "acled.day.told"
    if time.extent == "span":
        return first, "acled.day.first"
    if time.text is None or time.basis == "publication":
        return last - timedelta(days=1), "acled.day.before-report"
    return first + timedelta(days=((last - first).days) // 2), "acled.day.middle"


def _told(incident: JoinedIncident) -> Mapping[date, tuple[int, ...]]:
    """The days that words tell of the incident's events, each with its statements."""
    found: dict[date, list[int]] = {}
    for number, time in _times(incident):
        if time.text is not None and time.first is not None and time.first == time.last:
            found.setdefault(time.first, []).append(number)
    return {day: tuple(numbers) for day, numbers in found.items()}


def _times(incident: JoinedIncident) -> Iterator[tuple[int, Time]]:
    for number, statement in enumerate(incident.statements):
        if statement.matter == "time" and statement.claim.stance == "asserts" and isinstance(statement.mention, Time):
            yield number, statement.mention
